import type {
  ConsentBasisName,
  OfficeName,
  SeasonClub,
  SeasonRegion,
} from '../src/cli/season/season.types.js';

/** What `cast.json` holds: everything of the demo season that was written by hand. */
export interface Cast {
  network: string;
  regions: SeasonRegion[];
  clubs: SeasonClub[];
  weeklyMeetings: Record<string, WeeklyMeeting>;
  members: Member[];
  professions: Profession[];
  places: Record<Country, string[]>;
  names: Record<Country, { share: number; given: string[]; family: string[] }[]>;
  slots: Record<string, string[]>;
  firms: Record<Country, FirmKind[]>;
  homeRoles: (string | null)[];
  substitutes: Record<string, string[]>;
  lost: string[];
  declined: string[];
  noConsent: string[];
  movesBack: string[];
  contacted: (string | null)[];
  offered: (string | null)[];
  refunds: string[];
  extras: string[];
  thanks: string[];
  thanksFurther: string[];
  insideLead: Record<'firm' | 'home', string>;
  alreadyComing: string;
  correctionReason: string;
  bridges: Bridge[];
}

export type Country = 'BE' | 'NL';
export type Sphere = 'wonen' | 'geld' | 'recht' | 'zaak';
export type NeedKind = 'firm' | 'home' | 'any';

export interface WeeklyMeeting {
  firstDay: number;
  startsAt: string;
  closesAt: string;
  /** Weeks of holiday, counted from 0. */
  notHeld: number[];
}

export interface Member {
  key: string;
  givenName: string;
  familyName: string;
  club: string;
  profession: string;
  company: string;
  /** A seller only sells to the room: what he closes is direct or his own acquisition. */
  gives: 'much' | 'normal' | 'little' | 'seller';
  pace: 'prompt' | 'normal' | 'slow';
  presence: 'faithful' | 'normal' | 'busy' | 'ill';
  office?: OfficeName;
  joins?: number;
  leaves?: number;
  /** Came as a visitor first: invited by this member, in this week, and bought from this one before joining. */
  invitedBy?: string;
  visits?: number;
  buysFirst?: string;
}

export interface Profession {
  name: string;
  sphere: Sphere;
  /** How often others meet somebody who needs it; 1 is usual. */
  demand: number;
  /** Median of a later purchase before halving, in euro. */
  typical: number;
  /** Standard deviation of the logarithm of an amount. */
  spread: number;
  /** Probability that a buyer comes back. */
  repeat: number;
  /** Median days from first contact to the deal. */
  cycleDays: number;
  /** Who may have the need, the need, what is sold for it, and its median price in euro. */
  needs: [NeedKind, string, string, number][];
  again: string[];
}

export interface FirmKind {
  kind: string;
  names: string[];
  roles: string[];
  /** The firm may bear its owner's name. */
  own?: boolean;
  /** Has needs in these spheres only. */
  only?: Sphere[];
}

/** A member refers another member, as the prospect, to a third. */
export interface Bridge {
  giver: string;
  prospect: string;
  receiver: string;
  day: number;
  /** Whether the prospect later refers a contact of his own to the receiver. */
  thenGives: boolean;
}

export interface Contact {
  key: string;
  owner: Member;
  country: Country;
  place: string;
  kind: 'firm' | 'home';
  only: Sphere[] | undefined;
  name: string;
  company: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
  /** Keys of the members he was introduced to. */
  knows: Set<string>;
  isVisitor: boolean;
}

/** An introduction that the composer remembers, because something may spring from it. */
export interface Link {
  key: string;
  beneficiary: Member;
  contact: Contact;
  parent: Link | null;
  /** As recorded; only used to judge how far a chain has come. */
  degree: number;
  root: Member;
  day: number;
  sold: boolean;
}

export interface Need {
  kind: 'firm' | 'home';
  text: string;
  deal: string;
  median: number;
}

export interface Referral {
  key: string;
  giver: Member;
  receiver: Member;
  /** Null for an inside referral and for a member as prospect. */
  link: Link | null;
  /** The member who has the need, if it is one. */
  prospect: Member | null;
  need: Need;
  warmth: 1 | 2 | 3 | 4 | 5;
  consent: ConsentBasisName;
  givenAt: number;
  stage: 'SUSPECT' | 'PROSPECT' | 'HOT_PROSPECT' | 'CUSTOMER' | 'LOST' | 'DECLINED';
  /** Another member referred the same human, who came through the earlier referral. */
  twin: Referral | null;
}
