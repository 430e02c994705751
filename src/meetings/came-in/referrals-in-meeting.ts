import type { DataSource } from 'typeorm';
import { Club } from '../../clubs/club.entity.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { Referral } from '../../referrals/referral.entity.js';
import type { Meeting } from '../meeting.entity.js';
import { onDay } from '../on-day.sql.js';

/** The referrals given from seats of the club on the day of a meeting, in the order of giving. */
export function referralsInMeeting(
  dataSource: DataSource,
  { clubId, heldOn }: Meeting,
  page: PageArguments,
): Promise<Connection<Referral>> {
  const referrals = dataSource
    .getRepository(Referral)
    .createQueryBuilder('referral')
    .innerJoin(Club, 'club', 'club.id = referral.clubId')
    .where({ clubId })
    .andWhere(onDay('referral.givenAt'), { day: heldOn });
  return paginate(referrals, page, { property: 'givenAt', direction: 'ASC' });
}
