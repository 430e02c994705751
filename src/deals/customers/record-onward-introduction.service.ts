import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Contact } from '../../contacts/contact.entity.js';
import { inBookOf } from '../../contacts/contacts.policy.js';
import { addToBook } from '../../contacts/new-contact.js';
import type { Viewer } from '../../identity/viewer.js';
import { todayOf } from '../../members/club-of.js';
import { anySeatOn } from '../../members/seats.js';
import { Introduction } from '../../network/introduction.entity.js';
import type { Claim } from '../../network/introduction-links.js';
import { IntroductionsService, lockChains } from '../../network/introductions.service.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { blaming, DomainError } from '../../platform/graphql/errors.js';
import type { Customer } from './customer.js';
import { CustomersService, namingOf } from './customers.service.js';
import type { RecordOnwardIntroductionInput } from './customers.types.js';

/** A customer introduces somebody to the seller: the contact, the introduction and the answer, all in one act. */
@Injectable()
export class RecordOnwardIntroductionService {
  constructor(
    private readonly customers: CustomersService,
    private readonly introductions: IntroductionsService,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError INVALID, NOT_FOUND, NO_CHAIN, NOT_A_MEMBER, INTRODUCTION_LOOP */
  record(viewer: Viewer, input: RecordOnwardIntroductionInput): Promise<Introduction> {
    const act = { personId: viewer.personId, verb: 'recordOnwardIntroduction', input, result: Introduction };
    return this.acts.once(act, async (manager) => {
      await lockChains(manager, viewer.personId);
      const customer = await this.customers.find(viewer, input, manager);
      const { field } = namingOf(input);
      const today = await todayOf(manager, viewer.personId, this.clock);
      const claim = await claimOf(manager, customer, { today, field });
      const contact = await this.findOrAdd(manager, viewer, input);
      const introduced = input.email === null ? 'name' : 'email';
      const introduction = await blaming({ introduced, introducer: field, happenedOn: field }, () =>
        this.introductions.introduce(manager, {
          beneficiaryId: viewer.personId,
          introduced: { contactId: contact.id, personId: null },
          claim,
          happenedOn: today,
          consentBasis: input.consentBasis,
          accepted: true,
          recordedById: viewer.personId,
        }),
      );
      await this.customers.record(manager, viewer, input, { outcome: 'introduces', until: null, note: input.need });
      return introduction;
    });
  }

  /** Who has the e-mail address in the viewer's book already is the one; nobody is written down twice. */
  private async findOrAdd(
    manager: EntityManager,
    viewer: Viewer,
    { name, role, company, email, phone }: RecordOnwardIntroductionInput,
  ): Promise<Contact> {
    const known = email && { where: { ...inBookOf(viewer), email }, order: { createdAt: 'ASC', id: 'ASC' } as const };
    const contact = known ? await manager.findOne(Contact, known) : null;
    if (contact) return contact;
    const book = { ownerId: viewer.personId, now: this.clock.now() };
    const added = await addToBook(manager, book, { name, role, company, email, phone });
    await this.activity.record(manager, { actorId: viewer.personId, verb: 'contact.added', subject: added });
    return added;
  }
}

/**
 * On what the introduction hangs: a customer with a seat introduces as a member; any other by the introduction that
 * brought him.
 * @throws DomainError NO_CHAIN for a customer of own acquisition
 */
async function claimOf(
  manager: EntityManager,
  { knownPersonId, hook }: Customer,
  { today, field }: { today: string; field: string },
): Promise<Claim> {
  if (knownPersonId !== null && (await anySeatOn(manager, knownPersonId, today))) return { personId: knownPersonId };
  if (hook === null) {
    throw new DomainError(
      'NO_CHAIN',
      'Say first who brought this customer: record the introduction with him as the introduced one, or insert it above one he made.',
      [field],
    );
  }
  return hook;
}
