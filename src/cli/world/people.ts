import type { ClubYear } from './club-year.js';
import { none } from './copy-text.js';
import type { Dice } from './dice.js';
import { addDirectors } from './frame.js';
import { companies, familyNames, givenNames, places, professions, roles } from './words.js';
import type { Seat } from './world-plan.js';

/** The members of a club who hold its offices, in this order. */
const offices = [
  'president',
  'vice_president',
  'secretary_treasurer',
  'membership_committee',
  'education',
  'visitor_host',
] as const;
const strengths = ['weak', 'familiar', 'strong', none] as const;
/** How many contacts of ten are known by more than name and address. */
const describedOfTen = 7;

/** What everybody signs in with who has an account. @param person counted through the whole world */
export function emailOf(person: number): string {
  return `member${person}@world.example`;
}

/** Who sits in a club, with offices, what they share and their address books. */
export function addPeople(year: ClubYear): void {
  const dice = year.dice(1);
  for (const seat of year.seats) {
    const joined = seat.isGuest ? -dice.below(360) : -365 - dice.below(2500);
    if (!seat.isGuest) addPerson(year, seat, joined, dice);
    addSeat(year, seat, joined);
    if (!seat.isGuest) addBook(year, seat, dice);
  }
  for (const [index, office] of offices.entries()) {
    const since = year.day(0);
    const holder = year.seats[index] as Seat;
    year.rows.offices.add(year.newKey('office'), year.id, holder.id, office, since, since);
  }
  addDirectors(year.plan, year.rows, year.club);
}

function addPerson(year: ClubYear, { person, personId }: Seat, joined: number, dice: Dice): void {
  const since = year.day(joined);
  const { rows, country } = year;
  rows.persons.add(personId, dice.pick(givenNames), dice.pick(familyNames), emailOf(person), country.locale, since);
  const shares = dice.below(10);
  if (shares >= 8) return;
  rows.sharings.add(year.newKey('sharing'), personId, shares < 6 ? 'network' : 'fellows', since);
}

function addSeat(year: ClubYear, { id, personId, profession, person }: Seat, joined: number): void {
  const since = year.day(joined);
  // The next anniversary: everybody has paid for the days the world lived.
  const renews = year.day(joined + 365 * Math.ceil((365 - joined) / 365));
  const professionId = year.plan.professionId(profession);
  year.rows.memberships.add(id, year.id, personId, professionId, `Company ${person}`, since, renews, since);
}

/** Nobody stands in two books: each contact has an e-mail address of his own. */
function addBook(year: ClubYear, { person, personId }: Seat, dice: Dice): void {
  const { contacts } = year.plan.size;
  const since = year.day(-200);
  for (let index = 0; index < contacts; index += 1) {
    const described = dice.below(10) < describedOfTen;
    year.rows.contacts.add(
      year.plan.contactId(person, index),
      personId,
      `${dice.pick(givenNames)} ${dice.pick(familyNames)}`,
      described ? `${dice.pick(companies)} ${dice.below(50_000)}` : none,
      described ? dice.pick(roles) : none,
      `c${index}.${person}@contact.example`,
      since,
      described ? dice.pick(professions) : none,
      described ? dice.pick(places) : none,
      dice.pick(strengths),
      dice.chance(0.3) ? year.day(dice.below(500) - 150) : none,
      dice.chance(0.1) ? 't' : 'f',
    );
  }
}
