import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let contactId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  contactId = await circle.contact(world.bram, 'Carl Baert');
});
afterAll(() => app.stop());

const id = (member: { personId: string }) => ({ id: member.personId });

test('a member introduces his contact to a fellow: accepted at once, degree 2, he is the root', async () => {
  const { introduction } = await circle.introduce(world.bram, { contactId }, world.sara);
  const fields = `beneficiary { id } introducedContact { id } introducedPerson { id } introducer { id }
    introducerContact { id } asker { id } root { id } parent { id } degree happenedOn acceptedAt recordedAt
    consentBasis consentAt viewerCan { correctChain stateConsent }`;
  const query = `query ($id: UUID!) { introduction(id: $id) { ${fields} } }`;
  const read = (await app.query(world.bram, query, { id: introduction.id })).introduction;
  expect(read).toMatchObject({
    beneficiary: id(world.sara),
    introducedContact: { id: contactId },
    introducedPerson: null,
    introducer: id(world.bram),
    introducerContact: null,
    asker: null,
    root: id(world.bram),
    parent: null,
    degree: 2,
    consentBasis: 'ASKED_AND_AGREED',
    viewerCan: { correctChain: false, stateConsent: true },
  });
  expect(read.acceptedAt).toBe(read.recordedAt);
});

test('without a day it happened today, where the beneficiary sits', async () => {
  const happenedOn = async (instant: string) => {
    const details = { introduced: { contactId }, introducer: { personId: world.bram.personId } };
    const input = { beneficiaryId: world.sara.personId, consentBasis: 'NONE_YET', ...details };
    const act = () => app.act(world.bram, 'recordIntroduction', input, 'introduction { happenedOn }');
    return (await app.at(instant, act)).introduction.happenedOn;
  };
  expect(await happenedOn('2026-06-30T21:59:00Z')).toBe('2026-06-30');
  expect(await happenedOn('2026-06-30T22:00:00Z')).toBe('2026-07-01');
});

test('the beneficiary records what was done for him', async () => {
  const own = await circle.contact(world.sara, 'Carl');
  const { introduction } = await circle.record(world.sara, {
    introduced: { contactId: own },
    introducer: { personId: world.bram.personId },
  });
  expect(introduction).toMatchObject({ degree: 2, root: id(world.bram) });
});

test('a member of another club gives directly: 2; once he was introduced himself, 3 by that chain', async () => {
  const ofTess = { contactId: await circle.contact(world.tess, 'Carl') };
  expect((await circle.introduce(world.tess, ofTess, world.sara)).introduction).toMatchObject({
    degree: 2,
    root: id(world.tess),
    parent: null,
  });
  const above = (await circle.introduce(world.bram, { personId: world.tess.personId }, world.sara)).introduction;
  const { introduction } = await circle.introduce(world.tess, ofTess, world.sara);
  expect(introduction).toMatchObject({ degree: 3, root: id(world.bram) });
  const query = 'query ($id: UUID!) { introduction(id: $id) { parent { id } } }';
  const read = (actor: { token: string }) => app.query(actor, query, { id: introduction.id });
  expect((await read(world.sara)).introduction.parent).toEqual({ id: above.id });
  expect((await read(world.tess)).introduction.parent).toBeNull();
});

test('above him stands an introduction of a contact known as him, too, if it was not later', async () => {
  await app.act(world.bram, 'identifyContact', { contactId, personId: world.tess.personId }, 'contact { id }');
  await circle.introduce(world.bram, { contactId }, world.sara, { happenedOn: '2026-03-02' });
  const onDay = async (happenedOn: string) => {
    const introduced = { contactId: await circle.contact(world.tess, 'Dora') };
    return (await circle.introduce(world.tess, introduced, world.sara, { happenedOn })).introduction.degree;
  };
  expect([await onDay('2026-03-01'), await onDay('2026-03-02')]).toEqual([2, 3]);
});

describe('is refused', () => {
  const record = (input: object) => circle.record(world.sara, { introduced: { contactId: own }, ...input });
  const byBram = () => ({ introducer: { personId: world.bram.personId } });
  let own: string;
  let client: string;
  let parentId: string;

  beforeEach(async () => {
    own = await circle.contact(world.sara, 'Own');
    client = await circle.contact(world.sara, 'Client');
    parentId = (await record({ introduced: { contactId: client }, ...byBram() })).introduction.id;
  });

  test('what is about to happen', async () => {
    const record = () => circle.record(world.sara, { introduced: { contactId: own }, ...byBram(), happenedOn });
    const happenedOn = '2026-04-02';
    expect(refused(await app.at('2026-04-01T12:00:00Z', record))).toEqual(['DATE_OUT_OF_RANGE happenedOn']);
    expect(refused(await app.at('2026-04-01T22:00:00Z', record))).toEqual([]);
  });

  test('a day on which the introducer, the asker or the beneficiary had no seat', async () => {
    const late = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller', '2026-05-01');
    const asked = { contactId: client, askerId: late.personId };
    for (const introducer of [{ personId: late.personId }, asked]) {
      expect(refused(await record({ introducer, happenedOn: '2026-04-30' }))).toEqual(['NOT_A_MEMBER happenedOn']);
      expect(refused(await record({ introducer, happenedOn: '2026-05-01' }))).toEqual([]);
    }
    expect(refused(await record({ ...byBram(), happenedOn: '2025-12-31' }))).toEqual(['NOT_A_MEMBER happenedOn']);
  });

  test('none or two who are introduced', async () => {
    for (const introduced of [{}, { contactId: own, personId: world.ulf.personId }]) {
      expect(refused(await record({ introduced, ...byBram() }))).toEqual(['INVALID introduced']);
    }
  });

  test('an introducer who is none, is two, or is a member with a parent or an asker', async () => {
    const { personId } = world.bram;
    const wrong = [{}, { personId, contactId: client }, { personId, parentId }, { personId, askerId: personId }];
    for (const introducer of wrong) expect(refused(await record({ introducer }))).toEqual(['INVALID introducer']);
  });

  test('a contact as introducer whom nobody introduced or asked, and one of whom both is said', async () => {
    const asked = { contactId: client, askerId: world.bram.personId };
    for (const introducer of [{ contactId: client }, { ...asked, parentId }]) {
      expect(refused(await record({ introducer }))).toEqual(['NO_CHAIN introducer']);
    }
  });

  test('a parent that did not introduce this contact', async () => {
    const other = await circle.contact(world.sara, 'Other');
    expect(refused(await record({ introducer: { contactId: other, parentId } }))).toEqual([
      'NO_CHAIN introducer.parentId',
    ]);
  });

  test('somebody who introduces to himself: the beneficiary, he as the asker, he as a contact', async () => {
    const asContact = await circle.contact(world.bram, 'Sara');
    const identity = { contactId: asContact, personId: world.sara.personId };
    await app.act(world.bram, 'identifyContact', identity, 'contact { id }');
    const asked = { contactId: client, askerId: world.sara.personId };
    for (const introducer of [{ personId: world.sara.personId }, asked]) {
      expect(refused(await record({ introducer }))).toEqual(['GIVER_IS_RECEIVER introducer']);
    }
    const byHerself = await circle.record(world.bram, {
      beneficiaryId: world.sara.personId,
      introduced: { contactId },
      introducer: { contactId: asContact, askerId: world.bram.personId },
    });
    expect(refused(byHerself)).toEqual(['GIVER_IS_RECEIVER introducer']);
  });

  test('whoever stands in the chain already: the beneficiary, the introducer, the root, one above', async () => {
    const second = await circle.onward(world.sara, parentId, client, 'Dora');
    const onward = { introducer: { contactId: second.contactId, parentId: second.introduction.id } };
    for (const introduced of [
      { contactId: second.contactId },
      { contactId: client },
      { personId: world.bram.personId },
      { personId: world.sara.personId },
    ]) {
      expect(refused(await record({ introduced, ...onward }))).toEqual(['INTRODUCTION_LOOP introduced']);
    }
    expect(refused(await record({ introduced: { personId: world.bram.personId }, ...byBram() }))).toEqual([
      'INTRODUCTION_LOOP introduced',
    ]);
  });

  test('the same human under another row: same e-mail address, phone or person', async () => {
    const email = 'client@example.com';
    const phone = '+3292100001';
    const one = await circle.contact(world.sara, 'One', { email, phone });
    const parent = (await record({ introduced: { contactId: one }, ...byBram() })).introduction.id;
    for (const details of [{ email: 'Client@Example.com' }, { phone: '+32 9 210 00 01' }]) {
      const same = await circle.contact(world.sara, 'The same', details);
      const loop = await record({ introduced: { contactId: same }, introducer: { contactId: one, parentId: parent } });
      expect(refused(loop)).toEqual(['INTRODUCTION_LOOP introduced']);
    }
    const identity = { contactId: own, personId: world.bram.personId };
    await app.act(world.sara, 'identifyContact', identity, 'contact { id }');
    expect(refused(await record(byBram()))).toEqual(['INTRODUCTION_LOOP introduced']);
  });
});

test('who has no part in it does not record it', async () => {
  const own = await circle.contact(world.cleo, 'Own');
  const input = {
    beneficiaryId: world.sara.personId,
    introduced: { contactId: own },
    introducer: { personId: world.bram.personId },
    consentBasis: 'NONE_YET',
  };
  const answer = await app.attempt(world.cleo, 'recordIntroduction', input, 'introduction { id }');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a retry with the same key records nothing more and gets the same introduction', async () => {
  const idempotencyKey = randomUUID();
  const first = await circle.introduce(world.bram, { contactId }, world.sara, { idempotencyKey });
  expect(await circle.introduce(world.bram, { contactId }, world.sara, { idempotencyKey })).toEqual(first);
  const other = await circle.introduce(world.bram, { contactId }, world.cleo, { idempotencyKey });
  expect(refused(other)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  const rows = await app.database.query('SELECT FROM introductions WHERE recorded_by_id = $1', [world.bram.personId]);
  expect(rows).toHaveLength(1);
});
