import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { OneLine } from '../platform/graphql/text.js';
import { Profession } from './profession.entity.js';
import { Region, RegionKind } from './region.entity.js';
import { RegionDirector } from './region-director.entity.js';

export const RegionConnection = connectionOf(Region);
export const RegionDirectorConnection = connectionOf(RegionDirector);
export const ProfessionConnection = connectionOf(Profession);

@InputType({ description: 'A new country or region.' })
export class CreateRegionInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The network, country or region right above it.' })
  parentId: string;

  @Field(() => RegionKind, { description: 'COUNTRY below a network, REGION below a country or a region.' })
  kind: RegionKind;

  @Field({ description: 'The name, from 1 to 120 characters, used once below its parent.' })
  @OneLine(120)
  name: string;
}

@InputType({ description: 'A new term of a director.' })
export class AppointDirectorInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The region to look after, with all below it.' })
  regionId: string;

  @Field(() => UuidScalar, { description: 'The person who shall do it.' })
  personId: string;

  @Field(() => DateScalar, { description: 'The first day of the term.' })
  startsOn: string;
}

@InputType({ description: "The end of a director's term." })
export class EndDirectorshipInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The term to end.' })
  directorshipId: string;

  @Field(() => DateScalar, { description: 'The day from which it no longer holds, not before its first day.' })
  endsOn: string;
}

@InputType({ description: 'A new entry of the catalogue of professions.' })
export class AddProfessionInput extends RecordingInput {
  @Field({ description: 'The name, from 1 to 80 characters, used once in the catalogue whatever its capitals.' })
  @OneLine(80)
  name: string;
}

@ObjectType({ description: 'The answer to an act on a region.' })
export class RegionPayload extends Payload {
  @Field(() => Region, { nullable: true, description: 'The region; null when the act was refused.' })
  region?: Region;
}

@ObjectType({ description: "The answer to an act on a director's term." })
export class RegionDirectorPayload extends Payload {
  @Field(() => RegionDirector, { nullable: true, description: 'The term; null when the act was refused.' })
  directorship?: RegionDirector;
}

@ObjectType({ description: 'The answer to an act on the catalogue of professions.' })
export class ProfessionPayload extends Payload {
  @Field(() => Profession, { nullable: true, description: 'The profession; null when the act was refused.' })
  profession?: Profession;
}
