import { TestApp } from '../../support/test-app.js';
import { usualRules } from '../../support/usual-rules.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { Rota } from './rota.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let rota: Rota;
let meetingId: string;

const heldOn = '2026-06-04';
const startsAt = `${heldOn}T07:00:00+02:00`;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  rota = new Rota(app, world, meetings);
  meetingId = await meetings.planned(startsAt);
  // They joined on the days of their names' order, so that it is known whose turn it is.
  for (const [index, { membershipId }] of [world.pia, world.vik, world.sara, world.bram, world.cleo].entries()) {
    await app.database.query('UPDATE memberships SET joined_on = $2 WHERE id = $1', [
      membershipId,
      `2025-0${index + 1}-01`,
    ]);
  }
});
afterAll(() => app.stop());

test('whose last feature presentation is the longest ago comes first, after those who never gave one', async () => {
  expect(await rota.turns(meetingId)).toBe('Pia Vik Sara Bram Cleo');
  await rota.spoke(world.pia, '2026-03-05T07:00:00+01:00');
  await rota.spoke(world.sara, '2026-03-12T07:00:00+01:00');
  await rota.spoke(world.cleo, '2026-02-26T07:00:00+01:00');
  expect(await rota.turns(meetingId)).toBe('Vik Bram Cleo Pia Sara');
  expect((await rota.proposals(world.cleo, meetingId))[2]).toMatchObject({ lastSpokeOn: '2026-02-26' });
  await rota.spoke(world.cleo, '2026-03-19T07:00:00+01:00');
  expect(await rota.turns(meetingId)).toBe('Vik Bram Pia Sara Cleo');
});

test('weekly presentations, and meetings that are not closed, do not count', async () => {
  await rota.spoke(world.pia, '2026-03-05T07:00:00+01:00', 'weekly');
  const open = await rota.spoke(world.vik, '2026-03-12T07:00:00+01:00');
  await app.database.query(`UPDATE meetings SET state = 'open', closed_at = NULL WHERE id = $1`, [open]);
  expect(await rota.turns(meetingId)).toBe('Pia Vik Sara Bram Cleo');
});

test('who is on leave on the day of the meeting is left out, on that day only', async () => {
  await rota.leave(world.pia, '2026-06-01', heldOn);
  await rota.leave(world.vik, heldOn, '2026-06-05');
  await rota.leave(world.sara, '2026-06-05');
  await rota.leave(world.bram, '2026-05-01');
  expect(await rota.turns(meetingId)).toBe('Pia Sara Cleo');
});

test('whose seat is not held on the day is left out', async () => {
  await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2026-06-05');
  await world.member('Noor', 'Baert', world.ghentId, 'Baker', heldOn);
  const end = { membershipId: world.pia.membershipId, leftOn: heldOn };
  await app.act(world.ada, 'endMembership', end, 'membership { id }');
  const proposed = await rota.proposals(world.vik, meetingId);
  const names = proposed.map((each: { membership: { person: { givenName: string } } }) => each.membership.person);
  expect(names).toEqual(['Vik', 'Sara', 'Bram', 'Cleo', 'Noor'].map((givenName) => ({ givenName })));
});

test('who is to speak in a meeting to come is left out until he is released or it is cancelled', async () => {
  const other = await meetings.planned('2026-06-11T07:00:00+02:00');
  const third = await meetings.planned('2026-06-18T07:00:00+02:00');
  const piaSpeaks = await rota.assigned(other, world.pia);
  await rota.assigned(meetingId, world.vik);
  await rota.assigned(third, world.sara);
  expect(await rota.turns(meetingId)).toBe('Bram Cleo');
  await rota.release(world.pia, piaSpeaks);
  await meetings.act(world.pia, 'cancelMeeting', { meetingId: third, reason: 'A holiday' });
  expect(await rota.turns(meetingId)).toBe('Pia Sara Bram Cleo');
});

test('who lacks education units by the rules of the day keeps his place and is marked with how many', async () => {
  await rota.learnt(world.pia, '1.00', '2026-05-01');
  await rota.learnt(world.vik, '0.75', '2026-05-01');
  await rota.learnt(world.vik, '-0.50', '2026-05-02');
  // Six months before the day: the first day that counts, and the last that does not.
  await rota.learnt(world.sara, '1.50', '2025-12-05');
  await rota.learnt(world.bram, '1.50', '2025-12-04');
  await rota.learnt(world.cleo, '1.50', '2026-06-05');
  const missing = async () =>
    (await rota.proposals(world.sara, meetingId)).map(
      (each: { educationUnitsMissing: string | null }) => each.educationUnitsMissing,
    );
  expect(await missing()).toEqual([null, '0.75', null, '1.00', '1.00']);
  const changed = {
    ...usualRules,
    clubId: world.ghentId,
    educationUnitsBeforeFeature: '2.0',
    educationWindowMonths: 12,
  };
  const change = (validFrom: string) =>
    app.at('2026-05-01T09:00:00Z', () =>
      app.act(world.pia, 'changeClubRules', { ...changed, validFrom }, 'rules { version }'),
    );
  await change('2026-06-05');
  expect(await missing()).toEqual([null, '0.75', null, '1.00', '1.00']);
  await change('2026-06-03');
  expect(await missing()).toEqual(['1.00', '1.75', '0.50', '0.50', '2.00']);
});

test('a club tells whose turn it is today, as many as are asked for', async () => {
  await rota.leave(world.vik, '2026-04-01', '2026-05-01');
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { proposedSpeakers(first: $first) { membership { person { givenName } } } }
  }`;
  const next = async (actor: { token: string }, instant: string, first = 2) => {
    const { club } = await app.at(instant, () => app.query(actor, query, { id: world.ghentId, first }));
    const name = (each: { membership: { person: { givenName: string } } }) => each.membership.person.givenName;
    return club.proposedSpeakers?.map(name) ?? null;
  };
  // Midnight in Ghent, not in Greenwich.
  expect(await next(world.cleo, '2026-04-30T21:59:00Z')).toEqual(['Pia', 'Sara']);
  expect(await next(world.cleo, '2026-04-30T22:00:00Z')).toEqual(['Pia', 'Vik']);
  for (const actor of [world.ada, world.dirk, world.tess]) expect(await next(actor, startsAt)).toBeNull();
  expect((await app.execute(world.cleo, query, { id: world.ghentId, first: 0 })).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('whose turn it is is told of meetings to come, to the members of the club', async () => {
  expect(await rota.proposals(world.ada, meetingId)).toBeNull();
  expect(await rota.proposals(world.pia, await meetings.closed('2026-03-05T07:00:00+01:00'))).toBeNull();
});

test('five proposals, and those for five meetings, cost as many statements as one', async () => {
  const count = (first: number) => app.countQueries(() => rota.proposals(world.sara, meetingId, first));
  expect(await count(5)).toBe(await count(1));
  for (const day of ['11', '18', '25']) await meetings.planned(`2026-06-${day}T07:00:00+02:00`);
  await meetings.planned('2026-07-02T07:00:00+02:00');
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { meetings(first: $first) { nodes { proposedSpeakers(first: 3) { membership { company } } } } }
  }`;
  const list = (first: number) => app.countQueries(() => app.query(world.pia, query, { id: world.ghentId, first }));
  expect(await list(5)).toBe(await list(1));
});
