import { Temporal } from 'temporal-polyfill';
import type { Act, ConsentBasisName, PartyKey, Season } from '../../../src/cli/season/season.types.js';
import { acceptanceOf } from './chain.js';
import { clubsOf, holdsSeat } from './humans.js';
import type { IntroductionRow } from './journal.js';
import type { Dice } from './random-dice.js';
import { SeasonModel } from './season-model.js';

/** An act before the draft's clock tells when it happens. */
export type Deed = Act extends infer Each ? (Each extends Act ? Omit<Each, 'at'> : never) : never;

const FIRST_DAY = -180;
const LAST_DAY = -1;
const MORNING = 8 * 60;
const NIGHT = 22 * 60;
const CONSENTS: readonly ConsentBasisName[] = ['ASKED_AND_AGREED', 'EXISTING_REQUEST', 'PUBLIC_BUSINESS_DETAILS'];

/**
 * A random season while it is being written. Every act is played in the model at once, so that the next one
 * can refer to what is really there. The clock never stands still: no two acts are at the same moment.
 */
export class SeasonDraft {
  readonly acts: Act[] = [];
  readonly model: SeasonModel;
  private minute = MORNING;
  private lastKey = 0;
  day = FIRST_DAY;

  constructor(readonly season: Omit<Season, 'acts'>) {
    // Nothing the draft looks at depends on the anchor; any Monday does.
    this.model = new SeasonModel(season, Temporal.PlainDate.from('2026-01-05'));
  }

  get journal() {
    return this.model.journal;
  }

  /** No act fits in the season any more. */
  get isOver(): boolean {
    return this.minute >= NIGHT;
  }

  /** Writes the act down whatever the rules say of it; tells whether they let it happen. */
  perform(deed: Deed): boolean {
    const act = { ...deed, at: this.moment(0) } as Act;
    this.passMinutes(2);
    this.acts.push(act);
    return this.model.refusalOf(act) === null;
  }

  /** The moment that many minutes from now, today. */
  moment(minutes: number): { day: number; time: string } {
    const minute = this.minute + minutes;
    const twoDigits = (number: number) => String(number).padStart(2, '0');
    return { day: this.day, time: `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}` };
  }

  passMinutes(minutes: number): void {
    this.minute += minutes;
  }

  /** On the last day the clock only goes on by minutes. */
  passDays(days: number): void {
    const day = Math.min(this.day + days, LAST_DAY);
    if (day > this.day) this.minute = MORNING;
    this.day = day;
  }

  newKey(kind: string): string {
    this.lastKey += 1;
    return `${kind}-${this.lastKey}`;
  }

  /** Everybody who holds a seat today: in the club given, or in any. */
  members(club?: string): string[] {
    return this.season.people.map((person) => person.key).filter((person) => this.isMember(person, this.day, club));
  }

  isMember(person: string, day: number, club?: string): boolean {
    if (club !== undefined) return holdsSeat(this.journal, person, club, day);
    return clubsOf(this.journal, person, day).length > 0;
  }

  contactsOf(owner: string): string[] {
    return this.journal.of('addContact').flatMap(({ act }) => (act.owner === owner ? [act.key] : []));
  }

  ownerOf(contact: string): string {
    return this.journal.contact(contact).owner;
  }

  /** Introductions that later acts can name: those that a visitor's purchase made have no key in the season. */
  namedIntroductions(): IntroductionRow[] {
    const implied = (row: IntroductionRow) => this.journal.of('recordDeal').some(({ order }) => order === row.order);
    return [...this.journal.introductions.values()].filter((row) => !implied(row));
  }

  isAccepted(row: IntroductionRow): boolean {
    return acceptanceOf(this.journal, row) !== null;
  }

  /** Whether the beneficiary may see whom he was introduced to, and so may sell to him or ask him further. */
  isOpenToBeneficiary({ introduced, beneficiary, key }: IntroductionRow): boolean {
    if ('person' in introduced) return this.isMember(introduced.person, this.day);
    if (this.ownerOf(introduced.contact) === beneficiary) return true;
    const told = [
      ...this.journal.of('recordIntroduction').filter(({ act }) => act.key === key),
      ...this.journal
        .of('giveReferral')
        .filter(({ act }) => act.prospect !== 'giver' && act.prospect.introduction === key),
    ];
    return told.some(({ act }) => act.consent !== 'NONE_YET');
  }
}

export function randomConsent(dice: Dice): ConsentBasisName {
  return dice.chance(6) ? 'NONE_YET' : (dice.choose(CONSENTS) ?? 'ASKED_AND_AGREED');
}

export function others(people: readonly string[], ...excluded: (string | undefined)[]): string[] {
  return people.filter((person) => !excluded.includes(person));
}

export function isContact(party: PartyKey): party is { contact: string } {
  return 'contact' in party;
}
