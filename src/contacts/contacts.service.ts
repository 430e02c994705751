import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import type { Viewer } from '../identity/viewer.js';
import { findPersonOfNetworks } from '../members/seats.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import { paginate } from '../platform/graphql/connection.js';
import { DomainError, found } from '../platform/graphql/errors.js';
import { Contact } from './contact.entity.js';
import { findOpenContact, findVisibleContact } from './contact-access.js';
import { matchesContact } from './contact-search.js';
import { inBookOf } from './contacts.policy.js';
import type {
  AddContactInput,
  ChangeContactInput,
  ContactsArguments,
  IdentifyContactInput,
  RecordTalkInput,
} from './contacts.types.js';
import { isInTheFuture } from './last-spoken.js';
import { addToBook } from './new-contact.js';
import { findOwnContact, holdContact } from './own-contact.js';

@Injectable()
export class ContactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The viewer's own address book, or what matches in it, by name. */
  list(viewer: Viewer, { matching, strength, lastSpokenBefore, ...page }: ContactsArguments) {
    const contacts = this.dataSource.getRepository(Contact).createQueryBuilder('contact').where(inBookOf(viewer));
    if (matching !== null) contacts.andWhere(matchesContact, { wanted: matching });
    if (strength !== null) contacts.andWhere({ strength });
    if (lastSpokenBefore !== null) {
      contacts.andWhere('(contact.lastSpokenOn < :before OR contact.lastSpokenOn IS NULL)', {
        before: lastSpokenBefore,
      });
    }
    return paginate(contacts, page, { property: 'name', direction: 'ASC' });
  }

  /** The contact, or null when there is none the viewer may see anything of. */
  async find(viewer: Viewer, id: string): Promise<Contact | null> {
    return (await findVisibleContact(this.dataSource.manager, viewer, id))?.contact ?? null;
  }

  add(viewer: Viewer, input: AddContactInput): Promise<Contact> {
    const act = { personId: viewer.personId, verb: 'addContact', input, result: Contact };
    return this.acts.once(act, async (manager) => {
      const { idempotencyKey: _, ...details } = input;
      this.requireSpokenBefore(details.lastSpokenOn);
      const book = { ownerId: viewer.personId, now: this.clock.now() };
      const contact = await addToBook(manager, book, details);
      await this.activity.record(manager, { actorId: viewer.personId, verb: 'contact.added', subject: contact });
      return contact;
    });
  }

  change(viewer: Viewer, input: ChangeContactInput): Promise<Contact> {
    const act = { personId: viewer.personId, verb: 'changeContact', input, result: Contact };
    return this.acts.once(act, async (manager) => {
      const { idempotencyKey: _, contactId, ...details } = input;
      const own = await findOwnContact(manager, viewer, { id: contactId, field: 'contactId' });
      this.requireSpokenBefore(details.lastSpokenOn);
      const contact = found(await holdContact(manager, own.id), 'contact', 'contactId');
      Object.assign(contact, details);
      await this.activity.record(manager, { actorId: viewer.personId, verb: 'contact.changed', subject: contact });
      return manager.save(contact);
    });
  }

  /** Of two days told in whatever order the later one stays. */
  recordTalk(viewer: Viewer, input: RecordTalkInput): Promise<Contact> {
    const act = { personId: viewer.personId, verb: 'recordTalk', input, result: Contact };
    return this.acts.once(act, async (manager) => {
      const own = await findOwnContact(manager, viewer, { id: input.contactId, field: 'contactId' });
      const on = input.on ?? this.clock.today('UTC');
      this.requireSpokenBefore(on, 'on');
      const contact = found(await holdContact(manager, own.id), 'contact', 'contactId');
      contact.talk(on);
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact.talked_to',
        subject: contact,
        details: { on },
      });
      return manager.save(contact);
    });
  }

  /**
   * Says that a contact is a person of the clubs, so that a later purchase from a fellow member counts as such.
   * Deals already recorded stay as they are.
   * @throws DomainError ALREADY_IDENTIFIED when he is known as somebody else
   */
  identify(viewer: Viewer, input: IdentifyContactInput): Promise<Contact> {
    const act = { personId: viewer.personId, verb: 'identifyContact', input, result: Contact };
    return this.acts.once(act, async (manager) => {
      const { id } = found(await findOpenContact(manager, viewer, input.contactId), 'contact', 'contactId');
      const contact = found(await holdContact(manager, id), 'contact', 'contactId');
      const person = found(
        await findPersonOfNetworks(manager, input.personId, viewer.networkIds),
        'person',
        'personId',
      );
      if (contact.personId !== null && contact.personId !== person.id) {
        throw new DomainError('ALREADY_IDENTIFIED', 'The contact is known as another person.', ['personId']);
      }
      contact.personId = person.id;
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact.identified',
        subject: contact,
        details: { personId: person.id },
      });
      return manager.save(contact);
    });
  }

  private requireSpokenBefore(day: string | null, field = 'lastSpokenOn'): void {
    if (day === null || !isInTheFuture(day, this.clock.today('UTC'))) return;
    throw new DomainError('DATE_OUT_OF_RANGE', 'They cannot have spoken in the future.', [field]);
  }
}
