import { newId } from '../../src/platform/id.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const selection = 'office { id name startsOn endsOn membership { person { givenName } } }';
const forbidden = [{ extensions: { code: 'FORBIDDEN' } }];
const education = () => ({ membershipId: world.sara.membershipId, office: 'EDUCATION', startsOn: '2026-03-01' });
const appoint = (actor: { token: string }, input: object = {}) =>
  app.act(actor, 'appointOfficer', { ...education(), ...input }, selection);
const end = (actor: { token: string }, officeId: string, endsOn: string) =>
  app.act(actor, 'endOffice', { officeId, endsOn }, selection);

test('the president appoints an officer and ends his term, and the office can be given again', async () => {
  const { office, errors } = await appoint(world.pia);
  expect(errors).toEqual([]);
  expect(office).toMatchObject({ name: 'EDUCATION', endsOn: null, membership: { person: { givenName: 'Sara' } } });
  expect((await end(world.vik, office.id, '2026-04-01')).office).toMatchObject({ endsOn: '2026-04-01' });
  const again = await appoint(world.ada, { startsOn: '2026-04-01' });
  expect(again.errors).toEqual([]);
  await end(world.ada, again.office.id, '2026-04-01');
});

test('an officer decides from the day his term begins', async () => {
  const day = '2026-05-01T09:00:00Z';
  const treasurer = { membershipId: world.cleo.membershipId, office: 'MEMBERSHIP_COMMITTEE', startsOn: '2026-05-01' };
  await appoint(world.pia, treasurer);
  const canAdmit = async () =>
    (await app.query(world.cleo, `{ club(id: "${world.ghentId}") { viewerCan { admitMember appointOfficer } } }`)).club
      .viewerCan;
  expect(await app.at('2026-04-30T09:00:00Z', canAdmit)).toEqual({ admitMember: false, appointOfficer: false });
  expect(await app.at(day, canAdmit)).toEqual({ admitMember: true, appointOfficer: false });
});

test('president, vice-president and secretary-treasurer have one holder at a time; a committee has several', async () => {
  const presidency = { office: 'PRESIDENT', startsOn: '2026-03-01' };
  expect((await appoint(world.pia, presidency)).errors).toMatchObject([
    { code: 'OFFICE_TAKEN', field: ['input', 'office'] },
  ]);
  const host = { office: 'VISITOR_HOST' };
  expect((await appoint(world.pia, host)).errors).toEqual([]);
  expect((await appoint(world.pia, { ...host, membershipId: world.bram.membershipId })).errors).toEqual([]);
});

test('a member does not hold the same office twice at once', async () => {
  const committee = { office: 'MEMBERSHIP_COMMITTEE' };
  await appoint(world.pia, committee);
  expect((await appoint(world.pia, committee)).errors).toMatchObject([{ code: 'OFFICE_TAKEN' }]);
});

test('a term begins while its holder has his seat, and ends with it', async () => {
  const nina = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2026-02-01');
  const { membershipId } = nina;
  await app.act(world.pia, 'endMembership', { membershipId, leftOn: '2026-08-01' }, 'membership { id }');
  for (const startsOn of ['2026-01-31', '2026-08-01']) {
    expect((await appoint(world.pia, { membershipId, startsOn })).errors).toMatchObject([
      { code: 'NOT_A_MEMBER', field: ['input', 'startsOn'] },
    ]);
  }
  expect((await appoint(world.pia, { membershipId, startsOn: '2026-02-01' })).office).toMatchObject({
    endsOn: '2026-08-01',
  });
});

test('a term ends not before it starts, and its end never moves away', async () => {
  const { office } = await appoint(world.pia, { membershipId: world.bram.membershipId });
  const outOfRange = [{ code: 'DATE_OUT_OF_RANGE', field: ['input', 'endsOn'] }];
  expect((await end(world.pia, office.id, '2026-02-28')).errors).toMatchObject(outOfRange);
  await end(world.pia, office.id, '2026-06-01');
  expect((await end(world.pia, office.id, '2026-06-02')).errors).toMatchObject(outOfRange);
});

test('other members and directors appoint nobody and end no term; to a stranger there is nothing to end', async () => {
  const { office } = await appoint(world.pia, { office: 'SECRETARY_TREASURER' });
  for (const actor of [world.cleo, world.tess, world.dirk]) {
    const end = { officeId: office.id, endsOn: '2026-06-01' };
    expect((await app.attempt(actor, 'appointOfficer', education(), selection)).errors).toMatchObject(forbidden);
    expect((await app.attempt(actor, 'endOffice', end, selection)).errors).toMatchObject(forbidden);
  }
  expect((await end(world.otto, office.id, '2026-06-01')).errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'officeId'] },
  ]);
  expect((await appoint(world.pia, { membershipId: newId() })).errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'membershipId'] },
  ]);
});
