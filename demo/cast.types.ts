import type {
  ConsentBasisName,
  OfficeName,
  SeasonClub,
  SeasonRegion,
  StageName,
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
  /** Whether the prospect buys, and later refers a contact of his own to the receiver, who buys as well. */
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

/** An introduction of a contact that the composer remembers, because something may spring from it. */
export interface Link {
  key: string;
  beneficiary: Member;
  contact: Contact;
  parent: Link | null;
  /** Of an introduction without a parent; with one, both follow from it. */
  start: { degree: number; root: Member };
  day: number;
  /** Null as long as the receiver of its referral has done nothing with it. */
  acceptedAt: number | null;
  referral: boolean;
  deals: number;
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
  /** Null when a member is the prospect: the giver himself, or a third one. */
  link: Link | null;
  prospect: Member | null;
  need: Need;
  warmth: 1 | 2 | 3 | 4 | 5;
  consent: ConsentBasisName;
  givenAt: number;
  stage: StageName;
  /** The earlier referral by which the same human came; this one is only a second way to him. */
  twin: Referral | null;
  /** A turn of the story: it is followed up and sold, whatever the odds. */
  sure: boolean;
}

/** Business about to be closed. */
export interface Sale {
  seller: Member;
  buyer: { contact: string } | { person: string } | { visitor: string };
  /** The member who buys, if it is one. */
  member: Member | null;
  /** The introduction by which the buyer came, if the composer knows it. */
  link: Link | null;
  /** Who made the first introduction and how far it is, where there is no link. */
  reach: { degree: number | null; root: Member | null };
  referral: Referral | null;
  /** Day of the introduction or the first contact: the deal is not before it. */
  notBefore: number;
  description: string;
  /** In euro. */
  median: number;
}

/** Business closed, as the aftermath sees it. */
export interface Sold extends Sale {
  key: string;
  amount: number;
  degree: number | null;
  root: Member | null;
}
