import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { ConsentBasis } from '../../network/introduction.entity.js';
import { connectionOf } from '../../platform/graphql/connection.js';
import { describedEnum } from '../../platform/graphql/enum.js';
import { RecordingInput } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { SeveralLines } from '../../platform/graphql/text.js';
import type { FoundAsk, FoundContact } from './ask-matches.sql.js';

export const MatchedField = describedEnum(
  'MatchedField',
  'In what was noted of a contact a word of an ask was found.',
  {
    ROLE: 'What he does where he works.',
    PROFESSION: 'What he is by trade.',
    COMPANY: 'Where he works.',
    PLACE: 'The place where he works or lives.',
  },
);
export type MatchedField = (typeof MatchedField)[keyof typeof MatchedField];

@ObjectType({
  description: 'Why a contact fits an ask: a word of the ask, and the word of the contact that is like it.',
})
export class MatchedWord {
  @Field({ description: 'The word, as the ask has it.' })
  askWord: string;

  @Field(() => MatchedField, { description: 'Where the word of the contact stands.' })
  field: MatchedField;

  @Field({ description: 'The word, as the contact has it.' })
  contactWord: string;
}

@ObjectType({ description: "A contact of the viewer's own book that fits an ask." })
export class MatchedContact implements FoundContact {
  id: string;
  rank: number;

  @Field(() => [MatchedWord], { description: 'The words of the ask that he has, in the order of the ask.' })
  matched: MatchedWord[];
}

@ObjectType({ description: "An ask, with those of the viewer's own contacts who fit it. For his eyes alone." })
export class AskMatch implements FoundAsk {
  id: string;
  rank: number;

  @Field(() => Int, { description: 'How many of his contacts fit; at least one.' })
  count: number;

  found: MatchedContact[];
}

export const MatchedContactConnection = connectionOf(MatchedContact);
export const AskMatchConnection = connectionOf(AskMatch);

@InputType({ isAbstract: true })
abstract class MatchInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The presentation with the ask, of a fellow member.' })
  presentationId: string;

  @Field(() => UuidScalar, { description: "The contact, of the viewer's own book." })
  contactId: string;
}

@InputType({ description: 'A referral in answer to an ask: one of his own contacts, to the member who asked.' })
export class AnswerAskInput extends MatchInput {
  @Field(() => String, {
    nullable: true,
    description: 'What the contact needs, from 1 to 1000 characters; null for the words of the ask.',
  })
  @IsOptional()
  @SeveralLines(1000)
  need: string | null = null;

  @Field(() => Int, {
    description:
      'How warm it is: 1 name only, 2 they know you may call, 3 they asked for you, 4 introduced by call or mail, 5 introduced in person.',
  })
  @IsInt()
  @Min(1)
  @Max(5)
  warmth: number;

  @Field(() => ConsentBasis, {
    description: "On what basis the contact's details are passed on. Without one the asker sees role and need.",
  })
  consentBasis: ConsentBasis;
}

@InputType({ description: 'A contact who does not fit an ask although words of the two are alike.' })
export class DismissMatchInput extends MatchInput {}
