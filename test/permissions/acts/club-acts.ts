import { usualRules } from '../../support/usual-rules.js';
import { type Act, act, type Key } from './act.js';

const club = { name: 'Another', timeZone: 'Europe/Brussels', locale: 'nl-BE', fee: '900.00', feeMonths: 12 };
const catalogue = { never: 'Whoever has signed in sees the whole catalogue.' };
/** A person who has no place in any network may be given his first by whoever knows his key. */
const person: Key = {
  type: 'Person',
  put: (id) => ({ personId: id }),
  except: ({ world, foreign }) => [world.otto.personId, foreign.otto.personId],
};

/** Regions, clubs, seats, meetings. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const clubActs: Record<string, Act> = {
  createRegion: act(
    'U N N F F ok F F F F',
    (world) => ({ parentId: world.id('country'), kind: 'REGION', name: 'Bruges' }),
    { parentId: 'Region' },
  ),
  appointDirector: act(
    'U N N F F ok F F F F',
    (world) => ({ regionId: world.id('ghentRegion'), personId: world.id('vik'), startsOn: '2026-04-01' }),
    { regionId: 'Region', personId: person },
  ),
  endDirectorship: act(
    'U N N F F ok F F F F',
    (world) => ({ directorshipId: world.id('directorship'), endsOn: '2026-04-01' }),
    { directorshipId: 'RegionDirector' },
  ),
  createClub: act(
    'U N N F F ok F F F F',
    (world) => ({ regionId: world.id('ghentRegion'), currency: 'EUR', ...club }),
    { regionId: 'Region' },
  ),
  changeClub: act('U N N F F ok F F F F', (world) => ({ clubId: world.id('ghent'), ...club }), { clubId: 'Club' }),
  changeClubRules: act(
    'U N N F F ok F ok F F',
    (world) => ({ clubId: world.id('ghent'), validFrom: '2026-03-06', ...usualRules }),
    { clubId: 'Club' },
  ),
  // The catalogue is one for all networks.
  addProfession: act('U F ok F F ok F F F F', () => ({ name: 'Thatcher' })),
  admitMember: act(
    'U N N F F ok F ok F F',
    (world) => ({
      clubId: world.id('ghent'),
      personId: world.world.ulf.personId,
      professionId: world.id('roofer'),
      company: 'New',
    }),
    { clubId: 'Club', personId: person, professionId: catalogue },
  ),
  changeMembership: act(
    'U N N F F ok F ok F ok',
    (world) => ({ membershipId: world.id('saraSeat'), company: 'Renamed' }),
    { membershipId: 'Membership', professionId: catalogue },
  ),
  renewMembership: act(
    'U N N F F ok F ok F F',
    (world) => ({ membershipId: world.id('saraSeat'), renewsOn: '2099-02-01' }),
    { membershipId: 'Membership' },
  ),
  endMembership: act(
    'U N N F F ok F ok F ok',
    (world) => ({ membershipId: world.id('saraSeat'), leftOn: '2026-04-01' }),
    { membershipId: 'Membership' },
  ),
  appointOfficer: act(
    'U N N F F ok F ok F F',
    (world) => ({ membershipId: world.id('saraSeat'), office: 'EDUCATION', startsOn: '2026-03-06' }),
    { membershipId: 'Membership' },
  ),
  endOffice: act('U N N F F ok F ok F F', (world) => ({ officeId: world.id('presidency'), endsOn: '2026-04-01' }), {
    officeId: 'Office',
  }),
  planMeeting: act(
    'U N N F F ok F ok F F',
    (world) => ({ clubId: world.id('ghent'), startsAt: '2026-03-12T07:00:00+01:00' }),
    { clubId: 'Club' },
  ),
  openMeeting: act('U N N N N F F ok F F', (world) => ({ meetingId: world.id('planned') }), { meetingId: 'Meeting' }),
  recordAttendance: act(
    'U N N N N F F ok F F',
    (world) => ({
      meetingId: world.id('open'),
      letters: [{ membershipId: world.id('saraSeat'), letter: 'LATE' }],
    }),
    {
      meetingId: 'Meeting',
      'letters.membershipId': {
        type: 'Membership',
        put: (id) => ({ letters: [{ membershipId: id, letter: 'LATE' }] }),
      },
    },
  ),
  closeMeeting: act('U N N N N F F ok F F', (world) => ({ meetingId: world.id('open') }), { meetingId: 'Meeting' }),
  cancelMeeting: act('U N N N N ok F ok F F', (world) => ({ meetingId: world.id('planned'), reason: 'A holiday' }), {
    meetingId: 'Meeting',
  }),
};
