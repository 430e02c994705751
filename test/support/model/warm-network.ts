import fc from 'fast-check';

/** The instant at which random networks are searched: in Auckland it is the next day already, in Los Angeles not yet. */
export const searchedAt = '2026-06-15T13:00:00Z';
export const zones = ['Europe/Brussels', 'Pacific/Auckland', 'America/Los_Angeles'];

export type Level = 'nobody' | 'fellows' | 'network';
export type Strength = 'weak' | 'familiar' | 'strong';

/** Persons, clubs and contacts are known by their places in the lists. */
export interface WarmNetwork {
  clubs: { zone: number; isForeign: boolean }[];
  /** Null for whoever never said what he shares. */
  people: { level: Level | null }[];
  seats: { person: number; club: number; joinedOn: string; leftOn: string | null }[];
  oneToOnes: { one: number; other: number; day: string; isHeld: boolean }[];
  referrals: { giver: number; receiver: number; day: string }[];
  contacts: NetworkContact[];
  introductions: { by: number; of: number; asker: number; recorder: number; beneficiary: number }[];
  searches: { viewer: number; words: string[] }[];
}

export interface NetworkContact {
  owner: number;
  name: string;
  email: string | null;
  phone: string | null;
  person: number | null;
  role: string;
  place: string;
  strength: Strength | null;
  spokenOn: string | null;
  fate: 'there' | 'private' | 'merged' | 'erased';
}

const days = ['2024-02-01', '2025-06-14', '2025-06-15', '2026-03-01', '2026-05-01'];
const joining = ['2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', '2026-06-15', '2026-06-16'];
const leaving = [null, null, null, null, null, '2026-06-15', '2026-06-16', '2026-06-17'];

/** Each has one sense: no stem of one is a stem of another, and none is written much like another. */
const roles = ['manager', 'dentist', 'printer'];
const places = ['Gent', 'Ghent', 'Leuven'];
const searched = ['managers', 'managers', 'managers', 'dentist', 'gent', 'gand', 'louvain', 'the', 'drukker'];

/** Four sit in the first club; two of them in the second too, with three who are farther from the others. */
const firstSeats = [0, 1, 2, 3, 2, 3, 4, 5, 6].map((person, place) => ({
  ...{ person, club: place < 4 ? 0 : 1, joinedOn: '2026-01-01', leftOn: null },
}));

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** Mostly the usual value. */
const mostly = <T>(usual: T, others: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });

/** Some eight to eleven members of two to four clubs, who know each other and the same few humans in many ways. */
export function warmNetwork(): fc.Arbitrary<WarmNetwork> {
  return fc.tuple(fc.integer({ min: 8, max: 11 }), fc.integer({ min: 2, max: 4 })).chain(([people, clubs]) => {
    const person = fc.nat({ max: people - 1 });
    const club = fc.nat({ max: clubs - 1 });
    const contact = fc.nat({ max: 59 });
    return fc.record({
      clubs: fc.array(fc.record({ zone: mostly(0, fc.nat({ max: 2 })), isForeign: mostly(false, fc.boolean()) }), {
        ...{ minLength: clubs, maxLength: clubs },
      }),
      people: fc.array(
        fc.record({
          level: oneOf<Level | null>('network', 'network', 'network', 'network', 'fellows', 'fellows', 'nobody', null),
        }),
        {
          ...{ minLength: people, maxLength: people },
        },
      ),
      seats: fc
        .array(
          fc.record({
            person,
            club,
            joinedOn: oneOf(...joining),
            leftOn: oneOf(...leaving),
          }),
          { minLength: 2, maxLength: 10 },
        )
        .map((drawn) => [...firstSeats, ...drawn]),
      oneToOnes: fc.array(
        fc.record({ one: person, other: person, day: oneOf(...days), isHeld: mostly(true, fc.boolean()) }),
        {
          maxLength: 8,
        },
      ),
      referrals: fc.array(fc.record({ giver: person, receiver: person, day: oneOf(...days) }), { maxLength: 6 }),
      contacts: fc.array(contactOf(fc.oneof(person, fc.integer({ min: 4, max: people - 1 })), person), {
        minLength: 36,
        maxLength: 60,
      }),
      introductions: fc.array(
        fc.record({ by: contact, of: contact, asker: person, recorder: person, beneficiary: person }),
        { minLength: 4, maxLength: 16 },
      ),
      searches: fc.array(
        fc.record({
          viewer: fc.oneof(fc.nat({ max: 2 }), person),
          words: fc.array(oneOf(...searched), { minLength: 1, maxLength: 2 }),
        }),
        {
          ...{ minLength: 4, maxLength: 6 },
        },
      ),
    });
  });
}

function contactOf(owner: fc.Arbitrary<number>, person: fc.Arbitrary<number>): fc.Arbitrary<NetworkContact> {
  return fc.record({
    owner,
    name: oneOf('Léa Baert', 'Lea Baert', 'Jan Claes', 'An Goossens', 'Tom Segers', 'Eva Pauwels', 'Kris Lenaerts'),
    email: fc.oneof(fc.constant(null), oneOf('one@client.example', 'One@client.example', 'two@client.example')),
    phone: mostly(null, oneOf<string | null>('+3292100001', '+3292100002')),
    person: mostly<number | null>(null, person),
    role: oneOf(...roles),
    place: oneOf(...places),
    strength: oneOf<Strength | null>('weak', 'familiar', 'strong', null),
    spokenOn: oneOf<string | null>(null, ...days),
    fate: oneOf<NetworkContact['fate']>(
      'there',
      'there',
      'there',
      'there',
      'there',
      'there',
      'private',
      'merged',
      'erased',
    ),
  });
}
