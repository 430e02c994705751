import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { clubById } from '../../clubs/clubs.loaders.js';
import type { Membership } from '../../members/membership.entity.js';
import { type Connection, mapNodes, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import type { Asking } from '../asking.js';
import { tellsMoney } from './money-metrics.js';
import type { MonthlyScorecard } from './monthly-scorecard.types.js';
import { type CataloguedProfile, chosenOn } from './profile-catalogue.js';
import { profilesOfNetwork } from './profiles.loaders.js';
import { ScorecardResultOfMonth } from './scorecard-result.entity.js';
import { canSeeScorecard } from './scorecards.policy.js';
import { shownProfile } from './shown-profile.js';

@Injectable()
export class ScorecardHistoryService {
  constructor(private readonly dataSource: DataSource) {}

  /** What a seat had scored at the end of each month, the latest first; null unless it is for the viewer. */
  async ofSeat(
    { viewer, loaders }: Asking,
    seat: Membership,
    page: PageArguments,
  ): Promise<Connection<MonthlyScorecard> | null> {
    if (!canSeeScorecard(viewer, seat)) return null;
    const club = await loaders.loadExisting(clubById, seat.clubId);
    const profiles = await loaders.loadExisting(profilesOfNetwork, club.networkId);
    const results = this.dataSource.getRepository(ScorecardResultOfMonth).createQueryBuilder('result');
    const months = await paginate(results.where({ membershipId: seat.id, clubId: seat.clubId }), page, {
      property: 'month',
      direction: 'DESC',
    });
    return mapNodes(months, (month) => shownMonth(month, profiles));
  }
}

/** Points in proportion to money would tell it to the cent, and what is kept does not say whose it was. */
function shownMonth(result: ScorecardResultOfMonth, profiles: readonly CataloguedProfile[]): MonthlyScorecard {
  const profile = chosenOn(profiles, result, result.month);
  if (!profile) throw new Error(`The profile ${result.profileCode} ${result.profileVersion} is gone.`);
  const telling = profile.content.metrics.filter(tellsMoney).map(({ key }) => key);
  return {
    month: result.month.slice(0, 7),
    profile: shownProfile(profile),
    ...{ weeks: result.weeks, most: result.most, colour: result.colour, scoredAt: result.scoredAt },
    points: telling.length > 0 ? null : result.points,
    metrics: result.metrics.map((metric) => ({
      ...metric,
      points: telling.includes(metric.key) ? null : metric.points,
    })),
  };
}
