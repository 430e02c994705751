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
let forgotten: string;

beforeAll(async () => {
  app = await TestApp.start();
});
/** Bram introduced Client to Sara, Client brought Dora, Dora brought Emma; Sara had forgotten somebody. */
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  [client, dora, emma] = (await circle.chain(world.bram, world.sara, ['Client', 'Dora', 'Emma'])) as [
    ChainLink,
    ChainLink,
    ChainLink,
  ];
  forgotten = await circle.contact(world.sara, 'Forgotten');
});
afterAll(() => app.stop());

const place = 'degree root { id } introducer { id } introducerContact { id } asker { id } introducedContact { id }';
const read = (id: string) =>
  circle.introduction(world.sara, id, `${place} happenedOn acceptedAt parent { id ${place} happenedOn acceptedAt }`);
const insert = (above: ChainLink, input: object = {}) =>
  circle.insert(world.sara, { introductionId: above.id, contactId: forgotten, ...input });
const id = (member: { personId: string }) => ({ id: member.personId });

test('without an introducer it takes the place of the one below, which hangs under it from now on', async () => {
  const before = await read(client.id);
  const { introduction, errors } = await insert(client);
  expect(errors).toEqual([]);
  expect(introduction).toMatchObject({ id: client.id, degree: 3, root: id(world.bram) });
  expect(await read(client.id)).toMatchObject({
    introducer: null,
    introducerContact: { id: forgotten },
    introducedContact: { id: client.contactId },
    parent: {
      degree: 2,
      introducer: id(world.bram),
      introducerContact: null,
      introducedContact: { id: forgotten },
      happenedOn: before.happenedOn,
      acceptedAt: before.acceptedAt,
    },
  });
  expect((await read(emma.id)).degree).toBe(5);
});

test('in the middle of a chain only what is below moves', async () => {
  await insert(dora);
  const degrees = await Promise.all([client, dora, emma].map(async (link) => (await read(link.id)).degree));
  expect(degrees).toEqual([2, 4, 5]);
  expect((await read(dora.id)).parent).toMatchObject({
    degree: 3,
    introducerContact: { id: client.contactId },
    introducedContact: { id: forgotten },
  });
});

test('of one that a contact made because a member asked him, the forgotten one takes over the asking', async () => {
  const asked = await circle.contact(world.sara, 'Asked');
  const { introduction } = await circle.record(world.sara, {
    introduced: { contactId: await circle.contact(world.sara, 'Fien') },
    introducer: { contactId: asked, askerId: world.bram.personId },
  });
  await insert(introduction);
  expect(await read(introduction.id)).toMatchObject({
    degree: 4,
    root: id(world.bram),
    asker: null,
    parent: { degree: 3, asker: id(world.bram), introducerContact: { id: asked } },
  });
});

test('with an introducer it is derived like any introduction by him', async () => {
  await insert(client, { introducerId: world.cleo.personId });
  expect(await read(client.id)).toMatchObject({ degree: 3, root: id(world.cleo) });
  await circle.introduce(world.pia, { personId: world.ulf.personId }, world.sara);
  await insert(dora, { contactId: await circle.contact(world.sara, 'Gust'), introducerId: world.ulf.personId });
  expect(await read(dora.id)).toMatchObject({ degree: 4, root: id(world.pia) });
  expect(await read(emma.id)).toMatchObject({ degree: 5, root: id(world.pia) });
});

test('above a referral that was not taken up, it waits for that too', async () => {
  const prospect = { contactId: await circle.contact(world.bram, 'Hilde') };
  const { referral } = await circle.refer(world.bram, world.sara, { prospect });
  await insert(referral.introduction);
  expect((await read(referral.introduction.id)).parent).toMatchObject({ acceptedAt: null });
});

test('nobody is said to have agreed to it: there is no basis, as far as the beneficiary says', async () => {
  await insert(client);
  const { parent } = await circle.introduction(
    world.sara,
    client.id,
    'parent { id consentBasis consentAt recordedAt }',
  );
  expect(parent.consentBasis).toBe('NONE_YET');
  expect(parent.consentAt).toBe(parent.recordedAt);
});

test('a direct deal below stays 1 and changes its root; each change is recorded, and nothing else', async () => {
  await app.act(
    world.sara,
    'identifyContact',
    { contactId: client.contactId, personId: world.pia.personId },
    'contact { id }',
  );
  const { deal: direct } = await circle.sell(world.sara, { contactId: client.contactId });
  const { deal: third } = await circle.sell(world.sara, { contactId: dora.contactId });
  expect(direct).toMatchObject({ degree: 1, root: id(world.bram), origin: { degree: 2 } });
  await insert(client, { introducerId: world.cleo.personId });
  expect(await circle.deal(world.sara, direct.id)).toMatchObject({ degree: 1, root: id(world.cleo) });
  expect(await circle.deal(world.sara, third.id)).toMatchObject({ degree: 4, root: id(world.cleo) });
  const activities = await app.database.query(
    `SELECT verb, subject_id, club_id, details FROM activities WHERE verb ~ 'rederived|corrected' AND actor_id = $1`,
    [world.sara.personId],
  );
  const because = client.id;
  const rootId = world.cleo.personId;
  const rederived = (verb: string, subject_id: string, degree: number, club_id: string | null) => ({
    verb,
    subject_id,
    club_id,
    details: { degree, rootId, because },
  });
  expect(activities).toHaveLength(5);
  expect(activities).toEqual(
    expect.arrayContaining([
      {
        verb: 'introduction.corrected',
        subject_id: client.id,
        club_id: null,
        details: {
          inserted: expect.any(String),
          before: { introducerId: world.bram.personId, introducerContactId: null, askerId: null, parentId: null },
        },
      },
      rederived('introduction.rederived', dora.id, 4, null),
      rederived('introduction.rederived', emma.id, 5, null),
      rederived('deal.rederived', direct.id, 1, world.ghentId),
      rederived('deal.rederived', third.id, 4, world.ghentId),
    ]),
  );
});

test('whoever stands above or below already is not inserted', async () => {
  for (const contactId of [client.contactId, dora.contactId]) {
    expect(refused(await insert(dora, { contactId }))).toEqual(['INTRODUCTION_LOOP contactId']);
  }
  expect(refused(await insert(client, { contactId: emma.contactId }))).toEqual(['INTRODUCTION_LOOP contactId']);
  const root = await circle.contact(world.sara, 'Bram');
  await app.act(world.sara, 'identifyContact', { contactId: root, personId: world.bram.personId }, 'contact { id }');
  expect(refused(await insert(dora, { contactId: root }))).toEqual(['INTRODUCTION_LOOP contactId']);
});

test('a member whom the chain below introduced does not stand above it', async () => {
  const { introduction } = await circle.record(world.sara, {
    introduced: { personId: world.ulf.personId },
    introducer: { contactId: client.contactId, parentId: client.id },
  });
  expect(introduction.degree).toBe(3);
  expect(refused(await insert(client, { introducerId: world.ulf.personId }))).toEqual([
    'INTRODUCTION_LOOP introducerId',
  ]);
});

test('the beneficiary did not introduce to himself, and who introduces had a seat on that day', async () => {
  expect(refused(await insert(client, { introducerId: world.sara.personId }))).toEqual([
    'GIVER_IS_RECEIVER introducerId',
  ]);
  await app.database.query(`UPDATE introductions SET happened_on = '2026-03-01' WHERE id = $1`, [client.id]);
  const late = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller', '2026-03-02');
  expect(refused(await insert(client, { introducerId: late.personId }))).toEqual(['NOT_A_MEMBER introducerId']);
});

test('only the beneficiary mends his chains', async () => {
  const contactId = await circle.contact(world.bram, 'Forgotten');
  const input = { introductionId: client.id, contactId };
  const answer = await app.attempt(world.bram, 'insertIntroduction', input, 'introduction { id }');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a retry with the same key inserts nothing more', async () => {
  const idempotencyKey = randomUUID();
  const first = await insert(client, { idempotencyKey });
  expect(await insert(client, { idempotencyKey })).toEqual(first);
  expect(refused(await insert(dora, { idempotencyKey }))).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});
