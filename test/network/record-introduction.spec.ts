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
