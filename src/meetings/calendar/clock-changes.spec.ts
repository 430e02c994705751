import { Temporal } from 'temporal-polyfill';
import { occurrencesOf } from './recurrence.js';

const daily = (startTime: string) => ({ rule: 'FREQ=DAILY', firstOn: '2026-01-01', startTime });

test.each([
  ['07:00', '2026-03-28', '2026-03-28T06:00:00.000Z', 'in winter'],
  ['07:00', '2026-03-29', '2026-03-29T05:00:00.000Z', 'in summer'],
  ['02:30', '2026-03-29', '2026-03-29T01:30:00.000Z', 'left out: an hour later, at half past three'],
  ['02:30', '2026-10-25', '2026-10-25T00:30:00.000Z', 'there twice: the first'],
])('%s on %s in Brussels is %s: %s', (startTime, day, instant) => {
  const [occurrence] = occurrencesOf(daily(startTime), 'Europe/Brussels', day, day);
  expect(occurrence?.startsAt.toISOString()).toBe(instant);
});

test('a meeting is not left out where the clocks leave its time out', () => {
  const year = occurrencesOf(daily('02:30'), 'Europe/Brussels', '2026-01-01', '2026-12-31');
  expect(year).toHaveLength(365);
});

interface Change {
  at: number;
  /** What is added to UTC from then on, in milliseconds. */
  offset: number;
}

/** From when on what offset holds in a zone, from a day before the year to a day after it. */
function changesOf(timeZone: string): Change[] {
  const end = Temporal.Instant.from('2027-01-02T00:00Z').epochMilliseconds;
  const changes: Change[] = [];
  let next: Temporal.ZonedDateTime | null = Temporal.Instant.from('2025-12-30T00:00Z').toZonedDateTimeISO(timeZone);
  while (next && next.epochMilliseconds < end) {
    changes.push({ at: next.epochMilliseconds, offset: next.offsetNanoseconds / 1e6 });
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

const offsetAt = (changes: Change[], instant: number) => changes.findLast(({ at }) => at <= instant)?.offset ?? 0;

/**
 * The first instant at which the clocks of a zone show a time of a day; or, where they leave it out, one as much
 * later as they are put forward. Found by the offsets alone, without what Temporal calls compatible.
 */
function expectedInstant(changes: Change[], day: string, time: string): number {
  const shown = Date.parse(`${day}T${time}Z`);
  const day24 = 86_400_000;
  const offsets = [offsetAt(changes, shown - day24), offsetAt(changes, shown + day24)];
  const instants = offsets.map((offset) => shown - offset);
  const fitting = instants.filter((instant) => instant + offsetAt(changes, instant) === shown);
  return fitting.length > 0 ? Math.min(...fitting) : (instants[0] ?? Number.NaN);
}

const zones = new Map([...Intl.supportedValuesOf('timeZone'), 'UTC'].map((zone) => [zone, changesOf(zone)]));

/** The occurrences that are not as expected, and how many minutes others are later than their time. */
function compare(zone: string, startTime: string, [from, to]: [string, string]): { wrong: string[]; late: number[] } {
  const changes = zones.get(zone) ?? [];
  const occurrences = occurrencesOf(daily(startTime), zone, from, to);
  const days = Temporal.PlainDate.from(from).until(to).days + 1;
  const missing = occurrences.length === days ? [] : [`${zone} has ${occurrences.length} of ${days} days`];
  const wrong = occurrences
    .filter(({ on, startsAt }) => startsAt.getTime() !== expectedInstant(changes, on, startTime))
    .map(({ on, startsAt }) => `${zone} ${on} ${startTime} is ${startsAt.toISOString()}`);
  const late = occurrences
    .map(({ on, startsAt }) => {
      const instant = startsAt.getTime();
      return (instant + offsetAt(changes, instant) - Date.parse(`${on}T${startTime}Z`)) / 60_000;
    })
    .filter((minutes) => minutes !== 0);
  return { wrong: [...missing, ...wrong], late };
}

test('in every zone of the world a meeting at seven starts at seven by its clocks, all year', () => {
  const compared = [...zones.keys()].map((zone) => compare(zone, '07:00', ['2026-01-01', '2026-12-31']));
  expect(zones.size).toBeGreaterThan(400);
  expect(compared.flatMap(({ wrong, late }) => [...wrong, ...late])).toEqual([]);
});

test('around every change of clocks in the world a meeting starts at its time, or as much later as they jump', () => {
  const halfHours = Array.from(
    { length: 48 },
    (_, index) => `${String(index >> 1).padStart(2, '0')}:${index % 2 ? '30' : '00'}`,
  );
  const wrong: string[] = [];
  const late = new Set<number>();
  let changed = 0;
  for (const [zone, changes] of zones) {
    for (const { at } of changes.slice(1)) {
      changed += 1;
      const day = new Date(at + offsetAt(changes, at)).toISOString().slice(0, 10);
      const around = [-1, 1].map((days) => Temporal.PlainDate.from(day).add({ days }).toString()) as [string, string];
      for (const startTime of halfHours) {
        const compared = compare(zone, startTime, around);
        wrong.push(...compared.wrong);
        for (const minutes of compared.late) late.add(minutes);
      }
    }
  }
  expect(changed).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
  // Lord Howe Island puts its clocks forward by half an hour, a station in Antarctica by two hours.
  expect([...late].sort((one, other) => one - other)).toEqual([30, 60, 120]);
});
