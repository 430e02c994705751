import type { DataSource } from 'typeorm';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { Referral } from '../../referrals/referral.entity.js';
import type { ClubDay } from '../club-day.js';

/** The referrals given from seats of a club on a day, in the order of giving. */
export function referralsOn(
  dataSource: DataSource,
  { clubId, since, until }: ClubDay,
  page: PageArguments,
): Promise<Connection<Referral>> {
  const referrals = dataSource
    .getRepository(Referral)
    .createQueryBuilder('referral')
    .where({ clubId })
    .andWhere('referral.givenAt >= :since AND referral.givenAt < :until', { since, until });
  return paginate(referrals, page, { property: 'givenAt', direction: 'ASC' });
}
