import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import type { Membership } from '../../members/membership.entity.js';
import { findMembership } from '../../members/membership-lookup.js';
import { seatOn } from '../../members/seats.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type KeysetOrder, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import type { Meeting } from '../meeting.entity.js';
import { Testimonial } from './testimonial.entity.js';
import { canGive } from './testimonials.policy.js';
import type { GiveTestimonialInput } from './testimonials.types.js';

@Injectable()
export class TestimonialsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The testimonials under a seat, given or received, the latest first. */
  ofMember(
    part: 'giverMembershipId' | 'receiverMembershipId',
    seat: Membership,
    page: PageArguments,
  ): Promise<Connection<Testimonial>> {
    return this.list({ [part]: seat.id }, page, 'DESC');
  }

  /** What members of the club said of each other on the day of a meeting, in the order of saying. */
  onDayOf(meeting: Meeting, page: PageArguments): Promise<Connection<Testimonial>> {
    return this.list({ clubId: meeting.clubId, givenOn: meeting.heldOn }, page, 'ASC');
  }

  /** @throws DomainError NOT_FOUND, NOT_A_MEMBER; GIVER_IS_RECEIVER by constraint */
  give(viewer: Viewer, input: GiveTestimonialInput): Promise<Testimonial> {
    const act = { personId: viewer.personId, verb: 'giveTestimonial', input, result: Testimonial };
    return this.acts.once(act, async (manager) => {
      const now = this.clock.now();
      const visible = await findMembership(manager, viewer, input.receiverMembershipId, now);
      const receiver = found(visible, 'membership', 'receiverMembershipId');
      authorise(canGive(viewer, receiver));
      const club = await manager.findOneByOrFail(Club, { id: receiver.clubId });
      const givenOn = this.clock.today(club.timeZone);
      const giver = await seatOn(manager, club.id, viewer.personId, givenOn);
      if (!giver || !receiver.isHeldOn(givenOn)) {
        throw new DomainError('NOT_A_MEMBER', 'Giver and receiver hold their seats today.', ['receiverMembershipId']);
      }
      const ends = { giverMembershipId: giver.id, receiverMembershipId: receiver.id };
      const testimonial = await insert(manager, Testimonial, {
        id: newId(),
        clubId: club.id,
        ...ends,
        text: input.text,
        givenOn,
        givenAt: now,
      });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'testimonial.given',
        subject: testimonial,
        clubId: club.id,
        details: ends,
      });
      return testimonial;
    });
  }

  private list(
    where: FindOptionsWhere<Testimonial>,
    page: PageArguments,
    direction: KeysetOrder['direction'],
  ): Promise<Connection<Testimonial>> {
    const testimonials = this.dataSource.getRepository(Testimonial).createQueryBuilder('testimonial').where(where);
    return paginate(testimonials, page, { property: 'givenAt', direction });
  }
}
