import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsTimeZone, Matches, Max, Min } from 'class-validator';
import { connectionOf } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { CurrencyCodeScalar, DateScalar, DecimalScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { OneLine } from '../platform/graphql/text.js';
import { Club } from './club.entity.js';
import { AbsenceWindow, ClubRules } from './club-rules.entity.js';

export const ClubConnection = connectionOf(Club);

@InputType({ isAbstract: true })
abstract class ClubDetails extends RecordingInput {
  @Field({ description: 'The name, from 1 to 120 characters, used once in its region.' })
  @OneLine(120)
  name: string;

  @Field({ description: 'An IANA time zone, such as Europe/Brussels.' })
  @IsTimeZone()
  timeZone: string;

  @Field({ description: 'A BCP 47 locale in Dutch, English or French with a country, such as nl-BE.' })
  @Matches(/^(nl|en|fr)-[A-Z]{2}$/, { message: 'locale must be nl, en or fr with a country, such as nl-BE' })
  locale: string;

  @Field(() => DecimalScalar, { description: "What a seat costs for `feeMonths`, in the club's currency; 0 or more." })
  @Matches(/^\d/, { message: 'fee must not be negative' })
  fee: string;

  @Field(() => Int, { description: 'How many months the fee pays for, from 1 to 36.' })
  @IsInt()
  @Min(1)
  @Max(36)
  feeMonths: number;
}

@InputType({ description: 'A new club.' })
export class CreateClubInput extends ClubDetails {
  @Field(() => UuidScalar, { description: 'The region it belongs to.' })
  regionId: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of its fee. It cannot change later.' })
  currency: string;
}

@InputType({ description: 'All details of a club as they shall be from now on.' })
export class ChangeClubInput extends ClubDetails {
  @Field(() => UuidScalar, { description: 'The club to change.' })
  clubId: string;
}

@InputType({ description: "A new version of a club's rules, whole." })
export class ChangeClubRulesInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The club.' })
  clubId: string;

  @Field(() => DateScalar, { description: "The first day it holds, in the club's time zone: today or later." })
  validFrom: string;

  @Field(() => Int, { description: 'Hours from giving a referral to its first contact, from 1 to 720.' })
  @IsInt()
  @Min(1)
  @Max(720)
  firstContactTargetHours: number;

  @Field(() => Int, { description: 'Months without a deal after which a customer is former, from 1 to 60.' })
  @IsInt()
  @Min(1)
  @Max(60)
  formerCustomerAfterMonths: number;

  @Field(() => Int, { description: 'Absences that raise an alert, from 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  absenceAlertCount: number;

  @Field(() => AbsenceWindow, { description: 'Over which days absences and substitutes are counted.' })
  absenceWindow: AbsenceWindow;

  @Field(() => Int, { description: 'Months of a continuous window for absences and substitutes, from 1 to 24.' })
  @IsInt()
  @Min(1)
  @Max(24)
  absenceWindowMonths: number;

  @Field(() => Int, { description: 'Times late that count as one absence, from 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  latePerAbsence: number;

  @Field(() => Int, { description: 'Substitutes allowed within the window, from 0 to 100.' })
  @IsInt()
  @Min(0)
  @Max(100)
  substituteCap: number;

  @Field(() => Int, { description: 'Meetings somebody may visit without a seat, from 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  visitorVisitCap: number;

  @Field(() => Int, { description: 'Months in a row a member may hold one office, from 1 to 120.' })
  @IsInt()
  @Min(1)
  @Max(120)
  officeTermMonths: number;

  @Field(() => DecimalScalar, {
    description: 'Education units before a feature presentation, from 0 to 999.9 with one decimal at most.',
  })
  @Matches(/^\d{1,3}(\.\d)?$/, {
    message: 'educationUnitsBeforeFeature must be from 0 to 999.9, with one decimal at most',
  })
  educationUnitsBeforeFeature: string;

  @Field(() => Int, { description: 'Months before a feature presentation in which they count, from 1 to 60.' })
  @IsInt()
  @Min(1)
  @Max(60)
  educationWindowMonths: number;

  @Field(() => Int, {
    description:
      'Months for which the details of a contact are kept after his referrals have closed, from 1 to 120. A shorter time than before holds for what is there from the 30th day on.',
  })
  @IsInt()
  @Min(1)
  @Max(120)
  contactRetentionMonths: number;
}

@ObjectType({ description: 'The answer to an act on a club.' })
export class ClubPayload extends Payload {
  @Field(() => Club, { nullable: true, description: 'The club as it is now; null when the act was refused.' })
  club?: Club;
}

@ObjectType({ description: "The answer to a change of a club's rules." })
export class ClubRulesPayload extends Payload {
  @Field(() => ClubRules, { nullable: true, description: 'The new version; null when the act was refused.' })
  rules?: ClubRules;
}

@ObjectType({ description: 'What the viewer may do with a club. Screens ask this instead of guessing by role.' })
export class ClubAbilities {
  /** For the fields that later modules add. */
  club: Club;

  @Field({ description: 'Change its details.' })
  change: boolean;

  @Field({ description: 'Add a version of its rules.' })
  changeRules: boolean;
}
