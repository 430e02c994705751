import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { Input } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import { ChainCorrectionsService } from './chain-corrections.service.js';
import { Introduction } from './introduction.entity.js';
import { IntroductionsService } from './introductions.service.js';
import {
  CorrectIntroductionInput,
  InsertIntroductionInput,
  IntroductionPayload,
  RecordIntroductionInput,
} from './introductions.types.js';

@Resolver(() => Introduction)
export class IntroductionsResolver {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly corrections: ChainCorrectionsService,
  ) {}

  @Query(() => Introduction, {
    nullable: true,
    description: 'The introduction; null when the viewer has no part in it.',
  })
  introduction(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the introduction.' }) id: string,
  ): Promise<Introduction | null> {
    return this.introductions.find(viewer, id);
  }

  @Mutation(() => IntroductionPayload, {
    description:
      'Records that somebody was introduced to a member. For who made it or asked for it, and whom it served.',
  })
  async recordIntroduction(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordIntroductionInput,
  ): Promise<IntroductionPayload> {
    return { introduction: await this.introductions.record(viewer, input) };
  }

  @Mutation(() => IntroductionPayload, {
    description:
      'Inserts a forgotten introduction above a recorded one; degrees and roots below, of deals too, are derived anew. For the beneficiary.',
  })
  async insertIntroduction(
    @CurrentViewer() viewer: Viewer,
    @Input() input: InsertIntroductionInput,
  ): Promise<IntroductionPayload> {
    return { introduction: await this.corrections.insert(viewer, input) };
  }

  @Mutation(() => IntroductionPayload, {
    description: 'Corrects who made an introduction; all below it is derived anew. For the beneficiary.',
  })
  async correctIntroduction(
    @CurrentViewer() viewer: Viewer,
    @Input() input: CorrectIntroductionInput,
  ): Promise<IntroductionPayload> {
    return { introduction: await this.corrections.correct(viewer, input) };
  }
}
