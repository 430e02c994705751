import { In } from 'typeorm';
import type { LoaderDeclaration } from '../platform/graphql/loaders.js';
import { Referral } from './referral.entity.js';

/** The referral that hangs on each of the introductions. */
export const referralByIntroduction: LoaderDeclaration<Referral> = async (introductionIds, dataSource) => {
  const found = await dataSource.getRepository(Referral).findBy({ introductionId: In([...introductionIds]) });
  return new Map(found.flatMap((referral) => (referral.introductionId ? [[referral.introductionId, referral]] : [])));
};
