import { randomUUID } from 'node:crypto';
import { type ChainLink, Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let client: ChainLink;
let dora: ChainLink;
let emma: ChainLink;

beforeAll(async () => {
  app = await TestApp.start();
});
/** Bram introduced Client to Sara, Client brought Dora, Dora brought Emma. */
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  [client, dora, emma] = (await circle.chain(world.bram, world.sara, ['Client', 'Dora', 'Emma'])) as [
    ChainLink,
    ChainLink,
    ChainLink,
  ];
});
afterAll(() => app.stop());

const read = (link: { id: string }) =>
  circle.introduction(
    world.sara,
    link.id,
    'degree root { id } introducer { id } introducerContact { id } asker { id } parent { id }',
  );
const correct = (link: { id: string }, introducer: object, input: object = {}) =>
  circle.correct(world.sara, { introductionId: link.id, introducer, ...input });
const id = (member: { personId: string }) => ({ id: member.personId });
const activities = (verb: string) =>
  app.database.query('SELECT subject_id, details FROM activities WHERE verb = $1 AND actor_id = $2', [
    verb,
    world.sara.personId,
  ]);

test('another member made it: the root of all below changes, and of their deals', async () => {
  const { deal } = await circle.sell(world.sara, { contactId: emma.contactId });
  const { introduction, errors } = await correct(client, { personId: world.cleo.personId });
  expect(errors).toEqual([]);
  expect(introduction).toMatchObject({ id: client.id, degree: 2, root: id(world.cleo) });
  expect(await read(emma)).toMatchObject({ degree: 4, root: id(world.cleo) });
  expect(await circle.deal(world.sara, deal.id)).toMatchObject({ degree: 4, root: id(world.cleo) });
});

test('a member made what a contact was said to have made: it is two hops nearer', async () => {
  const { deal } = await circle.sell(world.sara, { contactId: emma.contactId });
  await correct(emma, { personId: world.pia.personId });
  expect(await read(emma)).toEqual({
    degree: 2,
    root: id(world.pia),
    introducer: id(world.pia),
    introducerContact: null,
    asker: null,
    parent: null,
  });
  expect(await circle.deal(world.sara, deal.id)).toMatchObject({ degree: 2, root: id(world.pia) });
});

test('a contact made it, asked by a member: 3, and who asked is the root', async () => {
  const asked = await circle.contact(world.sara, 'Asked');
  await correct(client, { contactId: asked, askerId: world.vik.personId });
  expect(await read(client)).toMatchObject({ degree: 3, asker: id(world.vik), introducerContact: { id: asked } });
  expect(await read(emma)).toMatchObject({ degree: 5, root: id(world.vik) });
});

test('it hangs under another introduction than was said, also with a branch of its own', async () => {
  const [gust] = (await circle.chain(world.cleo, world.sara, ['Gust'])) as [ChainLink];
  await correct(dora, { contactId: gust.contactId, parentId: gust.id });
  expect(await read(dora)).toMatchObject({ degree: 3, root: id(world.cleo), parent: { id: gust.id } });
  expect(await read(emma)).toMatchObject({ degree: 4, root: id(world.cleo), parent: { id: dora.id } });
});

test('above a member of another club stands whoever introduced him', async () => {
  await circle.introduce(world.pia, { personId: world.ulf.personId }, world.sara);
  await correct(client, { personId: world.ulf.personId });
  expect(await read(client)).toMatchObject({ degree: 3, root: id(world.pia), introducer: id(world.ulf) });
});

test('what was before is kept with the reason, and each change below; what does not change is not', async () => {
  const { deal } = await circle.sell(world.sara, { contactId: dora.contactId });
  await correct(client, { personId: world.cleo.personId }, { reason: 'It was Cleo.' });
  const before = { introducerId: world.bram.personId, introducerContactId: null, askerId: null, parentId: null };
  expect(await activities('introduction.corrected')).toEqual([
    { subject_id: client.id, details: { reason: 'It was Cleo.', before } },
  ]);
  const rederived = await activities('introduction.rederived');
  expect(rederived.map((row: { subject_id: string }) => row.subject_id).sort()).toEqual([dora.id, emma.id].sort());
  expect(await activities('deal.rederived')).toEqual([
    { subject_id: deal.id, details: { degree: 3, rootId: world.cleo.personId, because: client.id } },
  ]);
  await correct(client, { personId: world.cleo.personId });
  expect(await activities('introduction.corrected')).toHaveLength(2);
  expect(await activities('deal.rederived')).toHaveLength(1);
});

test('the giver of the referral it came with stays the giver, still sees it and can withdraw consent', async () => {
  const contactId = await circle.contact(world.bram, 'Hilde');
  const { referral } = await circle.refer(world.bram, world.sara, { prospect: { contactId } });
  await correct(referral.introduction, { personId: world.cleo.personId });
  const query = 'query ($id: UUID!) { referral(id: $id) { giver { id } introduction { root { id } } } }';
  expect((await app.query(world.bram, query, { id: referral.id })).referral).toEqual({
    giver: id(world.bram),
    introduction: { root: id(world.cleo) },
  });
  const withdrawal = { introductionId: referral.introduction.id, consentBasis: 'NONE_YET' };
  expect(refused(await app.act(world.bram, 'stateConsent', withdrawal, 'introduction { id }'))).toEqual([]);
});

describe('is refused', () => {
  test('an introduction that would spring from itself or from one below', async () => {
    for (const [link, parent] of [
      [client, client],
      [client, emma],
      [dora, emma],
    ] as const) {
      const answer = await correct(link, { contactId: parent.contactId, parentId: parent.id });
      expect(refused(answer)).toEqual(['INTRODUCTION_LOOP introducer']);
    }
  });

  test('an introducer or asker who stands in the branch below', async () => {
    const { introduction } = await circle.record(world.sara, {
      introduced: { personId: world.pia.personId },
      introducer: { contactId: dora.contactId, parentId: dora.id },
    });
    expect(introduction.degree).toBe(4);
    const asked = await circle.contact(world.sara, 'Asked');
    for (const introducer of [
      { personId: world.pia.personId },
      { contactId: asked, askerId: world.pia.personId },
      { contactId: emma.contactId, askerId: world.cleo.personId },
    ]) {
      expect(refused(await correct(dora, introducer))).toEqual(['INTRODUCTION_LOOP introducer']);
    }
    expect(refused(await correct(introduction, { personId: world.pia.personId }))).toEqual([
      'INTRODUCTION_LOOP introducer',
    ]);
  });

  test('an introducer who is none, who is the beneficiary, or a contact without a chain', async () => {
    const { contactId } = client;
    expect(refused(await correct(dora, {}))).toEqual(['INVALID introducer']);
    expect(refused(await correct(dora, { contactId }))).toEqual(['NO_CHAIN introducer']);
    expect(refused(await correct(dora, { contactId, parentId: emma.id }))).toEqual(['NO_CHAIN introducer.parentId']);
    for (const introducer of [{ personId: world.sara.personId }, { contactId, askerId: world.sara.personId }]) {
      expect(refused(await correct(dora, introducer))).toEqual(['GIVER_IS_RECEIVER introducer']);
    }
  });

  test('a member without a seat on the day it happened', async () => {
    await app.database.query(`UPDATE introductions SET happened_on = '2026-03-01' WHERE id = $1`, [client.id]);
    const { personId } = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller', '2026-03-02');
    const asked = await circle.contact(world.sara, 'Asked');
    for (const introducer of [{ personId }, { contactId: asked, askerId: personId }]) {
      expect(refused(await correct(client, introducer))).toEqual(['NOT_A_MEMBER introducer']);
    }
  });

  test('a correction without a reason', async () => {
    expect(refused(await correct(client, { personId: world.cleo.personId }, { reason: ' ' }))).toEqual([
      'INVALID reason',
    ]);
  });

  test('a correction by the introducer, who is no beneficiary', async () => {
    const introducer = { personId: world.cleo.personId };
    const input = { introductionId: client.id, introducer, reason: 'It was Cleo.' };
    const answer = await app.attempt(world.bram, 'correctIntroduction', input, 'introduction { id }');
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('nothing was changed by any of them', async () => {
    await correct(client, { contactId: emma.contactId, parentId: emma.id });
    expect(await read(client)).toMatchObject({ degree: 2, root: id(world.bram), parent: null });
    expect(await activities('introduction.corrected')).toEqual([]);
  });
});

test('a retry with the same key corrects nothing that was corrected since', async () => {
  const idempotencyKey = randomUUID();
  await correct(client, { personId: world.cleo.personId }, { idempotencyKey });
  await correct(client, { personId: world.vik.personId });
  const { introduction } = await correct(client, { personId: world.cleo.personId }, { idempotencyKey });
  expect(introduction.root).toEqual(id(world.vik));
  expect(refused(await correct(client, { personId: world.pia.personId }, { idempotencyKey }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});
