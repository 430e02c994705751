import { MeetingDay } from '../meetings/meeting-day.js';
import { Circle, refused } from '../support/circle.js';
import { expectMissing } from '../support/missing.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

/** The visitor who buys is golden case 7 of test/network/golden-cases.spec.ts. */
let app: TestApp;
let world: World;
let circle: Circle;
let meetings: MeetingDay;
let contactId: string;

const heldOn = '2026-03-05';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  meetings = new MeetingDay(app, world);
  contactId = await circle.contact(world.bram, 'Carl', { role: 'buyer', email: 'carl@client.example' });
});
afterAll(() => app.stop());

const root = (member: { personId: string }) => ({ id: member.personId });
async function visitor(inviter: CastMember = world.bram, came = true): Promise<string> {
  const meetingId = await meetings.opened();
  const invitation = { meetingId, contactId };
  const invite = () => app.act(inviter, 'inviteVisitor', invitation, 'visitor { id }');
  const { visitor } = await app.at('2026-03-05T06:00:00Z', invite);
  if (came) await app.act(world.pia, 'recordVisit', { visitorId: visitor.id }, 'visitor { id }');
  return visitor.id;
}
const introductions = () =>
  app.database.query(
    'SELECT introducer_id, happened_on::text, consent_basis, recorded_by_id FROM introductions WHERE beneficiary_id = $1',
    [world.sara.personId],
  );

test('he was introduced by whoever invited him, on the day of the meeting', async () => {
  const { deal } = await circle.sell(world.sara, { visitorId: await visitor() });
  expect(deal).toMatchObject({ degree: 2, root: root(world.bram) });
  expect(await introductions()).toEqual([
    {
      introducer_id: world.bram.personId,
      happened_on: heldOn,
      consent_basis: 'none_yet',
      recorded_by_id: world.sara.personId,
    },
  ]);
});

test('the sale opens no details to the seller: the inviter states consent', async () => {
  const { deal } = await circle.sell(world.sara, { visitorId: await visitor() });
  const buyer = async () => (await circle.deal(world.sara, deal.id, 'buyerContact { name role email }')).buyerContact;
  const onlyTheRole = { name: null, role: 'buyer', email: null };
  expect(await buyer()).toEqual(onlyTheRole);
  const state = (actor: CastMember) =>
    app.act(
      actor,
      'stateConsent',
      { introductionId: deal.origin.id, consentBasis: 'EXISTING_REQUEST' },
      'introduction { id }',
    );
  await state(world.sara);
  expect(await buyer()).toEqual(onlyTheRole);
  expect(refused(await state(world.bram))).toEqual([]);
  expect(await buyer()).toEqual({ name: 'Carl', role: 'buyer', email: 'carl@client.example' });
});

test('he buys again without another introduction', async () => {
  const visitorId = await visitor();
  await circle.sell(world.sara, { visitorId });
  expect((await circle.sell(world.sara, { visitorId })).deal).toMatchObject({ degree: 2, repeat: true });
  expect(await introductions()).toHaveLength(1);
});

test('who invited the visitor himself made an own acquisition', async () => {
  const visitorId = await visitor();
  const { deal } = await circle.sell(world.bram, { visitorId });
  expect(deal).toMatchObject({ degree: null, root: null, origin: null });
});

test('an introduction that was there before is the origin', async () => {
  const same = await circle.contact(world.cleo, 'Carl', { email: 'carl@client.example' });
  await circle.introduce(world.cleo, { contactId: same }, world.sara, { happenedOn: '2026-02-01' });
  const { deal } = await circle.sell(world.sara, { visitorId: await visitor() });
  expect(deal.root).toEqual(root(world.cleo));
  expect(await introductions()).toHaveLength(1);
});

test('one that came after the day of the deal is not', async () => {
  await circle.introduce(world.cleo, { contactId: await contactOfCleo() }, world.sara, { happenedOn: '2026-03-10' });
  const sale = await circle.sell(world.sara, { visitorId: await visitor() }, { closedOn: '2026-03-09' });
  expect(sale.deal.root).toEqual(root(world.bram));
});

test('he has come by the day of the deal', async () => {
  const visitorId = await visitor();
  const on = async (closedOn: string) => refused(await circle.sell(world.sara, { visitorId }, { closedOn }));
  expect(await on('2026-03-04')).toEqual(['VISITOR_DID_NOT_COME buyer']);
  expect(await on(heldOn)).toEqual([]);
});

test('who was invited and stayed away did not come', async () => {
  const sale = await circle.sell(world.sara, { visitorId: await visitor(world.bram, false) });
  expect(refused(sale)).toEqual(['VISITOR_DID_NOT_COME buyer']);
});

test('to a member who joined after the meeting nobody was introduced there', async () => {
  const joined = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller', '2026-03-06');
  expect(refused(await circle.sell(joined, { visitorId: await visitor() }))).toEqual(['NOT_A_MEMBER buyer']);
});

test('visitors of another club do not exist', async () => {
  const visitorId = await visitor();
  const sell = (id: string) => circle.sell(world.ulf, { visitorId: id }, { clubId: world.utrechtId });
  await expectMissing(sell, [visitorId], 'NOT_FOUND buyer.visitorId');
});

const contactOfCleo = () => circle.contact(world.cleo, 'Carl', { email: 'carl@client.example' });
