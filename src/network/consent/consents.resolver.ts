import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Introduction } from '../introduction.entity.js';
import { introductionById } from '../introductions.loaders.js';
import { canSeeIntroducer } from '../introductions.policy.js';
import { IntroductionPayload } from '../introductions.types.js';
import { Consent } from './consent.entity.js';
import { ConsentsService } from './consents.service.js';
import { ConsentConnection, StateConsentInput, WithdrawConsentInput } from './consents.types.js';

@Resolver(() => Consent)
export class ConsentsResolver {
  constructor(private readonly consentsService: ConsentsService) {}

  @Mutation(() => IntroductionPayload, {
    description:
      "States on what basis a contact's details are passed on. For who made, asked for or recorded the introduction.",
  })
  async stateConsent(@CurrentViewer() viewer: Viewer, @Input() input: StateConsentInput): Promise<IntroductionPayload> {
    return { introduction: await this.consentsService.state(viewer, input) };
  }

  @Mutation(() => IntroductionPayload, {
    description:
      'Takes a consent back: the beneficiary sees only the role again; what he has written down elsewhere is his. For who may state it.',
  })
  async withdrawConsent(
    @CurrentViewer() viewer: Viewer,
    @Input() input: WithdrawConsentInput,
  ): Promise<IntroductionPayload> {
    return { introduction: await this.consentsService.withdraw(viewer, input) };
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'The member who said it; null when the contact did himself, and for a viewer who is only the root.',
  })
  async statedBy(
    @Parent() { statedById, introductionId }: Consent,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Person | null> {
    if (statedById === null) return null;
    const introduction = await loaders.loadExisting(introductionById, introductionId);
    return canSeeIntroducer(viewer, introduction) ? loaders.loadExisting(personById, statedById) : null;
  }
}

/** What this module adds to an introduction. */
@Resolver(() => Introduction)
export class IntroductionConsentsResolver {
  constructor(private readonly consentsService: ConsentsService) {}

  @ResolveField(() => ConsentConnection, {
    description:
      'All that was said of its consent, the latest first. That the contact said no stands there for those who had a hand in it alone.',
  })
  consents(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Consent>> {
    return this.consentsService.history(viewer, introduction, page);
  }
}
