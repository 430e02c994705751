import type { Place } from './places.sql.js';
import type { Viewer } from './viewer.js';

/** The civil day it is now in a time zone: what tells a place that is held from one that was. */
export type TodayIn = (timeZone: string) => string;

/** A person is seen by himself and in every network in which he has, had or will have a place. */
export function canSeePerson(viewer: Viewer, personId: string, places: Place[]): boolean {
  return viewer.is(personId) || places.some((place) => viewer.sees(place.networkId));
}

/** Whether he sits today in a club in which the viewer sits today. */
export function isFellow(viewer: Viewer, places: Place[], todayIn: TodayIn): boolean {
  return places.some((place) => place.clubId !== null && viewer.isMemberOf(place.clubId) && isHeld(place, todayIn));
}

/** E-mail and phone are for himself, his fellow members today and the administrators of a network he is in today. */
export function canSeeDetails(viewer: Viewer, personId: string, places: Place[], todayIn: TodayIn): boolean {
  return (
    viewer.is(personId) ||
    isFellow(viewer, places, todayIn) ||
    places.some((place) => viewer.administers(place.networkId) && isHeld(place, todayIn))
  );
}

/** Settings such as the language are his own business. */
export function canSeeSettings(viewer: Viewer, personId: string): boolean {
  return viewer.is(personId);
}

/**
 * Administrators invite whoever has or will have a place in their network; the board offices that look after
 * members invite whoever has or will have a seat in their club.
 */
export function canInvite(viewer: Viewer, places: Place[], todayIn: TodayIn): boolean {
  return places.some((place) => !hasEnded(place, todayIn) && looksAfter(viewer, place));
}

function looksAfter(viewer: Viewer, { networkId, clubId }: Place): boolean {
  const inviting = ['president', 'vice_president', 'membership_committee', 'secretary_treasurer'] as const;
  return viewer.administers(networkId) || (clubId !== null && viewer.holdsOffice(clubId, ...inviting));
}

/** Whether it is a place on the day, told in the time zone of the place. */
export function isHeld(place: Place, todayIn: TodayIn): boolean {
  return place.startsOn <= todayIn(place.timeZone) && !hasEnded(place, todayIn);
}

function hasEnded(place: Place, todayIn: TodayIn): boolean {
  return place.endsOn !== null && place.endsOn <= todayIn(place.timeZone);
}
