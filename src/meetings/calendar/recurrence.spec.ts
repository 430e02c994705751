import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../platform/graphql/errors.js';
import { occurrencesOf, readRule } from './recurrence.js';

const brussels = 'Europe/Brussels';

/** The days a rule gives, from a Thursday on. */
const daysOf = (text: string, firstOn = '2026-03-05', to = '2027-03-05') => {
  const recurrence = { rule: readRule(text), firstOn, startTime: '07:00' };
  return occurrencesOf(recurrence, brussels, firstOn, to).map(({ on }) => on);
};

test.each([
  ['FREQ=WEEKLY', ['2026-03-05', '2026-03-12', '2026-03-19']],
  ['FREQ=WEEKLY;BYDAY=TH', ['2026-03-05', '2026-03-12', '2026-03-19']],
  ['freq=weekly;byday=tu', ['2026-03-10', '2026-03-17', '2026-03-24']],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', ['2026-03-05', '2026-03-17', '2026-03-19']],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=SU,TH', ['2026-03-05', '2026-03-08', '2026-03-19']],
  ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TH', ['2026-03-05', '2026-03-15', '2026-03-19']],
  ['FREQ=MONTHLY;BYDAY=2TU', ['2026-03-10', '2026-04-14', '2026-05-12']],
  ['FREQ=MONTHLY;BYDAY=-1FR', ['2026-03-27', '2026-04-24', '2026-05-29']],
  ['FREQ=MONTHLY;BYDAY=+1MO,3MO', ['2026-03-16', '2026-04-06', '2026-04-20']],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', ['2026-03-31', '2026-04-30', '2026-05-29']],
  ['FREQ=MONTHLY;BYMONTHDAY=31', ['2026-03-31', '2026-05-31', '2026-07-31']],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', ['2026-03-31', '2026-04-30', '2026-05-31']],
  ['FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', ['2026-03-13', '2026-11-13']],
  ['FREQ=YEARLY;BYMONTH=9,10;BYDAY=1MO', ['2026-09-07', '2026-10-05']],
  ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', ['2026-05-11']],
  ['FREQ=YEARLY;BYYEARDAY=100,-1', ['2026-04-10', '2026-12-31']],
  ['FREQ=DAILY;INTERVAL=10;COUNT=3', ['2026-03-05', '2026-03-15', '2026-03-25']],
  ['FREQ=DAILY;BYMONTH=4;COUNT=2', ['2026-04-01', '2026-04-02']],
  ['FREQ=DAILY;UNTIL=20260307', ['2026-03-05', '2026-03-06', '2026-03-07']],
  ['FREQ=WEEKLY;UNTIL=20260312T060000Z', ['2026-03-05', '2026-03-12']],
  ['FREQ=WEEKLY;UNTIL=20260312T055959Z', ['2026-03-05']],
  ['UNTIL=20260312;FREQ=WEEKLY', ['2026-03-05', '2026-03-12']],
])('%s gives %j', (rule, days) => {
  expect(daysOf(rule).slice(0, 3)).toEqual(days);
});

test('COUNT counts the meetings from the first day of the rule, whatever part is asked for', () => {
  const recurrence = { rule: 'FREQ=WEEKLY;COUNT=4', firstOn: '2026-03-05', startTime: '07:00' };
  const later = occurrencesOf(recurrence, brussels, '2026-03-13', '2027-03-05');
  expect(later.map(({ on }) => on)).toEqual(['2026-03-19', '2026-03-26']);
});

test.each([
  ['', 'An empty part is no part of a rule.'],
  ['nonsense', 'NONSENSE is no part of a rule.'],
  ['BYDAY=TH', 'FREQ is missing.'],
  ['FREQ=WEEKLY;', 'An empty part is no part of a rule.'],
  ['RRULE:FREQ=WEEKLY', 'RRULE:FREQ is no part of a rule.'],
  ['FREQ=WEEKLY;DTSTART=20260305', 'DTSTART is no part of a rule.'],
  ['FREQ=WEEKLY\nEXDATE:20260305', 'FREQ cannot be WEEKLY\nEXDATE:20260305.'],
  ['FREQ=WEEKLY;RSCALE=CHINESE', 'RSCALE is no part of a rule.'],
  ['FREQ=WEEKLY;FREQ=DAILY', 'FREQ is given twice.'],
  ['FREQ=SOMETIMES', 'FREQ cannot be SOMETIMES.'],
  ['FREQ=HOURLY', 'FREQ=HOURLY: a series has one meeting a day at most.'],
  ['FREQ=MINUTELY', 'FREQ=MINUTELY: a series has one meeting a day at most.'],
  ['FREQ=SECONDLY', 'FREQ=SECONDLY: a series has one meeting a day at most.'],
  ['FREQ=DAILY;BYHOUR=7,18', 'BYHOUR: a series has one meeting a day, at its start time.'],
  ['FREQ=DAILY;BYMINUTE=0,30', 'BYMINUTE: a series has one meeting a day, at its start time.'],
  ['FREQ=DAILY;BYSECOND=0', 'BYSECOND: a series has one meeting a day, at its start time.'],
  ['FREQ=WEEKLY;INTERVAL=0', 'INTERVAL cannot be 0.'],
  ['FREQ=WEEKLY;INTERVAL=1.5', 'INTERVAL cannot be 1.5.'],
  ['FREQ=WEEKLY;INTERVAL=1000', 'INTERVAL cannot be 1000.'],
  ['FREQ=WEEKLY;COUNT=-1', 'COUNT cannot be -1.'],
  ['FREQ=WEEKLY;COUNT=2;UNTIL=20260401', 'COUNT and UNTIL exclude each other.'],
  ['FREQ=WEEKLY;UNTIL=20260231', 'UNTIL is no day.'],
  ['FREQ=WEEKLY;UNTIL=20260401T250000Z', 'UNTIL is no day.'],
  ['FREQ=WEEKLY;UNTIL=20260401T070000', 'UNTIL cannot be 20260401T070000.'],
  ['FREQ=WEEKLY;BYDAY=', 'BYDAY cannot be empty.'],
  ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY cannot be XX.'],
  ['FREQ=MONTHLY;BYDAY=0MO', 'BYDAY cannot be 0MO.'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY cannot be 32.'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY cannot be 0.'],
  ['FREQ=YEARLY;BYMONTH=13', 'BYMONTH cannot be 13.'],
  ['FREQ=YEARLY;BYYEARDAY=367', 'BYYEARDAY cannot be 367.'],
  ['FREQ=YEARLY;BYWEEKNO=54', 'BYWEEKNO cannot be 54.'],
  ['FREQ=WEEKLY;BYDAY=2TU', 'BYDAY with numeric value MUST NOT be used unless FREQ is MONTHLY or YEARLY'],
  ['FREQ=WEEKLY;BYMONTHDAY=3', 'BYMONTHDAY MUST NOT be used when FREQ is WEEKLY'],
  ['FREQ=MONTHLY;BYWEEKNO=3', 'BYWEEKNO MUST NOT be used unless FREQ=YEARLY'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS MUST be used with another BYxxx rule part'],
])('%j is refused: %s', (rule, reason) => {
  const refusal = { code: 'INVALID', field: ['rule'], message: `The rule is refused: ${reason}` };
  expect(() => readRule(rule)).toThrow(expect.objectContaining(refusal));
});

test('of every n weeks on given weekdays each day is there that weekdays and weeks say, and no other', () => {
  const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
  const isoDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });
  const offset = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(isoDays, fc.integer({ min: 1, max: 9 }), offset, (weekdays, interval, later) => {
      const first = Temporal.PlainDate.from('2026-01-01').add({ days: later });
      const monday = first.subtract({ days: first.dayOfWeek - 1 });
      const expected = Array.from({ length: 366 }, (_, index) => first.add({ days: index }))
        .filter((day) => weekdays.includes(day.dayOfWeek))
        .filter((day) => Math.floor(monday.until(day).days / 7) % interval === 0)
        .map(String);
      const byDay = weekdays.map((weekday) => codes[weekday - 1]).join(',');
      const rule = `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${byDay}`;
      expect(daysOf(rule, first.toString(), first.add({ days: 365 }).toString())).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test('of the n-th weekday of a month each day is there that stands so in its month, and no other', () => {
  const ordinal = fc.constantFrom(-5, -4, -3, -2, -1, 1, 2, 3, 4, 5);
  fc.assert(
    fc.property(ordinal, fc.integer({ min: 1, max: 7 }), (nth, weekday) => {
      const first = Temporal.PlainDate.from('2026-01-01');
      const standsSo = (day: Temporal.PlainDate) =>
        nth > 0 ? Math.ceil(day.day / 7) === nth : Math.ceil((day.daysInMonth - day.day + 1) / 7) === -nth;
      const expected = Array.from({ length: 730 }, (_, index) => first.add({ days: index }))
        .filter((day) => day.dayOfWeek === weekday && standsSo(day))
        .map(String);
      const code = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekday - 1];
      expect(daysOf(`FREQ=MONTHLY;BYDAY=${nth}${code}`, '2026-01-01', '2027-12-31')).toEqual(expected);
    }),
  );
});

test('whatever is written as a rule is refused with a reason, or gives days in order, each once', () => {
  const names = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'];
  const values = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'MO', 'TU,FR', '2WE', '-1SU', '1', '2', '-1', '29,30', '53'];
  const part = fc.tuple(
    fc.constantFrom(...names, 'BYMONTH', 'BYSETPOS', 'BYHOUR', 'RSCALE'),
    fc.oneof(fc.constantFrom(...values, '366', '20260501', '20260501T120000Z'), fc.string({ maxLength: 4 })),
  );
  const frequency = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY');
  let given = 0;
  fc.assert(
    fc.property(frequency, fc.array(part, { maxLength: 4 }), (freq, others) => {
      const rule = [['FREQ', freq], ...others].map((pair) => pair.join('=')).join(';');
      try {
        const days = daysOf(rule);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.every((day) => day >= '2026-03-05' && day <= '2027-03-05')).toBe(true);
        given += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        expect(error).toMatchObject({ code: 'INVALID', field: ['rule'] });
      }
    }),
    { numRuns: 1000 },
  );
  expect(given).toBeGreaterThan(50);
});
