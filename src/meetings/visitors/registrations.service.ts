import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import type { Contact } from '../../contacts/contact.entity.js';
import { addToBook } from '../../contacts/new-contact.js';
import { findInBook } from '../../contacts/own-contact.js';
import { fullName } from '../../identity/full-name.js';
import { Person } from '../../identity/person.entity.js';
import type { Origin } from '../../identity/session-cookie.js';
import { hashToken } from '../../identity/session-token.js';
import { Throttle } from '../../identity/throttle.js';
import { Membership } from '../../members/membership.entity.js';
import { seatOn } from '../../members/seats.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { DomainError } from '../../platform/graphql/errors.js';
import { derivedId, newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { Meeting } from '../meeting.entity.js';
import { holdMeeting } from '../meeting-lookup.js';
import type { RegisterAsVisitorInput, VisitorRegistration } from './registrations.types.js';
import { justInvited, Visitor } from './visitor.entity.js';
import { VisitorLink } from './visitor-link.entity.js';
import { findVisitorOf } from './visitor-lookup.js';

interface Invitation {
  meeting: Meeting;
  club: Club;
}

/**
 * What strangers do by a member's link. The answer does not tell whether somebody is a contact, was invited or has a
 * seat; the same transaction is committed either way, so that hardly its time does.
 */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
  ) {}

  /** To what the link invites; null when one cannot register by it, for whatever reason. */
  async find(token: string): Promise<VisitorRegistration | null> {
    const { manager } = this.dataSource;
    const link = await manager.findOneBy(VisitorLink, { tokenHash: hashToken(token) });
    const invitation = link && (await this.invitationOf(manager, link));
    if (!invitation) return null;
    const { meeting, club } = invitation;
    const inviter = await manager.findOneByOrFail(Person, { id: link.personId });
    return {
      clubName: club.name,
      inviterName: fullName(inviter),
      startsAt: meeting.startsAt,
      locale: club.locale,
      timeZone: club.timeZone,
      minutes: meeting.minutes,
      place: meeting.place,
      hasBegun: meeting.state === 'open',
    };
  }

  /**
   * Registers somebody as a visitor of whoever made the link. The act is done on his behalf: its key is derived from the
   * link and the key that came, so that no stranger takes a key of a member. Its result is the link, whoever registers.
   * @throws DomainError TOKEN_INVALID, TOO_MANY_ATTEMPTS, IDEMPOTENCY_KEY_REUSED
   */
  async register(input: RegisterAsVisitorInput, origin: Origin): Promise<void> {
    const link = await this.dataSource.manager.findOneBy(VisitorLink, { tokenHash: hashToken(input.token) });
    if (!link) throw tokenInvalid();
    await this.throttle.admit('registration', input.email, origin.address);
    const once = { ...input, idempotencyKey: derivedId(input.idempotencyKey, link.id) };
    const act = { personId: link.personId, verb: 'registerAsVisitor', input: once, result: VisitorLink };
    await this.acts.once(act, async (manager) => {
      const held = await this.hold(manager, link);
      const invitation = await this.invitationOf(manager, held);
      if (!invitation) throw tokenInvalid();
      await this.admit(manager, held, invitation.meeting, input);
      return held;
    });
  }

  /** The link as it is now; its meeting and its maker's seat stay as they are, and his registrations come in turn. */
  private async hold(manager: EntityManager, { id, meetingId, membershipId }: VisitorLink): Promise<VisitorLink> {
    await holdMeeting(manager, meetingId);
    await manager.findOneOrFail(Membership, { where: { id: membershipId }, lock: { mode: 'for_no_key_update' } });
    return manager.findOneByOrFail(VisitorLink, { id });
  }

  /** A link works until it is revoked, while its maker has his seat and the meeting is planned or open. */
  private async invitationOf(manager: EntityManager, link: VisitorLink): Promise<Invitation | null> {
    if (link.revokedAt !== null) return null;
    const meeting = await manager.findOneByOrFail(Meeting, { id: link.meetingId });
    const club = await manager.findOneByOrFail(Club, { id: link.clubId });
    const seat = await manager.findOneByOrFail(Membership, { id: link.membershipId });
    return meeting.isToBeHeld() && seat.isHeldOn(this.clock.today(club.timeZone)) ? { meeting, club } : null;
  }

  /** Who has a seat in the club is no visitor: nothing is recorded of him, and nobody is told. */
  private async admit(
    manager: EntityManager,
    link: VisitorLink,
    meeting: Meeting,
    { name, email }: RegisterAsVisitorInput,
  ): Promise<void> {
    const known = await findInBook(manager, link.personId, { email });
    const person = await manager.findOneBy(Person, { email });
    for (const personId of [known?.personId, person?.id]) {
      if (personId && (await seatOn(manager, link.clubId, personId, meeting.heldOn))) return;
    }
    const contact = known ?? (await this.addContact(manager, link, name, email));
    const visitor = await this.visitorOf(manager, link, contact);
    if (!visitor.register(link.id, this.clock.now())) return;
    await manager.save(visitor);
    const { clubId, meetingId, contactId, invitedById } = visitor;
    await this.activity.record(manager, {
      actorId: null,
      verb: 'visitor.registered',
      subject: visitor,
      clubId,
      details: { meetingId, contactId, invitedById },
    });
  }

  private addContact(manager: EntityManager, link: VisitorLink, name: string, email: string): Promise<Contact> {
    return addToBook(manager, { ownerId: link.personId, now: this.clock.now() }, { name, email });
  }

  /** He may have been invited by name before. */
  private async visitorOf(manager: EntityManager, link: VisitorLink, contact: Contact): Promise<Visitor> {
    const invited = await findVisitorOf(manager, link.meetingId, contact.id);
    return (
      invited ??
      insert(manager, Visitor, {
        ...justInvited,
        id: newId(),
        meetingId: link.meetingId,
        clubId: link.clubId,
        contactId: contact.id,
        invitedByMembershipId: link.membershipId,
        invitedById: link.personId,
        invitedAt: this.clock.now(),
      })
    );
  }
}

function tokenInvalid(): DomainError {
  return new DomainError('TOKEN_INVALID', 'This link was revoked, has ended or never existed.', ['token']);
}
