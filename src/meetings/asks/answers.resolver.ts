import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { membershipById } from '../../members/members.loaders.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import type { Referral } from '../../referrals/referral.entity.js';
import { ReferralConnection, ReferralPayload } from '../../referrals/referrals.types.js';
import { Presentation } from '../presentations/presentation.entity.js';
import { PresentationAbilities, PresentationPayload } from '../presentations/presentations.types.js';
import { AnswersService } from './answers.service.js';
import { answersGiven, askStands, matchKey } from './asks.loaders.js';
import { canAnswer } from './asks.policy.js';
import { AnswerAskInput, DismissMatchInput } from './asks.types.js';

@Resolver(() => Presentation)
export class AnswersResolver {
  constructor(private readonly answers: AnswersService) {}

  @Mutation(() => ReferralPayload, {
    description: 'Gives a contact of his own to a fellow member who asks for such a one, as a referral.',
  })
  async answerAsk(@CurrentViewer() viewer: Viewer, @Input() input: AnswerAskInput): Promise<ReferralPayload> {
    return { referral: await this.answers.answer(viewer, input) };
  }

  @Mutation(() => PresentationPayload, {
    description: 'Says that a contact of his own does not fit an ask: he is not shown for it any more, to him alone.',
  })
  async dismissMatch(@CurrentViewer() viewer: Viewer, @Input() input: DismissMatchInput): Promise<PresentationPayload> {
    return { presentation: await this.answers.dismiss(viewer, input) };
  }

  @ResolveField(() => Int, { description: 'How many referrals were given in answer to its ask, by whomever.' })
  async referralsGiven(@Parent() { id }: Presentation, @RequestLoaders() loaders: Loaders): Promise<number> {
    return (await loaders.load(answersGiven, id)) ?? 0;
  }

  @ResolveField(() => ReferralConnection, {
    description: 'The referrals in answer to its ask that the viewer gave or received, the latest first.',
  })
  referrals(
    @Parent() presentation: Presentation,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Referral>> {
    return this.answers.referrals(viewer, presentation, page);
  }
}

@Resolver(() => PresentationAbilities)
export class AnswerAbilitiesResolver {
  @ResolveField(() => Boolean, { description: 'Give a contact of his own in answer to its ask.' })
  async answerAsk(
    @Parent() { presentation }: PresentationAbilities,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<boolean> {
    const asker = await loaders.loadExisting(membershipById, presentation.membershipId);
    if (!canAnswer(viewer, asker)) return false;
    return (await loaders.load(askStands, matchKey(presentation.id, viewer))) ?? false;
  }
}
