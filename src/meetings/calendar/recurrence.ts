import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { DomainError } from '../../platform/graphql/errors.js';

/** What decides when the meetings of a series are. */
export interface Recurrence {
  /** As `readRule` gives it. */
  rule: string;
  /** The civil day from which the rule counts. */
  firstOn: string;
  /** HH:MM in the club. */
  startTime: string;
}

export interface Occurrence {
  /** The civil day that the rule gives. */
  on: string;
  startsAt: Date;
}

const listOf = (element: string): RegExp => new RegExp(`^${element}(,${element})*$`);
const days = '(MO|TU|WE|TH|FR|SA|SU)';
const yearDays = '[+-]?([1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6])';
const upTo999 = /^[1-9]\d{0,2}$/;

/** The parts of a rule by RFC 5545, section 3.3.10, that speak of days, each with the form of its value. */
const parts: Record<string, RegExp> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: upTo999,
  COUNT: upTo999,
  UNTIL: /^\d{8}(T\d{6}Z)?$/,
  WKST: listOf(days),
  BYDAY: listOf(`([+-]?([1-9]|[1-4]\\d|5[0-3]))?${days}`),
  BYMONTHDAY: listOf('[+-]?([1-9]|[12]\\d|3[01])'),
  BYYEARDAY: listOf(yearDays),
  BYWEEKNO: listOf('[+-]?([1-9]|[1-4]\\d|5[0-3])'),
  BYMONTH: listOf('([1-9]|1[0-2])'),
  BYSETPOS: listOf(yearDays),
};
const belowTheDay = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];
const frequenciesBelowTheDay = ['HOURLY', 'MINUTELY', 'SECONDLY'];

/** Far more periods than a rule passes through in the life of a club; what needs more gives hardly a meeting. */
const maxIterations = 100_000;

/**
 * The rule of a series, in capitals: an RRULE of RFC 5545 without DTSTART, that gives each day one meeting at most.
 * @throws DomainError INVALID naming `rule`, with the reason
 */
export function readRule(text: string): string {
  const rule = text.toUpperCase();
  const read = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [name = '', value = ''] = part.split(/=(.*)/s);
    if (read.has(name)) throw refused(`${name} is given twice.`);
    requirePart(name, value);
    read.set(name, value);
  }
  if (!read.has('FREQ')) throw refused('FREQ is missing.');
  if (read.has('COUNT') && read.has('UNTIL')) throw refused('COUNT and UNTIL exclude each other.');
  const until = read.get('UNTIL');
  if (until && !isInTime(until)) throw refused('UNTIL is no day.');
  daysOf({ rule, firstOn: '2000-01-01' }, '2000-01-01', '2000-01-01');
  return rule;
}

/**
 * The meetings a rule gives from one civil day to another, both included, in order. Each starts at the same time by
 * the clocks of the club. A time that the clocks leave out on that day is as much later as they are put forward, and
 * of a time that they show twice it is the first: the disambiguation `compatible` of Temporal.
 * @throws DomainError INVALID naming `rule`, which cannot be worked out
 */
export function occurrencesOf(recurrence: Recurrence, timeZone: string, from: string, to: string): Occurrence[] {
  const isBeforeTheEnd = endOf(recurrence.rule);
  const plainTime = Temporal.PlainTime.from(recurrence.startTime);
  return daysOf(recurrence, from, to)
    .map((day) => {
      const { epochMilliseconds } = day.toZonedDateTime({ timeZone, plainTime });
      return { on: day.toString(), startsAt: new Date(epochMilliseconds) };
    })
    .filter(isBeforeTheEnd);
}

function requirePart(name: string, value: string): void {
  if (belowTheDay.includes(name)) throw refused(`${name}: a series has one meeting a day, at its start time.`);
  if (name === 'FREQ' && frequenciesBelowTheDay.includes(value)) {
    throw refused(`FREQ=${value}: a series has one meeting a day at most.`);
  }
  const form = parts[name];
  if (!form) throw refused(`${name || 'An empty part'} is no part of a rule.`);
  if (!form.test(value)) throw refused(`${name} cannot be ${value || 'empty'}.`);
}

/**
 * The civil days of a rule. They are worked out in UTC, where every time of every day is there once: in a zone with
 * clock changes RFC 5545 leaves out an occurrence whose time the clocks leave out, and the club would not meet.
 */
function daysOf({ rule, firstOn }: Omit<Recurrence, 'startTime'>, from: string, to: string): Temporal.PlainDate[] {
  const midnight = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime('UTC');
  try {
    const days = new RRuleTemporal({
      // UNTIL may be an instant, which is compared with the start in the club.
      rruleString: `RRULE:${rule.replace(/;?UNTIL=[^;]*/, '').replace(/^;/, '')}`,
      dtstart: midnight(firstOn),
      strict: true,
      temporal: Temporal,
      maxIterations,
    });
    return days.between(midnight(from), midnight(to), true).map((day) => day.toPlainDate());
  } catch (error) {
    throw refused(error instanceof Error ? error.message : 'It cannot be worked out.');
  }
}

/** Whether an occurrence is not after the UNTIL of its rule: a civil day, or an instant in UTC. */
function endOf(rule: string): (occurrence: Occurrence) => boolean {
  const [, until] = /(?:^|;)UNTIL=([^;]*)/.exec(rule) ?? [];
  if (!until) return () => true;
  if (until.length === 8) {
    const last = Temporal.PlainDate.from(until).toString();
    return ({ on }) => on <= last;
  }
  const last = Temporal.Instant.from(until).epochMilliseconds;
  return ({ startsAt }) => startsAt.getTime() <= last;
}

function isInTime(until: string): boolean {
  try {
    return until.length === 8 ? Boolean(Temporal.PlainDate.from(until)) : Boolean(Temporal.Instant.from(until));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function refused(reason: string): DomainError {
  return new DomainError('INVALID', `The rule is refused: ${reason}`, ['rule']);
}
