import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { originOf } from '../../identity/session-cookie.js';
import { Public } from '../../identity/signed-in.guard.js';
import type { Viewer } from '../../identity/viewer.js';
import { Context, type RequestContext } from '../../platform/graphql/context.js';
import { Input } from '../../platform/graphql/payload.js';
import { RegistrationsService } from './registrations.service.js';
import { RegisterAsVisitorInput, RegistrationPayload, VisitorRegistration } from './registrations.types.js';

@Resolver()
export class RegistrationsResolver {
  constructor(private readonly registrations: RegistrationsService) {}

  @Public()
  @Query(() => VisitorRegistration, {
    nullable: true,
    description:
      'To what a link invites; null when one cannot register by it, for whatever reason. For whoever has the link.',
  })
  visitorRegistration(
    @Args('token', { description: 'The token of the link: the last part of its path.' }) token: string,
  ): Promise<VisitorRegistration | null> {
    return this.registrations.find(token);
  }

  @Public()
  @Mutation(() => RegistrationPayload, {
    description: 'Registers somebody for a meeting as a visitor of whoever made the link. For whoever has the link.',
  })
  async registerAsVisitor(
    @Context() context: RequestContext<Viewer>,
    @Input() input: RegisterAsVisitorInput,
  ): Promise<RegistrationPayload> {
    await this.registrations.register(input, originOf(context.request));
    return {};
  }
}
