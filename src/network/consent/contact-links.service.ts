import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Contact } from '../../contacts/contact.entity.js';
import { inBookOf } from '../../contacts/contacts.policy.js';
import { holdContact } from '../../contacts/own-contact.js';
import { hashToken, newToken } from '../../identity/session-token.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock, daysAfter } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { type PrintedAddress, printedAddress } from '../../platform/printed-address.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { canStateConsent } from '../introductions.policy.js';
import { IntroductionsService } from '../introductions.service.js';
import { IntroductionRequest } from '../requests/introduction-request.entity.js';
import { ContactLink } from './contact-link.entity.js';
import type { CreateContactLinkInput, NewContactLinkPayload, RevokeContactLinkInput } from './contact-links.types.js';

/** How long an address waits for an answer. */
const waitDays = 30;

/** For whom a link is, what it asks, and who makes it. */
export interface LinkPlan {
  contactId: string;
  introductionId: string | null;
  requestId: string | null;
  createdById: string;
}

/** A new link, and what is told of it this once. */
export interface IssuedLink extends PrintedAddress {
  link: ContactLink;
}

/**
 * The addresses at which contacts see what is held of them. The member sends an address himself; nothing from which one
 * could be made again is kept.
 */
@Injectable()
export class ContactLinksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly introductions: IntroductionsService,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The links of a contact of the viewer's own, the latest first; null for a contact of somebody else. */
  of(viewer: Viewer, contact: Contact, page: PageArguments): Promise<Connection<ContactLink>> | null {
    if (!viewer.is(contact.ownerId)) return null;
    const links = this.dataSource.getRepository(ContactLink).createQueryBuilder('link');
    return paginate(links.where({ contactId: contact.id }), page, { property: 'createdAt', direction: 'DESC' });
  }

  /** @throws DomainError NOT_FOUND */
  async createFor(viewer: Viewer, input: CreateContactLinkInput): Promise<NewContactLinkPayload> {
    const act = { personId: viewer.personId, verb: 'createContactLink', input, result: ContactLink };
    let issued: IssuedLink | undefined;
    const link = await this.acts.once(act, async (manager) => {
      const { contactId, introductionId, requestId } = input;
      if (introductionId !== null && requestId !== null) {
        throw new DomainError('INVALID', 'A link asks about one thing.', ['requestId']);
      }
      found(await manager.findOneBy(Contact, { ...inBookOf(viewer), id: contactId }), 'contact', 'contactId');
      if (introductionId !== null) await this.requireAskable(manager, viewer, input);
      if (requestId !== null) await this.requireAsked(manager, viewer, { contactId, requestId });
      issued = await this.create(manager, { contactId, introductionId, requestId, createdById: viewer.personId });
      return issued.link;
    });
    // A repeated act made no link, and the token of the first is known to nobody here.
    return issued ?? { link, url: null, qrCode: null };
  }

  /**
   * Makes a link for a contact of the maker's own; an earlier one with the same question that was not answered ends. For
   * acts of this and other modules, within their transaction.
   * @throws DomainError NOT_FOUND when the contact has been erased
   */
  async create(manager: EntityManager, plan: LinkPlan): Promise<IssuedLink> {
    found(await holdContact(manager, plan.contactId), 'contact', 'contactId');
    const now = this.clock.now();
    const { contactId, introductionId, requestId } = plan;
    await manager.update(
      ContactLink,
      {
        contactId,
        introductionId: introductionId ?? IsNull(),
        requestId: requestId ?? IsNull(),
        answeredAt: IsNull(),
        revokedAt: IsNull(),
      },
      { revokedAt: now },
    );
    const token = newToken();
    const link = await insert(manager, ContactLink, {
      ...plan,
      id: newId(),
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: daysAfter(now, waitDays),
      answeredAt: null,
      revokedAt: null,
    });
    await this.activity.record(manager, { actorId: plan.createdById, verb: 'contact_link.created', subject: link });
    return { link, ...printedAddress(this.settings, `contact/${token}`) };
  }

  /** @throws DomainError NOT_FOUND */
  revoke(viewer: Viewer, input: RevokeContactLinkInput): Promise<ContactLink> {
    const act = { personId: viewer.personId, verb: 'revokeContactLink', input, result: ContactLink };
    return this.acts.once(act, async (manager) => {
      const visible = found(await manager.findOneBy(ContactLink, { id: input.linkId }), 'link', 'linkId');
      const owned = await manager.existsBy(Contact, { id: visible.contactId, ownerId: viewer.personId });
      const locking = { where: { id: visible.id }, lock: { mode: 'for_no_key_update' } } as const;
      const link = found(owned ? await manager.findOne(ContactLink, locking) : null, 'link', 'linkId');
      link.revoke(this.clock.now());
      await this.activity.record(manager, { actorId: viewer.personId, verb: 'contact_link.revoked', subject: link });
      return manager.save(link);
    });
  }

  /** Consent is asked for a request that the viewer has accepted with this contact. */
  private async requireAsked(
    manager: EntityManager,
    viewer: Viewer,
    { contactId, requestId }: { contactId: string; requestId: string },
  ): Promise<void> {
    const request = await manager.findOneBy(IntroductionRequest, { id: requestId, askedId: viewer.personId });
    const isAsked = request?.awaitsContactAt(this.clock.now()) && request.contactId === contactId;
    found(isAsked ? request : null, 'introduction request', 'requestId');
  }

  /** Consent is asked for an introduction of this contact, by who may state it. */
  private async requireAskable(
    manager: EntityManager,
    viewer: Viewer,
    { contactId, introductionId }: CreateContactLinkInput,
  ): Promise<void> {
    const visible = introductionId === null ? null : await this.introductions.find(viewer, introductionId, manager);
    const ofHim = visible?.introducedContactId === contactId ? visible : null;
    authorise(canStateConsent(viewer, found(ofHim, 'introduction', 'introductionId')));
  }
}
