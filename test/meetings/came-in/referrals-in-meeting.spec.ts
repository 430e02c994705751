import { Circle } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

let app: TestApp;
let world: World;
let circle: Circle;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  meetingId = await new MeetingDay(app, world).planned();
});
afterAll(() => app.stop());

type Actor = { token: string };
const referrals = async (actor: Actor, page = 'first: 20') =>
  (
    await app.query(
      actor,
      `query ($id: UUID!) {
        meeting(id: $id) {
          referrals(${page}) {
            totalCount pageInfo { endCursor }
            nodes { inside givenAt giver { person { givenName } } receiver { person { givenName } club { name } } }
          }
        }
      }`,
      { id: meetingId },
    )
  ).meeting.referrals;
const refer = (giver: CastMember, receiver: CastMember, instant: string, input: object = {}) =>
  app.at(instant, () => circle.refer(giver, receiver, { ...input }));
const from = (givenName: string) => ({ giver: { person: { givenName } } });
const morning = '2026-03-05T08:00:00+01:00';

test('the room hears who gave whom a referral on the day of the meeting, and whether it is inside', async () => {
  const contactId = await circle.contact(world.bram, 'Carl Baert');
  await refer(world.bram, world.sara, morning, { prospect: { contactId } });
  await refer(world.cleo, world.sara, '2026-03-05T09:00:00+01:00');
  expect(await referrals(world.vik)).toMatchObject({
    totalCount: 2,
    nodes: [
      {
        ...from('Bram'),
        receiver: { person: { givenName: 'Sara' } },
        inside: false,
        givenAt: '2026-03-05T07:00:00.000Z',
      },
      { ...from('Cleo'), receiver: { person: { givenName: 'Sara' } }, inside: true },
    ],
  });
});

test('a day is from midnight to midnight in the club, whatever day it is for the receiver', async () => {
  await app.database.query(`UPDATE clubs SET time_zone = 'America/New_York' WHERE id = $1`, [world.utrechtId]);
  const abroad = { receiverMembershipId: world.ulf.membershipId };
  await refer(world.pia, world.ulf, '2026-03-04T23:59:59+01:00', abroad);
  await refer(world.bram, world.ulf, '2026-03-05T00:00:00+01:00', abroad);
  await refer(world.cleo, world.ulf, '2026-03-05T23:59:59+01:00', abroad);
  await refer(world.vik, world.ulf, '2026-03-06T00:00:00+01:00', abroad);
  expect((await referrals(world.sara)).nodes).toMatchObject([from('Bram'), from('Cleo')]);
});

test('what members of other clubs gave came in elsewhere', async () => {
  await app.at(morning, () =>
    circle.refer(world.ulf, world.sara, { clubId: world.utrechtId, receiverMembershipId: world.sara.membershipId }),
  );
  expect(await referrals(world.sara)).toMatchObject({ totalCount: 0, nodes: [] });
});

test('who received in another club is named while the directory shows him', async () => {
  await refer(world.bram, world.ulf, morning);
  expect((await referrals(world.sara)).nodes).toMatchObject([
    { receiver: { person: { givenName: 'Ulf' }, club: { name: 'Utrecht Dom' } } },
  ]);
  await app.act(
    world.tess,
    'endMembership',
    { membershipId: world.ulf.membershipId, leftOn: '2026-04-01' },
    'membership { id }',
  );
  expect((await referrals(world.sara)).nodes).toMatchObject([{ ...from('Bram'), receiver: null }]);
});

test('who received in another network is not named to those who are not in it', async () => {
  const foreign = await World.build(app.database);
  await world.seat(world.bram.personId, foreign.ghentId, 'Roofer');
  await refer(world.bram, foreign.sara, morning);
  expect((await referrals(world.bram)).nodes).toMatchObject([{ receiver: { person: { givenName: 'Sara' } } }]);
  expect((await referrals(world.sara)).nodes).toMatchObject([{ ...from('Bram'), receiver: null }]);
});

test('referrals of the day are for the members of the club, not for administrators', async () => {
  await refer(world.bram, world.sara, morning);
  expect(await referrals(world.ada)).toBeNull();
});

test('five referrals cost as many statements as one, page by page', async () => {
  const givers = [world.pia, world.vik, world.bram, world.cleo, world.bram];
  for (const [place, giver] of givers.entries()) await refer(giver, world.sara, `2026-03-05T0${place + 1}:00:00+01:00`);
  const count = (first: number) => app.countQueries(() => referrals(world.sara, `first: ${first}`));
  expect(await count(5)).toBe(await count(1));
  const { pageInfo } = await referrals(world.sara, 'first: 3');
  const rest = await referrals(world.sara, `first: 5, after: "${pageInfo.endCursor}"`);
  expect(rest.nodes).toMatchObject([from('Cleo'), from('Bram')]);
});
