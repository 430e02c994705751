import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Contact } from '../../contacts/contact.entity.js';
import { fullName } from '../../identity/full-name.js';
import { Person } from '../../identity/person.entity.js';
import { clubOf } from '../../members/club-of.js';
import { Clock } from '../../platform/clock.js';
import {
  type Connection,
  decodeCursor,
  encodeCursor,
  type PageArguments,
  pageSize,
  toConnection,
} from '../../platform/graphql/connection.js';
import { type Language, languageOf } from '../../platform/language.js';
import { Introduction } from '../introduction.entity.js';
import { currentVersion, wordingFor } from './consent-text.js';
import type { ContactLink } from './contact-link.entity.js';
import type { ContactPage, ContactQuestion, HeldDetails, HeldIntroduction } from './contact-page.types.js';
import { findLiveLink, type HeldContact, heldContact, idsOf } from './held-contact.js';
import { heldIntroductions } from './held-introductions.sql.js';
import { LinkTarget } from './link-target.js';

/** What a contact is told by his link. It is all of him, and nothing of anybody else in the same address book. */
@Injectable()
export class ContactPageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly target: LinkTarget,
    private readonly clock: Clock,
  ) {}

  /** The page; null for a link that does not work, for whatever reason. */
  async find(token: string, locale: string | null): Promise<ContactPage | null> {
    const { manager } = this.dataSource;
    const link = await findLiveLink(manager, token, this.clock.now());
    const held = link && (await heldContact(manager, link.contactId));
    if (!held) return null;
    const { contact, duplicates } = held;
    const member = await manager.findOneByOrFail(Person, { id: contact.ownerId });
    const club = await clubOf(manager, member.id, this.clock);
    const language = languageOf(locale ?? '') ?? languageOf(club?.locale ?? member.locale) ?? 'en';
    const known = contact.personId && (await manager.findOneByOrFail(Person, { id: contact.personId }));
    return {
      held,
      language,
      memberName: fullName(member),
      memberClub: club?.name ?? null,
      details: detailsOf(contact),
      duplicates: duplicates.map(detailsOf),
      identifiedAs: known ? fullName(known) : null,
      question: await this.questionOf(link, held, language),
      answeredAt: link.answeredAt,
      expiresAt: link.expiresAt,
    };
  }

  /** The introductions of him, the latest recorded first. */
  async introductions(held: HeldContact, page: PageArguments): Promise<Connection<HeldIntroduction>> {
    const { manager } = this.dataSource;
    const before = page.after === null ? null : decodeCursor(page.after)[1];
    const query = { contactIds: idsOf(held), today: this.clock.today('UTC'), before, limit: pageSize(page) + 1 };
    return toConnection(
      await heldIntroductions(manager, query),
      page,
      ({ id }) => encodeCursor('', id),
      () =>
        manager.countBy(
          Introduction,
          query.contactIds.map((introducedContactId) => ({ introducedContactId })),
        ),
    );
  }

  /** All that the page tells, as one JSON text to keep. */
  async file({ held, question: _, language: __, ...page }: ContactPage): Promise<string> {
    const query = { contactIds: idsOf(held), today: this.clock.today('UTC') };
    const introductions = await heldIntroductions(this.dataSource.manager, query);
    return JSON.stringify({ madeAt: this.clock.now(), ...page, introductions }, null, 2);
  }

  private async questionOf(link: ContactLink, held: HeldContact, language: Language): Promise<ContactQuestion | null> {
    if (link.answeredAt !== null) return null;
    const facts = await this.target.facts(this.dataSource.manager, link, idsOf(held));
    return facts && { textVersion: currentVersion, ...wordingFor(facts, language) };
  }
}

function detailsOf(contact: Contact): HeldDetails {
  const { name, company, role, email, phone, profession, place } = contact;
  const { strength, lastSpokenOn, isPrivate, createdAt } = contact;
  return { name, company, role, email, phone, profession, place, strength, lastSpokenOn, isPrivate, createdAt };
}
