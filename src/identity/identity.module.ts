import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity.js';
import { AccountLinks } from './account-links.js';
import { AccountToken } from './account-token.entity.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsService } from './accounts.service.js';
import { InvitationsService } from './invitations.service.js';
import { Passwords } from './passwords.js';
import { Person } from './person.entity.js';
import { PersonsResolver } from './persons.resolver.js';
import { PersonsService } from './persons.service.js';
import { Session } from './session.entity.js';
import { SessionsResolver } from './sessions.resolver.js';
import { SessionsService } from './sessions.service.js';
import { Throttle } from './throttle.js';
import { ViewerResolver } from './viewer.resolver.js';

/**
 * Who is who: persons, their accounts and sessions, and the viewer of a request. A person gets an account by
 * invitation. Tokens of sessions and links are opaque and kept as hashes only; passwords as argon2id. No answer,
 * nor the time it takes, tells whether an e-mail address has an account.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Person, Account, Session, AccountToken])],
  providers: [
    Passwords,
    Throttle,
    AccountLinks,
    SessionsService,
    AccountsService,
    InvitationsService,
    PersonsService,
    ViewerResolver,
    PersonsResolver,
    SessionsResolver,
    AccountsResolver,
  ],
  exports: [AccountsService, Throttle],
})
export class IdentityModule {}
