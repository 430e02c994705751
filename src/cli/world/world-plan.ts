import { WorldCalendar } from './calendar.js';
import { type Country, countries } from './countries.js';
import { type Kind, keyOf, keysOf } from './ids.js';
import type { WorldSize } from './world-size.js';

/** How many sit in a club without those who have their second seat there. */
export const membersPerClub = 30;
/** One member in so many has a second seat, in the next club. */
const twoSeatsOneIn = 25;
const clubsPerRegion = 100;

/** A seat in a club. */
export interface Seat {
  id: string;
  /** The number of the person in the whole world. */
  person: number;
  personId: string;
  /** Whether his first seat is in another club. */
  isGuest: boolean;
  /** Whether he has seats in two clubs. */
  hasTwo: boolean;
  /** The number of his profession in the catalogue. */
  profession: number;
}

/**
 * Who and what is in a world, by number, whichever part of it is made first: clubs, members counted through all clubs,
 * and the contacts in their books. Keys follow from the numbers.
 */
export class WorldPlan {
  readonly calendar: WorldCalendar;
  readonly regions: number;
  readonly countries: readonly Country[];
  private readonly since: number;

  constructor(readonly size: WorldSize) {
    this.calendar = new WorldCalendar(size.until);
    this.since = this.calendar.since;
    // A world too small for one whole region has two, so that there is something beside a region.
    this.regions = size.clubs < clubsPerRegion / 2 ? 2 : Math.max(1, Math.round(size.clubs / clubsPerRegion));
    this.countries = countries.slice(0, this.regions);
  }

  /** The beginning of keys of a kind in a club. */
  keys(kind: Kind, club: number): string {
    return keysOf(kind, { seed: this.size.seed, since: this.since, club });
  }

  key(kind: Kind, club: number, number: number): string {
    return keyOf(this.keys(kind, club), number);
  }

  clubId(club: number): string {
    return this.key('club', club, club);
  }

  /** The network is region 0, then come the countries and then what they hold. */
  regionId(number: number): string {
    return this.key('region', 0, number);
  }

  networkId(): string {
    return this.regionId(0);
  }

  /** Which of the regions within countries a club is in, from 0. */
  regionOf(club: number): number {
    return Math.floor((club * this.regions) / this.size.clubs);
  }

  countryOf(club: number): Country {
    return this.countries[this.regionOf(club) % this.countries.length] as Country;
  }

  professionId(number: number): string {
    return this.key('profession', 0, number);
  }

  personId(person: number): string {
    return this.key('person', this.clubOf(person), person);
  }

  contactId(person: number, contact: number): string {
    return this.key('contact', this.clubOf(person), (person % membersPerClub) * this.size.contacts + contact);
  }

  /** The first seat of a person. */
  seatId(person: number): string {
    return this.key('seat', this.clubOf(person), person % membersPerClub);
  }

  clubOf(person: number): number {
    return Math.floor(person / membersPerClub);
  }

  hasTwoSeats(person: number): boolean {
    return person % twoSeatsOneIn === 7;
  }

  /** All who sit in a club, its own members first. */
  seatsOf(club: number): Seat[] {
    const before = (club + this.size.clubs - 1) % this.size.clubs;
    const guests = membersOf(before).filter((person) => this.hasTwoSeats(person));
    return [
      ...membersOf(club).map((person) => this.seat(person, { id: this.seatId(person), isGuest: false })),
      ...guests.map((person, index) =>
        this.seat(person, { id: this.key('seat', club, membersPerClub + index), isGuest: true }, index),
      ),
    ];
  }

  /** Whether two persons sit in one and the same club. Nobody joins or leaves while a world lives. */
  areFellows(person: number, other: number): boolean {
    const clubs = this.clubsOf(other);
    return this.clubsOf(person).some((club) => clubs.includes(club));
  }

  private clubsOf(person: number): number[] {
    const club = this.clubOf(person);
    return this.hasTwoSeats(person) ? [club, (club + 1) % this.size.clubs] : [club];
  }

  private seat(person: number, { id, isGuest }: Pick<Seat, 'id' | 'isGuest'>, guest = 0): Seat {
    const profession = isGuest ? membersPerClub + guest : person % membersPerClub;
    const hasTwo = this.hasTwoSeats(person);
    return { id, person, personId: this.personId(person), isGuest, hasTwo, profession };
  }
}

function membersOf(club: number): number[] {
  return Array.from({ length: membersPerClub }, (_, index) => club * membersPerClub + index);
}
