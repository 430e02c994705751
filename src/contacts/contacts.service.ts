import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import type { Viewer } from '../identity/viewer.js';
import { findPersonOfNetworks } from '../members/seats.js';
import { Acts } from '../platform/acts.js';
import { Clock, shiftDay } from '../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../platform/graphql/connection.js';
import { authorise, DomainError, found, notFound } from '../platform/graphql/errors.js';
import { Contact } from './contact.entity.js';
import { findOpenContact, findVisibleContact } from './contact-access.js';
import { canChangeContact, inBookOf } from './contacts.policy.js';
import type { AddContactInput, ChangeContactInput, IdentifyContactInput } from './contacts.types.js';
import { addToBook } from './new-contact.js';

@Injectable()
export class ContactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The viewer's own address book, by name. */
  list(viewer: Viewer, page: PageArguments): Promise<Connection<Contact>> {
    const contacts = this.dataSource.getRepository(Contact).createQueryBuilder('contact');
    return paginate(contacts.where(inBookOf(viewer)), page, { property: 'name', direction: 'ASC' });
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
      const contact = found((await findVisibleContact(manager, viewer, contactId))?.contact, 'contact', 'contactId');
      authorise(canChangeContact(viewer, contact));
      if (contact.erasedAt !== null) throw notFound('contact', 'contactId');
      this.requireSpokenBefore(details.lastSpokenOn);
      Object.assign(contact, details);
      await this.activity.record(manager, { actorId: viewer.personId, verb: 'contact.changed', subject: contact });
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
      const contact = await manager.findOneOrFail(Contact, { where: { id }, lock: { mode: 'for_no_key_update' } });
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

  /** Somewhere on earth it is a day later than in UTC: that day counts as today too. */
  private requireSpokenBefore(day: string | null): void {
    if (day === null || day <= shiftDay(this.clock.today('UTC'), { days: 1 })) return;
    throw new DomainError('DATE_OUT_OF_RANGE', 'They cannot have spoken in the future.', ['lastSpokenOn']);
  }
}
