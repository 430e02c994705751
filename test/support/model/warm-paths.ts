import { Temporal } from 'temporal-polyfill';
import { type NetworkContact, type Strength, searchedAt, type WarmNetwork, zones } from './warm-network.js';

/** Whom to ask, by his place in the list of people, and how far it is. */
export interface Entry {
  member: number;
  degree: number;
}

/** A place on a way: a person of the network, or a contact; `contact` is its place in the list. */
type Stop = { person: number } | { contact: number };

interface Way {
  stops: Stop[];
  strength: number;
  spokenOn: string;
}

const strengths: (Strength | null)[] = [null, 'weak', 'familiar', 'strong'];
const familiar = strengths.indexOf('familiar');
const strong = strengths.indexOf('strong');
const strongSince = '2025-06-15';
const never = '';
const mostShown = 50;

const means: Record<string, string[]> = {
  managers: ['manager'],
  dentist: ['dentist'],
  gent: ['Gent', 'Ghent'],
  gand: ['Gent', 'Ghent'],
  louvain: ['Leuven'],
  drukker: [],
};

/** Warm paths by walking from member to member to contact, breadth first, without a database. */
export class WarmPathsModel {
  /** @param ids the keys of the people: the last thing that orders them */
  constructor(
    private readonly network: WarmNetwork,
    private readonly ids: readonly string[],
  ) {}

  /** Null when nothing is looked for. */
  search(viewer: number, words: readonly string[]): Entry[] | null {
    const meant = words.filter((word) => word !== 'the');
    const level = this.network.people[viewer]?.level ?? 'nobody';
    if (level === 'nobody' || meant.length === 0) return null;
    const ways = this.walk(viewer, level === 'network' ? 4 : 3).filter((way) => this.arrives(way, meant));
    if (!this.leavesChoice(ways)) return [];
    const best = new Map<number, Way>();
    for (const way of ways) {
      const member = this.memberOf(way);
      const known = best.get(member);
      if (!known || this.compare(way, known, viewer) < 0) best.set(member, way);
    }
    const ordered = [...best.values()].sort((one, other) => this.compare(one, other, viewer));
    const shared = this.network.contacts.filter(
      (contact) => contact.owner === viewer && contact.fate === 'there',
    ).length;
    return ordered
      .slice(0, Math.min(mostShown, shared))
      .map((way) => ({ member: this.memberOf(way), degree: way.stops.length - 1 }));
  }

  /** Every way from the viewer of at most so many stops, himself included. */
  private walk(viewer: number, longest: number): Way[] {
    const queue: Way[] = [{ stops: [{ person: viewer }], strength: strong, spokenOn: never }];
    for (let place = 0; place < queue.length; place += 1) {
      const way = queue[place];
      if (way && way.stops.length < longest) queue.push(...this.onward(way, viewer));
    }
    return queue;
  }

  private onward(way: Way, viewer: number): Way[] {
    const last = way.stops.at(-1);
    if (!last) return [];
    if ('contact' in last) return this.introducedBy(last.contact, way, viewer);
    if (last.person === viewer) {
      return this.everybody()
        .filter((person) => person !== viewer && this.areFellows(viewer, person) && this.shares(person))
        .map((person) => this.longer(way, { person }, this.tie(viewer, person)));
    }
    return [...this.contactsOf(last.person, way), ...this.knownElsewhere(last.person, way, viewer)];
  }

  private contactsOf(owner: number, way: Way): Way[] {
    return this.network.contacts.flatMap((contact, place) => {
      if (contact.owner !== owner || contact.fate !== 'there' || this.isOnTheWay(contact, way)) return [];
      const next = this.longer(way, { contact: place }, Math.max(1, strengths.indexOf(contact.strength)));
      return [{ ...next, spokenOn: contact.spokenOn ?? never }];
    });
  }

  /** From a member to ask, not from one beyond him. */
  private knownElsewhere(member: number, way: Way, viewer: number): Way[] {
    if (way.stops.length !== 2) return [];
    return this.everybody()
      .filter((other) => other !== viewer && other !== member && this.network.people[other]?.level === 'network')
      .filter((other) => !this.areFellows(viewer, other) && this.isNear(viewer, other))
      .filter((other) => this.areFellows(member, other) || this.met(member, other) !== never)
      .map((other) => this.longer(way, { person: other }, this.tie(member, other)));
  }

  /** Whom a contact of the member to ask introduced before, as far as that member had a hand in it. */
  private introducedBy(contact: number, way: Way, viewer: number): Way[] {
    const member = this.memberOf(way);
    if (way.stops.length !== 3 || this.network.contacts[contact]?.owner !== member) return [];
    return this.network.introductions
      .filter(
        ({ by, asker, recorder, beneficiary }) => by === contact && [asker, recorder, beneficiary].includes(member),
      )
      .flatMap(({ of }) => {
        const introduced = this.network.contacts[of];
        if (introduced?.fate !== 'there' || this.isOnTheWay(introduced, way)) return [];
        const isOpen = introduced.owner !== viewer && this.opensTo(introduced.owner, viewer);
        return isOpen ? [this.longer(way, { contact: of }, familiar)] : [];
      });
  }

  private opensTo(owner: number, viewer: number): boolean {
    if (this.areFellows(owner, viewer)) return this.shares(owner);
    return this.network.people[owner]?.level === 'network' && this.isNear(viewer, owner);
  }

  private longer(way: Way, stop: Stop, strength: number): Way {
    return { ...way, stops: [...way.stops, stop], strength: Math.min(way.strength, strength) };
  }

  private isOnTheWay(contact: NetworkContact, way: Way): boolean {
    return way.stops.some((stop) => {
      if ('person' in stop) return stop.person === contact.person;
      const other = this.network.contacts[stop.contact];
      return (
        other === contact ||
        (contact.person !== null && other?.person === contact.person) ||
        (contact.email !== null && other?.email?.toLowerCase() === contact.email.toLowerCase()) ||
        (contact.phone !== null && other?.phone === contact.phone)
      );
    });
  }

  private arrives({ stops }: Way, words: readonly string[]): boolean {
    const contact = this.contactAt(stops);
    return (
      contact !== null &&
      words.every((word) => means[word]?.some((form) => [contact.role, contact.place].includes(form)))
    );
  }

  private leavesChoice(ways: readonly Way[]): boolean {
    const found = ways.flatMap(({ stops }) => this.contactAt(stops) ?? []);
    const identity = (contact: NetworkContact) =>
      contact.person ?? contact.email?.toLowerCase() ?? contact.phone ?? contact;
    const sizes = [
      new Set(found.map(({ owner }) => owner)),
      new Set(found.map(identity)),
      new Set(found.map(({ name }) => name.replace('é', 'e'))),
    ];
    return sizes.every(({ size }) => size >= 3);
  }

  /** Below zero when the first is the better one. */
  private compare(one: Way, other: Way, viewer: number): number {
    const [first, second] = [this.memberOf(one), this.memberOf(other)];
    const text = (left: string, right: string) => (left < right ? -1 : Number(left > right));
    return (
      other.strength - one.strength ||
      one.stops.length - other.stops.length ||
      text(other.spokenOn, one.spokenOn) ||
      text(this.met(viewer, second), this.met(viewer, first)) ||
      text(this.ids[first] ?? '', this.ids[second] ?? '')
    );
  }

  private contactAt(stops: readonly Stop[]): NetworkContact | null {
    const last = stops.at(-1);
    return last && 'contact' in last ? (this.network.contacts[last.contact] ?? null) : null;
  }

  private memberOf({ stops }: Way): number {
    const [, member] = stops;
    return member && 'person' in member ? member.person : -1;
  }

  private everybody(): number[] {
    return this.network.people.map((_, place) => place);
  }

  private shares(person: number): boolean {
    const level = this.network.people[person]?.level;
    return level === 'fellows' || level === 'network';
  }

  private clubsOf(person: number): number[] {
    return this.network.seats.filter((seat) => seat.person === person && this.isHeld(seat)).map(({ club }) => club);
  }

  private isHeld({ club, joinedOn, leftOn }: WarmNetwork['seats'][number]): boolean {
    const zone = zones[this.network.clubs[club]?.zone ?? 0] ?? '';
    const today = Temporal.Instant.from(searchedAt).toZonedDateTimeISO(zone).toPlainDate().toString();
    return joinedOn <= today && (leftOn === null || leftOn > today);
  }

  private areFellows(one: number, other: number): boolean {
    const clubs = this.clubsOf(one);
    return this.clubsOf(other).some((club) => clubs.includes(club));
  }

  /** Whether both sit in one network. */
  private isNear(viewer: number, other: number): boolean {
    const networks = (person: number) => this.clubsOf(person).map((club) => this.network.clubs[club]?.isForeign);
    return networks(other).some((network) => networks(viewer).includes(network));
  }

  /** The day two members last held a one-to-one or passed a referral. */
  private met(one: number, other: number): string {
    const pair = [one, other].sort().join();
    const met = this.network.oneToOnes.filter((each) => each.isHeld && [each.one, each.other].sort().join() === pair);
    const passed = this.network.referrals.filter(({ giver, receiver }) => [giver, receiver].sort().join() === pair);
    return [...met, ...passed].map(({ day }) => day).reduce((last, day) => (day > last ? day : last), never);
  }

  private tie(one: number, other: number): number {
    return this.met(one, other) >= strongSince ? strong : familiar;
  }
}
