import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { eraseContact } from '../../contacts/erase-contact.js';
import { holdContact } from '../../contacts/own-contact.js';
import type { Origin } from '../../identity/session-cookie.js';
import { hashToken } from '../../identity/session-token.js';
import { Throttle } from '../../identity/throttle.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { DomainError, found } from '../../platform/graphql/errors.js';
import type { RecordingInput } from '../../platform/graphql/payload.js';
import { derivedId } from '../../platform/id.js';
import { Introduction } from '../introduction.entity.js';
import { lockChains } from '../introductions.service.js';
import { isVersion } from './consent-text.js';
import { ContactLink } from './contact-link.entity.js';
import type {
  AgreeAsContactInput,
  CorrectAsContactInput,
  DeclineAsContactInput,
  EraseAsContactInput,
  WithdrawAsContactInput,
} from './contact-page.types.js';
import { type HeldContact, heldContact, idsOf } from './held-contact.js';
import { keepConsent } from './keep-consent.js';
import { type ContactAnswer, LinkTarget } from './link-target.js';

/** An answer holds as long as the address at which it can be taken back. */
const answerMonths = 12;

/** One act of a contact: which, what came with it, and from where. */
interface ContactAct {
  verb: string;
  input: RecordingInput & { token: string };
  origin: Origin;
  /** Locks persons before the contact and the link are: the order all acts keep. */
  lockFirst?: (manager: EntityManager, link: ContactLink) => Promise<void>;
}

/** What an act has at hand: the link and the contact it is for, both locked. */
interface AtHand {
  link: ContactLink;
  held: HeldContact;
}

/**
 * What contacts do by their links. Each act is done on behalf of whoever made the link: its key is derived from the link
 * and the key that came, so that no stranger takes a key of a member. Its result is the link.
 */
@Injectable()
export class ContactAnswersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly target: LinkTarget,
  ) {}

  /** @throws DomainError TOKEN_INVALID, TOO_MANY_ATTEMPTS, NOTHING_ASKED, ALREADY_ANSWERED, INVALID */
  agree(input: AgreeAsContactInput, origin: Origin): Promise<void> {
    return this.answer({ verb: 'agreeAsContact', input, origin }, (expiresAt) => {
      const { textVersion, outcomeBack } = input;
      if (!isVersion(textVersion)) throw new DomainError('INVALID', 'There is no such wording.', ['textVersion']);
      return { agreed: true, textVersion, outcomeBack, expiresAt };
    });
  }

  /** @throws DomainError TOKEN_INVALID, TOO_MANY_ATTEMPTS, NOTHING_ASKED, ALREADY_ANSWERED */
  decline(input: DeclineAsContactInput, origin: Origin): Promise<void> {
    return this.answer({ verb: 'declineAsContact', input, origin }, () => ({ agreed: false }));
  }

  /** @throws DomainError TOKEN_INVALID, TOO_MANY_ATTEMPTS, NOT_FOUND */
  withdraw(input: WithdrawAsContactInput, origin: Origin): Promise<void> {
    const { introductionId: id } = input;
    const lockFirst = async (manager: EntityManager): Promise<void> => {
      const introduction = await manager.findOneBy(Introduction, { id });
      if (introduction?.introducedContactId) await lockChains(manager, introduction.beneficiaryId);
    };
    return this.once({ verb: 'withdrawAsContact', input, origin, lockFirst }, async (manager, { link, held }) => {
      const introduction = await manager.findOneBy(Introduction, { id });
      const isHis = introduction?.introducedContactId && idsOf(held).includes(introduction.introducedContactId);
      const his = found(isHis ? introduction : null, 'introduction', 'introductionId');
      await keepConsent(manager, his, {
        ...{ kind: 'withdrawn', basis: 'none_yet', outcomeBack: false },
        ...{ statedById: null, linkId: link.id, statedAt: this.clock.now(), expiresAt: null },
      });
      await this.record(manager, 'introduction.consent_withdrawn', his);
    });
  }

  /** @throws DomainError TOKEN_INVALID, TOO_MANY_ATTEMPTS */
  correct(input: CorrectAsContactInput, origin: Origin): Promise<void> {
    return this.once({ verb: 'correctAsContact', input, origin }, async (manager, { held: { contact } }) => {
      const { name, company, role, email, phone, profession, place } = input;
      await manager.save(Object.assign(contact, { name, company, role, email, phone, profession, place }));
      await this.record(manager, 'contact.corrected', contact);
    });
  }

  /** @throws DomainError TOKEN_INVALID, TOO_MANY_ATTEMPTS */
  erase(input: EraseAsContactInput, origin: Origin): Promise<void> {
    return this.once({ verb: 'eraseAsContact', input, origin }, async (manager, { held: { contact } }) => {
      await eraseContact(manager, contact.id, this.clock.now());
      await this.record(manager, 'contact.erased', contact);
    });
  }

  private async answer(act: ContactAct, answerUntil: (expiresAt: Date) => ContactAnswer): Promise<void> {
    const lockFirst = (manager: EntityManager, link: ContactLink) => this.target.lock(manager, link);
    let afterwards: (() => void) | null = null;
    await this.once({ ...act, lockFirst }, async (manager, { link }) => {
      const now = this.clock.now();
      const expiresAt = monthsAfter(now, answerMonths);
      link.answer(now, expiresAt);
      afterwards = await this.target.answered(manager, link, answerUntil(expiresAt));
      await manager.save(link);
    });
    // The compiler does not see that the work above has set it.
    (afterwards as (() => void) | null)?.();
  }

  /** A link that never was and one that has ended are refused alike; attempts count before either is known. */
  private async once(
    { verb, input, origin, lockFirst }: ContactAct,
    work: (manager: EntityManager, atHand: AtHand) => Promise<void>,
  ): Promise<void> {
    await this.throttle.admit('contact_page', input.token, origin.address);
    const known = await this.dataSource.manager.findOneBy(ContactLink, { tokenHash: hashToken(input.token) });
    if (!known) throw tokenInvalid();
    const once = { ...input, idempotencyKey: derivedId(input.idempotencyKey, known.id) };
    await this.acts.once({ personId: known.createdById, verb, input: once, result: ContactLink }, async (manager) => {
      await lockFirst?.(manager, known);
      const atHand = await this.hold(manager, known);
      await work(manager, atHand);
      return atHand.link;
    });
  }

  /** The contact and the link as they are now, both locked: nobody erases him meanwhile, nor answers in his place. */
  private async hold(manager: EntityManager, { id, contactId }: ContactLink): Promise<AtHand> {
    const standing = await heldContact(manager, contactId);
    if (!standing || !(await holdContact(manager, standing.contact.id))) throw tokenInvalid();
    const link = await manager.findOneOrFail(ContactLink, { where: { id }, lock: { mode: 'for_no_key_update' } });
    const held = await heldContact(manager, contactId);
    if (!held || !link.isLiveAt(this.clock.now())) throw tokenInvalid();
    return { link, held };
  }

  private record(manager: EntityManager, verb: `${string}.${string}`, subject: { id: string }): Promise<void> {
    return this.activity.record(manager, { actorId: null, verb, subject });
  }
}

function tokenInvalid(): DomainError {
  return new DomainError('TOKEN_INVALID', 'This link was revoked, has ended or never existed.', ['token']);
}

function monthsAfter(instant: Date, months: number): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO('UTC').add({ months });
  return new Date(then.epochMilliseconds);
}
