import { AdmissionService } from '../../members/admission.service.js';
import { MembersService } from '../../members/members.service.js';
import type { OfficeName } from '../../members/office.entity.js';
import { OfficesService } from '../../members/offices.service.js';
import type { Performances } from './season.player.js';
import type { SeasonStage } from './season.stage.js';

/** A person's first seat makes him known; later ones are for the person Kring knows. */
function whoIsAdmitted(stage: SeasonStage, person: string, club: string) {
  if (stage.has('person', person)) return { personId: stage.id('person', person), newPerson: null };
  const { givenName, familyName, email, phone } = stage.person(person);
  return { personId: null, newPerson: { givenName, familyName, email, phone, locale: stage.localeOf(club) } };
}

export const playClubs: Performances<'admitMember' | 'endMembership' | 'appointOfficer'> = {
  admitMember: async (stage, { at, club, person, profession, company }) => {
    const seat = await stage.service(AdmissionService).admit(
      await stage.asAdministrator(),
      stage.input({
        ...whoIsAdmitted(stage, person, club),
        clubId: stage.id('club', club),
        professionId: stage.id('profession', profession),
        company,
        joinedOn: stage.day(at.day),
        renewsOn: null,
      }),
    );
    stage.put('person', person, seat.personId);
    stage.put('seat', `${club} ${person}`, seat.id);
    stage.forgetViewers();
  },

  endMembership: async (stage, { at, club, person }) => {
    const input = stage.input({ membershipId: stage.id('seat', `${club} ${person}`), leftOn: stage.day(at.day) });
    await stage.service(MembersService).end(await stage.asAdministrator(), input);
    stage.forgetViewers();
  },

  appointOfficer: async (stage, { at, club, person, office }) => {
    const input = stage.input({
      membershipId: stage.id('seat', `${club} ${person}`),
      office: office.toLowerCase() as OfficeName,
      startsOn: stage.day(at.day),
    });
    await stage.service(OfficesService).appoint(await stage.asAdministrator(), input);
    stage.forgetViewers();
    if (office === 'PRESIDENT') stage.put('president', club, person);
  },
};
