import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Speaker } from './speaker.entity.js';
import { SpeakerSwap } from './speaker-swap.entity.js';
import { SpeakerSwapsService } from './speaker-swaps.service.js';
import { speakerById } from './speakers.loaders.js';
import { swapAbilitiesOf } from './speakers.policy.js';
import {
  AnswerSpeakerSwapInput,
  RequestSpeakerSwapInput,
  SpeakerSwapAbilities,
  SpeakerSwapConnection,
  SpeakerSwapPayload,
  WithdrawSpeakerSwapInput,
} from './speakers.types.js';

@Resolver(() => SpeakerSwap)
export class SpeakerSwapsResolver {
  constructor(private readonly swaps: SpeakerSwapsService) {}

  @Mutation(() => SpeakerSwapPayload, {
    description: "Asks another speaker to swap: that each speaks in the other's meeting. For the speaker himself.",
  })
  async requestSpeakerSwap(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RequestSpeakerSwapInput,
  ): Promise<SpeakerSwapPayload> {
    return { swap: await this.swaps.request(viewer, input) };
  }

  @Mutation(() => SpeakerSwapPayload, {
    description: 'Accepts or declines a swap; accepted, both meetings change at once. For the one who was asked.',
  })
  async answerSpeakerSwap(
    @CurrentViewer() viewer: Viewer,
    @Input() input: AnswerSpeakerSwapInput,
  ): Promise<SpeakerSwapPayload> {
    return { swap: await this.swaps.answer(viewer, input) };
  }

  @Mutation(() => SpeakerSwapPayload, { description: 'Takes back a swap that is pending. For the one who asked.' })
  async withdrawSpeakerSwap(
    @CurrentViewer() viewer: Viewer,
    @Input() input: WithdrawSpeakerSwapInput,
  ): Promise<SpeakerSwapPayload> {
    return { swap: await this.swaps.withdraw(viewer, input) };
  }

  @ResolveField(() => Speaker, { description: 'The assignment of who asks, as it was then.' })
  asking(@Parent() swap: SpeakerSwap, @RequestLoaders() loaders: Loaders): Promise<Speaker> {
    return loaders.loadExisting(speakerById, swap.askingId);
  }

  @ResolveField(() => Speaker, { description: 'The assignment of who is asked, as it was then.' })
  asked(@Parent() swap: SpeakerSwap, @RequestLoaders() loaders: Loaders): Promise<Speaker> {
    return loaders.loadExisting(speakerById, swap.askedId);
  }

  @ResolveField(() => SpeakerSwapAbilities, { description: 'What the viewer may do with it as it is now.' })
  async viewerCan(
    @Parent() swap: SpeakerSwap,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<SpeakerSwapAbilities> {
    const seatOf = async (id: string) =>
      loaders.loadExisting(membershipById, (await loaders.loadExisting(speakerById, id)).membershipId);
    const [asking, asked] = await Promise.all([seatOf(swap.askingId), seatOf(swap.askedId)]);
    return swapAbilitiesOf(viewer, swap, { asking, asked });
  }
}

/** What this module adds to whoever asks. */
@Resolver(() => Viewer)
export class ViewerSwapsResolver {
  constructor(private readonly swaps: SpeakerSwapsService) {}

  @ResolveField(() => SpeakerSwapConnection, {
    description: 'The swaps that were asked of him as a speaker and that he asked for, the latest first.',
  })
  speakerSwaps(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<SpeakerSwap>> {
    return this.swaps.list(viewer, page);
  }
}
