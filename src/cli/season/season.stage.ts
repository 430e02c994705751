import type { INestApplicationContext, Type } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { viewerOf } from '../../identity/viewer.sql.js';
import { Clock } from '../../platform/clock.js';
import { newId } from '../../platform/id.js';
import type { Moment, Season, SeasonPerson } from './season.types.js';

/** The kinds of things a season names by key. */
type Kind =
  | 'region'
  | 'club'
  | 'profession'
  | 'person'
  | 'seat'
  | 'meeting'
  | 'contact'
  | 'introduction'
  | 'referral'
  | 'visitor'
  | 'deal'
  | 'presentation'
  | 'one-to-one';

/** Whose an introduction, referral, deal or club is: later acts on it are his. Kept by the person's key. */
type Owner = 'beneficiary' | 'receiver' | 'seller' | 'president';

/** Where a meeting and a visitor belong. Kept by the key of the club or meeting. */
type Place = 'meeting club' | 'visitor meeting';

/** What a season is played on: the application's services, and which key stands for which id. */
export class SeasonStage {
  private readonly ids = new Map<string, string>();
  private readonly people: Map<string, SeasonPerson>;
  private readonly timeZones: Map<string, string>;
  private readonly locales: Map<string, string>;
  private readonly viewers = new Map<string, Promise<Viewer>>();

  constructor(
    private readonly application: INestApplicationContext,
    readonly season: Season,
    readonly anchor: Temporal.PlainDate,
    private readonly administratorId: string,
  ) {
    this.people = new Map(season.people.map((person) => [person.key, person]));
    this.timeZones = new Map(season.clubs.map((club) => [club.key, club.timeZone]));
    this.locales = new Map(season.clubs.map((club) => [club.key, club.locale]));
  }

  service<T>(type: Type<T>): T {
    return this.application.get(type, { strict: false });
  }

  put(kind: Kind | Owner | Place, key: string, id: string): void {
    this.ids.set(`${kind} ${key}`, id);
  }

  has(kind: Kind, key: string): boolean {
    return this.ids.has(`${kind} ${key}`);
  }

  /** @throws Error for a key nothing was put under: the season is written wrongly */
  id(kind: Kind | Owner | Place, key: string): string {
    const id = this.ids.get(`${kind} ${key}`);
    if (id === undefined) throw new Error(`The season has no ${kind} called ${key}.`);
    return id;
  }

  person(key: string): SeasonPerson {
    const person = this.people.get(key);
    if (!person) throw new Error(`The season has no person called ${key}.`);
    return person;
  }

  localeOf(club: string): string {
    return this.locales.get(club) ?? 'nl-BE';
  }

  /** The civil day that many days from the anchor. */
  day(offset: number): string {
    return this.anchor.add({ days: offset }).toString();
  }

  /** The instant of a moment on a club's wall clock; where no club is named, on the first club's. */
  instant(moment: Moment, club?: string): Date {
    const timeZone = this.timeZones.get(club ?? '') ?? this.season.clubs[0]?.timeZone ?? 'UTC';
    const local = this.anchor.add({ days: moment.day }).toPlainDateTime(Temporal.PlainTime.from(moment.time));
    return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
  }

  /** The owner of an introduction, referral or deal as he is at this moment of the clock. */
  asOwner(owner: Owner, key: string): Promise<Viewer> {
    return this.as(this.id(owner, key));
  }

  asPresidentOf(meeting: string): Promise<Viewer> {
    return this.asOwner('president', this.id('meeting club', meeting));
  }

  /** The seat under which somebody is in a meeting: in the club that meets. */
  seatIn(meeting: string, person: string): string {
    return this.id('seat', `${this.id('meeting club', meeting)} ${person}`);
  }

  /** A person of the season as he is at this moment of the clock. */
  as(personKey: string): Promise<Viewer> {
    return this.viewer(this.id('person', personKey));
  }

  asAdministrator(): Promise<Viewer> {
    return this.viewer(this.administratorId);
  }

  /** The input of an act, with a key of its own. */
  input<T extends object>(input: T): T & { idempotencyKey: string } {
    return { ...input, idempotencyKey: newId() };
  }

  /** To be called when somebody was given or lost a seat or an office: what viewers are depends on nothing else here. */
  forgetViewers(): void {
    this.viewers.clear();
  }

  private viewer(personId: string): Promise<Viewer> {
    const known = this.viewers.get(personId);
    if (known) return known;
    const viewer = viewerOf(this.service(DataSource), personId, this.service(Clock).now());
    this.viewers.set(personId, viewer);
    return viewer;
  }
}
