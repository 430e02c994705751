import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Origin, originOf } from '../../identity/session-cookie.js';
import { Public } from '../../identity/signed-in.guard.js';
import type { Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { Context, type RequestContext } from '../../platform/graphql/context.js';
import { Input } from '../../platform/graphql/payload.js';
import { ContactAnswersService } from './contact-answers.service.js';
import { ContactPageService } from './contact-page.service.js';
import {
  AgreeAsContactInput,
  ContactActPayload,
  ContactPage,
  CorrectAsContactInput,
  DeclineAsContactInput,
  EraseAsContactInput,
  type HeldIntroduction,
  HeldIntroductionConnection,
  WithdrawAsContactInput,
} from './contact-page.types.js';

@Resolver(() => ContactPage)
export class ContactPageResolver {
  constructor(
    private readonly pages: ContactPageService,
    private readonly answers: ContactAnswersService,
  ) {}

  @Public()
  @Query(() => ContactPage, {
    nullable: true,
    description:
      'All that is held of the contact a link is for, and what he is asked; null when the link does not work, for whatever reason. For whoever has the link.',
  })
  contactPage(
    @Args('token', { description: 'The token of the link: the last part of its path.' }) token: string,
    @Args('locale', {
      type: () => String,
      nullable: true,
      description:
        "In what language to ask: nl, en or fr, with or without a country; null, and any other, for the club's.",
    })
    locale: string | null,
  ): Promise<ContactPage | null> {
    return this.pages.find(token, locale);
  }

  @Public()
  @Mutation(() => ContactActPayload, {
    description: 'A contact agrees to what his link asks. It holds for 12 months. For whoever has the link.',
  })
  agreeAsContact(@Context() context: RequestContext<Viewer>, @Input() input: AgreeAsContactInput) {
    return done(this.answers.agree(input, from(context)));
  }

  @Public()
  @Mutation(() => ContactActPayload, {
    description: 'A contact says no to what his link asks. For whoever has the link.',
  })
  declineAsContact(@Context() context: RequestContext<Viewer>, @Input() input: DeclineAsContactInput) {
    return done(this.answers.decline(input, from(context)));
  }

  @Public()
  @Mutation(() => ContactActPayload, {
    description:
      'A contact takes back that a member sees his details, and that who introduced him hears of it. For whoever has his link.',
  })
  withdrawAsContact(@Context() context: RequestContext<Viewer>, @Input() input: WithdrawAsContactInput) {
    return done(this.answers.withdraw(input, from(context)));
  }

  @Public()
  @Mutation(() => ContactActPayload, {
    description: 'A contact corrects what is held of him. For whoever has his link.',
  })
  correctAsContact(@Context() context: RequestContext<Viewer>, @Input() input: CorrectAsContactInput) {
    return done(this.answers.correct(input, from(context)));
  }

  @Public()
  @Mutation(() => ContactActPayload, {
    description: 'A contact has all erased that is held of him in this address book. For whoever has his link.',
  })
  eraseAsContact(@Context() context: RequestContext<Viewer>, @Input() input: EraseAsContactInput) {
    return done(this.answers.erase(input, from(context)));
  }

  @ResolveField(() => HeldIntroductionConnection, { description: 'To whom he was introduced, the latest first.' })
  introductions(@Parent() { held }: ContactPage, @Args() page: PageArguments): Promise<Connection<HeldIntroduction>> {
    return this.pages.introductions(held, page);
  }

  @ResolveField(() => String, {
    name: 'export',
    description: 'All that is held, with all introductions, as a JSON text.',
  })
  file(@Parent() page: ContactPage): Promise<string> {
    return this.pages.file(page);
  }
}

const from = (context: RequestContext<Viewer>): Origin => originOf(context.request);

async function done(act: Promise<void>): Promise<ContactActPayload> {
  await act;
  return {};
}
