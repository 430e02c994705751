import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { Input } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import { AnswerRequestService } from './answer-request.service.js';
import { IntroductionRequest } from './introduction-request.entity.js';
import { IntroductionRequestListsService } from './introduction-request-lists.service.js';
import { IntroductionRequestsService } from './introduction-requests.service.js';
import {
  AcceptIntroductionRequestInput,
  DeclineIntroductionRequestInput,
  IntroductionRequestConnection,
  IntroductionRequestPayload,
  PassOnIntroductionRequestInput,
  PostponeIntroductionRequestInput,
  RecordContactAnswerInput,
  RequestIntroductionInput,
  WithdrawIntroductionRequestInput,
} from './introduction-requests.types.js';
import { PassOnRequestService } from './pass-on-request.service.js';
import { RequestIntroductionService } from './request-introduction.service.js';
import { IntroductionRequestState } from './request-progress.js';

@Resolver(() => IntroductionRequest)
export class IntroductionRequestsResolver {
  constructor(
    private readonly lists: IntroductionRequestListsService,
    private readonly requesting: RequestIntroductionService,
    private readonly answering: AnswerRequestService,
    private readonly passing: PassOnRequestService,
    private readonly requests: IntroductionRequestsService,
  ) {}

  @Query(() => IntroductionRequest, {
    nullable: true,
    description: 'The introduction request; null unless the viewer asked it or was asked.',
  })
  introductionRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the introduction request.' }) id: string,
  ): Promise<IntroductionRequest | null> {
    return this.lists.find(viewer, id);
  }

  @Mutation(() => IntroductionRequestPayload, {
    description:
      'Asks a fellow member for an introduction. At most 20 of one member wait at once; each lapses after 60 days.',
  })
  async requestIntroduction(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RequestIntroductionInput,
  ): Promise<IntroductionRequestPayload> {
    return { request: await this.requesting.request(viewer, input) };
  }

  @Mutation(() => IntroductionRequestPayload, { description: 'Takes a request back. For who asked.' })
  async withdrawIntroductionRequest(
    @CurrentViewer() viewer: Viewer,
    @Input() input: WithdrawIntroductionRequestInput,
  ): Promise<IntroductionRequestPayload> {
    return { request: await this.requesting.withdraw(viewer, input) };
  }

  @Mutation(() => IntroductionRequestPayload, {
    description:
      'Accepts a request with a contact, whose consent is asked next. For who was asked; the other is not told.',
  })
  async acceptIntroductionRequest(
    @CurrentViewer() viewer: Viewer,
    @Input() input: AcceptIntroductionRequestInput,
  ): Promise<IntroductionRequestPayload> {
    return { request: await this.answering.accept(viewer, input) };
  }

  @Mutation(() => IntroductionRequestPayload, {
    description: 'Declines a request, quietly. For who was asked; the other is not told.',
  })
  async declineIntroductionRequest(
    @CurrentViewer() viewer: Viewer,
    @Input() input: DeclineIntroductionRequestInput,
  ): Promise<IntroductionRequestPayload> {
    return { request: await this.answering.decline(viewer, input) };
  }

  @Mutation(() => IntroductionRequestPayload, {
    description: 'Puts a request off to a later day. For who was asked; the other is not told.',
  })
  async postponeIntroductionRequest(
    @CurrentViewer() viewer: Viewer,
    @Input() input: PostponeIntroductionRequestInput,
  ): Promise<IntroductionRequestPayload> {
    return { request: await this.answering.postpone(viewer, input) };
  }

  @Mutation(() => IntroductionRequestPayload, {
    description:
      'Asks a member of another club on behalf of the requester, who is not told; answers with the new request. For who was asked.',
  })
  async passOnIntroductionRequest(
    @CurrentViewer() viewer: Viewer,
    @Input() input: PassOnIntroductionRequestInput,
  ): Promise<IntroductionRequestPayload> {
    return { request: await this.passing.passOn(viewer, input) };
  }

  @Mutation(() => IntroductionRequestPayload, {
    description:
      'Records what the contact answered. On his yes the introduction exists and the requester sees his details; of a no he is not told. For who was asked.',
  })
  async recordContactAnswer(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordContactAnswerInput,
  ): Promise<IntroductionRequestPayload> {
    return { request: await this.requests.recordContactAnswer(viewer, input) };
  }
}

@Resolver(() => Viewer)
export class ViewerIntroductionRequestsResolver {
  constructor(private readonly lists: IntroductionRequestListsService) {}

  @ResolveField(() => IntroductionRequestConnection, {
    description: 'The introductions he asked for, himself or on behalf of others, the latest first.',
  })
  introductionRequestsMade(
    @Parent() viewer: Viewer,
    @Args() page: PageArguments,
    @Args('state', {
      type: () => IntroductionRequestState,
      nullable: true,
      description: 'Only those in this state; null for all.',
    })
    state: IntroductionRequestState | null = null,
  ): Promise<Connection<IntroductionRequest>> {
    return this.lists.made(viewer, state, page);
  }

  @ResolveField(() => IntroductionRequestConnection, {
    description: 'The introductions he was asked for, the latest first.',
  })
  introductionRequestsReceived(
    @Parent() viewer: Viewer,
    @Args() page: PageArguments,
    @Args('open', {
      type: () => Boolean,
      nullable: true,
      description: 'Only those that can still lead to an introduction, or only the others; null for all.',
    })
    open: boolean | null = null,
  ): Promise<Connection<IntroductionRequest>> {
    return this.lists.received(viewer, open, page);
  }
}
