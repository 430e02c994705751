import { byId, type LoaderDeclaration } from '../platform/graphql/loaders.js';
import { Club } from './club.entity.js';
import { ClubRules } from './club-rules.entity.js';
import { Profession } from './profession.entity.js';
import { Region } from './region.entity.js';

export const regionById = byId(Region);
export const clubById = byId(Club);
export const professionById = byId(Profession);

/** The rules in force in a club on its own today; the clock is the database's, since rules are for people. */
export const rulesInForce: LoaderDeclaration<ClubRules> = async (clubIds, dataSource) => {
  const rules = await dataSource
    .getRepository(ClubRules)
    .createQueryBuilder('rules')
    .innerJoin(Club, 'club', 'club.id = rules.clubId')
    .distinctOn(['rules.clubId'])
    .where('rules.clubId IN (:...clubIds)', { clubIds: [...clubIds] })
    .andWhere('rules.validFrom <= (now() AT TIME ZONE club.timeZone)::date')
    .orderBy('rules.clubId')
    .addOrderBy('rules.version', 'DESC')
    .getMany();
  return new Map(rules.map((version) => [version.clubId, version]));
};
