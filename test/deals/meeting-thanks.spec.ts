import { MeetingDay } from '../meetings/meeting-day.js';
import { Circle } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

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
const thanks = async (actor: Actor, page = 'first: 20') =>
  (
    await app.query(
      actor,
      `query ($id: UUID!) {
        meeting(id: $id) {
          thanks(${page}) {
            totalCount pageInfo { endCursor } nodes { thankedAt seller { givenName } thanked { givenName } }
          }
        }
      }`,
      { id: meetingId },
    )
  ).meeting.thanks;
/** A deal of the seller with somebody the root introduced, and the thanks for it at that instant. */
const thank = async (seller: CastMember, root: CastMember, instant: string, clubId = world.ghentId) => {
  const contactId = await circle.contact(root, 'Carl Baert');
  await app.at('2026-02-01T09:00:00Z', () => circle.introduce(root, { contactId }, seller));
  const { deal, errors } = await app.at('2026-03-01T09:00:00Z', () => circle.sell(seller, { contactId }, { clubId }));
  if (!deal) throw new Error(JSON.stringify(errors));
  const input = { dealId: deal.id, message: 'Thank you' };
  return app.at(instant, () => app.act(seller, 'thankForDeal', input, 'deal { id }'));
};
const said = (seller: string, thanked: string) => ({ seller: { givenName: seller }, thanked: { givenName: thanked } });

test('the room hears who thanked whom on the day of the meeting, in the order of saying', async () => {
  await thank(world.sara, world.bram, '2026-03-05T08:30:00+01:00');
  await thank(world.cleo, world.vik, '2026-03-05T08:00:00+01:00');
  expect(await thanks(world.pia)).toMatchObject({
    totalCount: 2,
    nodes: [said('Cleo', 'Vik'), { ...said('Sara', 'Bram'), thankedAt: '2026-03-05T07:30:00.000Z' }],
  });
});

test('a day is from midnight to midnight in the club of the seller', async () => {
  await thank(world.sara, world.pia, '2026-03-04T23:59:59+01:00');
  await thank(world.sara, world.bram, '2026-03-05T00:00:00+01:00');
  await thank(world.sara, world.cleo, '2026-03-05T23:59:59+01:00');
  await thank(world.sara, world.vik, '2026-03-06T00:00:00+01:00');
  await thank(world.tess, world.ulf, '2026-03-05T12:00:00+01:00', world.utrechtId);
  expect((await thanks(world.sara)).nodes).toMatchObject([said('Sara', 'Bram'), said('Sara', 'Cleo')]);
});

test('who was thanked in another network is not named to those who are not in it', async () => {
  const foreign = await World.build(app.database);
  await world.seat(world.sara.personId, foreign.ghentId, 'Roofer');
  await thank(world.sara, foreign.bram, '2026-03-05T08:00:00+01:00');
  expect((await thanks(world.sara)).nodes).toMatchObject([said('Sara', 'Bram')]);
  expect((await thanks(world.cleo)).nodes).toMatchObject([{ seller: { givenName: 'Sara' }, thanked: null }]);
});

test('thanks of the day are for the members of the club, not for administrators', async () => {
  await thank(world.sara, world.bram, '2026-03-05T08:00:00+01:00');
  expect(await thanks(world.ada)).toBeNull();
});

test('five thanks cost as many statements as one, page by page', async () => {
  const roots = [world.pia, world.vik, world.bram, world.cleo, world.pia];
  for (const [place, root] of roots.entries()) await thank(world.sara, root, `2026-03-05T0${place + 1}:00:00+01:00`);
  const count = (first: number) => app.countQueries(() => thanks(world.vik, `first: ${first}`));
  expect(await count(5)).toBe(await count(1));
  const { pageInfo } = await thanks(world.vik, 'first: 3');
  const rest = await thanks(world.vik, `first: 5, after: "${pageInfo.endCursor}"`);
  expect(rest.nodes).toMatchObject([said('Sara', 'Cleo'), said('Sara', 'Pia')]);
});
