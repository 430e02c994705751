/**
 * How much may be exported. What goes beyond is refused before anything is sent; how many files somebody may have in
 * an hour is with the other such limits, in identity/throttle.ts.
 */
export const exportLimits = {
  /**
   * Files that are under way at once to one person, and from one process: TOO_MANY_OPEN, with 429. A long one may keep
   * a connection to the database until its end, and a process has twenty of these.
   */
  atOncePerPerson: 2,
  atOncePerProcess: 10,
  /** Of these so many are made at once, since workbooks and pages are made in memory; the others wait. */
  madeInMemoryAtOnce: 2,
  /** Rows of a workbook in all its sheets: FILE_TOO_LONG. A file of CSV has no end but that of its report. */
  workbookRows: 25_000,
  /** Members in a file of counts, and in a matrix of all against all: far more than any club has. */
  membersCounted: 1_000,
  membersAcross: 300,
  /** For how long a client may take nothing of its file before the connection is cut, in milliseconds. */
  idleMilliseconds: 120_000,
  /** What a client is told to wait before it asks again, in seconds: for a file to end, and for the hour to pass. */
  retrySeconds: { TOO_MANY_OPEN: 10, TOO_MANY_ATTEMPTS: 60 },
} as const;
