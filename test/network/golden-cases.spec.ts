import { Circle, code } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { dayInGhent } from '../support/today.js';
import { World } from '../support/world.js';

/** The golden cases of docs/domain.md, by number. */
let app: TestApp;
let world: World;
let circle: Circle;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
});
afterAll(() => app.stop());

const root = (member: { personId: string }) => ({ id: member.personId });

/** Bram introduces his client Client to Sara, who then brings Dora, who brings Emma. */
async function chain() {
  const client = await circle.contact(world.bram, 'Client');
  const first = (await circle.introduce(world.bram, { contactId: client }, world.sara)).introduction;
  const second = await circle.onward(world.sara, first.id, client, 'Dora');
  const third = await circle.onward(world.sara, second.introduction.id, second.contactId, 'Emma');
  return { client, first, dora: second.contactId, second: second.introduction, emma: third.contactId, third };
}

test('1: a fellow member who buys is degree 1', async () => {
  const { deal } = await circle.sell(world.sara, { personId: world.bram.personId });
  expect(deal).toMatchObject({ degree: 1, direct: true, root: null });
});

test('2, 3 and 4: a client introduced by Bram is 2; whom the client brings is 3, and the next 4; Bram is the root', async () => {
  const { client, dora, emma } = await chain();
  for (const [contactId, degree] of [
    [client, 2],
    [dora, 3],
    [emma, 4],
  ]) {
    const { deal } = await circle.sell(world.sara, { contactId });
    expect(deal).toMatchObject({ degree, direct: false, root: root(world.bram) });
  }
});

test('5: the client who buys again is still 2, and a repeat', async () => {
  const { client } = await chain();
  expect((await circle.sell(world.sara, { contactId: client })).deal).toMatchObject({ degree: 2, repeat: false });
  expect((await circle.sell(world.sara, { contactId: client })).deal).toMatchObject({ degree: 2, repeat: true });
});

test('6: a member of another club, introduced by a fellow member, is 2', async () => {
  await circle.introduce(world.bram, { personId: world.tess.personId }, world.sara);
  const { deal } = await circle.sell(world.sara, { personId: world.tess.personId });
  expect(deal).toMatchObject({ degree: 2, direct: false, root: root(world.bram) });
});

test('7: a first-time visitor invited by Bram who buys is 2, root Bram', async () => {
  const meeting = (
    await app.act(
      world.pia,
      'planMeeting',
      { clubId: world.ghentId, startsAt: new Date().toISOString() },
      'meeting { id }',
    )
  ).meeting;
  const contactId = await circle.contact(world.bram, 'Visitor');
  const { visitor } = await app.act(
    world.bram,
    'inviteVisitor',
    { meetingId: meeting.id, contactId },
    'visitor { id firstTime }',
  );
  expect(visitor.firstTime).toBe(true);
  expect(code(await circle.sell(world.sara, { visitorId: visitor.id }))).toBe('VISITOR_DID_NOT_COME');
  await app.act(world.pia, 'openMeeting', { meetingId: meeting.id }, 'meeting { id }');
  await app.act(world.pia, 'recordVisit', { visitorId: visitor.id }, 'visitor { id }');
  const { deal } = await circle.sell(world.sara, { visitorId: visitor.id });
  expect(deal).toMatchObject({ degree: 2, root: root(world.bram) });
  expect((await circle.sell(world.bram, { visitorId: visitor.id })).deal).toMatchObject({ degree: null, root: null });
});

test('8: two members introduced one client: one deal, whose origin is the first accepted, unless it is split', async () => {
  const email = 'client@example.com';
  const ofBram = await circle.contact(world.bram, 'Client', { email });
  const ofCleo = await circle.contact(world.cleo, 'Client Again', { email: email.toUpperCase() });
  const givenFirst = (await circle.refer(world.bram, world.sara, { prospect: { contactId: ofBram } })).referral;
  const acceptedFirst = (await circle.refer(world.cleo, world.sara, { prospect: { contactId: ofCleo } })).referral;
  for (const { id } of [acceptedFirst, givenFirst]) {
    await app.act(world.sara, 'moveReferral', { referralId: id, to: 'PROSPECT' }, 'referral { id }');
  }
  const { deal } = await circle.sell(world.sara, { contactId: ofBram });
  expect(deal).toMatchObject({ degree: 2, root: root(world.cleo), origin: { id: acceptedFirst.introduction.id } });
  const split = {
    dealId: deal.id,
    shares: [
      { personId: world.bram.personId, percent: '40' },
      { personId: world.cleo.personId, percent: '60' },
    ],
  };
  const credits = 'deal { credits { person { id } percent amount { amount } } }';
  expect((await app.act(world.sara, 'splitCredit', split, credits)).deal.credits).toEqual([
    { person: root(world.cleo), percent: '60', amount: { amount: '60.00' } },
    { person: root(world.bram), percent: '40', amount: { amount: '40.00' } },
  ]);
});

test('9: a refund is a negative adjustment in its own month; the month of the deal does not change', async () => {
  const report = async (from: string, to: string) => {
    const { membership } = await app.query(
      world.sara,
      `query ($id: UUID!, $period: PeriodInput!) {
        membership(id: $id) { returnReport(period: $period) { currencies { return { amount { amount } } } } }
      }`,
      { id: world.sara.membershipId, period: { from, to } },
    );
    return membership.returnReport.currencies.map(
      (currency: { return: { amount: { amount: string } } }) => currency.return.amount.amount,
    );
  };
  const { client } = await chain();
  await app.database.query(`UPDATE introductions SET happened_on = '2026-01-10' WHERE beneficiary_id = $1`, [
    world.sara.personId,
  ]);
  const { deal } = await circle.sell(world.sara, { contactId: client }, { closedOn: '2026-03-05' });
  await app.act(
    world.sara,
    'adjustDeal',
    { dealId: deal.id, amount: '-30', adjustedOn: '2026-04-02', reason: 'Misprint' },
    'deal { id }',
  );
  expect(await report('2026-03-01', '2026-03-31')).toEqual(['100.00']);
  expect(await report('2026-04-01', '2026-04-30')).toEqual(['-30.00']);
});

test('10: after Bram left the club his chains keep him as root', async () => {
  const { client, emma } = await chain();
  const leftOn = dayInGhent();
  await app.act(world.pia, 'endMembership', { membershipId: world.bram.membershipId, leftOn }, 'membership { id }');
  expect((await circle.sell(world.sara, { contactId: client })).deal).toMatchObject({ root: root(world.bram) });
  expect((await circle.sell(world.sara, { contactId: emma })).deal).toMatchObject({
    degree: 4,
    root: root(world.bram),
  });
});

test('11: an introduction that would close a loop is refused', async () => {
  const { client, dora, second } = await chain();
  const loop = await circle.record(world.sara, {
    introduced: { contactId: client },
    introducer: { contactId: dora, parentId: second.id },
  });
  expect(loop).toMatchObject({ introduction: null, errors: [{ code: 'INTRODUCTION_LOOP' }] });
});

test('12: nobody gives to himself', async () => {
  const contactId = await circle.contact(world.bram, 'Client');
  expect(code(await circle.introduce(world.bram, { contactId }, world.bram))).toBe('GIVER_IS_RECEIVER');
  expect(code(await circle.refer(world.bram, world.bram, { prospect: { contactId } }))).toBe('GIVER_IS_RECEIVER');
});

test('13: Bram asks his own contact, who introduces Dora: 3, root Bram', async () => {
  const asked = await circle.contact(world.bram, 'Asked');
  const dora = await circle.contact(world.bram, 'Dora');
  const { introduction } = await circle.record(world.bram, {
    beneficiaryId: world.sara.personId,
    introduced: { contactId: dora },
    introducer: { contactId: asked, askerId: world.bram.personId },
  });
  expect(introduction).toMatchObject({ degree: 3, root: root(world.bram) });
  expect((await circle.sell(world.sara, { contactId: dora })).deal).toMatchObject({
    degree: 3,
    root: root(world.bram),
  });
});

test('14: a buyer who joins later: the old deal stays 2, a new purchase is 1', async () => {
  const { client } = await chain();
  const old = (await circle.sell(world.sara, { contactId: client })).deal;
  const joined = await world.member('Client', 'Himself', world.ghentId, 'Gardener');
  await app.act(world.sara, 'identifyContact', { contactId: client, personId: joined.personId }, 'contact { id }');
  expect((await circle.sell(world.sara, { personId: joined.personId })).deal).toMatchObject({
    degree: 1,
    repeat: true,
  });
  expect((await circle.sell(world.sara, { contactId: client })).deal).toMatchObject({ degree: 1, direct: true });
  expect(await circle.deal(world.sara, old.id)).toMatchObject({ degree: 2, direct: false });
});

test('15: a forgotten introduction inserted above a chain re-derives every deal below it, with a record of each', async () => {
  const { client, dora, emma, first, second, third } = await chain();
  const deals: string[] = [];
  for (const contactId of [client, dora, emma]) {
    deals.push((await circle.sell(world.sara, { contactId })).deal.id);
  }
  const forgotten = await circle.contact(world.sara, 'Forgotten');
  const inserted = { introductionId: first.id, contactId: forgotten, introducerId: world.cleo.personId };
  const { introduction } = await circle.insert(world.sara, inserted);
  expect(introduction).toMatchObject({ id: first.id, degree: 3, root: root(world.cleo) });
  for (const [index, id] of deals.entries()) {
    expect(await circle.deal(world.sara, id)).toMatchObject({ degree: 3 + index, root: root(world.cleo) });
  }
  const rederived = await app.database.query(
    `SELECT subject_id FROM activities WHERE verb = 'deal.rederived' AND actor_id = $1`,
    [world.sara.personId],
  );
  expect(rederived.map((row: { subject_id: string }) => row.subject_id).sort()).toEqual([...deals].sort());
  expect(second.degree + third.introduction.degree).toBe(7);
});
