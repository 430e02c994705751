import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';

/** What the room hears of a referral. It stands on the referral itself, of which nothing else is shown here. */
@ObjectType({
  description:
    'That a member gave a referral: what the room hears of it. Who needs what is between giver and receiver.',
})
export class ReferralInMeeting {
  @Field({ description: 'Whether the giver himself is the prospect.' })
  inside: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  givenAt: Date;
}

export const ReferralInMeetingConnection = connectionOf(ReferralInMeeting);
