import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { CalendarFeed } from './calendar-feed.entity.js';

export const CalendarFeedConnection = connectionOf(CalendarFeed);

@InputType({ description: 'A new address for a calendar program.' })
export class CreateCalendarFeedInput extends RecordingInput {
  @Field(() => UuidScalar, {
    nullable: true,
    description:
      'The club whose meetings it lists; null for those of every club the viewer sits in on the day it is read.',
  })
  clubId: string | null = null;
}

@InputType({ description: 'An address that shall be good for nothing from now on.' })
export class RevokeCalendarFeedInput extends RecordingInput {
  @Field(() => UuidScalar, { description: "The feed: one of the viewer's own, or of a club he plans for." })
  feedId: string;
}

@ObjectType({ description: 'The answer to the making of a calendar feed.' })
export class NewCalendarFeedPayload extends Payload {
  @Field(() => CalendarFeed, { nullable: true, description: 'The feed; null when the act was refused.' })
  feed?: CalendarFeed;

  @Field(() => String, {
    nullable: true,
    description:
      'Its secret address. It is told this once; null when the act was refused, and when it is sent again with the same key.',
  })
  url?: string | null;
}

@ObjectType({ description: 'The answer to the revoking of a calendar feed.' })
export class CalendarFeedPayload extends Payload {
  @Field(() => CalendarFeed, { nullable: true, description: 'The feed that was; null when the act was refused.' })
  feed?: CalendarFeed;
}
