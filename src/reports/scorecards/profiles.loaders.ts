import { In } from 'typeorm';
import type { Club } from '../../clubs/club.entity.js';
import { type LoaderDeclaration, type Loaders } from '../../platform/graphql/loaders.js';
import { type CataloguedProfile, catalogueOf, choiceOn, chosenOn, defaultOn } from './profile-catalogue.js';
import { ScorecardChoice } from './scorecard-choice.entity.js';
import { OwnScorecardProfile } from './scorecard-profile.entity.js';

/** By network: all profiles its clubs may choose. */
export const profilesOfNetwork: LoaderDeclaration<CataloguedProfile[]> = async (networkIds, dataSource) => {
  const own = await dataSource.getRepository(OwnScorecardProfile).findBy({ networkId: In([...networkIds]) });
  return new Map(networkIds.map((id) => [id, catalogueOf(own.filter(({ networkId }) => networkId === id))]));
};

/** By club: all its choices. */
export const choicesOfClub: LoaderDeclaration<ScorecardChoice[]> = async (clubIds, dataSource) => {
  const choices = await dataSource.getRepository(ScorecardChoice).findBy({ clubId: In([...clubIds]) });
  return new Map(clubIds.map((id) => [id, choices.filter(({ clubId }) => clubId === id)]));
};

/** The profile a club scores by on a civil day: what it chose, or else Kring's own. */
export async function profileOn(loaders: Loaders, club: Club, day: string): Promise<CataloguedProfile> {
  const [profiles, choices] = await Promise.all([
    loaders.loadExisting(profilesOfNetwork, club.networkId),
    loaders.loadExisting(choicesOfClub, club.id),
  ]);
  const choice = choiceOn(choices, day);
  return (choice && chosenOn(profiles, choice, day)) ?? defaultOn(profiles, day);
}
