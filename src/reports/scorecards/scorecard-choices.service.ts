import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { Club } from '../../clubs/club.entity.js';
import { visibleInNetwork } from '../../clubs/clubs.policy.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import type { ChooseScorecardInput } from './profile.types.js';
import { type CataloguedProfile, catalogueOf } from './profile-catalogue.js';
import { ScorecardChoice } from './scorecard-choice.entity.js';
import { OwnScorecardProfile } from './scorecard-profile.entity.js';
import { canChooseScorecard } from './scorecards.policy.js';

@Injectable()
export class ScorecardChoicesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** What a club chose, the latest first. */
  list(club: Club, page: PageArguments): Promise<Connection<ScorecardChoice>> {
    const choices = this.dataSource.getRepository(ScorecardChoice).createQueryBuilder('choice');
    return paginate(choices.where({ clubId: club.id }), page, { property: 'validFrom', direction: 'DESC' });
  }

  /** @throws DomainError NOT_FOUND, TAKEN; DATE_OUT_OF_RANGE for a day that has passed or on which none has begun */
  choose(viewer: Viewer, input: ChooseScorecardInput): Promise<ScorecardChoice> {
    const act = { personId: viewer.personId, verb: 'chooseScorecard', input, result: ScorecardChoice };
    return this.acts.once(act, async (manager) => {
      const seen = { ...visibleInNetwork(viewer), id: input.clubId };
      const club = found(await manager.findOneBy(Club, seen), 'club', 'clubId');
      authorise(canChooseScorecard(viewer, club));
      const own = await manager.findBy(OwnScorecardProfile, { networkId: club.networkId, code: input.profile });
      requireChoosable(catalogueOf(own), input);
      if (input.from < this.clock.today(club.timeZone)) {
        throw new DomainError('DATE_OUT_OF_RANGE', 'A scorecard is not chosen for days that have passed.', ['from']);
      }
      const choice = await insert(manager, ScorecardChoice, {
        ...{ id: newId(), clubId: club.id, validFrom: input.from },
        ...{ profileCode: input.profile, profileVersion: input.version },
        ...{ chosenById: viewer.personId, chosenAt: this.clock.now() },
      });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'scorecard.chosen',
        subject: choice,
        clubId: club.id,
        details: { version: choice.profileVersion, validFrom: choice.validFrom },
      });
      return choice;
    });
  }
}

function requireChoosable(catalogue: CataloguedProfile[], { profile, version, from }: ChooseScorecardInput): void {
  const versions = catalogue.filter(({ content }) => content.id === profile);
  if (versions.length === 0) throw new DomainError('NOT_FOUND', 'There is no such profile.', ['profile']);
  const meant = versions.filter(({ content }) => version === null || content.version === version);
  if (meant.length === 0) throw new DomainError('NOT_FOUND', 'The profile has no such version.', ['version']);
  if (!meant.some(({ content }) => content.validFrom <= from)) {
    throw new DomainError('DATE_OUT_OF_RANGE', 'The profile does not score so early a day.', ['from']);
  }
}
