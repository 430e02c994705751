import { Args, Int, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import type { Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { Membership } from '../../members/membership.entity.js';
import { Context, type RequestContext, RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { Meeting } from '../meeting.entity.js';
import { meetingById, visitorById } from '../meetings.loaders.js';
import { Visitor } from '../visitors/visitor.entity.js';
import { lettersIn, membershipIn, visitorIn } from './change-subjects.js';
import { MeetingChangesService } from './meeting-changes.service.js';
import { LetterChange, MeetingChange } from './meeting-changes.types.js';

const withoutHole =
  'To have state and changes without a hole, begin with the stream and ask for the state when its answer has begun; or ask for `Meeting.lastChange`, then for the state, and begin the stream with that number as `after`.';

@Resolver(() => MeetingChange)
export class MeetingChangesResolver {
  constructor(private readonly changes: MeetingChangesService) {}

  @Subscription(() => MeetingChange, {
    description:
      'The changes of a meeting in their order, none left out and none twice, as they happen. For the members of the club; ' +
      `it is completed when the viewer is none any more or his session ends. The id of each event is the number of the change. ${withoutHole}`,
  })
  meetingChanged(
    @Context() context: RequestContext<Viewer>,
    @Args('meetingId', { type: () => UuidScalar, description: 'The meeting.' }) meetingId: string,
    @Args('after', {
      type: () => Int,
      nullable: true,
      description:
        'Begin with the changes after the one of this number, 0 for all; null for only those that are to come. The header Last-Event-ID counts instead when it is more; a client that does not send it comes back with the last number it has had.',
    })
    after: number | null = null,
  ) {
    return this.changes.follow(context, meetingId, after);
  }

  @ResolveField(() => Meeting, { description: 'The meeting as it is now.' })
  meeting(@Parent() change: MeetingChange, @RequestLoaders() loaders: Loaders): Promise<Meeting> {
    return loaders.loadExisting(meetingById, change.meetingId);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who did it; null for what Kring did by itself and for visitors who registered themselves.',
  })
  actor(@Parent() { actorId }: MeetingChange, @RequestLoaders() loaders: Loaders): Promise<Person> | null {
    return actorId === null ? null : loaders.loadExisting(personById, actorId);
  }

  @ResolveField(() => [LetterChange], {
    description: 'The letters that changed, at most 200; empty for all but MEETING_ATTENDANCE_RECORDED.',
  })
  letters(@Parent() change: MeetingChange): LetterChange[] {
    return lettersIn(change);
  }

  @ResolveField(() => Membership, {
    nullable: true,
    description: 'Whom it is about: who speaks, presents, or earned units; null when it is about nobody, or several.',
  })
  async membership(@Parent() change: MeetingChange, @RequestLoaders() loaders: Loaders): Promise<Membership | null> {
    const id = membershipIn(change);
    return id === null ? null : loaders.load(membershipById, id);
  }

  @ResolveField(() => Visitor, {
    nullable: true,
    description: 'The visitor it is about; null when it is about none, and for what follows a visit.',
  })
  async visitor(@Parent() change: MeetingChange, @RequestLoaders() loaders: Loaders): Promise<Visitor | null> {
    const id = visitorIn(change);
    return id === null ? null : loaders.load(visitorById, id);
  }
}

@Resolver(() => LetterChange)
export class LetterChangesResolver {
  @ResolveField(() => Membership, { description: 'The membership whose letter it is.' })
  membership(@Parent() change: LetterChange, @RequestLoaders() loaders: Loaders): Promise<Membership> {
    return loaders.loadExisting(membershipById, change.membershipId);
  }
}
