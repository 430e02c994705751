import { readFile, stat } from 'node:fs/promises';
import { errorCode } from '../platform/embedded-postgres/error.js';
import type { Settings } from '../platform/settings.js';
import { type ImportedRates, RatesService } from '../reports/rates/rates.service.js';
import { withDatabase } from './database.js';
import { Problem } from './problem.js';
import { withServices } from './services.js';

export interface RatesOptions {
  /** Who published the rates. */
  source: string;
}

/** Far more than all days since the euro began. */
const mostBytes = 50_000_000;
const mostShown = 20;

/**
 * Imports exchange rates from a file of the European Central Bank's format.
 * @returns how many were added, in a sentence
 * @throws Problem when the file cannot be read or is refused, with the lines and the reasons
 */
export async function importRates(
  settings: Settings,
  { path, source }: RatesOptions & { path: string },
  interrupted: AbortSignal,
): Promise<string> {
  if (source.trim() === '') throw new Problem('--source must name who published the rates.');
  const file = await readSmall(path);
  const imported = await withDatabase(settings, interrupted, ({ url }) =>
    withServices({ ...settings, DATABASE_URL: url }, (context) =>
      context.get(RatesService, { strict: false }).import(file, source.trim()),
    ),
  );
  return describe(imported, path);
}

function describe({ added, known, errors }: ImportedRates, path: string): string {
  if (errors.length === 0) return `Added ${added} rates; ${known} were there already.`;
  const lines = errors.slice(0, mostShown).map(({ line, message }) => `line ${line}: ${message}`);
  const more = errors.length > mostShown ? [`and ${errors.length - mostShown} more`] : [];
  throw new Problem([`Nothing was imported from ${path}:`, ...lines, ...more].join('\n'));
}

async function readSmall(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw new Problem(`${path} is too large to be a file of rates.`);
    return await readFile(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new Problem(`${path} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}.`);
  }
}
