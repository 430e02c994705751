import type { Temporal } from 'temporal-polyfill';
import type { Act, Season, StageName } from '../../../src/cli/season/season.types.js';
import { degreeOf, linkOf, referralAcceptance, rootOf } from './chain.js';
import * as deals from './deal-acts.js';
import { holdsSeat, personOf, requireSeat } from './humans.js';
import * as introductions from './introduction-acts.js';
import { type ActName, type ActOf, Journal } from './journal.js';
import { ModelRefusal } from './model-refusal.js';
import * as referrals from './referral-acts.js';
import { type ReportSubject, type ReturnReport, reportReturn } from './return-report.js';

export interface IntroductionView {
  degree: number;
  root: string;
  parent: string | null;
}

export interface DealView {
  /** Null for own acquisition. */
  degree: number | null;
  root: string | null;
  repeat: boolean;
  direct: boolean;
  origin: string | null;
}

export interface ReferralView {
  stage: StageName;
  accepted: boolean;
}

export interface RefusedAct {
  /** The place of the act among the season's acts. */
  index: number;
  act: Act;
  refusal: ModelRefusal;
}

const PLAYED_BY: { [Name in ActName]?: (journal: Journal, act: ActOf<Name>) => void } = {
  recordIntroduction: introductions.recordIntroduction,
  giveReferral: introductions.giveReferral,
  insertIntroduction: introductions.insertIntroduction,
  correctIntroduction: introductions.correctIntroduction,
  promiseFirstContact: referrals.promiseFirstContact,
  moveReferral: referrals.moveReferral,
  recordDeal: deals.recordDeal,
  adjustDeal: deals.adjustDeal,
  splitCredit: deals.splitCredit,
  thankForDeal: deals.thankForDeal,
};

/**
 * What the rules say a season comes to, worked out in memory from the acts alone. It knows nothing of the
 * server: the two are checked against each other. Order is that of playing, so a season's acts must be in
 * order of time; wall clocks are compared only to see whether two acts were at the same moment.
 */
export class SeasonModel {
  readonly journal: Journal;

  constructor(
    readonly season: Omit<Season, 'acts'>,
    /** The Monday from which days count. */
    readonly anchor: Temporal.PlainDate,
  ) {
    this.journal = new Journal(season.clubs);
  }

  /** Plays all acts of a season; those refused are skipped, as on the server, and told. */
  static of(season: Season, anchor: Temporal.PlainDate): { model: SeasonModel; refused: RefusedAct[] } {
    const model = new SeasonModel(season, anchor);
    const refused = season.acts.flatMap((act, index) => {
      const refusal = model.refusalOf(act);
      return refusal ? [{ index, act, refusal }] : [];
    });
    return { model, refused };
  }

  /** Plays one act. Throws ModelRefusal, with nothing changed, when the rules refuse it. */
  play(act: Act): void {
    const play = (PLAYED_BY[act.act] ?? playWithoutConsequence) as (journal: Journal, act: Act) => void;
    play(this.journal, act);
  }

  /** Plays one act and gives the refusal, or null when it was done. */
  refusalOf(act: Act): ModelRefusal | null {
    try {
      this.play(act);
      return null;
    } catch (error) {
      if (error instanceof ModelRefusal) return error;
      throw error;
    }
  }

  introductions(): Map<string, IntroductionView> {
    const { journal } = this;
    const view = (key: string): IntroductionView => ({
      degree: degreeOf(journal, key),
      root: rootOf(journal, key),
      parent: linkOf(journal, key).parent,
    });
    return new Map([...journal.introductions.keys()].map((key) => [key, view(key)]));
  }

  deals(): Map<string, DealView> {
    const { journal } = this;
    return new Map(
      [...journal.deals.values()].map((deal) => {
        const { repeat, direct, origin } = deal;
        const degree = deals.dealDegree(journal, deal);
        return [deal.key, { degree, root: deals.dealRoot(journal, deal), repeat, direct, origin }];
      }),
    );
  }

  referrals(): Map<string, ReferralView> {
    const { journal } = this;
    const view = (key: string): ReferralView => ({
      stage: referrals.stageOf(journal, key),
      accepted: referralAcceptance(journal, key) !== null,
    });
    return new Map(journal.of('giveReferral').map(({ act }) => [act.key, view(act.key)]));
  }

  /** For a club, or with `person` for that member's seat in it; both days are in the period. */
  returnReport(subject: ReportSubject, from: Temporal.PlainDate, to: Temporal.PlainDate): ReturnReport {
    return reportReturn(this.journal, this.anchor, { subject, from, to });
  }

  /** The civil day of a `day` or an `on` of the season. */
  dayOf(offset: number): Temporal.PlainDate {
    return this.anchor.add({ days: offset });
  }
}

/** Acts that only make later ones possible; little but their being there is checked. */
function playWithoutConsequence(journal: Journal, act: Act): void {
  if (act.act === 'endMembership') requireSeat(journal, act.person, act.at.day, act.club);
  if (act.act === 'identifyContact') journal.contact(act.contact);
  if (act.act === 'recordVisit') journal.visitor(act.visitor);
  if (act.act === 'inviteVisitor') {
    journal.contact(act.contact);
    const { club, startsAt } = journal.meeting(act.meeting);
    requireSeat(journal, act.invitedBy, act.at.day, club);
    const person = personOf(journal, { contact: act.contact });
    if (person !== null && holdsSeat(journal, person, club, startsAt.day)) {
      throw new ModelRefusal('ALREADY_A_MEMBER', `visitor ${act.key}`);
    }
  }
  journal.append(act);
}
