import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { ReferralStage } from '../../referrals/referral-stage.js';

@ObjectType({ description: 'How many referrals reached one stage of the sales funnel, and how soon.' })
export class FunnelStage {
  @Field(() => ReferralStage, { description: 'The stage: suspect, prospect, hot prospect or customer.' })
  stage: ReferralStage;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many ever reached it, or a stage beyond it; moves back take nothing away. Null when withheld: of a club, since too few members received them, or those that came no further than the stage shown before.',
  })
  referrals: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How many of these reached the next stage, from 0 to 1. Null for the last stage, when none reached this one, and when either number is withheld.',
  })
  conversionToNext: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The median of the days, of 24 hours and with fractions, from giving to this stage; of those that reached it. Null when none did, and when their number is withheld.',
  })
  medianDays: number | null;
}

@ObjectType({
  description:
    'The sales funnel of the referrals received that were given in the period, by all that was recorded of them since.',
})
export class Funnel {
  @Field(() => [FunnelStage], {
    description: 'Always four: suspect, which is all that were received, prospect, hot prospect and customer.',
  })
  stages: FunnelStage[];

  @Field(() => Int, {
    nullable: true,
    description:
      'How many are lost by now. Null when withheld: of a club, when some of the lost, the declined and the rest are of too few receivers.',
  })
  lost: number | null;

  @Field(() => Int, { nullable: true, description: 'How many are declined by now. Null in the same case.' })
  declined: number | null;
}
