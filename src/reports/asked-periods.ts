/** One subject's period a statement is asked about. */
export interface SubjectPeriod {
  subjectId: string;
  from: string;
  to: string;
}

/** `asked`: subjects ($1) with the first ($2) and last days ($3) of their periods, each at its place from 0 on. */
export const askedPeriods = `
  asked AS (
    SELECT subject_id, from_day, to_day, place::int - 1 AS place
    FROM unnest($1::uuid[], $2::date[], $3::date[]) WITH ORDINALITY AS list (subject_id, from_day, to_day, place)
  )`;

/** The parameters $1 to $3 of such a statement. */
export function askedParameters(asked: readonly SubjectPeriod[]): string[][] {
  return [asked.map(({ subjectId }) => subjectId), asked.map(({ from }) => from), asked.map(({ to }) => to)];
}

/** The subjects and periods with which keys of loaders begin: an id, a first and a last day. */
export function periodsIn(keys: readonly string[]): SubjectPeriod[] {
  return keys.map((key) => {
    const [subjectId = '', from = '', to = ''] = key.split(' ');
    return { subjectId, from, to };
  });
}
