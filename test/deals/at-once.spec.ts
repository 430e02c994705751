import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { MeetingDay } from '../meetings/meeting-day.js';
import { type ChainLink, Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { whileHeld } from '../support/while-held.js';
import { type CastMember, World } from '../support/world.js';

/** What is done at once ends as if it had been done one after the other. */
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

interface Hung {
  id: string;
  parent_id: string | null;
  degree: number;
  root_id: string;
  start: number;
  starter: string;
}

/** Derives degree and root of every introduction of the seller, and of every deal, from nothing but the links. */
async function expectConsistent(seller: CastMember): Promise<void> {
  const rows: Hung[] = await app.database.query(
    `SELECT id, parent_id, degree, root_id, CASE WHEN introducer_id IS NULL THEN 3 ELSE 2 END AS start,
       coalesce(asker_id, introducer_id) AS starter
     FROM introductions WHERE beneficiary_id = $1`,
    [seller.personId],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const derive = ({ parent_id, start, starter }: Hung): { degree: number; root: string } => {
    const parent = parent_id === null ? undefined : byId.get(parent_id);
    if (!parent) return { degree: start, root: starter };
    const above = derive(parent);
    return { degree: above.degree + 1, root: above.root };
  };
  for (const row of rows) expect({ degree: row.degree, root: row.root_id }).toEqual(derive(row));
  const deals: { origin_id: string | null; degree: number | null; root_id: string | null }[] = await app.database.query(
    'SELECT origin_id, degree, root_id FROM deals WHERE seller_id = $1 AND NOT direct',
    [seller.personId],
  );
  for (const { origin_id, degree, root_id } of deals) {
    const origin = byId.get(origin_id ?? '');
    expect({ degree, root: root_id }).toEqual(origin ? derive(origin) : { degree: null, root: null });
  }
}

test('two deals and a correction of their chain', async () => {
  const [client, dora, emma] = (await circle.chain(world.bram, world.sara, ['Client', 'Dora', 'Emma'])) as ChainLink[];
  for (const introducer of [world.cleo, world.vik, world.pia, world.bram, world.cleo]) {
    const answers = await Promise.all([
      circle.sell(world.sara, { contactId: dora?.contactId }),
      circle.correct(world.sara, { introductionId: client?.id, introducer: { personId: introducer.personId } }),
      circle.sell(world.sara, { contactId: emma?.contactId }),
    ]);
    expect(answers.flatMap(refused)).toEqual([]);
    await expectConsistent(world.sara);
  }
});

test('deals, onward introductions and forgotten ones that are inserted above them', async () => {
  const [client, dora] = (await circle.chain(world.bram, world.sara, ['Client', 'Dora'])) as [ChainLink, ChainLink];
  const contacts = await Promise.all(['A', 'B', 'C'].map((name) => circle.contact(world.sara, name)));
  const answers = await Promise.all([
    ...contacts.map((contactId) => circle.insert(world.sara, { introductionId: client.id, contactId })),
    ...['Emma', 'Fien'].map((name) => circle.onward(world.sara, dora.id, dora.contactId, name)),
    circle.sell(world.sara, { contactId: dora.contactId }),
    circle.sell(world.sara, { contactId: client.contactId }),
  ]);
  expect(answers.flatMap(refused)).toEqual([]);
  await expectConsistent(world.sara);
  const { degree } = await circle.introduction(world.sara, dora.id, 'degree');
  expect(degree).toBe(6);
});

test('an onward introduction and a correction above it', async () => {
  const [client] = (await circle.chain(world.bram, world.sara, ['Client'])) as [ChainLink];
  const correcting = async (manager: EntityManager) => {
    await manager.query('SELECT FROM persons WHERE id = $1 FOR NO KEY UPDATE', [world.sara.personId]);
    await manager.query('UPDATE introductions SET introducer_id = $2, root_id = $2 WHERE id = $1', [
      client.id,
      world.cleo.personId,
    ]);
  };
  const onward = () => circle.onward(world.sara, client.id, client.contactId, 'Dora');
  const [answer] = await whileHeld(app.database, correcting, [onward]);
  expect(answer?.introduction.root).toEqual({ id: world.cleo.personId });
  await expectConsistent(world.sara);
});

test('of two corrections that would hang two chains below each other, one is refused', async () => {
  const [one] = (await circle.chain(world.bram, world.sara, ['One'])) as [ChainLink];
  const [other] = (await circle.chain(world.cleo, world.sara, ['Other'])) as [ChainLink];
  const hang = (below: ChainLink, above: ChainLink) =>
    circle.correct(world.sara, {
      introductionId: below.id,
      introducer: { contactId: above.contactId, parentId: above.id },
    });
  const answers = await Promise.all([hang(one, other), hang(other, one)]);
  expect(answers.flatMap(refused)).toEqual(['INTRODUCTION_LOOP introducer']);
  await expectConsistent(world.sara);
});

test('two referrals about one human that are accepted: all his deals have one and the same origin', async () => {
  const email = 'client@example.com';
  const referrals: string[] = [];
  for (const giver of [world.bram, world.cleo]) {
    const prospect = { contactId: await circle.contact(giver, 'Client', { email }) };
    referrals.push((await circle.refer(giver, world.sara, { prospect })).referral.id);
  }
  const accept = (referralId: string) =>
    app.act(world.sara, 'moveReferral', { referralId, to: 'PROSPECT' }, 'referral { id }');
  expect((await Promise.all(referrals.map(accept))).flatMap(refused)).toEqual([]);
  const sell = (referralId: string) => circle.sell(world.sara, null, { referralId });
  const deals = await Promise.all([...referrals, ...referrals].map(sell));
  const [first] = await app.database.query(
    'SELECT id, root_id FROM introductions WHERE beneficiary_id = $1 ORDER BY accepted_at, recorded_at, id LIMIT 1',
    [world.sara.personId],
  );
  for (const { deal } of deals) expect(deal).toMatchObject({ origin: { id: first.id }, root: { id: first.root_id } });
  expect(deals.filter(({ deal }) => !deal.repeat)).toHaveLength(1);
});

test('a referral that is taken up while a deal is recorded from it becomes a customer once', async () => {
  const prospect = { contactId: await circle.contact(world.bram, 'Client') };
  const { id: referralId } = (await circle.refer(world.bram, world.sara, { prospect })).referral;
  await Promise.all([
    circle.sell(world.sara, null, { referralId }),
    circle.sell(world.sara, null, { referralId }),
    app.act(world.sara, 'recordFirstContact', { referralId }, 'referral { id }'),
  ]);
  const moves = await app.database.query('SELECT to_stage FROM referral_moves WHERE referral_id = $1 ORDER BY id', [
    referralId,
  ]);
  expect(moves).toEqual([{ to_stage: 'suspect' }, { to_stage: 'customer' }]);
});

test('a visitor who buys twice was introduced once', async () => {
  const meetings = new MeetingDay(app, world);
  const invitation = { meetingId: await meetings.opened(), contactId: await circle.contact(world.bram, 'Carl') };
  const invite = () => app.act(world.bram, 'inviteVisitor', invitation, 'visitor { id }');
  const visitorId = (await app.at('2026-03-05T06:00:00Z', invite)).visitor.id;
  await app.act(world.pia, 'recordVisit', { visitorId }, 'visitor { id }');
  const deals = await Promise.all([1, 2, 3].map(() => circle.sell(world.sara, { visitorId })));
  expect(new Set(deals.map(({ deal }) => deal.origin.id)).size).toBe(1);
  const rows = await app.database.query('SELECT FROM introductions WHERE beneficiary_id = $1', [world.sara.personId]);
  expect(rows).toHaveLength(1);
});

test('the same key sent ten times records one introduction, gives one referral and makes one move', async () => {
  const contactId = await circle.contact(world.bram, 'Carl');
  const tenTimes = async (act: (idempotencyKey: string) => Promise<object>) => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => act(key)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  };
  await tenTimes((idempotencyKey) => circle.introduce(world.bram, { contactId }, world.sara, { idempotencyKey }));
  await tenTimes((idempotencyKey) => circle.refer(world.bram, world.sara, { prospect: { contactId }, idempotencyKey }));
  const [referral] = await app.database.query('SELECT id FROM referrals WHERE receiver_id = $1', [world.sara.personId]);
  await tenTimes((idempotencyKey) =>
    app.act(
      world.sara,
      'moveReferral',
      { referralId: referral.id, to: 'PROSPECT', idempotencyKey },
      'referral { stage }',
    ),
  );
  const [counts] = await app.database.query(
    `SELECT (SELECT count(*) FROM introductions WHERE beneficiary_id = $1)::int AS introductions,
       (SELECT count(*) FROM referrals WHERE receiver_id = $1)::int AS referrals,
       (SELECT count(*) FROM referral_moves WHERE moved_by_id = $1)::int AS moves`,
    [world.sara.personId],
  );
  expect(counts).toEqual({ introductions: 2, referrals: 1, moves: 1 });
});
