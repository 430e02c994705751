import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let keptId: string;
let mergedId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  keptId = await circle.contact(world.bram, 'Carl Baert', { role: 'buyer', email: 'carl@baert.example' });
  mergedId = await circle.contact(world.bram, 'C. Baert', { role: 'manager', phone: '+32 9 210 00 01' });
});
afterAll(() => app.stop());

const fields = 'id name role email phone';
const merge = (actor: { token: string }, input: object = {}) =>
  app.act(actor, 'mergeContacts', { keptId, mergedId, ...input }, `contact { ${fields} person { id } }`);
const contact = async (actor: { token: string }, id: string, selection = fields) =>
  (await app.query(actor, `query ($id: UUID!) { contact(id: $id) { ${selection} } }`, { id })).contact;
const rowOf = async (id: string) => (await app.database.query('SELECT * FROM contacts WHERE id = $1', [id]))[0];
const identify = (contactId: string, personId: string) =>
  app.act(world.bram, 'identifyContact', { contactId, personId }, 'contact { id }');

describe('the two are one', () => {
  test('the kept one keeps what it has and is given what it lacks', async () => {
    const { contact: kept, errors } = await merge(world.bram);
    expect(errors).toEqual([]);
    expect(kept).toEqual({
      ...{ id: keptId, name: 'Carl Baert', role: 'buyer', email: 'carl@baert.example', phone: '+3292100001' },
      person: null,
    });
  });

  test('details are taken from the merged one where its owner says so', async () => {
    const { contact: kept } = await merge(world.bram, { fromMerged: ['NAME', 'EMAIL'] });
    expect(kept).toMatchObject({ name: 'C. Baert', role: 'buyer', email: 'carl@baert.example' });
  });

  test('who one of them was identified as, the kept one is', async () => {
    await identify(mergedId, world.ulf.personId);
    expect((await merge(world.bram)).contact.person).toEqual({ id: world.ulf.personId });
  });

  test('the merged row stays as it was, and stands in no list any more', async () => {
    const before = await rowOf(mergedId);
    await merge(world.bram);
    expect(await rowOf(mergedId)).toEqual({ ...before, merged_into_id: keptId });
    const { viewer } = await app.query(world.bram, '{ viewer { contacts { totalCount nodes { id } } } }');
    expect(viewer.contacts).toEqual({ totalCount: 1, nodes: [{ id: keptId }] });
  });

  test('asked for the merged one, the kept one answers', async () => {
    await merge(world.bram);
    expect(await contact(world.bram, mergedId)).toEqual(await contact(world.bram, keptId));
    expect((await contact(world.bram, mergedId)).id).toBe(keptId);
  });

  test('what was merged before points at the one that stands now', async () => {
    const third = await circle.contact(world.bram, 'Karl');
    await merge(world.bram);
    await merge(world.bram, { keptId: third, mergedId: keptId });
    const rows = [await rowOf(keptId), await rowOf(mergedId), await rowOf(third)];
    expect(rows.map((row) => row.merged_into_id)).toEqual([third, third, null]);
    for (const id of [keptId, mergedId]) expect((await contact(world.bram, id)).id).toBe(third);
  });

  test('that they were merged is kept, without their details', async () => {
    await merge(world.bram);
    const activities = await app.database.query(
      `SELECT verb, actor_id, details FROM activities WHERE subject_id = $1 AND verb = 'contact.merged'`,
      [keptId],
    );
    expect(activities).toEqual([{ verb: 'contact.merged', actor_id: world.bram.personId, details: { mergedId } }]);
  });
});

describe('the key of the merged one means the kept one', () => {
  beforeEach(() => merge(world.bram));

  test('in changing, identifying and a talk', async () => {
    const changed = await app.act(
      world.bram,
      'changeContact',
      { contactId: mergedId, name: 'Carl' },
      'contact { id name }',
    );
    expect(changed.contact).toEqual({ id: keptId, name: 'Carl' });
    const talk = await app.act(world.bram, 'recordTalk', { contactId: mergedId, on: '2026-02-01' }, 'contact { id }');
    expect(talk.contact.id).toBe(keptId);
    expect((await identify(mergedId, world.ulf.personId)).contact.id).toBe(keptId);
    expect((await rowOf(mergedId)).person_id).toBeNull();
  });

  test('in introducing, asking to introduce, referring and selling', async () => {
    const { introduction } = await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    await circle.refer(world.bram, world.cleo, { prospect: { contactId: mergedId } });
    const dora = await circle.contact(world.sara, 'Dora');
    const onward = { contactId: mergedId, parentId: introduction.id };
    await circle.record(world.sara, { introduced: { contactId: dora }, introducer: onward });
    const { deal } = await circle.sell(world.sara, { contactId: mergedId });
    expect(deal).toMatchObject({ degree: 2, origin: { id: introduction.id } });
    const named = await app.database.query(
      `SELECT introduced_contact_id AS id FROM introductions UNION SELECT introducer_contact_id FROM introductions
       UNION SELECT buyer_contact_id FROM deals`,
    );
    expect(named.map(({ id }: { id: string }) => id)).not.toContain(mergedId);
  });

  test('in correcting and completing a chain', async () => {
    const [{ id: first = '' } = {}, { id: second = '' } = {}] = await circle.chain(world.bram, world.sara, ['X', 'Y']);
    await circle.introduce(world.bram, { contactId: keptId }, world.sara);
    const corrected = await circle.correct(world.sara, {
      introductionId: second,
      introducer: { contactId: mergedId, askerId: world.bram.personId },
    });
    expect(corrected.errors).toEqual([]);
    const inserted = await circle.insert(world.sara, { introductionId: first, contactId: mergedId });
    expect(inserted.errors).toEqual([]);
    const parties = await app.database.query(
      'SELECT introducer_contact_id, introduced_contact_id FROM introductions WHERE beneficiary_id = $1',
      [world.sara.personId],
    );
    expect(JSON.stringify(parties)).not.toContain(mergedId);
  });

  test('a retry of what made the merged one gets the kept one', async () => {
    const idempotencyKey = randomUUID();
    const add = () => app.act(world.bram, 'addContact', { idempotencyKey, name: 'Carlos' }, 'contact { id name }');
    const { contact: added } = await add();
    await merge(world.bram, { mergedId: added.id });
    expect((await add()).contact).toEqual({ id: keptId, name: 'Carl Baert' });
  });
});

describe('the history', () => {
  const before = 'name role email phone';
  const history = `merges { totalCount nodes { mergedAt kept { ${before} } merged { ${before} } } }`;

  test('tells its owner what both were, through all merges, the latest first', async () => {
    const third = await circle.contact(world.bram, 'Karl', { role: 'owner' });
    await app.at('2026-03-01T09:00:00Z', () => merge(world.bram));
    await app.at('2026-03-02T09:00:00Z', () => merge(world.bram, { keptId: third, mergedId: keptId }));
    const { merges } = await contact(world.bram, third, history);
    expect(merges).toEqual({
      totalCount: 2,
      nodes: [
        {
          mergedAt: '2026-03-02T09:00:00.000Z',
          kept: { name: 'Karl', role: 'owner', email: null, phone: null },
          merged: { name: 'Carl Baert', role: 'buyer', email: 'carl@baert.example', phone: '+3292100001' },
        },
        {
          mergedAt: '2026-03-01T09:00:00.000Z',
          kept: { name: 'Carl Baert', role: 'buyer', email: 'carl@baert.example', phone: null },
          merged: { name: 'C. Baert', role: 'manager', email: null, phone: '+3292100001' },
        },
      ],
    });
  });

  test('is for nobody else', async () => {
    await merge(world.bram);
    await circle.introduce(world.bram, { contactId: keptId }, world.sara);
    expect(await contact(world.sara, keptId, `name ${history}`)).toEqual({ name: 'Carl Baert', merges: null });
  });

  test('cannot be changed or deleted; of the erased no details are left', async () => {
    await merge(world.bram);
    for (const change of [
      'DELETE FROM contact_merges WHERE kept_id = $1',
      "UPDATE contact_merges SET kept_before = '{}' WHERE kept_id = $1",
      'UPDATE contact_merges SET kept_before = NULL, merged_at = now() WHERE kept_id = $1',
    ]) {
      await expect(app.database.query(change, [keptId])).rejects.toThrow();
    }
    await app.database.query(
      'UPDATE contacts SET (name, role, email, phone, erased_at) = (NULL, NULL, NULL, NULL, now()) WHERE id = ANY ($1)',
      [[keptId, mergedId]],
    );
    const { merges } = await contact(world.bram, keptId, history);
    expect(merges.nodes).toEqual([{ mergedAt: expect.any(String), kept: null, merged: null }]);
  });

  test('of five merges costs as many statements as of one', async () => {
    for (let count = 0; count < 5; count += 1) {
      await merge(world.bram, { mergedId: await circle.contact(world.bram, `Carl ${count}`) });
    }
    const count = (first: number) =>
      app.countQueries(() => contact(world.bram, keptId, history.replace('merges', `merges(first: ${first})`)));
    expect(await count(5)).toBe(await count(1));
  });
});

describe('is refused', () => {
  test('for one and the same', async () => {
    expect(refused(await merge(world.bram, { mergedId: keptId }))).toEqual(['SAME_CONTACT mergedId']);
  });

  test('for two that are one already, by whatever key', async () => {
    await merge(world.bram);
    expect(refused(await merge(world.bram))).toEqual(['ALREADY_MERGED mergedId']);
    expect(refused(await merge(world.bram, { keptId: mergedId, mergedId: keptId }))).toEqual([
      'ALREADY_MERGED mergedId',
    ]);
  });

  test('for two known as two persons', async () => {
    await identify(keptId, world.ulf.personId);
    await identify(mergedId, world.tess.personId);
    expect(refused(await merge(world.bram))).toEqual(['ALREADY_IDENTIFIED mergedId']);
    expect((await rowOf(mergedId)).merged_into_id).toBeNull();
  });

  test('for one that was erased', async () => {
    await app.database.query(
      'UPDATE contacts SET (name, role, phone, erased_at) = (NULL, NULL, NULL, now()) WHERE id = $1',
      [mergedId],
    );
    expect(refused(await merge(world.bram))).toEqual(['NOT_FOUND mergedId']);
    expect(refused(await merge(world.bram, { keptId: mergedId, mergedId: keptId }))).toEqual(['NOT_FOUND keptId']);
  });

  test("for somebody else's, which is not found, like one that does not exist", async () => {
    const theirs = await circle.contact(world.sara, 'Carl');
    for (const id of [theirs, newId()]) {
      expect(refused(await merge(world.bram, { mergedId: id }))).toEqual(['NOT_FOUND mergedId']);
      expect(refused(await merge(world.bram, { keptId: id }))).toEqual(['NOT_FOUND keptId']);
    }
  });

  test('to whom they were introduced', async () => {
    for (const contactId of [keptId, mergedId]) await circle.introduce(world.bram, { contactId }, world.sara);
    const { errors } = await app.attempt(world.sara, 'mergeContacts', { keptId, mergedId }, 'contact { id }');
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

test('a retry with the same key merges nothing more', async () => {
  const input = { idempotencyKey: randomUUID() };
  const first = await merge(world.bram, input);
  expect(await merge(world.bram, input)).toEqual(first);
  expect(await app.database.query('SELECT FROM contact_merges WHERE kept_id = $1', [keptId])).toHaveLength(1);
  expect(refused(await merge(world.bram, { ...input, fromMerged: ['NAME'] }))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});

describe('at once', () => {
  const held = (works: (() => Promise<Awaited<ReturnType<typeof merge>>>)[]) =>
    whileHeld(
      app.database,
      (manager) => manager.query('SELECT FROM contacts WHERE id = ANY ($1) FOR UPDATE', [[keptId, mergedId]]),
      works,
    );

  test('one into the other and the other into the one: one is done, and nothing goes round', async () => {
    const answers = await held([
      () => merge(world.bram),
      () => merge(world.bram, { keptId: mergedId, mergedId: keptId }),
    ]);
    expect(answers.flatMap(refused)).toEqual(['ALREADY_MERGED mergedId']);
    const into = [await rowOf(keptId), await rowOf(mergedId)].map((row) => row.merged_into_id);
    expect(into.filter((id) => id !== null)).toHaveLength(1);
  });

  test.each([
    ['keptId', () => keptId],
    ['mergedId', () => mergedId],
  ])('merging and erasing (%s): what was erased is merged with nobody', async (field, id) => {
    const erase =
      'UPDATE contacts SET (name, role, email, phone, erased_at) = (NULL, NULL, NULL, NULL, now()) WHERE id = $1';
    const answers = await whileHeld(app.database, (manager) => manager.query(erase, [id()]), [() => merge(world.bram)]);
    expect(answers.flatMap(refused)).toEqual([`NOT_FOUND ${field}`]);
    expect((await rowOf(mergedId)).merged_into_id).toBeNull();
  });

  test('merging and changing the merged one: it stays merged', async () => {
    await whileHeld(
      app.database,
      (manager) => manager.query('SELECT FROM contacts WHERE id = $1 FOR UPDATE', [mergedId]),
      [
        () => merge(world.bram),
        () => app.act(world.bram, 'changeContact', { contactId: mergedId, name: 'Changed' }, 'contact { id }'),
      ],
    );
    expect((await rowOf(mergedId)).merged_into_id).toBe(keptId);
  });
});
