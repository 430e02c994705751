import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { MinLength } from 'class-validator';
import { Membership } from '../../members/membership.entity.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { OneLine } from '../../platform/graphql/text.js';

export const mostWords = 8;

export const WarmPathsRefusal = describedEnum('WarmPathsRefusal', 'Why nothing was looked for.', {
  SHARES_NOTHING: 'The viewer shares with nobody, and so is led to nobody: see changeSharing.',
  NOTHING_TO_LOOK_FOR: 'The search holds no word, or only words that stand everywhere.',
  TOO_MANY_WORDS: `The search holds more than ${mostWords} words.`,
  TOO_MANY_SEARCHES: 'He has searched 60 times within an hour.',
});
export type WarmPathsRefusal = (typeof WarmPathsRefusal)[keyof typeof WarmPathsRefusal];

export const WarmPathsHint = describedEnum('WarmPathsHint', 'What else he can do.', {
  ASK_YOUR_CLUB:
    'Put it as an ask in a meeting of the club: those whose contacts fit are told in private, and decide whether to say so.',
});
export type WarmPathsHint = (typeof WarmPathsHint)[keyof typeof WarmPathsHint];

@ArgsType()
export class WarmPathsArguments {
  @Field({
    description:
      'Whom he looks for, by role, company, profession or place: from 2 to 100 characters and at most 8 words, all of which must fit, in any order, in Dutch or English. Names, e-mail addresses and phone numbers are not looked at.',
  })
  @OneLine(100)
  @MinLength(2)
  search: string;
}

@ObjectType({
  description:
    'One member to ask for an introduction. It says no more than that he may know the way to one of several.',
})
export class WarmPath {
  @Field(() => Membership, { description: 'The member to ask: his seat in a club in common.' })
  ask: Membership;

  @Field(() => Int, {
    description: 'How many hops his best path has: 2 when such a contact is his own, 3 when he knows who has one.',
  })
  degree: number;
}

export const WarmPathConnection = connectionOf(WarmPath);

@ObjectType({
  description:
    'Whom to ask for an introduction. Empty unless the contacts that fit are at least three humans in the books of three members: fewer are told of as none.',
})
export class WarmPaths {
  @Field(() => WarmPathsRefusal, { nullable: true, description: 'Why nothing was looked for; null when it was.' })
  refusal: WarmPathsRefusal | null;

  @Field(() => WarmPathsHint, { description: 'What else he can do; always the same, whatever was found.' })
  hint: WarmPathsHint;

  /** All of them; the resolver gives pages. */
  members: WarmPath[];
}
