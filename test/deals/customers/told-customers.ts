import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

/** A contact of the seller: with what he shares with other rows, and into which later row he is merged in the end. */
export interface Row {
  email: number | null;
  phone: number | null;
  person: number | null;
  mergedInto: number | null;
}

type Party = { contact: number } | { person: number };

export type Act =
  | { act: 'sell'; party: Party; day: string }
  | { act: 'introduce'; party: Party; day: string }
  | { act: 'refund'; deal: number; amount: number }
  | { act: 'ask'; party: Party; day: string; outcome: 'INTRODUCES' | 'LATER' | 'NOBODY'; until: number };

export interface Tale {
  rows: Row[];
  acts: Act[];
}

export interface Expected {
  name: string;
  stage: string;
  deals: number;
  firstDealOn: string | null;
  lastDealOn: string | null;
  sum: number;
  broughtOn: string | null;
  toAsk: boolean;
  asked: { outcome: string; askedOn: string } | null;
}

const price = 100;
const windowMonths = 12;

export function tales(): fc.Arbitrary<Tale> {
  const shared = fc.option(fc.nat({ max: 2 }), { nil: null, freq: 1 });
  const row = fc.record({
    email: shared,
    phone: shared,
    person: fc.option(fc.nat({ max: 1 }), { nil: null, freq: 1 }),
  });
  // Around the days on which a window ends, and on all others.
  const edges = ['2027-06-14', '2027-06-15', '2027-06-16', '2028-06-14', '2028-06-15'];
  const start = Temporal.PlainDate.from('2026-01-02');
  const day = fc.oneof(
    fc.constantFrom(...edges),
    fc.nat({ max: 890 }).map((days) => start.add({ days }).toString()),
  );
  return fc.array(row, { minLength: 1, maxLength: 5 }).chain((drawn) => {
    const party = fc.oneof(
      { weight: 4, arbitrary: fc.record({ contact: fc.nat({ max: drawn.length - 1 }) }) },
      { weight: 1, arbitrary: fc.record({ person: fc.nat({ max: 1 }) }) },
    );
    const outcome = fc.constantFrom('INTRODUCES' as const, 'LATER' as const, 'NOBODY' as const);
    const act: fc.Arbitrary<Act> = fc.oneof(
      fc.record({ act: fc.constant('sell' as const), party, day }),
      fc.record({ act: fc.constant('introduce' as const), party, day }),
      fc.record({
        act: fc.constant('refund' as const),
        deal: fc.nat({ max: 9 }),
        amount: fc.constantFrom(30, 70, 100),
      }),
      fc.record({ act: fc.constant('ask' as const), party, day, outcome, until: fc.integer({ min: 1, max: 400 }) }),
    );
    const merges = fc.array(fc.option(fc.nat({ max: 9 }), { nil: null, freq: 1 }), { minLength: 5, maxLength: 5 });
    return fc.record({ acts: fc.array(act, { maxLength: 14 }), merges }).map(({ acts, merges }) => ({
      acts,
      rows: drawn.map((each, place) => ({
        ...each,
        mergedInto: laterThan(place, merges[place] ?? null, drawn.length),
      })),
    }));
  });
}

function laterThan(place: number, drawn: number | null, count: number): number | null {
  const later = count - 1 - place;
  return drawn === null || later === 0 || drawn > 4 ? null : place + 1 + (drawn % later);
}

interface Deal {
  party: Party;
  day: string;
  left: number;
}

interface Question {
  party: Party;
  day: string;
  outcome: string;
  until: string | null;
}

interface Journal {
  deals: Deal[];
  introductions: { party: Party; day: string }[];
  questions: Question[];
}

/** The customers at the end of a tale, by asking of every two rows whether they are one. */
export function toldBy({ rows, acts }: Tale, today: string): Expected[] {
  const journal: Journal = { deals: [], introductions: [], questions: [] };
  const unmerged = rows.map((row) => ({ ...row, mergedInto: null }));
  for (const act of acts) {
    if (act.act === 'sell') journal.deals.push({ party: act.party, day: act.day, left: price });
    else if (act.act === 'introduce') journal.introductions.push(act);
    else if (act.act === 'refund') {
      const deal = journal.deals[act.deal % Math.max(1, journal.deals.length)];
      if (deal && deal.left >= act.amount) deal.left -= act.amount;
    } else if (humans(unmerged, journal).some((human) => human.has(nameOf(act.party)) && relationOf(human, journal))) {
      const until = act.outcome === 'LATER' ? plus(act.day, { days: act.until }) : null;
      journal.questions.push({ party: act.party, day: act.day, outcome: act.outcome, until });
    }
  }
  return humans(rows, journal).flatMap((human) => customer(human, rows, journal, today) ?? []);
}

const nameOf = (party: Party): string => ('contact' in party ? `Contact ${party.contact}` : `Person ${party.person}`);
const plus = (day: string, by: { days?: number; months?: number }) => Temporal.PlainDate.from(day).add(by).toString();

/** Sets of rows, grown until none has anything in common with another. */
function humans(rows: Row[], { deals, introductions, questions }: Journal): Set<string>[] {
  const known = new Set([...deals, ...introductions, ...questions].map(({ party }) => nameOf(party)));
  for (const [place, { mergedInto }] of rows.entries()) {
    if (mergedInto !== null && known.has(`Contact ${place}`)) known.add(`Contact ${mergedInto}`);
  }
  const marks = new Map<string, Set<string>>();
  for (const name of known) {
    const [kind, number] = name.split(' ');
    const row = kind === 'Contact' ? rows[Number(number)] : undefined;
    const marksOf = new Set([name]);
    if (row?.email != null) marksOf.add(`email ${row.email}`);
    if (row?.phone != null) marksOf.add(`phone ${row.phone}`);
    if (row?.person != null) marksOf.add(`Person ${row.person}`);
    if (row?.mergedInto != null) marksOf.add(`Contact ${row.mergedInto}`);
    marks.set(name, marksOf);
  }
  let sets = [...marks.values()];
  for (let before = -1; before !== sets.length; ) {
    before = sets.length;
    sets = sets.reduce<Set<string>[]>((apart, set) => {
      const one = apart.filter((other) => [...other].some((mark) => set.has(mark)));
      const rest = apart.filter((other) => !one.includes(other));
      return [...rest, new Set([...set, ...one.flatMap((other) => [...other])])];
    }, []);
  }
  return sets;
}

function of<T extends { party: Party }>(human: Set<string>, list: T[]): T[] {
  return list.filter(({ party }) => human.has(nameOf(party)));
}

function relationOf(human: Set<string>, journal: Journal): boolean {
  return of(human, journal.deals).some(({ left }) => left > 0) || of(human, journal.introductions).length > 0;
}

function customer(human: Set<string>, rows: Row[], journal: Journal, today: string): Expected | null {
  if (!relationOf(human, journal)) return null;
  const byDay = <T extends { day: string }>(list: T[]) =>
    [...list].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const deals = byDay(of(human, journal.deals).filter(({ left }) => left > 0));
  const introductions = of(human, journal.introductions);
  const [first, last] = [deals[0] ?? null, deals.at(-1) ?? null];
  const asked = byDay(of(human, journal.questions)).at(-1) ?? null;
  const latestDay = byDay(introductions).at(-1)?.day;
  const shown = last ?? introductions.find(({ day }) => day === latestDay);
  return {
    name: shown ? survivor(shown.party, rows) : '',
    stage: stage(deals, latestDay, today),
    deals: deals.length,
    firstDealOn: first?.day ?? null,
    lastDealOn: last?.day ?? null,
    sum: deals.reduce((sum, { left }) => sum + left, 0),
    broughtOn: introductions.find(({ day }) => first === null || day <= first.day)?.day ?? null,
    toAsk: last !== null && (asked === null || asked.day < last.day || (asked.until !== null && asked.until <= today)),
    asked: asked && { outcome: asked.outcome, askedOn: asked.day },
  };
}

function stage(deals: Deal[], introducedOn: string | undefined, today: string): string {
  const last = deals.at(-1);
  if (!last) return 'POTENTIAL';
  if (plus(last.day, { months: windowMonths }) > today) return deals.length > 1 ? 'LOYAL' : 'NEW';
  return introducedOn !== undefined && introducedOn > last.day ? 'POTENTIAL' : 'FORMER';
}

function survivor(party: Party, rows: Row[]): string {
  if ('person' in party) return nameOf(party);
  const into = rows[party.contact]?.mergedInto ?? null;
  return into === null ? nameOf(party) : survivor({ contact: into }, rows);
}
