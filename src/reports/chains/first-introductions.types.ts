import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Money } from '../../platform/money.js';

@ObjectType({ description: 'What one first introduction has borne for the member it served, in one currency.' })
export class FirstIntroduction {
  introductionId: string;

  @Field(() => Int, { description: 'How many deals go back to it, of any degree.' })
  deals: number;

  @Field(() => Money, { description: 'Its lifetime value: what those deals brought, with all adjustments.' })
  lifetimeValue: Money;

  @Field(() => Money, { description: 'What of that is of the third degree and beyond.' })
  beyondSecondDegree: Money;
}

export const FirstIntroductionConnection = connectionOf(FirstIntroduction);
