import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Context, type RequestContext } from '../platform/graphql/context.js';
import { Input } from '../platform/graphql/payload.js';
import { Session } from './session.entity.js';
import { forgetCookie, originOf, welcome } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';
import { RevokeSessionInput, SessionPayload, SignInInput, SignInPayload } from './sessions.types.js';
import { Public } from './signed-in.guard.js';
import { CurrentViewer, type Viewer } from './viewer.js';

@Resolver(() => Session)
export class SessionsResolver {
  constructor(private readonly sessions: SessionsService) {}

  @Public()
  @Mutation(() => SignInPayload, { description: 'Signs in with an e-mail address and a password. For everybody.' })
  async signIn(@Context() context: RequestContext<Viewer>, @Input() input: SignInInput): Promise<SignInPayload> {
    const opened = await this.sessions.signIn(input, originOf(context.request));
    return welcome(context, opened, { viewer: await this.sessions.viewerOf(opened), as: input.keepSignedInAs });
  }

  @Mutation(() => SessionPayload, { description: 'Ends the session of this request and clears its cookie.' })
  async signOut(@CurrentViewer() viewer: Viewer, @Context() context: RequestContext<Viewer>): Promise<SessionPayload> {
    forgetCookie(context.reply);
    return { session: await this.sessions.revoke(viewer, viewer.sessionId) };
  }

  @Mutation(() => SessionPayload, { description: 'Ends one of the sessions of the viewer, such as of a lost device.' })
  async revokeSession(@CurrentViewer() viewer: Viewer, @Input() input: RevokeSessionInput): Promise<SessionPayload> {
    return { session: await this.sessions.revoke(viewer, input.sessionId) };
  }

  @ResolveField(() => Boolean, { description: 'Whether it is the session of this very request.' })
  isCurrent(@Parent() session: Session, @CurrentViewer() viewer: Viewer): boolean {
    return session.id === viewer.sessionId;
  }
}
