import { type FindOptionsWhere, In } from 'typeorm';
import type { Place } from '../identity/places.sql.js';
import type { Viewer } from '../identity/viewer.js';
import type { Club } from './club.entity.js';
import type { Region } from './region.entity.js';

type InNetwork = { networkId: string };

/** Whoever sits, directs or administers in a network sees its tree and its clubs. */
export function visibleInNetwork(viewer: Viewer): FindOptionsWhere<Club & Region> {
  return { networkId: In([...viewer.networkIds]) };
}

/** The tree, the clubs in it and the catalogue of professions are the administrators' work. */
export function canAdminister(viewer: Viewer, subject: InNetwork): boolean {
  return viewer.administers(subject.networkId);
}

/**
 * Whether a person of those places may be given a place in a network: one who has or had to do with it, or with
 * none. Persons of other networks do not exist for it.
 */
export function isWithinReach(places: Place[], subject: InNetwork): boolean {
  return places.length === 0 || places.some((place) => place.networkId === subject.networkId);
}

export function canChangeRules(viewer: Viewer, club: Club): boolean {
  return canAdminister(viewer, club) || viewer.holdsOffice(club.id, 'president', 'vice_president');
}

export function canAddProfession(viewer: Viewer): boolean {
  return viewer.administeredNetworkIds.length > 0;
}
