/** The embedded database cannot be used as things are; the message says what to do and is meant for the administrator. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The system's code (`EACCES`, `ENOENT`, …) or PostgreSQL's (`57P03`) of a caught error, where it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
