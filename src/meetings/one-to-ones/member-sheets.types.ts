import { applyDecorators } from '@nestjs/common';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { SeveralLines } from '../../platform/graphql/text.js';
import { MemberSheet } from './member-sheet.entity.js';

const SheetText = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => String, {
      nullable: true,
      description: `${description}, from 1 to 2000 characters; null for nothing.`,
    }),
    IsOptional(),
    SeveralLines(2000),
  );

@InputType({ description: "The viewer's sheet as it shall be from now on, whole." })
export class ChangeMemberSheetInput extends RecordingInput {
  @SheetText('Goals: what he works towards')
  goals: string | null = null;

  @SheetText('Accomplishments: what he is proud of')
  accomplishments: string | null = null;

  @SheetText('Interests: what he likes to do and to talk about')
  interests: string | null = null;

  @SheetText('Networks: where else he knows people')
  networks: string | null = null;

  @SheetText('Skills: what he is good at')
  skills: string | null = null;
}

@ObjectType({ description: 'The answer to a change of a sheet.' })
export class MemberSheetPayload extends Payload {
  @Field(() => MemberSheet, { nullable: true, description: 'The sheet as it is now; null when the act was refused.' })
  sheet?: MemberSheet;
}
