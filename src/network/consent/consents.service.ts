import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { timeZoneOf } from '../../members/club-of.js';
import { Acts } from '../../platform/acts.js';
import { Clock, civilDay, instantsOf, shiftDay } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { Introduction } from '../introduction.entity.js';
import { canStateConsent } from '../introductions.policy.js';
import { IntroductionsService, lockChains } from '../introductions.service.js';
import { refuseAgainstHisWord } from './against-his-word.js';
import { Consent } from './consent.entity.js';
import type { StateConsentInput, WithdrawConsentInput } from './consents.types.js';
import { keepConsent } from './keep-consent.js';

const longestYears = 5;

/** What members say of the consent of contacts. What contacts say themselves is in contact-answers.service.ts. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly introductions: IntroductionsService,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * All that was said of the consent of an introduction the viewer sees, the latest first. That a contact said no is
   * for those who had a hand in asking him.
   */
  history(viewer: Viewer, introduction: Introduction, page: PageArguments): Promise<Connection<Consent>> {
    const where = canStateConsent(viewer, introduction) ? {} : { kind: Not('declined' as const) };
    const consents = this.dataSource.getRepository(Consent).createQueryBuilder('consent');
    return paginate(consents.where({ introductionId: introduction.id, ...where }), page, {
      property: 'statedAt',
      direction: 'DESC',
    });
  }

  /** @throws DomainError NOT_FOUND, DATE_OUT_OF_RANGE, CONTACT_SAID_NO */
  state(viewer: Viewer, input: StateConsentInput): Promise<Introduction> {
    const act = { personId: viewer.personId, verb: 'stateConsent', input, result: Introduction };
    return this.acts.once(act, async (manager) => {
      const introduction = await this.findToState(manager, viewer, input.introductionId);
      const { introducedContactId: contactId, beneficiaryId } = introduction;
      const { consentBasis: basis, outcomeBack } = input;
      const expiresAt = await this.endOf(manager, beneficiaryId, input);
      await refuseAgainstHisWord(
        manager,
        { contactId, beneficiaryId, personId: viewer.personId },
        { basis, outcomeBack },
      );
      await keepConsent(manager, introduction, {
        kind: 'stated',
        basis,
        outcomeBack: outcomeBack ?? introduction.outcomeBack,
        statedById: viewer.personId,
        statedAt: this.clock.now(),
        expiresAt,
      });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'introduction.consent_stated',
        subject: introduction,
        details: { basis },
      });
      return introduction;
    });
  }

  /**
   * Takes a consent back: from now on the beneficiary sees only the role again.
   * @throws DomainError NOT_FOUND
   */
  withdraw(viewer: Viewer, input: WithdrawConsentInput): Promise<Introduction> {
    const act = { personId: viewer.personId, verb: 'withdrawConsent', input, result: Introduction };
    return this.acts.once(act, async (manager) => {
      const introduction = await this.findToState(manager, viewer, input.introductionId);
      const { reason } = input;
      await keepConsent(manager, introduction, {
        kind: 'withdrawn',
        basis: 'none_yet',
        outcomeBack: introduction.outcomeBack,
        statedById: viewer.personId,
        statedAt: this.clock.now(),
        expiresAt: null,
        reason,
      });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'introduction.consent_withdrawn',
        subject: introduction,
        details: { reason },
      });
      return introduction;
    });
  }

  /** The introduction as it is, with its chains locked. */
  private async findToState(manager: EntityManager, viewer: Viewer, id: string): Promise<Introduction> {
    const visible = found(await this.introductions.find(viewer, id, manager), 'introduction', 'introductionId');
    authorise(canStateConsent(viewer, visible));
    await lockChains(manager, visible.beneficiaryId);
    return manager.findOneByOrFail(Introduction, { id });
  }

  /** The end of the last day it holds, by the clocks of the beneficiary's club. */
  private async endOf(
    manager: EntityManager,
    beneficiaryId: string,
    { consentBasis, expiresOn }: StateConsentInput,
  ): Promise<Date | null> {
    if (expiresOn === null) return null;
    if (consentBasis === 'none_yet') throw new DomainError('INVALID', 'What is not there has no end.', ['expiresOn']);
    const zone = await timeZoneOf(manager, beneficiaryId, this.clock);
    const today = civilDay(this.clock.now(), zone);
    if (expiresOn <= today || expiresOn > shiftDay(today, { years: longestYears })) {
      const message = `A consent ends after today, and within ${longestYears} years.`;
      throw new DomainError('DATE_OUT_OF_RANGE', message, ['expiresOn']);
    }
    return instantsOf(expiresOn, zone).until;
  }
}
