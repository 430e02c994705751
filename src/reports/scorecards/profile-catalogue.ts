import { builtInProfiles, defaultProfileId } from './built-in-profiles.js';
import type { ScorecardProfile } from './profile.js';
import type { OwnScorecardProfile } from './scorecard-profile.entity.js';

/** A profile, and whose it is. */
export interface CataloguedProfile {
  content: ScorecardProfile;
  builtIn: boolean;
}

/** A choice, as far as it says what is chosen. */
export interface ChosenProfile {
  profileCode: string;
  /** Null for the latest that has begun. */
  profileVersion: number | null;
}

/**
 * The profiles of a network by code and version: its own, and those of Kring. Should Kring ever bring one of a code
 * and version that the network has had, the network's goes on being meant.
 */
export function catalogueOf(own: readonly OwnScorecardProfile[]): CataloguedProfile[] {
  const profiles = new Map<string, CataloguedProfile>();
  const key = ({ id, version }: ScorecardProfile) => `${id} ${version}`;
  for (const content of builtInProfiles()) profiles.set(key(content), { content, builtIn: true });
  for (const { content } of own) profiles.set(key(content), { content, builtIn: false });
  return [...profiles.values()].sort(
    ({ content: one }, { content: other }) => compare(one.id, other.id) || one.version - other.version,
  );
}

/** The profile that a choice means on a civil day; null when there is none, or none of its versions has begun. */
export function chosenOn(
  catalogue: readonly CataloguedProfile[],
  { profileCode, profileVersion }: ChosenProfile,
  day: string,
): CataloguedProfile | null {
  const versions = catalogue.filter(({ content }) => content.id === profileCode);
  const isMeant = ({ content }: CataloguedProfile) =>
    profileVersion === null ? content.validFrom <= day : content.version === profileVersion;
  return versions.findLast(isMeant) ?? null;
}

/** What a club scores by that has not chosen: Kring's own, in its first version before any has begun. */
export function defaultOn(catalogue: readonly CataloguedProfile[], day: string): CataloguedProfile {
  const chosen = chosenOn(catalogue, { profileCode: defaultProfileId, profileVersion: null }, day);
  const found = chosen ?? catalogue.find(({ content }) => content.id === defaultProfileId);
  if (!found) throw new Error(`The profile ${defaultProfileId} is gone.`);
  return found;
}

/** The choice that holds on a civil day: the latest that has begun; null before the first. */
export function choiceOn<T extends { validFrom: string }>(choices: readonly T[], day: string): T | null {
  const begun = choices.filter(({ validFrom }) => validFrom <= day);
  return begun.reduce<T | null>((latest, each) => (latest && latest.validFrom > each.validFrom ? latest : each), null);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
