import type { SelectQueryBuilder } from 'typeorm';
import type { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import type { Meeting } from '../meeting.entity.js';
import { canPlan } from '../meetings.policy.js';
import { Speaker } from './speaker.entity.js';
import type { SpeakerSwap } from './speaker-swap.entity.js';
import type { SpeakerAbilities, SpeakerSwapAbilities } from './speakers.types.js';

/** Who speaks when belongs to planning, and to education: it asks that a speaker has learnt. */
export function canAssign(viewer: Viewer, club: Club): boolean {
  return canPlan(viewer, club) || viewer.holdsOffice(club.id, 'education');
}

export function canAssignNow(viewer: Viewer, meeting: Meeting, club: Club): boolean {
  return canAssign(viewer, club) && meeting.isToBeHeld();
}

/**
 * Leaves the swaps that were asked by the viewer or of him, in the clubs he sits in: what two speakers agree is
 * between them until it is done.
 * @param swaps a query of swaps with the alias `swap`
 */
export function onlyOwnSwaps(swaps: SelectQueryBuilder<SpeakerSwap>, viewer: Viewer): SelectQueryBuilder<SpeakerSwap> {
  return swaps
    .innerJoin(Speaker, 'asking', 'asking.id = swap.askingId')
    .innerJoin(Membership, 'askingSeat', 'askingSeat.id = asking.membershipId')
    .innerJoin(Speaker, 'asked', 'asked.id = swap.askedId')
    .innerJoin(Membership, 'askedSeat', 'askedSeat.id = asked.membershipId')
    .andWhere('swap.clubId = ANY (:clubIds) AND :viewerId IN (askingSeat.personId, askedSeat.personId)', {
      clubIds: viewer.clubIds,
      viewerId: viewer.personId,
    });
}

interface Surroundings {
  seat: Membership;
  meeting: Meeting;
  club: Club;
}

export function speakerAbilitiesOf(
  viewer: Viewer,
  speaker: Speaker,
  { seat, meeting, club }: Surroundings,
): SpeakerAbilities {
  const isToSpeak = speaker.releasedAt === null;
  return {
    release: isToSpeak && canAssignNow(viewer, meeting, club),
    requestSwap: isToSpeak && viewer.is(seat.personId) && viewer.isMemberOf(club.id) && meeting.state === 'planned',
  };
}

export function swapAbilitiesOf(
  viewer: Viewer,
  swap: SpeakerSwap,
  { asking, asked }: { asking: Membership; asked: Membership },
): SpeakerSwapAbilities {
  const isPending = swap.state === 'pending';
  return { answer: isPending && viewer.is(asked.personId), withdraw: isPending && viewer.is(asking.personId) };
}
