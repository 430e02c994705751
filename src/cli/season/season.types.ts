import type { AcquaintanceStrength } from '../../contacts/contact.entity.js';
import type { WeeklyAct } from './weekly-acts.types.js';

/**
 * A season is a written-down history of clubs: who sits in them and what they did, in order of time.
 * It is data. The player (`season.player.ts`) performs every act through the services' own use cases,
 * and the tests' in-memory model computes from the same acts what the reports must say.
 *
 * Time is relative: `day` counts civil days from the anchor, the Monday of the week in which the season
 * is played (so day -7 is a Monday, day -4 a Thursday, and no act lies in the future), and `time` is
 * the wall clock of the act's club. Things are named by keys, unique among their kind within the season.
 */
export interface Season {
  network: string;
  regions: SeasonRegion[];
  clubs: SeasonClub[];
  /** Names of the professions catalogue. */
  professions: string[];
  people: SeasonPerson[];
  /** In order of time; ties keep the order written. */
  acts: Act[];
}

export interface SeasonRegion {
  key: string;
  kind: 'country' | 'region';
  name: string;
  /** The key of the region above; null for one right below the network. */
  parent: string | null;
}

export interface SeasonClub {
  key: string;
  region: string;
  name: string;
  timeZone: string;
  locale: string;
  /** ISO 4217. */
  currency: string;
  /** What a seat costs, as a decimal in the club's currency, for `months` months. */
  fee: { amount: string; months: number };
}

export interface SeasonPerson {
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  phone: string | null;
}

export interface Moment {
  day: number;
  /** HH:MM, 24 hours. */
  time: string;
}

export type AttendanceLetterName = 'P' | 'A' | 'L' | 'M' | 'S';
export type OfficeName =
  | 'PRESIDENT'
  | 'VICE_PRESIDENT'
  | 'SECRETARY_TREASURER'
  | 'MEMBERSHIP_COMMITTEE'
  | 'EDUCATION'
  | 'VISITOR_HOST';
export type ConsentBasisName = 'ASKED_AND_AGREED' | 'EXISTING_REQUEST' | 'PUBLIC_BUSINESS_DETAILS' | 'NONE_YET';
export type StageName = 'SUSPECT' | 'PROSPECT' | 'HOT_PROSPECT' | 'CUSTOMER' | 'LOST' | 'DECLINED';
export type AmountVisibilityName = 'EXACT' | 'BAND' | 'ONLY_THE_SUM' | 'HIDDEN';

/** Who is meant outside the seats: exactly one of a contact's key and a person's key. */
export type PartyKey = { contact: string } | { person: string };

interface At {
  /** When it is done: the clock shows this moment while the act runs. */
  at: Moment;
}

export type Act = At &
  (
    | { act: 'admitMember'; club: string; person: string; profession: string; company: string }
    | { act: 'endMembership'; club: string; person: string }
    | { act: 'appointOfficer'; club: string; person: string; office: OfficeName }
    | { act: 'planMeeting'; key: string; club: string; startsAt: Moment }
    /** Letters by person key; a member not named has none yet. */
    | {
        act: 'recordAttendance';
        meeting: string;
        letters: Record<string, AttendanceLetterName>;
        substitutes?: Record<string, string>;
      }
    | { act: 'openMeeting'; meeting: string }
    | { act: 'closeMeeting'; meeting: string }
    | {
        act: 'addContact';
        key: string;
        owner: string;
        name: string;
        company: string | null;
        role: string | null;
        email: string | null;
        phone: string | null;
        profession?: string | null;
        place?: string | null;
        strength?: AcquaintanceStrength | null;
        lastSpokenOn?: string | null;
        isPrivate?: boolean;
      }
    /** The owner tells that this contact of his is (or has become) that person of the clubs. */
    | { act: 'identifyContact'; contact: string; by: string; person: string }
    /**
     * Somebody was introduced to the beneficiary, without a need behind it.
     * `introducer.person` is a member who did it himself; `introducer.contact` is a contact who did it:
     * with `parent`, one that was himself introduced to the beneficiary by that earlier introduction;
     * without, a contact of the member `asker`, who asked him to (golden case 13; the asker is the root).
     */
    | {
        act: 'recordIntroduction';
        key: string;
        beneficiary: string;
        introduced: PartyKey;
        introducer: { person: string } | { contact: string; asker?: string };
        parent?: string;
        consent: ConsentBasisName;
      }
    /**
     * A referral with its introduction (key `introduction`), given by a member; `prospect: 'giver'` is an
     * inside referral: the giver himself has the need, and there is no introduction.
     */
    | {
        act: 'giveReferral';
        key: string;
        club: string;
        giver: string;
        receiver: string;
        prospect: { contact: string; introduction: string } | { person: string; introduction: string } | 'giver';
        need: string;
        warmth: 1 | 2 | 3 | 4 | 5;
        consent: ConsentBasisName;
      }
    | { act: 'promiseFirstContact'; referral: string; promisedFor: Moment }
    | { act: 'moveReferral'; referral: string; to: StageName; note: string | null }
    | { act: 'inviteVisitor'; key: string; meeting: string; contact: string; invitedBy: string }
    | { act: 'recordVisit'; visitor: string }
    /**
     * Closed business. `buyer: 'nobodyKnown'`-style own acquisition is simply a contact of the seller that
     * nobody introduced. `referral` names the referral it came from, which becomes a customer by it.
     */
    | {
        act: 'recordDeal';
        key: string;
        club: string;
        seller: string;
        buyer: PartyKey | { visitor: string };
        referral?: string;
        /** Decimal in `currency`, above zero. */
        amount: string;
        currency: string;
        /** The civil day of the deal, counted as `day` of a Moment; not after the act's own day. */
        on: number;
        description: string;
        amountVisibility: AmountVisibilityName;
      }
    /** A new row beside the deal: signed decimal, negative for a refund, in the month of `on`. */
    | { act: 'adjustDeal'; deal: string; amount: string; on: number; reason: string }
    /** Percentages with at most two decimals by person key; they sum to exactly 100. */
    | { act: 'splitCredit'; deal: string; shares: Record<string, string> }
    | { act: 'thankForDeal'; deal: string; message: string }
    /**
     * A forgotten earlier introduction (key `key`): in truth the contact `introduced` had been introduced first,
     * and he made the introduction `above`. With `introducer`, that member introduced him; without, whoever was
     * recorded as making `above` did (its introducer, asker and parent move up to the new introduction).
     */
    | { act: 'insertIntroduction'; key: string; above: string; introduced: string; introducer?: string }
    /** The introducer of an introduction was recorded wrongly: the same choices as for recording one. */
    | {
        act: 'correctIntroduction';
        introduction: string;
        introducer: { person: string } | { contact: string; asker?: string };
        parent?: string;
        reason: string;
      }
    | WeeklyAct
  );
