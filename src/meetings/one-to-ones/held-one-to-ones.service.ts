import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import type { Meeting } from '../meeting.entity.js';
import { OneToOne } from './one-to-one.entity.js';

/** The day of the last closed meeting before the one that starts at `:startsAt`. */
const lastClosed = `
  SELECT max(m.held_on) FROM meetings m
  WHERE m.club_id = :clubId AND m.state = 'closed' AND m.starts_at < :startsAt`;

/**
 * The one-to-ones since then of whoever had a seat in the club on their day. The other had one in the club's network:
 * people of other networks do not exist for it.
 */
const ofClubSinceLast = `
  SELECT met.id
  FROM memberships own
  JOIN clubs club ON club.id = own.club_id
  CROSS JOIN LATERAL (
    SELECT o.id, o.held_on, CASE o.proposer_id WHEN own.person_id THEN o.partner_id ELSE o.proposer_id END AS other_id
    FROM one_to_ones o
    WHERE o.state = 'held' AND (o.proposer_id = own.person_id OR o.partner_id = own.person_id)
      AND o.held_on > coalesce((${lastClosed}), '-infinity') AND o.held_on <= :day
      AND daterange(own.joined_on, own.left_on) @> o.held_on
  ) met
  WHERE own.club_id = :clubId AND EXISTS (
    SELECT FROM memberships other JOIN clubs theirs ON theirs.id = other.club_id
    WHERE other.person_id = met.other_id AND theirs.network_id = club.network_id
      AND daterange(other.joined_on, other.left_on) @> met.held_on
  )`;

/** What a club sees of one-to-ones. */
@Injectable()
export class HeldOneToOnesService {
  constructor(private readonly dataSource: DataSource) {}

  /** Those since the day of the club's last closed meeting, up to the day of this one, in the order of their days. */
  sinceLast(meeting: Meeting, page: PageArguments): Promise<Connection<OneToOne>> {
    const held = this.dataSource
      .getRepository(OneToOne)
      .createQueryBuilder('held')
      .where(`held.id IN (${ofClubSinceLast})`, {
        clubId: meeting.clubId,
        startsAt: meeting.startsAt,
        day: meeting.heldOn,
      });
    return paginate(held, page, { property: 'heldOn', direction: 'ASC' });
  }
}
