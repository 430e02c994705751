import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Throttle } from '../../identity/throttle.js';
import type { Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { civilDay, shiftDay } from '../../platform/clock.js';
import { DomainError } from '../../platform/graphql/errors.js';
import { Pace } from './pace.js';
import { plainWords } from './plain-words.sql.js';
import { type WantedWord, wantedWords, wordsIn } from './search-words.js';
import { SharingService } from './sharing.service.js';
import { warmPathRows } from './warm-paths.sql.js';
import { mostWords, type WarmPath, type WarmPaths, type WarmPathsRefusal } from './warm-paths.types.js';

/** For how long a one-to-one or a referral makes a tie between two members strong. */
const strongMonths = 12;

/**
 * Searches for whom to ask. Neither the answer nor the time it takes nor its statements tell of a contact more than
 * that somebody knows one of several, and what was searched for is written down nowhere.
 */
@Injectable()
export class WarmPathsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly throttle: Throttle,
    private readonly sharing: SharingService,
    private readonly pace: Pace,
  ) {}

  search(viewer: Viewer, search: string): Promise<WarmPaths> {
    return this.pace.keep(async () => {
      if (!(await this.isAdmitted(viewer))) return refused('too_many_searches');
      const { level } = await this.sharing.of(viewer);
      if (level === 'nobody') return refused('shares_nothing');
      const wanted = wantedWords(await plainWords(this.dataSource, wordsIn(search)));
      if (wanted.length === 0) return refused('nothing_to_look_for');
      if (wanted.length > mostWords) return refused('too_many_words');
      return answer(await this.find(viewer, level, wanted));
    });
  }

  private async find(viewer: Viewer, reach: 'fellows' | 'network', wanted: WantedWord[]): Promise<WarmPath[]> {
    const { personId, asOf, clubIds } = viewer;
    const strongSince = shiftDay(civilDay(asOf, 'UTC'), { months: -strongMonths });
    const rows = await warmPathRows(this.dataSource, { personId, asOf, clubIds, reach, wanted, strongSince });
    // Asked also when there are none: a statement less would tell by the time it takes.
    const seats = await this.dataSource
      .createQueryBuilder(Membership, 'seat')
      .where('seat.id = ANY (:ids)', { ids: rows.map(({ membershipId }) => membershipId) })
      .getMany();
    const byId = new Map(seats.map((seat) => [seat.id, seat]));
    return rows.flatMap(({ membershipId, degree }) => {
      const ask = byId.get(membershipId);
      return ask ? [{ ask, degree }] : [];
    });
  }

  private async isAdmitted({ personId }: Viewer): Promise<boolean> {
    try {
      await this.throttle.admit('warm_paths', personId, null);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'TOO_MANY_ATTEMPTS') return false;
      throw error;
    }
  }
}

function answer(members: WarmPath[]): WarmPaths {
  return { refusal: null, hint: 'ask_your_club', members };
}

function refused(refusal: WarmPathsRefusal): WarmPaths {
  return { ...answer([]), refusal };
}
