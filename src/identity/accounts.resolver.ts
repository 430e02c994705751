import { Mutation, Resolver } from '@nestjs/graphql';
import { Context, type RequestContext } from '../platform/graphql/context.js';
import { Input } from '../platform/graphql/payload.js';
import { AccountsService } from './accounts.service.js';
import {
  ChangePasswordInput,
  ClaimInvitationInput,
  InvitePersonInput,
  PasswordPayload,
  PasswordResetRequestPayload,
  RequestPasswordResetInput,
  ResetPasswordInput,
} from './accounts.types.js';
import { InvitationsService } from './invitations.service.js';
import { PersonPayload } from './persons.types.js';
import { originOf, welcome } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import { SignInPayload } from './sessions.types.js';
import { Public } from './signed-in.guard.js';
import { CurrentViewer, type Viewer } from './viewer.js';

@Resolver()
export class AccountsResolver {
  constructor(
    private readonly accounts: AccountsService,
    private readonly invitations: InvitationsService,
    private readonly sessions: SessionsService,
  ) {}

  @Public()
  @Mutation(() => PasswordResetRequestPayload, {
    description: 'Mails a link with which to choose a new password, if the address has an account. For everybody.',
  })
  async requestPasswordReset(
    @Context() context: RequestContext<Viewer>,
    @Input() input: RequestPasswordResetInput,
  ): Promise<PasswordResetRequestPayload> {
    await this.accounts.requestPasswordReset(input.email, originOf(context.request));
    return {};
  }

  @Public()
  @Mutation(() => PasswordPayload, {
    description: 'Sets a new password by the link of a mail and ends all sessions. For whoever has the link.',
  })
  async resetPassword(@Input() input: ResetPasswordInput): Promise<PasswordPayload> {
    await this.accounts.resetPassword(input);
    return {};
  }

  @Mutation(() => PasswordPayload, { description: "Changes the viewer's password and ends his other sessions." })
  async changePassword(
    @CurrentViewer() viewer: Viewer,
    @Context() context: RequestContext<Viewer>,
    @Input() input: ChangePasswordInput,
  ): Promise<PasswordPayload> {
    await this.accounts.changePassword(viewer, input, originOf(context.request));
    return {};
  }

  @Mutation(() => PersonPayload, {
    description:
      'Mails a person a link to claim an account; an earlier link ends. For administrators of his network and for the president, the vice-president, the secretary-treasurer and the membership committee of his club.',
  })
  async invitePerson(@CurrentViewer() viewer: Viewer, @Input() input: InvitePersonInput): Promise<PersonPayload> {
    return { person: await this.invitations.invite(viewer, input) };
  }

  @Public()
  @Mutation(() => SignInPayload, {
    description: 'Opens the account of the one who was invited and signs him in. For whoever has the link.',
  })
  async claimInvitation(
    @Context() context: RequestContext<Viewer>,
    @Input() input: ClaimInvitationInput,
  ): Promise<SignInPayload> {
    const opened = await this.invitations.claim(input, originOf(context.request));
    return welcome(context, opened, { viewer: await this.sessions.viewerOf(opened), as: input.keepSignedInAs });
  }
}
