import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { Sharing, SharingLevel } from './sharing.entity.js';

@InputType({ description: "How far others may be led to the viewer's contacts from now on." })
export class ChangeSharingInput extends RecordingInput {
  @Field(() => SharingLevel, { description: 'How far.' })
  level: SharingLevel;
}

@ObjectType({ description: 'The answer to an act on what one shares.' })
export class SharingPayload extends Payload {
  @Field(() => Sharing, { nullable: true, description: 'What he shares now; null when the act was refused.' })
  sharing?: Sharing;
}
