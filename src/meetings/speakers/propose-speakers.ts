/** What there is to know of a member who holds his seat on the day for which speakers are sought. */
export interface SpeakerFacts {
  membershipId: string;
  /** Civil days, YYYY-MM-DD. */
  joinedOn: string;
  /** The day of his last feature presentation in a closed meeting; null when he has given none. */
  lastSpokeOn: string | null;
  isOnLeave: boolean;
  isAssigned: boolean;
  /** A decimal; null when he has as many as the rules ask for. */
  educationUnitsMissing: string | null;
}

/**
 * Who speaks next: those who never gave a feature presentation, by the day they joined, and then those whose last
 * is the longest ago; of two of the same day who joined first, and then who has the older seat. Who is on leave or
 * has a meeting to speak in already is left out. Who lacks education units keeps his place: the club decides.
 */
export function proposeSpeakers<F extends SpeakerFacts>(members: F[]): F[] {
  return members.filter(({ isOnLeave, isAssigned }) => !isOnLeave && !isAssigned).sort(inTurn);
}

function inTurn(one: SpeakerFacts, other: SpeakerFacts): number {
  // Before every day there is: who never spoke comes first.
  const last = ({ lastSpokeOn }: SpeakerFacts) => lastSpokeOn ?? '';
  return (
    compare(last(one), last(other)) ||
    compare(one.joinedOn, other.joinedOn) ||
    compare(one.membershipId, other.membershipId)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
