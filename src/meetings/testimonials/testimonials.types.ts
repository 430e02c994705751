import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { Payload, RecordingInput } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { SeveralLines } from '../../platform/graphql/text.js';
import { Testimonial } from './testimonial.entity.js';

export const TestimonialConnection = connectionOf(Testimonial);

@InputType({ description: "A testimonial from the viewer's seat in the club of whoever it praises." })
export class GiveTestimonialInput extends RecordingInput {
  @Field(() => UuidScalar, { description: 'The membership of the fellow member, held today.' })
  receiverMembershipId: string;

  @Field({ description: 'What there is to say of him, from 1 to 1000 characters.' })
  @SeveralLines(1000)
  text: string;
}

@ObjectType({ description: 'The answer to giving a testimonial.' })
export class TestimonialPayload extends Payload {
  @Field(() => Testimonial, { nullable: true, description: 'The testimonial; null when it was refused.' })
  testimonial?: Testimonial;
}
