import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Clock } from '../../platform/clock.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { OneToOne } from './one-to-one.entity.js';
import { abilitiesOf } from './one-to-ones.policy.js';
import { OneToOnesService } from './one-to-ones.service.js';
import {
  AcceptOneToOneInput,
  CancelOneToOneInput,
  DeclineOneToOneInput,
  OneToOneAbilities,
  OneToOnePayload,
  ProposeOneToOneInput,
  RecordOneToOneInput,
  RescheduleOneToOneInput,
  WithdrawOneToOneInput,
} from './one-to-ones.types.js';
import { RecordOneToOneService } from './record-one-to-one.service.js';

@Resolver(() => OneToOne)
export class OneToOnesResolver {
  constructor(
    private readonly oneToOnes: OneToOnesService,
    private readonly recording: RecordOneToOneService,
    private readonly clock: Clock,
  ) {}

  @Query(() => OneToOne, { nullable: true, description: 'The one-to-one; null when there is none of the viewer.' })
  oneToOne(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the one-to-one.' }) id: string,
  ): Promise<OneToOne | null> {
    return this.oneToOnes.find(viewer, id);
  }

  @Mutation(() => OneToOnePayload, { description: 'Proposes to meet somebody of the network. For members.' })
  async proposeOneToOne(
    @CurrentViewer() viewer: Viewer,
    @Input() input: ProposeOneToOneInput,
  ): Promise<OneToOnePayload> {
    return { oneToOne: await this.oneToOnes.propose(viewer, input) };
  }

  @Mutation(() => OneToOnePayload, { description: 'Accepts a proposal. For the one to whom it was made.' })
  async acceptOneToOne(@CurrentViewer() viewer: Viewer, @Input() input: AcceptOneToOneInput): Promise<OneToOnePayload> {
    return { oneToOne: await this.oneToOnes.accept(viewer, input) };
  }

  @Mutation(() => OneToOnePayload, {
    description: 'Declines a proposal, without a word. For the one to whom it was made.',
  })
  async declineOneToOne(
    @CurrentViewer() viewer: Viewer,
    @Input() input: DeclineOneToOneInput,
  ): Promise<OneToOnePayload> {
    return { oneToOne: await this.oneToOnes.decline(viewer, input) };
  }

  @Mutation(() => OneToOnePayload, { description: 'Calls off what was proposed or accepted. For either of the two.' })
  async cancelOneToOne(@CurrentViewer() viewer: Viewer, @Input() input: CancelOneToOneInput): Promise<OneToOnePayload> {
    return { oneToOne: await this.oneToOnes.cancel(viewer, input) };
  }

  @Mutation(() => OneToOnePayload, {
    description: 'Proposes something else; the other is then to answer. For either of the two.',
  })
  async rescheduleOneToOne(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RescheduleOneToOneInput,
  ): Promise<OneToOnePayload> {
    return { oneToOne: await this.oneToOnes.reschedule(viewer, input) };
  }

  @Mutation(() => OneToOnePayload, {
    description:
      'Records that two met: by either, for both. If it is recorded already, that record is the answer. For members.',
  })
  async recordOneToOne(@CurrentViewer() viewer: Viewer, @Input() input: RecordOneToOneInput): Promise<OneToOnePayload> {
    return { oneToOne: await this.recording.record(viewer, input) };
  }

  @Mutation(() => OneToOnePayload, {
    description: 'Withdraws what was recorded by mistake; it counts no more. For either of the two.',
  })
  async withdrawOneToOne(
    @CurrentViewer() viewer: Viewer,
    @Input() input: WithdrawOneToOneInput,
  ): Promise<OneToOnePayload> {
    return { oneToOne: await this.oneToOnes.withdraw(viewer, input) };
  }

  @ResolveField(() => Person, { description: 'Who proposed last, or recorded it without a proposal.' })
  proposer(@Parent() oneToOne: OneToOne, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, oneToOne.proposerId);
  }

  @ResolveField(() => Person, { description: 'The other, who is to answer while it is proposed.' })
  partner(@Parent() oneToOne: OneToOne, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, oneToOne.partnerId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who recorded that they met; null before.' })
  recordedBy(@Parent() oneToOne: OneToOne, @RequestLoaders() loaders: Loaders): Promise<Person> | null {
    const { recordedById } = oneToOne;
    return recordedById === null ? null : loaders.loadExisting(personById, recordedById);
  }

  @ResolveField(() => OneToOneAbilities, { description: 'What the viewer may do with it as it is now.' })
  viewerCan(@Parent() oneToOne: OneToOne, @CurrentViewer() viewer: Viewer): OneToOneAbilities {
    return abilitiesOf(viewer, oneToOne, this.clock.now());
  }
}
