import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.js';

/** What a member said in praise of a fellow member. It stays as it was said. */
@Entity('testimonials')
@ObjectType({ description: 'What a member said in praise of a fellow member.' })
export class Testimonial {
  @PrimaryColumn('uuid')
  @Field(() => UuidScalar, { description: 'The key of the testimonial.' })
  id: string;

  @Column('uuid')
  clubId: string;

  @Column('uuid')
  giverMembershipId: string;

  @Column('uuid')
  receiverMembershipId: string;

  @Column('text')
  @Field({ description: 'What he said.' })
  text: string;

  @Column('date')
  @Field(() => DateScalar, { description: "The day on which it was given, in the club's time zone." })
  givenOn: string;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  givenAt: Date;
}
