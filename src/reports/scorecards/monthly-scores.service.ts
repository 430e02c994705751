import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Club } from '../../clubs/club.entity.js';
import type { Membership } from '../../members/membership.entity.js';
import { seatsOn } from '../../members/seats.js';
import { Clock, shiftDay } from '../../platform/clock.js';
import { Loaders } from '../../platform/graphql/loaders.js';
import { newId } from '../../platform/id.js';
import { Jobs } from '../../platform/jobs.js';
import { dueMonths } from './due-months.sql.js';
import { moneyMetrics } from './money-metrics.js';
import type { CataloguedProfile } from './profile-catalogue.js';
import { profileOn } from './profiles.loaders.js';
import { scoreWindow } from './score-window.js';
import { eventRows } from './scorecard-events.sql.js';
import { ScorecardResultOfMonth } from './scorecard-result.entity.js';
import { type ScoredSeat, scoredSeat } from './scored-seat.js';

/** Keeps what every seat scored in each month, once it is complete. What was kept once stays as it is. */
@Injectable()
export class MonthlyScores implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.registerScheduled({ name: 'note_months_to_score', match: '30 4 * * *' }, () => this.note());
    this.jobs.register('score_month', ({ clubId = '', month = '' }) => this.scoreMonth(clubId, month));
  }

  /** Adds a job for each month of a club that waits to be scored. */
  private async note(): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const due = await dueMonths(manager, this.clock.now());
      const jobs = due.map(({ clubId, month }) => ({ payload: { clubId, month }, key: `score ${clubId} ${month}` }));
      await this.jobs.addAll(manager, 'score_month', jobs);
    });
  }

  private async scoreMonth(clubId: string, month: string): Promise<void> {
    await this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const club = await manager.findOneByOrFail(Club, { id: clubId });
      const nextMonth = shiftDay(month, { months: 1 });
      const lastDay = shiftDay(nextMonth, { days: -1 });
      const seats = await seatsOn(manager, clubId, lastDay);
      const profile = await profileOn(new Loaders(this.dataSource), club, lastDay);
      // The day on which a scorecard counts the month as its last one.
      const on = profile.content.window.kind === 'rolling' ? lastDay : nextMonth;
      const { from, to } = scoreWindow(profile.content, on);
      const asked = seats.map(({ id }) => ({ subjectId: id, from, to }));
      const rows = await eventRows(manager, asked, null);
      const results = seats.map((seat, place) => {
        const events = rows.filter((row) => row.place === place);
        return this.resultOf(seat, { month, profile }, scoredSeat(events, { profile, club, on, isOwn: false }));
      });
      await manager.createQueryBuilder().insert().into(ScorecardResultOfMonth).values(results).orIgnore().execute();
    });
  }

  private resultOf(
    seat: Membership,
    { month, profile }: { month: string; profile: CataloguedProfile },
    { result }: ScoredSeat,
  ): ScorecardResultOfMonth {
    return {
      ...{ id: newId(), clubId: seat.clubId, membershipId: seat.id, month },
      ...{ profileCode: profile.content.id, profileVersion: profile.content.version },
      ...{ weeks: result.weeks, points: result.total, most: result.most, colour: result.colour },
      metrics: result.metrics.map(({ key, value, points, max }) => ({
        ...{ key, points, max },
        value: moneyMetrics.includes(key) ? null : value,
      })),
      scoredAt: this.clock.now(),
    };
  }
}
