import { Injectable } from '@nestjs/common';
import { ActivityService } from '../activity/activity.service.js';
import { Acts } from '../platform/acts.js';
import { Clock } from '../platform/clock.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { canInvite, canSeeDetails, canSeePerson, type TodayIn } from './identity.policy.js';
import { Person } from './person.entity.js';
import { accountByPerson, personById } from './person.loaders.js';
import type { ChangeProfileInput, PersonAbilities } from './persons.types.js';
import { type Place, placesByPerson } from './places.sql.js';
import type { Viewer } from './viewer.js';

@Injectable()
export class PersonsService {
  private readonly todayIn: TodayIn = (timeZone) => this.clock.today(timeZone);

  constructor(
    private readonly acts: Acts,
    private readonly clock: Clock,
    private readonly activity: ActivityService,
  ) {}

  /** The person, or null when there is none the viewer may see. */
  async find(viewer: Viewer, id: string, loaders: Loaders): Promise<Person | null> {
    return canSeePerson(viewer, id, await places(id, loaders)) ? loaders.load(personById, id) : null;
  }

  /** The detail, or null for those it is not for. Persons are read together, by one query for all of a page. */
  async detail(viewer: Viewer, person: Person, loaders: Loaders, detail: 'email' | 'phone'): Promise<string | null> {
    const isVisible = canSeeDetails(viewer, person.id, await places(person.id, loaders), this.todayIn);
    return isVisible ? person[detail] : null;
  }

  async abilities(viewer: Viewer, person: Person, loaders: Loaders): Promise<PersonAbilities> {
    const mayInvite = canInvite(viewer, await places(person.id, loaders), this.todayIn);
    const invite = mayInvite && (await loaders.load(accountByPerson, person.id)) === null;
    return { person, invite, changeProfile: viewer.is(person.id) };
  }

  changeProfile(viewer: Viewer, input: ChangeProfileInput): Promise<Person> {
    const act = { personId: viewer.personId, verb: 'changeProfile', input, result: Person };
    return this.acts.once(act, async (manager) => {
      const { idempotencyKey: _, ...profile } = input;
      const person = await manager.findOneByOrFail(Person, { id: viewer.personId });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'person.profile_changed',
        subject: person,
      });
      return manager.save(Object.assign(person, profile));
    });
  }
}

function places(personId: string, loaders: Loaders): Promise<Place[]> {
  return loaders.loadExisting(placesByPerson, personId);
}
