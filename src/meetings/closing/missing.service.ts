import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { Profession } from '../../clubs/profession.entity.js';
import type { Membership } from '../../members/membership.entity.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { seatsWithoutLetter } from '../letters.js';
import type { Meeting } from '../meeting.entity.js';
import { Visitor } from '../visitors/visitor.entity.js';

/** What is still to be recorded of a meeting. */
@Injectable()
export class MissingService {
  constructor(private readonly dataSource: DataSource) {}

  /** Who had a seat on the day and has no letter, by profession. */
  letters(meeting: Meeting, page: PageArguments): Promise<Connection<Membership>> {
    const seats = seatsWithoutLetter(this.dataSource.manager, meeting);
    seats.innerJoin(Profession, 'profession', 'profession.id = seat.professionId');
    return paginate(seats, page, { of: 'profession', property: 'name', direction: 'ASC' });
  }

  /** The visitors of whom it is not recorded whether they came, in the order of inviting. */
  visitorsUndecided(meeting: Meeting, page: PageArguments): Promise<Connection<Visitor>> {
    const visitors = this.dataSource.getRepository(Visitor).createQueryBuilder('visitor');
    visitors.where({ meetingId: meeting.id, cameAt: IsNull(), didNotComeAt: IsNull() });
    return paginate(visitors, page, { property: 'invitedAt', direction: 'ASC' });
  }
}
