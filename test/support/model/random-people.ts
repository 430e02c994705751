import type { Season } from '../../../src/cli/season/season.types.js';
import { personOf } from './humans.js';
import type { Dice } from './random-dice.js';
import { SeasonDraft } from './random-draft.js';

export const CLUBS = ['elm', 'oak'] as const;
/** They preside over the clubs from the first day and never leave, so that somebody can always hold a meeting. */
const PRESIDENTS: Record<(typeof CLUBS)[number], string> = { elm: 'person-1', oak: 'person-2' };
const PROFESSIONS = ['Architect', 'Baker', 'Coach', 'Dentist', 'Electrician', 'Florist', 'Gardener', 'Hotelier'];

/** Where somebody sits from the first day; one of `later` may join on some other day. */
export type FirstSeat = 'elm' | 'oak' | 'both' | 'later';

/** Two members in each club, and up to four more people as drawn. */
export function setUp(extraSeats: readonly FirstSeat[]): SeasonDraft {
  const seats: FirstSeat[] = ['elm', 'oak', 'elm', 'oak', ...extraSeats];
  const draft = new SeasonDraft(seasonFrame(seats.length));
  seats.forEach((seat, index) => {
    for (const club of CLUBS) {
      if (seat === club || seat === 'both') admit(draft, `person-${index + 1}`, club);
    }
  });
  for (const club of CLUBS) {
    draft.perform({ act: 'appointOfficer', club, person: PRESIDENTS[club], office: 'PRESIDENT' });
  }
  for (const owner of draft.members()) {
    addContact(draft, owner, { email: null, phone: null });
    addContact(draft, owner, { email: `${owner}-friend@example.net`, phone: null });
  }
  draft.passDays(2);
  return draft;
}

function seasonFrame(numberOfPeople: number): Omit<Season, 'acts'> {
  // Two zones with the same wall clock: the order of acts is then the order of instants, whoever's club it is.
  const club = { region: 'lowlands', locale: 'nl-BE', fee: { amount: '350', months: 12 } };
  return {
    network: 'Kring at random',
    regions: [{ key: 'lowlands', kind: 'country', name: 'Lowlands', parent: null }],
    clubs: [
      { ...club, key: 'elm', name: 'Elm', timeZone: 'Europe/Brussels', currency: 'EUR' },
      { ...club, key: 'oak', name: 'Oak', timeZone: 'Europe/Amsterdam', currency: 'JPY' },
    ],
    professions: PROFESSIONS,
    people: Array.from({ length: numberOfPeople }, (_, index) => ({
      key: `person-${index + 1}`,
      givenName: `Given${index + 1}`,
      familyName: `Family${index + 1}`,
      email: `person-${index + 1}@example.org`,
      phone: null,
    })),
  };
}

function admit(draft: SeasonDraft, person: string, club: string): void {
  const index = draft.season.people.findIndex(({ key }) => key === person);
  const profession = PROFESSIONS[index] ?? PROFESSIONS[0] ?? '';
  draft.perform({ act: 'admitMember', club, person, profession, company: `Company of ${person}` });
}

interface Reach {
  email: string | null;
  phone: string | null;
}

function addContact(draft: SeasonDraft, owner: string, reach: Reach): string {
  const key = draft.newKey('contact');
  draft.perform({ act: 'addContact', key, owner, name: `Name of ${key}`, company: null, role: 'buyer', ...reach });
  return key;
}

/** A contact more for this member, now and then reached as a contact of somebody else is: the same human then. */
export function newContact(draft: SeasonDraft, dice: Dice, owner: string): string {
  const shared = dice.chance(25) ? dice.choose(foreignReaches(draft, owner)) : undefined;
  if (shared) return addContact(draft, owner, shared);
  const number = draft.acts.length;
  const email = dice.chance(60) ? `contact${number}@example.net` : null;
  return addContact(draft, owner, { email, phone: dice.chance(40) ? `+3247012${1000 + number}` : null });
}

/** Ways to reach contacts of others that this owner does not have in his own book yet. */
function foreignReaches(draft: SeasonDraft, owner: string): Reach[] {
  const contacts = draft.journal.of('addContact').map(({ act }) => act);
  const own = contacts.filter((contact) => contact.owner === owner);
  const isNew = (reach: Reach) =>
    own.every(
      ({ email, phone }) =>
        (email === null || email.toLowerCase() !== reach.email?.toLowerCase()) &&
        (phone === null || phone !== reach.phone),
    );
  return contacts
    .filter((contact) => contact.owner !== owner)
    .flatMap<Reach>(({ email, phone }) => [
      // In capitals, because an e-mail is the same in any case.
      ...(email === null ? [] : [{ email: email.toUpperCase(), phone: null }]),
      ...(phone === null ? [] : [{ email: null, phone }]),
    ])
    .filter(isNew);
}

/** One of the member's contacts: a new one in so many of a hundred cases, and always when he has no other. */
export function someContact(draft: SeasonDraft, dice: Dice, owner: string, newPercent = 50): string {
  const known = dice.chance(newPercent) ? undefined : dice.choose(draft.contactsOf(owner));
  return known ?? newContact(draft, dice, owner);
}

export function meetSomebody(draft: SeasonDraft, dice: Dice): void {
  const owner = dice.choose(draft.members());
  if (owner !== undefined) newContact(draft, dice, owner);
}

/** Somebody takes a seat in a club in which he never had one. */
export function joinClub(draft: SeasonDraft, dice: Dice): void {
  const seats = draft.season.people.flatMap(({ key: person }) => CLUBS.map((club) => ({ person, club })));
  const seat = dice.choose(seats.filter(({ person, club }) => !everSat(draft, person, club)));
  if (seat) admit(draft, seat.person, seat.club);
}

/** A contact turns out to be somebody who never had a seat, and takes one. */
export function becomeMember(draft: SeasonDraft, dice: Dice): void {
  const identified = draft.journal.of('identifyContact').map(({ act }) => act.person);
  const person = dice.choose(
    draft.season.people
      .map(({ key }) => key)
      .filter((key) => !identified.includes(key) && CLUBS.every((club) => !everSat(draft, key, club))),
  );
  const introduced = draft.namedIntroductions().flatMap((row) => ('contact' in row.introduced ? [row.introduced] : []));
  const contact = dice.choose(
    introduced
      .filter((party) => personOf(draft.journal, party) === null)
      .map((party) => party.contact)
      .filter((key) => draft.isMember(draft.ownerOf(key), draft.day)),
  );
  const club = dice.choose(CLUBS);
  if (person === undefined || contact === undefined || club === undefined) return;
  admit(draft, person, club);
  draft.perform({ act: 'identifyContact', contact, by: draft.ownerOf(contact), person });
}

/** Somebody gives up a seat. At least two stay in each club, among whom its president. */
export function leaveClub(draft: SeasonDraft, dice: Dice): void {
  const seats = CLUBS.flatMap((club) => {
    const members = draft.members(club);
    const free = members.filter((person) => person !== PRESIDENTS[club]);
    return members.length < 3 ? [] : free.map((person) => ({ person, club }));
  });
  const seat = dice.choose(seats);
  if (seat) draft.perform({ act: 'endMembership', ...seat });
}

function everSat(draft: SeasonDraft, person: string, club: string): boolean {
  return draft.journal.of('admitMember').some(({ act }) => act.person === person && act.club === club);
}
