import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import { Acts } from '../platform/acts.js';
import { Afterwards } from '../platform/afterwards.js';
import { Clock } from '../platform/clock.js';
import { authorise, DomainError, found, notFound } from '../platform/graphql/errors.js';
import { Mail } from '../platform/mail.js';
import { Account } from './account.entity.js';
import { AccountLinks } from './account-links.js';
import { invitationMail } from './account-mail.js';
import { AccountsService } from './accounts.service.js';
import type { ClaimInvitationInput, InvitePersonInput } from './accounts.types.js';
import { canInvite, canSeePerson } from './identity.policy.js';
import { Passwords } from './passwords.js';
import { Person } from './person.entity.js';
import { placesOf } from './places.sql.js';
import type { Origin } from './session-cookie.js';
import { type OpenedSession, SessionsService } from './sessions.service.js';
import type { Viewer } from './viewer.js';

/** How a person who is known to Kring comes by an account: somebody invites him, and he claims it. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly links: AccountLinks,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly mail: Mail,
    private readonly afterwards: Afterwards,
    private readonly activity: ActivityService,
  ) {}

  /** @throws DomainError ALREADY_HAS_ACCOUNT */
  async invite(viewer: Viewer, input: InvitePersonInput): Promise<Person> {
    const { personId } = input;
    let link: string | undefined;
    const act = { personId: viewer.personId, verb: 'invitePerson', input, result: Person };
    const person = await this.acts.once(act, async (manager) => {
      const places = await placesOf(manager, personId);
      if (!canSeePerson(viewer, personId, places)) throw notFound('person', 'personId');
      const invited = found(await manager.findOneBy(Person, { id: personId }), 'person', 'personId');
      authorise(canInvite(viewer, places, (timeZone) => this.clock.today(timeZone)));
      if (await manager.existsBy(Account, { personId })) {
        throw new DomainError('ALREADY_HAS_ACCOUNT', 'The person has an account already.', ['personId']);
      }
      link = await this.links.issue(manager, personId, 'invitation');
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'person.invited',
        subject: { id: personId },
      });
      return invited;
    });
    // A repeated act made no link, so that it sends no second mail.
    if (link) this.mailLink(viewer, person, link);
    return person;
  }

  /** @throws DomainError TOKEN_INVALID, PASSWORD_TOO_WEAK */
  async claim(input: ClaimInvitationInput, origin: Origin): Promise<OpenedSession> {
    const person = await this.links.personOf('invitation', input.token);
    const passwordHash = await this.passwords.choose(input.password, person.email, 'password');
    return this.dataSource.transaction(async (manager) => {
      await this.links.use(manager, 'invitation', input.token);
      const account = await this.accounts.open(manager, person, passwordHash);
      return this.sessions.open(manager, account, origin);
    });
  }

  private mailLink(viewer: Viewer, person: Person, link: string): void {
    this.afterwards.run('mail an invitation', async () => {
      const inviter = await this.dataSource.manager.findOneByOrFail(Person, { id: viewer.personId });
      await this.mail.send(invitationMail(person, inviter, link));
    });
  }
}
