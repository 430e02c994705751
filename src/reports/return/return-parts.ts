import type { Club } from '../../clubs/club.entity.js';
import type { Membership } from '../../members/membership.entity.js';
import { civilDay } from '../../platform/clock.js';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import type { Asking } from '../asking.js';
import { fewestSellersSeen, isClubMedianShown } from '../reports.policy.js';
import { clubMedian } from './club-median.js';
import type { ClubMedian } from './club-median.types.js';
import { indirectReturn } from './currency-return.js';
import { effortByDegree } from './effort-by-degree.js';
import type { EffortByDegree } from './effort-by-degree.types.js';
import { funnelOf } from './funnel.js';
import type { Funnel } from './funnel.types.js';
import { lifetimeValues } from './lifetime-value.js';
import type { LifetimeValue } from './lifetime-value.types.js';
import { promisesOf } from './promises.js';
import type { PromisesKept } from './promises.types.js';
import type { ReturnFacts } from './return-facts.loaders.js';
import { returnOnEffort } from './return-on-effort.js';
import type { ReturnOnEffort } from './return-on-effort.types.js';
import {
  effortFacts,
  funnelFacts,
  lifetimeFacts,
  memberFacts,
  partKey,
  presentationFacts,
  promisesFacts,
} from './return-parts.loaders.js';

/** Whom a report is about, and what of it may be shown. */
export interface PartsSubject {
  club: Club;
  /** Null for the whole club. */
  membership: Membership | null;
  /** How many members must at least have contributed to what they did. */
  smallestGroup: number;
  /** The same for what happens in meetings, which the members of a club see of each other anyhow. */
  fewestMembers: number;
}

/**
 * The parts of a report on one period that are read only when somebody asks for them, each by one statement for all
 * reports of the request.
 */
export class ReturnParts {
  constructor(
    private readonly asking: Asking,
    private readonly subject: PartsSubject,
    private readonly shown: { facts: ReturnFacts; period: Period },
  ) {}

  async funnel(): Promise<Funnel | null> {
    return funnelOf(await this.load(funnelFacts[this.kind]), this.subject.smallestGroup);
  }

  async promises(): Promise<PromisesKept | null> {
    return promisesOf(await this.load(promisesFacts[this.kind]), this.subject.smallestGroup);
  }

  async lifetimeValue(): Promise<LifetimeValue[]> {
    const fewestSellers = fewestSellersSeen(this.subject.smallestGroup);
    return lifetimeValues(await this.load(lifetimeFacts[this.kind]), fewestSellers);
  }

  async givenLifetimeValue(): Promise<LifetimeValue[] | null> {
    const { membership, smallestGroup } = this.subject;
    if (!membership) return null;
    return lifetimeValues(await this.load(lifetimeFacts.givenBySeat), fewestSellersSeen(smallestGroup));
  }

  async returnOnEffort(): Promise<ReturnOnEffort> {
    const { club, membership, smallestGroup, fewestMembers } = this.subject;
    const today = civilDay(this.asking.viewer.asOf, club.timeZone);
    const { from, to } = this.shown.period;
    const [row] = await this.load(effortFacts[this.kind], { from, to: to < today ? to : today });
    if (!row) throw new Error('Every subject has a row of effort.');
    const indirectMinor = indirectReturn(club.currency, { ...this.shown, smallestGroup });
    const hourlyRateMinor = membership?.hourlyRateMinor ?? null;
    return returnOnEffort({ row, club, indirectMinor, hourlyRateMinor, fewestMembers });
  }

  async effortByDegree(): Promise<EffortByDegree> {
    const rows = await this.load(presentationFacts[this.kind]);
    return effortByDegree(rows, this.shown.period, this.subject.fewestMembers);
  }

  async clubMedian(): Promise<ClubMedian | null> {
    const { club, membership } = this.subject;
    if (!membership || !isClubMedianShown(this.asking.viewer, club)) return null;
    return clubMedian(await this.load(memberFacts, this.shown.period, club.id), club.currency);
  }

  private get kind(): 'club' | 'seat' {
    return this.subject.membership ? 'seat' : 'club';
  }

  private load<R>(
    declaration: LoaderDeclaration<R[]>,
    period: Period = this.shown.period,
    subjectId: string = (this.subject.membership ?? this.subject.club).id,
  ): Promise<R[]> {
    const { viewer, loaders } = this.asking;
    const key = partKey({ subjectId, ...period, at: viewer.asOf, viewerId: viewer.personId });
    return loaders.loadExisting(declaration, key);
  }
}
