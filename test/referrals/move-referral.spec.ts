import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

/** Which moves there are and which need a reason is in src/referrals/referral-stage.spec.ts. */
let app: TestApp;
let world: World;
let circle: Circle;
let referralId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  const prospect = { contactId: await circle.contact(world.bram, 'Carl') };
  referralId = (await circle.refer(world.bram, world.sara, { prospect })).referral.id;
});
afterAll(() => app.stop());

const selection = `referral {
  id stage firstContactAt introduction { acceptedAt }
  moves { nodes { fromStage toStage movedBy { id } note declineReason } }
}`;
const move = (to: string, input: object = {}) =>
  app.act(world.sara, 'moveReferral', { referralId, to, ...input }, selection);
const lose = (input: object = {}) =>
  app.act(world.sara, 'loseReferral', { referralId, reason: 'Too dear', ...input }, selection);
const decline = (input: object = {}) =>
  app.act(world.sara, 'declineReferral', { referralId, reason: 'NO_NEED', ...input }, selection);
const unmoved = { fromStage: null, toStage: 'SUSPECT', note: null };

test('along the funnel it needs no reason; no move is lost', async () => {
  await move('PROSPECT', { note: ' Called, wants an offer. ' });
  await move('HOT_PROSPECT');
  const { referral, errors } = await move('CUSTOMER');
  expect(errors).toEqual([]);
  expect(referral.stage).toBe('CUSTOMER');
  const by = { movedBy: { id: world.sara.personId }, declineReason: null };
  expect(referral.moves.nodes).toMatchObject([
    unmoved,
    { ...by, fromStage: 'SUSPECT', toStage: 'PROSPECT', note: 'Called, wants an offer.' },
    { ...by, fromStage: 'PROSPECT', toStage: 'HOT_PROSPECT', note: null },
    { ...by, fromStage: 'HOT_PROSPECT', toStage: 'CUSTOMER', note: null },
  ]);
});

test('taking it up is the first contact, if none was recorded, and accepts the introduction', async () => {
  const { referral } = await app.at('2027-01-04T09:00:00Z', () => move('HOT_PROSPECT'));
  const instant = '2027-01-04T09:00:00.000Z';
  expect(referral).toMatchObject({ firstContactAt: instant, introduction: { acceptedAt: instant } });
  await move('SUSPECT', { note: 'It was somebody else.' });
  const again = (await app.at('2027-01-05T09:00:00Z', () => move('PROSPECT'))).referral;
  expect(again).toMatchObject({ firstContactAt: instant, introduction: { acceptedAt: instant } });
});

test('going back needs a reason', async () => {
  await move('CUSTOMER');
  expect(refused(await move('PROSPECT'))).toEqual(['REASON_REQUIRED note']);
  expect(refused(await move('PROSPECT', { note: ' ' }))).toEqual(['INVALID note']);
  expect((await move('PROSPECT', { note: 'The order was cancelled.' })).referral.stage).toBe('PROSPECT');
});

test('it does not move to where it stands', async () => {
  expect(refused(await move('SUSPECT'))).toEqual(['STAGE_NOT_REACHABLE to']);
});

test('losing and declining are mutations of their own', async () => {
  for (const to of ['LOST', 'DECLINED']) {
    expect(refused(await move(to, { note: 'Because' }))).toEqual(['STAGE_NOT_REACHABLE to']);
  }
});

test('it is lost with a reason, which the giver reads too, from any stage but where it ended', async () => {
  const { referral, errors } = await lose();
  expect(errors).toEqual([]);
  expect(referral).toMatchObject({ stage: 'LOST', firstContactAt: null, introduction: { acceptedAt: null } });
  const query = 'query ($id: UUID!) { referral(id: $id) { moves { nodes { toStage note } } } }';
  const read = (await app.query(world.bram, query, { id: referralId })).referral;
  expect(read.moves.nodes[1]).toEqual({ toStage: 'LOST', note: 'Too dear' });
  expect(refused(await lose())).toEqual(['STAGE_NOT_REACHABLE referralId']);
  expect(refused(await lose({ reason: '' }))).toEqual(['INVALID reason']);
});

test('it is declined with a reason of the list while the need is not confirmed', async () => {
  const { referral, errors } = await decline();
  expect(errors).toEqual([]);
  expect(referral).toMatchObject({ stage: 'DECLINED', introduction: { acceptedAt: null } });
  expect(referral.moves.nodes).toMatchObject([unmoved, { toStage: 'DECLINED', declineReason: 'NO_NEED', note: null }]);
  expect(refused(await decline())).toEqual(['STAGE_NOT_REACHABLE referralId']);
});

test('what is taken up is lost, not declined', async () => {
  await move('PROSPECT');
  expect(refused(await decline({ note: 'No' }))).toEqual(['STAGE_NOT_REACHABLE referralId']);
  expect((await lose()).referral.stage).toBe('LOST');
});

test('what had ended is taken up again with a reason', async () => {
  await decline({ reason: 'NOT_A_FIT', note: 'We print no cans.' });
  expect(refused(await move('PROSPECT'))).toEqual(['REASON_REQUIRED note']);
  const { referral } = await move('PROSPECT', { note: 'Now we do.' });
  expect(referral).toMatchObject({ stage: 'PROSPECT', introduction: { acceptedAt: expect.any(String) } });
  expect(referral.moves.nodes[1]).toMatchObject({ declineReason: 'NOT_A_FIT', note: 'We print no cans.' });
});

test.each([
  ['promiseFirstContact', { promisedFor: '2090-01-01T09:00:00Z' }],
  ['recordFirstContact', {}],
  ['moveReferral', { to: 'PROSPECT' }],
  ['loseReferral', { reason: 'Too dear' }],
  ['declineReferral', { reason: 'NOT_A_FIT' }],
])('%s is for the receiver, not for the giver', async (mutation, input) => {
  const answer = await app.attempt(world.bram, mutation, { referralId, ...input }, 'referral { id }');
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test.each([
  ['moveReferral', { to: 'PROSPECT' }, { to: 'HOT_PROSPECT' }],
  ['loseReferral', { reason: 'Too dear' }, { reason: 'Too late' }],
  ['declineReferral', { reason: 'NO_NEED' }, { reason: 'NOT_A_FIT' }],
])('a retry of %s with the same key moves it once', async (mutation, input, other) => {
  const act = (more: object) =>
    app.act(world.sara, mutation, { referralId, idempotencyKey, ...input, ...more }, selection);
  const idempotencyKey = randomUUID();
  const first = await act({});
  expect(first.referral.moves.nodes).toHaveLength(2);
  expect(await act({})).toEqual(first);
  expect(refused(await act(other))).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
});

test('two moves at once leave one stage and as many rows as moves that were done', async () => {
  const answers = await Promise.all([move('PROSPECT'), move('PROSPECT'), lose()]);
  const done = answers.filter((answer) => answer.errors.length === 0);
  const [row] = await app.database.query('SELECT stage FROM referrals WHERE id = $1', [referralId]);
  const moves = await app.database.query(
    'SELECT from_stage, to_stage FROM referral_moves WHERE referral_id = $1 ORDER BY moved_at, id',
    [referralId],
  );
  expect(moves).toHaveLength(1 + done.length);
  for (const [index, { from_stage }] of moves.entries()) expect(from_stage).toBe(moves[index - 1]?.to_stage ?? null);
  expect(moves.at(-1).to_stage).toBe(row.stage);
});
