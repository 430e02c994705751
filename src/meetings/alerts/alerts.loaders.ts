import { ClubRules } from '../../clubs/club-rules.entity.js';
import { Office } from '../../members/office.entity.js';
import { byId, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import { AlertDecision } from './alert-decision.entity.js';

export const rulesById = byId(ClubRules);
export const officeById = byId(Office);

/** The decision that stands, by the alert's id; none while nothing is decided. */
export const standingDecision: LoaderDeclaration<AlertDecision> = async (alertIds, dataSource) => {
  const decisions = await dataSource
    .getRepository(AlertDecision)
    .createQueryBuilder('decision')
    .distinctOn(['decision.alertId'])
    .where('decision.alertId = ANY (:alertIds)', { alertIds })
    .orderBy('decision.alertId')
    .addOrderBy('decision.decidedAt', 'DESC')
    .addOrderBy('decision.id', 'DESC')
    .getMany();
  return new Map(decisions.map((decision) => [decision.alertId, decision]));
};
