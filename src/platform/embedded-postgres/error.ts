/** The embedded database cannot be used as things are; the message says what to do and is meant for the administrator. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The system's code (`EACCES`, `ENOENT`, …) or PostgreSQL's (`57P03`) of a caught error, where it has one. */
export function errorCode(error: unknown): string | undefined {
  // Not `instanceof Error`: the tests run in a realm of their own, and the system's errors come from another.
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
