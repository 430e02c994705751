import { DomainError } from '../platform/graphql/errors.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';

/** Which figures somebody wants as a file. */
export interface ExportRequest {
  clubId: string;
  /** Null as in GraphQL. */
  from: string | null;
  to: string | null;
}

/**
 * Reads `?club=&from=&to=`; a parameter that is missing or empty is null.
 * @throws DomainError INVALID naming the parameter
 */
export function readExportRequest(query: Record<string, unknown>): ExportRequest {
  const clubId = read(query, 'club', UuidScalar, 'a UUID');
  if (clubId === null) throw new DomainError('INVALID', 'club says whose figures they are: a UUID.', ['club']);
  return {
    clubId,
    from: read(query, 'from', DateScalar, 'a day: YYYY-MM-DD'),
    to: read(query, 'to', DateScalar, 'a day: YYYY-MM-DD'),
  };
}

function read(
  query: Record<string, unknown>,
  name: string,
  scalar: { parseValue(value: unknown): unknown },
  form: string,
): string | null {
  const value = query[name] ?? '';
  if (value === '') return null;
  try {
    return String(scalar.parseValue(value));
  } catch {
    // Whatever the scalar says of it, the parameter is the one to blame.
    throw new DomainError('INVALID', `${name} must be ${form}.`, [name]);
  }
}
