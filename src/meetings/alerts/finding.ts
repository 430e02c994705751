import type { OfficeName } from '../../identity/viewer.js';
import type { Alert } from './alert.entity.js';
import type { AlertEvidence } from './alert-evidence.entity.js';

/** What counts against a member or visitor, as of the day of a closed meeting. All lists are in order of time. */
export interface Facts {
  /** The day as of which the rules are judged. */
  day: string;
  /** Of those with a seat that day, from closed meetings. */
  letters: LetterFact[];
  visits: VisitFact[];
  /** The terms of those with a seat that day, by member and office, that had begun by then. */
  terms: TermFact[];
  /** The feature presentations of the meeting, each once for every entry of education units, or with none. */
  features: FeatureFact[];
  /** The pieces that somebody excused, by `pieceKey`. */
  excused: ReadonlySet<string>;
}

export interface LetterFact {
  membershipId: string;
  meetingId: string;
  day: string;
  letter: 'absent' | 'late' | 'substitute';
}

/** That a visitor of the meeting, or a row that stands for the same human, came to a meeting of the club. */
export interface VisitFact {
  visitorId: string;
  visitId: string;
  meetingId: string;
  day: string;
}

export interface TermFact {
  membershipId: string;
  officeId: string;
  name: OfficeName;
  startsOn: string;
  endsOn: string | null;
}

export interface FeatureFact {
  membershipId: string;
  meetingId: string;
  /** When the units were earned, and how many; null when there are none. */
  day: string | null;
  units: string | null;
}

export type Piece = Pick<AlertEvidence, 'day' | 'meetingId' | 'letter' | 'visitorId' | 'officeId' | 'units'>;

/** A rule that somebody came up against. */
export interface Finding extends Pick<Alert, 'rule' | 'membershipId' | 'visitorId' | 'lastEvidenceId'> {
  measured: number;
  /** In order of time. */
  evidence: Piece[];
}

/** Under which name a piece of evidence is excused: of a visit the human is told by the visit itself. */
export function pieceKey(rule: string, membershipId: string | null, pieceId: string): string {
  return `${rule} ${membershipId ?? ''} ${pieceId}`;
}

/** A piece of which all is null but what is given. */
export function piece(given: Partial<Piece> & { day: string }): Piece {
  return { meetingId: null, letter: null, visitorId: null, officeId: null, units: null, ...given };
}

/** Things by a key of theirs, in the order in which they came. */
export function byKey<T>(things: T[], keyOf: (thing: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return [...groups.values()];
}
