import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Contact } from '../../contacts/contact.entity.js';
import { inBookOf } from '../../contacts/contacts.policy.js';
import type { Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { blaming, DomainError, found } from '../../platform/graphql/errors.js';
import { insert } from '../../platform/insert.js';
import { GiveReferralService } from '../../referrals/give-referral.service.js';
import { Referral } from '../../referrals/referral.entity.js';
import { visibleReferrals } from '../../referrals/referrals.policy.js';
import { Presentation } from '../presentations/presentation.entity.js';
import { visiblePresentations } from '../presentations/presentations.policy.js';
import { AnsweredAsk } from './answered-ask.entity.js';
import { canAnswer } from './asks.policy.js';
import type { AnswerAskInput, DismissMatchInput } from './asks.types.js';
import { DismissedMatch } from './dismissed-match.entity.js';
import { standing } from './standing.sql.js';

/** What one does with a match: gives the contact to the asker, or says that he does not fit. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly giving: GiveReferralService,
    private readonly clock: Clock,
  ) {}

  /** The referrals that answered an ask and that the viewer gave or received, the latest given first. */
  referrals(viewer: Viewer, { id }: Presentation, page: PageArguments): Promise<Connection<Referral>> {
    const referrals = this.dataSource
      .getRepository(Referral)
      .createQueryBuilder('referral')
      .where(visibleReferrals(viewer))
      .innerJoin(AnsweredAsk, 'answered', 'answered.referralId = referral.id AND answered.presentationId = :id', {
        id,
      });
    return paginate(referrals, page, { property: 'givenAt', direction: 'DESC' });
  }

  /** @throws DomainError NOT_FOUND, GIVER_IS_RECEIVER, ASK_NOT_CURRENT, ALREADY_ANSWERED, INTRODUCTION_LOOP */
  answer(viewer: Viewer, input: AnswerAskInput): Promise<Referral> {
    const act = { personId: viewer.personId, verb: 'answerAsk', input, result: Referral };
    return this.acts.once(act, async (manager) => {
      const { presentation, ask, contact } = await this.findMatch(manager, viewer, input);
      const referral = await blaming({ receiverMembershipId: 'presentationId', prospect: 'contactId' }, () =>
        this.giving.refer(manager, viewer, {
          clubId: presentation.clubId,
          receiverMembershipId: presentation.membershipId,
          prospect: { contactId: contact.id, personId: null },
          need: input.need ?? ask,
          warmth: input.warmth,
          consentBasis: input.consentBasis,
        }),
      );
      const key = { presentationId: presentation.id, contactId: contact.id };
      await insert(manager, AnsweredAsk, { referralId: referral.id, ...key });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'presentation.answered',
        subject: presentation,
        clubId: presentation.clubId,
        details: { referralId: referral.id },
      });
      return referral;
    });
  }

  /**
   * Hides a contact from what the viewer sees of an ask. Saying it twice is no other than once.
   * @throws DomainError NOT_FOUND, GIVER_IS_RECEIVER, ASK_NOT_CURRENT
   */
  dismiss(viewer: Viewer, input: DismissMatchInput): Promise<Presentation> {
    const act = { personId: viewer.personId, verb: 'dismissMatch', input, result: Presentation };
    return this.acts.once(act, async (manager) => {
      const { presentation, contact } = await this.findMatch(manager, viewer, input);
      const row = { presentationId: presentation.id, contactId: contact.id, dismissedAt: this.clock.now() };
      await manager.createQueryBuilder().insert().into(DismissedMatch).values(row).orIgnore().execute();
      // Without the club: what he thinks of his contacts is no matter of it.
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'contact.match_dismissed',
        subject: contact,
        details: { presentationId: presentation.id },
      });
      return presentation;
    });
  }

  /** A current ask of somebody else in a room of the viewer, and a contact of his own book. */
  private async findMatch(
    manager: EntityManager,
    viewer: Viewer,
    { presentationId, contactId }: DismissMatchInput,
  ): Promise<{ presentation: Presentation; ask: string; contact: Contact }> {
    const presentation = found(
      await manager.findOneBy(Presentation, { ...visiblePresentations(viewer), id: presentationId }),
      'presentation',
      'presentationId',
    );
    const contact = found(
      await manager.findOneBy(Contact, { ...inBookOf(viewer), id: contactId }),
      'contact',
      'contactId',
    );
    if (!canAnswer(viewer, await manager.findOneByOrFail(Membership, { id: presentation.membershipId }))) {
      throw new DomainError('GIVER_IS_RECEIVER', 'Nobody answers his own ask.', ['presentationId']);
    }
    const stands = await standing(manager, [presentation.id], this.clock.now());
    if (presentation.ask === null || !stands.has(presentation.id)) {
      throw new DomainError('ASK_NOT_CURRENT', 'This is not asked any more.', ['presentationId']);
    }
    return { presentation, ask: presentation.ask, contact };
  }
}
