import type { Act, Moment, PartyKey, SeasonClub } from '../../../src/cli/season/season.types.js';
import { ModelRefusal } from './model-refusal.js';

export type ActName = Act['act'];
export type ActOf<Name extends ActName> = Extract<Act, { act: Name }>;

/** An act that was played, with its place in the order of recording. */
export interface Played<Name extends ActName> {
  order: number;
  act: ActOf<Name>;
}

/** Who is said to have made an introduction, as it was told. */
export interface Claim {
  introducer: { person: string } | { contact: string; asker?: string };
  parent?: string;
}

/**
 * An introduction as it was first told. Only what cannot change is here: its introducer, parent, degree,
 * root and acceptance are derived from the acts (chain.ts).
 */
export interface IntroductionRow {
  key: string;
  order: number;
  at: Moment;
  beneficiary: string;
  introduced: PartyKey;
  /** Days from the anchor. */
  happenedOn: number;
  /** Null for an inserted one that took over the introducer of the introduction below it. */
  claim: Claim | null;
  /** The referral whose acceptance accepts it. */
  referral: string | null;
  /** For an inserted one: the introduction it was inserted above, whose acceptance it shares. */
  above: string | null;
}

/** What is judged once, when a deal is recorded, and then stays as it is. */
export interface DealRow {
  key: string;
  order: number;
  act: ActOf<'recordDeal'>;
  /** The buyer, with a visitor replaced by the contact who came. */
  buyer: PartyKey;
  direct: boolean;
  origin: string | null;
  repeat: boolean;
}

/** "Everything up to now" for the questions below that take a `before`. */
export const NOW = Number.POSITIVE_INFINITY;

/**
 * The acts that were played, in order, and the few facts that the rules fix at their recording.
 * Every question about the past takes `before`: only acts recorded earlier than that count.
 */
export class Journal {
  readonly introductions = new Map<string, IntroductionRow>();
  readonly deals = new Map<string, DealRow>();
  private readonly played = new Map<ActName, { order: number; act: Act }[]>();
  private length = 0;

  constructor(readonly clubs: readonly SeasonClub[]) {}

  /** The order that the next act will have. */
  get next(): number {
    return this.length;
  }

  append(act: Act): number {
    const order = this.length;
    this.length += 1;
    const sameKind = this.played.get(act.act);
    if (sameKind) sameKind.push({ order, act });
    else this.played.set(act.act, [{ order, act }]);
    return order;
  }

  of<Name extends ActName>(name: Name, before = NOW): Played<Name>[] {
    const sameKind = (this.played.get(name) ?? []) as unknown as Played<Name>[];
    return before === NOW ? sameKind : sameKind.filter((played) => played.order < before);
  }

  /** The one act of this kind that satisfies the condition, or a refusal. */
  find<Name extends ActName>(name: Name, condition: (act: ActOf<Name>) => boolean, sought: string): ActOf<Name> {
    const found = this.of(name).find((played) => condition(played.act));
    if (!found) throw new ModelRefusal('NOT_FOUND', sought);
    return found.act;
  }

  contact(key: string): ActOf<'addContact'> {
    return this.find('addContact', (act) => act.key === key, `contact ${key}`);
  }

  referral(key: string): ActOf<'giveReferral'> {
    return this.find('giveReferral', (act) => act.key === key, `referral ${key}`);
  }

  visitor(key: string): ActOf<'inviteVisitor'> {
    return this.find('inviteVisitor', (act) => act.key === key, `visitor ${key}`);
  }

  meeting(key: string): ActOf<'planMeeting'> {
    return this.find('planMeeting', (act) => act.key === key, `meeting ${key}`);
  }

  introduction(key: string): IntroductionRow {
    const row = this.introductions.get(key);
    if (!row) throw new ModelRefusal('NOT_FOUND', `introduction ${key}`);
    return row;
  }

  deal(key: string): DealRow {
    const row = this.deals.get(key);
    if (!row) throw new ModelRefusal('NOT_FOUND', `deal ${key}`);
    return row;
  }
}

/** Whether two acts happened at the same instant, so that only the order of recording tells them apart. */
export function sameMoment(one: Moment, other: Moment): boolean {
  return one.day === other.day && one.time === other.time;
}
