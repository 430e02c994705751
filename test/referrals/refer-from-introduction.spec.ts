import { randomUUID } from 'node:crypto';
import { Asking, lookingFor } from '../network/requests/asking.js';
import { refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let asking: Asking;
let contactId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  asking = new Asking(app, world);
  contactId = await asking.circle.contact(world.bram, 'Carl Baert');
});
afterAll(() => app.stop());

const selection = `referral { id need warmth stage inside giver { id } receiver { id }
  introduction { id degree acceptedAt viewerCan { refer } } }`;
const refer = (actor: CastMember, introductionId: string, input: object = {}) =>
  app.act(actor, 'referFromIntroduction', { introductionId, warmth: 4, ...input }, selection);
const recorded = async (): Promise<string> =>
  (await asking.circle.introduce(world.bram, { contactId }, world.sara)).introduction.id;
const requested = async (): Promise<string> => {
  const id = await asking.asked();
  await asking.accept(world.bram, id, contactId);
  return (await asking.answer(world.bram, id, true)).request.introduction.id;
};
const mayRefer = async (viewer: CastMember, id: string): Promise<boolean> =>
  (await asking.circle.introduction(viewer, id, 'viewerCan { refer }')).viewerCan.refer;

test('from an introduction that was asked for a referral grows in one step, with what was sought as its need', async () => {
  const id = await requested();
  expect(await mayRefer(world.bram, id)).toBe(true);
  const { referral, errors } = await refer(world.bram, id);
  expect(errors).toEqual([]);
  expect(referral).toMatchObject({
    ...{ need: lookingFor, warmth: 4, stage: 'SUSPECT', inside: false },
    ...{ giver: { id: world.bram.personId }, receiver: { id: world.sara.personId } },
    introduction: { id, degree: 2, viewerCan: { refer: false } },
  });
  const introductions = await app.database.query('SELECT id FROM introductions WHERE beneficiary_id = $1', [
    world.sara.personId,
  ]);
  expect(introductions).toEqual([{ id }]);
});

test('from any recorded introduction, with its need', async () => {
  const id = await recorded();
  expect(refused(await refer(world.bram, id))).toEqual(['REASON_REQUIRED need']);
  expect((await refer(world.bram, id, { need: 'Five hundred menus' })).referral.need).toBe('Five hundred menus');
});

test('who asked his contact to introduce refers too', async () => {
  const nel = await asking.circle.contact(world.bram, 'Nel');
  const { introduction } = await asking.circle.record(world.bram, {
    beneficiaryId: world.sara.personId,
    introduced: { contactId: nel },
    introducer: { contactId, askerId: world.bram.personId },
  });
  expect((await refer(world.bram, introduction.id, { need: 'Menus' })).referral.introduction.degree).toBe(3);
});

test('the referral is followed up, and a deal from it stands at the degree of the introduction', async () => {
  const { referral } = await refer(world.bram, await requested());
  const { deal, errors } = await asking.circle.sell(world.sara, { contactId }, { referralId: referral.id });
  expect(errors).toEqual([]);
  expect(deal).toMatchObject({ degree: 2, root: { id: world.bram.personId } });
});

test('an introduction has one referral, also when two are given at once', async () => {
  const id = await requested();
  const both = await Promise.all([refer(world.bram, id), refer(world.bram, id)]);
  expect(both.flatMap(refused)).toEqual(['TAKEN introductionId']);
  const { referral } = await asking.circle.refer(world.bram, world.cleo, { prospect: { contactId } });
  expect(refused(await refer(world.bram, referral.introduction.id, { need: 'Menus' }))).toEqual([
    'TAKEN introductionId',
  ]);
  expect(await mayRefer(world.bram, referral.introduction.id)).toBe(false);
});

test('only who made it refers; who has no part in it does not find it', async () => {
  const id = await recorded();
  const answer = await app.attempt(world.sara, 'referFromIntroduction', { introductionId: id, warmth: 3 }, selection);
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await mayRefer(world.sara, id)).toBe(false);
  for (const [actor, key] of [[world.cleo, id] as const, [world.bram, randomUUID()] as const]) {
    expect(refused(await refer(actor, key))).toEqual(['NOT_FOUND introductionId']);
  }
});

test('to a member of another club it goes from his own club; without a seat of both it does not', async () => {
  const { introduction } = await asking.circle.introduce(world.bram, { contactId }, world.tess);
  const { referral } = await refer(world.bram, introduction.id, { need: 'A book-keeper' });
  const [seats] = await app.database.query(
    'SELECT giver_membership_id AS giver, receiver_membership_id AS receiver FROM referrals WHERE id = $1',
    [referral.id],
  );
  expect(seats).toEqual({ giver: world.bram.membershipId, receiver: world.tess.membershipId });
  const id = await recorded();
  await app.database.query("UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1", [world.sara.membershipId]);
  expect(refused(await refer(world.bram, id, { need: 'Menus' }))).toEqual(['NOT_A_MEMBER introductionId']);
});

test('warmth has five levels, and a need says something', async () => {
  const id = await recorded();
  expect(refused(await refer(world.bram, id, { warmth: 6, need: '' }))).toEqual(['INVALID need', 'INVALID warmth']);
});

test('a retry gives it once', async () => {
  const id = await requested();
  const input = { idempotencyKey: randomUUID() };
  const [first, second] = [await refer(world.bram, id, input), await refer(world.bram, id, input)];
  expect(second.referral.id).toBe(first.referral.id);
});

test('whether one may refer is asked once for a whole list', async () => {
  const query = '{ viewer { chainsBegun { nodes { viewerCan { refer } } } } }';
  const count = () => app.countQueries(() => app.query(world.bram, query));
  await recorded();
  const one = await count();
  for (const name of ['Dora', 'Edith', 'Finn', 'Gus']) {
    const other = await asking.circle.contact(world.bram, name);
    await asking.circle.introduce(world.bram, { contactId: other }, world.sara);
  }
  expect(await count()).toBe(one);
});
