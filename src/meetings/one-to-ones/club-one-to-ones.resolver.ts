import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Club } from '../../clubs/club.entity.js';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { periodKey } from '../by-period.js';
import { Meeting } from '../meeting.entity.js';
import { canSeeRecord, canSeeRoom } from '../meetings.policy.js';
import { HeldOneToOnesService } from './held-one-to-ones.service.js';
import type { OneToOne } from './one-to-one.entity.js';
import { HeldOneToOne, HeldOneToOneConnection } from './one-to-ones.types.js';
import { oneToOnesHeldByClub, oneToOnesHeldBySeat } from './one-to-ones-held.sql.js';

const From = () => Args('from', { type: () => DateScalar, description: 'The first day that counts.' });
const To = () => Args('to', { type: () => DateScalar, description: 'The last day that counts.' });

@Resolver(() => Membership)
export class MembershipOneToOnesResolver {
  @ResolveField(() => Int, {
    nullable: true,
    description:
      'How many one-to-ones he had while he held the seat; null for all but the members of the club and himself.',
  })
  oneToOnesHeld(
    @Parent() seat: Membership,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @From() from: string,
    @To() to: string,
  ): Promise<number> | null {
    const key = periodKey(seat.id, from, to);
    return canSeeRecord(viewer, seat) ? loaders.loadExisting(oneToOnesHeldBySeat, key) : null;
  }
}

@Resolver(() => Club)
export class ClubOneToOnesResolver {
  @ResolveField(() => Int, {
    nullable: true,
    description:
      "The sum of its members' one-to-ones: between two of them 2, with somebody from outside 1; null for all but the members of the club.",
  })
  oneToOnesHeld(
    @Parent() club: Club,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @From() from: string,
    @To() to: string,
  ): Promise<number> | null {
    const key = periodKey(club.id, from, to);
    return viewer.isMemberOf(club.id) ? loaders.loadExisting(oneToOnesHeldByClub, key) : null;
  }
}

@Resolver(() => Meeting)
export class MeetingOneToOnesResolver {
  constructor(private readonly held: HeldOneToOnesService) {}

  @ResolveField(() => HeldOneToOneConnection, {
    nullable: true,
    description:
      "The one-to-ones of its members after the day of the club's last closed meeting, up to the day of this one, by day; null for all but the members of the club.",
  })
  oneToOnesSinceLast(
    @Parent() meeting: Meeting,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<OneToOne>> | null {
    return canSeeRoom(viewer, meeting) ? this.held.sinceLast(meeting, page) : null;
  }
}

@Resolver(() => HeldOneToOne)
export class HeldOneToOnesResolver {
  @ResolveField(() => [Person], { description: 'The two. Who proposed or recorded it is between them.' })
  between(@Parent() held: OneToOne, @RequestLoaders() loaders: Loaders): Promise<Person[]> {
    const both = [held.proposerId, held.partnerId].sort();
    return Promise.all(both.map((personId) => loaders.loadExisting(personById, personId)));
  }
}
