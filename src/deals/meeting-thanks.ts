import { Field, ObjectType } from '@nestjs/graphql';
import type { DataSource } from 'typeorm';
import type { ClubDay } from '../meetings/club-day.js';
import { type Connection, connectionOf, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { DateTimeScalar } from '../platform/graphql/scalars.js';
import { Deal } from './deal.entity.js';
import { Thanks } from './thanks.entity.js';

/** What the room hears of a thanks. It stands on the thanks itself, of which nothing else is shown here. */
@ObjectType({
  description: 'That a seller thanked a member: what the room hears of it. Amount and message are for the one thanked.',
})
export class ThanksInMeeting {
  @Field(() => DateTimeScalar, { description: 'When he thanked.' })
  thankedAt: Date;
}

export const ThanksInMeetingConnection = connectionOf(ThanksInMeeting);

/** The thanks that sellers of a club said on a day, in the order of saying. */
export function thanksOn(
  dataSource: DataSource,
  { clubId, since, until }: ClubDay,
  page: PageArguments,
): Promise<Connection<Thanks>> {
  const thanks = dataSource
    .getRepository(Thanks)
    .createQueryBuilder('thanks')
    .innerJoin(Deal, 'deal', 'deal.id = thanks.dealId')
    .where('deal.clubId = :clubId', { clubId })
    .andWhere('thanks.thankedAt >= :since AND thanks.thankedAt < :until', { since, until });
  return paginate(thanks, page, { property: 'thankedAt', direction: 'ASC' });
}
