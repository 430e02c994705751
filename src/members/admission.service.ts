import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivityService } from '../activity/activity.service.js';
import type { Club } from '../clubs/club.entity.js';
import { isWithinReach } from '../clubs/clubs.policy.js';
import { ClubsService } from '../clubs/clubs.service.js';
import { Person } from '../identity/person.entity.js';
import { placesOf } from '../identity/places.sql.js';
import type { Viewer } from '../identity/viewer.js';
import { Acts } from '../platform/acts.js';
import { Clock, shiftDay } from '../platform/clock.js';
import { authorise, DomainError, found } from '../platform/graphql/errors.js';
import { newId } from '../platform/id.js';
import { insert } from '../platform/insert.js';
import { canAdmit } from './members.policy.js';
import type { AdmitMemberInput } from './members.types.js';
import { Membership } from './membership.entity.js';

@Injectable()
export class AdmissionService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    private readonly clubs: ClubsService,
  ) {}

  /**
   * Gives a known or a new person a seat. That the profession is free and the person has no seat yet is left to
   * the constraints, so that of two admissions at once one succeeds.
   * @throws DomainError NOT_FOUND, INVALID, TAKEN, SEAT_TAKEN, ALREADY_A_MEMBER, DATE_OUT_OF_RANGE
   */
  admit(viewer: Viewer, input: AdmitMemberInput): Promise<Membership> {
    const act = { personId: viewer.personId, verb: 'admitMember', input, result: Membership };
    return this.acts.once(act, async (manager) => {
      const club = found(await this.clubs.find(viewer, input.clubId, manager), 'club', 'clubId');
      authorise(canAdmit(viewer, club));
      const term = this.termOf(input, club);
      const person = await this.personOf(manager, input, club);
      const seat = await insert(manager, Membership, {
        ...term,
        id: newId(),
        clubId: club.id,
        personId: person.id,
        professionId: input.professionId,
        company: input.company,
        leftOn: null,
        hourlyRateMinor: null,
        createdAt: this.clock.now(),
      });
      await this.activity.record(manager, {
        actorId: viewer.personId,
        verb: 'membership.admitted',
        subject: seat,
        clubId: club.id,
        details: { ...term, personId: person.id, professionId: seat.professionId },
      });
      return seat;
    });
  }

  /** @throws DomainError DATE_OUT_OF_RANGE for a seat that begins more than a year from now: a slip of the hand */
  private termOf(input: AdmitMemberInput, club: Club): { joinedOn: string; renewsOn: string } {
    const today = this.clock.today(club.timeZone);
    const joinedOn = input.joinedOn ?? today;
    if (joinedOn > shiftDay(today, { years: 1 })) {
      throw new DomainError('DATE_OUT_OF_RANGE', 'A seat begins at most a year from now.', ['joinedOn']);
    }
    return { joinedOn, renewsOn: input.renewsOn ?? shiftDay(joinedOn, { years: 1 }) };
  }

  private async personOf(manager: EntityManager, input: AdmitMemberInput, club: Club): Promise<Person> {
    const { personId, newPerson } = input;
    if (personId !== null && newPerson === null) {
      const isKnown = isWithinReach(await placesOf(manager, personId), club);
      return found(isKnown ? await manager.findOneBy(Person, { id: personId }) : null, 'person', 'personId');
    }
    if (newPerson !== null && personId === null) {
      const locale = newPerson.locale ?? club.locale;
      return insert(manager, Person, { ...newPerson, locale, id: newId(), createdAt: this.clock.now() });
    }
    throw new DomainError('INVALID', 'Name either a known person or a new one.', ['personId']);
  }
}
