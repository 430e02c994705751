import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { ActivityService } from '../../activity/activity.service.js';
import { visibleInNetwork } from '../../clubs/clubs.policy.js';
import { Region } from '../../clubs/region.entity.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import type { Connection, PageArguments } from '../../platform/graphql/connection.js';
import { authorise, DomainError, DomainErrors, found } from '../../platform/graphql/errors.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { builtInProfiles } from './built-in-profiles.js';
import type { ScorecardProfile } from './profile.js';
import type { AddScorecardProfileInput, Profile } from './profile.types.js';
import { profilesOfNetwork } from './profiles.loaders.js';
import { BadProfile, readProfile } from './read-profile.js';
import { OwnScorecardProfile } from './scorecard-profile.entity.js';
import { canAddProfile } from './scorecards.policy.js';
import { shownProfile } from './shown-profile.js';

/** A name space of our own (RFC 9562): pages need a key for each profile, and those of Kring have no row. */
const profileKeys = '0197a1d0-6f0e-7c43-9a52-5c0e8c1d7b24';

@Injectable()
export class ScorecardProfilesService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** All profiles the clubs of a network may choose, by code and version. */
  async list(loaders: Loaders, networkId: string, page: PageArguments): Promise<Connection<Profile>> {
    const profiles = await loaders.loadExisting(profilesOfNetwork, networkId);
    return pageOfList(profiles.map(shownProfile), page, ({ code, version }) => v5(`${code} ${version}`, profileKeys));
  }

  /** @throws DomainErrors INVALID for each thing wrong with it; DomainError NOT_FOUND, TAKEN */
  add(viewer: Viewer, input: AddScorecardProfileInput): Promise<OwnScorecardProfile> {
    const act = { personId: viewer.personId, verb: 'addScorecardProfile', input, result: OwnScorecardProfile };
    return this.acts.once(act, async (manager) => {
      const networkOnly = { ...visibleInNetwork(viewer), id: input.networkId, kind: 'network' as const };
      const network = found(await manager.findOneBy(Region, networkOnly), 'network', 'networkId');
      authorise(canAddProfile(viewer, network));
      const content = contentOf(input.profile);
      const profile = await insert(manager, OwnScorecardProfile, {
        ...{ id: newId(), networkId: network.id, code: content.id, version: content.version, content },
        ...{ addedById: viewer.personId, addedAt: this.clock.now() },
      });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'scorecard_profile.added',
        subject: profile,
        details: { version: profile.version },
      });
      return profile;
    });
  }
}

/** @throws DomainErrors INVALID; DomainError TAKEN for an id of Kring's own, whatever its version */
function contentOf(text: string): ScorecardProfile {
  const profile = readContent(parse(text));
  if (builtInProfiles().some(({ id }) => id === profile.id)) {
    throw new DomainError('TAKEN', 'A profile that comes with Kring has this id.', ['profile', 'id']);
  }
  return profile;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DomainError('INVALID', 'profile is not JSON.', ['profile']);
  }
}

function readContent(json: unknown): ScorecardProfile {
  try {
    return readProfile(json);
  } catch (error) {
    if (!(error instanceof BadProfile)) throw error;
    throw new DomainErrors(
      error.problems.map(({ path, reason }) => {
        const message = `${path || 'profile'} ${reason}.`;
        return new DomainError('INVALID', message, ['profile', ...path.split(/[.[\]]+/).filter(Boolean)]);
      }),
    );
  }
}
