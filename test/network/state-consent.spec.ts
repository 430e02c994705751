import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { whileHeld } from '../support/while-held.js';
import { type CastMember, World } from '../support/world.js';

/** What a beneficiary sees with and without a basis is in test/contacts/contact-details.spec.ts. */
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

const selection = 'introduction { id consentBasis consentAt viewerCan { stateConsent } }';
const state = (actor: CastMember, introductionId: string, consentBasis: string, input: object = {}) =>
  app.act(actor, 'stateConsent', { introductionId, consentBasis, ...input }, selection);
const forbidden = (actor: CastMember, introductionId: string) =>
  app.attempt(actor, 'stateConsent', { introductionId, consentBasis: 'ASKED_AND_AGREED' }, selection);
const introduced = async (consentBasis: string): Promise<string> =>
  (await circle.introduce(world.bram, { contactId }, world.sara, { consentBasis })).introduction.id;

test('who made the introduction states the basis, and the moment of it is kept', async () => {
  const id = await introduced('NONE_YET');
  const later = () => state(world.bram, id, 'EXISTING_REQUEST');
  const { introduction, errors } = await app.at('2027-01-04T09:00:00Z', later);
  expect(errors).toEqual([]);
  expect(introduction).toEqual({
    id,
    consentBasis: 'EXISTING_REQUEST',
    consentAt: '2027-01-04T09:00:00.000Z',
    viewerCan: { stateConsent: true },
  });
});

test('each statement is recorded with its basis', async () => {
  const id = await introduced('NONE_YET');
  await state(world.bram, id, 'ASKED_AND_AGREED');
  await state(world.bram, id, 'NONE_YET');
  const bases = await app.database.query(
    `SELECT details->>'basis' AS basis FROM activities WHERE verb = 'introduction.consent_stated' AND subject_id = $1
     ORDER BY id`,
    [id],
  );
  expect(bases).toEqual([{ basis: 'asked_and_agreed' }, { basis: 'none_yet' }]);
});

test('who asked a contact to introduce states it', async () => {
  const dora = await circle.contact(world.bram, 'Dora');
  const { introduction } = await circle.record(world.bram, {
    beneficiaryId: world.sara.personId,
    introduced: { contactId: dora },
    introducer: { contactId, askerId: world.bram.personId },
  });
  expect(refused(await state(world.bram, introduction.id, 'NONE_YET'))).toEqual([]);
});

test('who made it states it also when the beneficiary recorded it; so does the beneficiary then', async () => {
  const own = await circle.contact(world.sara, 'Carl');
  const { introduction } = await circle.record(world.sara, {
    introduced: { contactId: own },
    introducer: { personId: world.bram.personId },
  });
  for (const actor of [world.bram, world.sara]) {
    expect(refused(await state(actor, introduction.id, 'PUBLIC_BUSINESS_DETAILS'))).toEqual([]);
  }
});

test('a beneficiary who had no hand in it does not state it; nor does a root further up', async () => {
  const id = await introduced('NONE_YET');
  expect((await forbidden(world.sara, id)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const [, dora] = await circle.chain(world.bram, world.sara, ['Carl', 'Dora']);
  const answer = await forbidden(world.bram, dora?.id ?? '');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('consent that is stated while the beneficiary takes a referral up undoes nothing of that', async () => {
  const { referral } = await circle.refer(world.bram, world.sara, { prospect: { contactId } });
  const { id } = referral.introduction;
  const takingUp = async (manager: EntityManager) => {
    await manager.query('SELECT FROM persons WHERE id = $1 FOR NO KEY UPDATE', [world.sara.personId]);
    await manager.query('LOCK TABLE activities IN SHARE MODE');
    await manager.query('UPDATE introductions SET accepted_at = now() WHERE id = $1', [id]);
  };
  await whileHeld(app.database, takingUp, [() => state(world.bram, id, 'NONE_YET')]);
  expect(await circle.introduction(world.bram, id, 'acceptedAt consentBasis')).toEqual({
    acceptedAt: expect.any(String),
    consentBasis: 'NONE_YET',
  });
});

test('a retry with the same key states nothing that was stated since', async () => {
  const id = await introduced('NONE_YET');
  const input = { idempotencyKey: randomUUID() };
  await state(world.bram, id, 'ASKED_AND_AGREED', input);
  await state(world.bram, id, 'NONE_YET');
  expect((await state(world.bram, id, 'ASKED_AND_AGREED', input)).introduction.consentBasis).toBe('NONE_YET');
  expect(refused(await state(world.bram, id, 'EXISTING_REQUEST', input))).toEqual([
    'IDEMPOTENCY_KEY_REUSED idempotencyKey',
  ]);
});
