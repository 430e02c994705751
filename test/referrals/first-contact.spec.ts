import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let referralId: string;

const given = '2026-03-26T09:00:00Z';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  referralId = await give(world.sara);
});
afterAll(() => app.stop());

/** Bram gives on Thursday 26 March at 10:00 in Ghent. */
async function give(receiver: CastMember): Promise<string> {
  const prospect = { contactId: await circle.contact(world.bram, 'Carl') };
  return (await app.at(given, () => circle.refer(world.bram, receiver, { prospect }))).referral.id;
}
const selection =
  'referral { id stage promisedFor promisedAt firstContactAt promiseExperience introduction { acceptedAt } }';
const promise = (promisedFor: string, now = given, input: object = {}) =>
  app.at(now, () => app.act(world.sara, 'promiseFirstContact', { referralId, promisedFor, ...input }, selection));
const contact = (now: string, input: object = {}, receiver = world.sara) =>
  app.at(now, () => app.act(receiver, 'recordFirstContact', { referralId, ...input }, selection));

describe('promiseFirstContact', () => {
  test('a promise replaces the target, and accepts the introduction', async () => {
    const { referral, errors } = await promise('2026-03-30T15:00:00Z', '2026-03-26T10:30:00Z');
    expect(errors).toEqual([]);
    expect(referral).toEqual({
      id: referralId,
      stage: 'SUSPECT',
      promisedFor: '2026-03-30T15:00:00.000Z',
      promisedAt: '2026-03-26T10:30:00.000Z',
      firstContactAt: null,
      promiseExperience: null,
      introduction: { acceptedAt: '2026-03-26T10:30:00.000Z' },
    });
  });

  test('until the first contact he may promise anew; the first acceptance stays', async () => {
    await promise('2026-03-30T15:00:00Z');
    const { referral } = await promise('2026-04-02T15:00:00Z', '2026-03-28T09:00:00Z');
    expect(referral).toMatchObject({
      promisedFor: '2026-04-02T15:00:00.000Z',
      promisedAt: '2026-03-28T09:00:00.000Z',
      introduction: { acceptedAt: '2026-03-26T09:00:00.000Z' },
    });
  });

  test('nothing is promised for the past', async () => {
    expect(refused(await promise('2026-03-26T08:59:59Z'))).toEqual(['DATE_OUT_OF_RANGE promisedFor']);
    expect(refused(await promise('2026-03-26T09:00:00Z'))).toEqual([]);
  });

  test('nothing is promised after the first contact, nor of what is no suspect any more', async () => {
    await contact('2026-03-26T12:00:00Z');
    expect(refused(await promise('2026-03-30T15:00:00Z'))).toEqual(['ALREADY_CONTACTED referralId']);
    referralId = await give(world.sara);
    await app.at(given, () => app.act(world.sara, 'loseReferral', { referralId, reason: 'Moved' }, selection));
    expect(refused(await promise('2026-03-30T15:00:00Z'))).toEqual(['ALREADY_CONTACTED referralId']);
  });

  test('a retry with the same key promises nothing that was promised since', async () => {
    const input = { idempotencyKey: randomUUID() };
    await promise('2026-03-30T15:00:00Z', given, input);
    await promise('2026-03-31T15:00:00Z');
    const { referral } = await promise('2026-03-30T15:00:00Z', given, input);
    expect(referral.promisedFor).toBe('2026-03-31T15:00:00.000Z');
    expect(refused(await promise('2026-04-01T15:00:00Z', given, input))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
  });
});

describe('recordFirstContact', () => {
  test('a contact is now unless told otherwise; the need is not confirmed by it', async () => {
    const { referral, errors } = await contact('2026-03-26T12:00:00Z');
    expect(errors).toEqual([]);
    expect(referral).toMatchObject({ stage: 'SUSPECT', firstContactAt: '2026-03-26T12:00:00.000Z', promisedAt: null });
  });

  test('it was between giving and now', async () => {
    const now = '2026-03-27T12:00:00Z';
    for (const contactedAt of ['2026-03-26T08:59:59Z', '2026-03-27T12:00:01Z']) {
      expect(refused(await contact(now, { contactedAt }))).toEqual(['DATE_OUT_OF_RANGE contactedAt']);
    }
    const { referral } = await contact(now, { contactedAt: given });
    expect(referral.firstContactAt).toBe('2026-03-26T09:00:00.000Z');
  });

  test('there is one first contact', async () => {
    await contact('2026-03-26T12:00:00Z');
    expect(refused(await contact('2026-03-26T13:00:00Z'))).toEqual(['ALREADY_CONTACTED referralId']);
  });

  test('a retry with the same key gets the same referral', async () => {
    const input = { idempotencyKey: randomUUID() };
    const first = await contact('2026-03-26T12:00:00Z', input);
    expect(await contact('2026-03-26T12:00:00Z', input)).toEqual(first);
    const other = await contact('2026-03-26T12:00:00Z', { ...input, contactedAt: given });
    expect(refused(other)).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  });
});

describe('the experience of a promise for Friday at 17:00', () => {
  const promised = '2026-03-27T16:00:00Z';
  const experience = async (contactedAt: string) => {
    await promise(promised);
    return (await contact(contactedAt)).referral.promiseExperience;
  };

  test.each([
    ['on the evening before', '2026-03-26T22:59:00Z', 'EARLY'],
    ['right after midnight', '2026-03-26T23:00:00Z', 'KEPT'],
    ['at 17:00', '2026-03-27T16:00:00Z', 'KEPT'],
    ['a second later', '2026-03-27T16:00:01Z', 'LATE'],
  ])('of a contact %s is as the day in Ghent says', async (_, contactedAt, expected) => {
    expect(await experience(contactedAt)).toBe(expected);
  });

  test("is told by the receiver's club, wherever the giver sits", async () => {
    await app.database.query(`UPDATE clubs SET time_zone = 'America/New_York' WHERE id = $1`, [world.utrechtId]);
    referralId = await give(world.ulf);
    await app.at(given, () =>
      app.act(world.ulf, 'promiseFirstContact', { referralId, promisedFor: promised }, selection),
    );
    const { referral } = await contact('2026-03-27T03:59:00Z', {}, world.ulf);
    expect(referral.promiseExperience).toBe('EARLY');
    const query = 'query ($id: UUID!) { referral(id: $id) { promiseExperience } }';
    expect((await app.query(world.bram, query, { id: referralId })).referral.promiseExperience).toBe('EARLY');
  });

  test('without a promise is measured against the target of the club', async () => {
    expect((await contact('2026-03-27T09:00:01Z')).referral.promiseExperience).toBe('LATE');
  });
});
