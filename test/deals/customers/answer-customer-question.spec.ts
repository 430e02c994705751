import { randomUUID } from 'node:crypto';
import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { now, Shop, today } from './shop.js';

let app: TestApp;
let world: World;
let shop: Shop;
let carl: string;
let deal: string;

beforeAll(async () => {
  app = await TestApp.start();
});
/** Sara sold to Carl, whom Bram had introduced to her. */
beforeEach(async () => {
  world = await World.build(app.database);
  shop = new Shop(app, world);
  await app.at(now, async () => {
    carl = (await shop.brought(world.bram, world.sara, 'Carl', '2028-05-01')).contactId;
    deal = await shop.sell(world.sara, { contactId: carl }, '2028-06-01');
  });
});
afterAll(() => app.stop());

const at = <T>(work: () => Promise<T>, instant = now) => app.at(instant, work);
const toAsk = async () => (await shop.counts(world.sara)).toAsk;
const answer = (input: object) => shop.answer(world.sara, { dealId: deal, ...input });

test.each([
  ['deal', () => ({ dealId: deal })],
  ['contact', () => ({ contactId: carl })],
])('an answer is noted, for a customer named by a %s', (_, customer) =>
  at(async () => {
    const note = 'He will think of it.';
    expect(await shop.answer(world.sara, { ...customer(), outcome: 'LATER', until: '2028-07-01', note })).toMatchObject(
      {
        errors: [],
        customer: {
          stage: 'NEW',
          toAsk: false,
          lastQuestion: { askedOn: today, outcome: 'LATER', until: '2028-07-01', note },
        },
      },
    );
    expect(await shop.after(world.sara, deal, 'lastQuestion { note }')).toEqual({ lastQuestion: { note } });
  }),
);

test('a customer can be named by the person he is', () =>
  at(async () => {
    await shop.sell(world.sara, { personId: world.ulf.personId }, '2028-06-02');
    const payload = await shop.answer(world.sara, { personId: world.ulf.personId, outcome: 'NOBODY' });
    expect(payload).toMatchObject({
      errors: [],
      customer: { lastQuestion: { outcome: 'NOBODY', until: null, note: null } },
    });
  }));

test('he is asked again after his next deal, and not for one of before', () =>
  at(async () => {
    await answer({ outcome: 'NOBODY' });
    expect(await toAsk()).toBe(0);
    await shop.sell(world.sara, { contactId: carl }, '2028-06-14');
    expect(await toAsk()).toBe(0);
    await at(async () => {
      await shop.sell(world.sara, { contactId: carl }, '2028-06-16');
      expect(await toAsk()).toBe(1);
    }, '2028-06-16T10:00:00Z');
  }));

test('who was asked on the day of the deal was asked after it', () =>
  at(async () => {
    const contactId = await shop.circle.contact(world.sara, 'Emma');
    await shop.sell(world.sara, { contactId }, today);
    expect(await toAsk()).toBe(2);
    await shop.answer(world.sara, { contactId, outcome: 'NOBODY' });
    expect(await toAsk()).toBe(1);
  }));

test('later is the day from which he is asked again', async () => {
  await at(() => answer({ outcome: 'LATER', until: '2028-06-20' }));
  await at(async () => expect(await toAsk()).toBe(0), '2028-06-19T10:00:00Z');
  await at(async () => expect(await toAsk()).toBe(1), '2028-06-20T10:00:00Z');
  await at(() => answer({ outcome: 'INTRODUCES' }), '2028-06-20T10:00:00Z');
  await at(async () => expect(await toAsk()).toBe(0), '2028-06-20T11:00:00Z');
});

test('the latest answer is shown, and the earlier ones stay', () =>
  at(async () => {
    await answer({ outcome: 'NOBODY' });
    const { customer } = await answer({ outcome: 'INTRODUCES' });
    expect(customer.lastQuestion).toMatchObject({ outcome: 'INTRODUCES' });
    const rows = await app.database.query('SELECT outcome FROM customer_questions WHERE seller_id = $1', [
      world.sara.personId,
    ]);
    expect(rows).toHaveLength(2);
  }));

test('the same key twice is one answer', () =>
  at(async () => {
    const input = { idempotencyKey: randomUUID(), outcome: 'NOBODY' };
    const [first, second] = await Promise.all([answer(input), answer(input)]);
    expect(second).toEqual(first);
    const [{ count }] = await app.database.query('SELECT count(*)::int FROM customer_questions WHERE seller_id = $1', [
      world.sara.personId,
    ]);
    expect(count).toBe(1);
  }));

test('what happened is kept without the note', () =>
  at(async () => {
    await answer({ outcome: 'NOBODY', note: 'He was in a hurry.' });
    const rows = await app.database.query(
      `SELECT details FROM activities WHERE verb = 'customer_question.answered' AND actor_id = $1`,
      [world.sara.personId],
    );
    expect(rows).toEqual([{ details: { outcome: 'nobody', dealId: deal, contactId: carl, personId: null } }]);
  }));

test.each<[string, object, string[]]>([
  ['later without a day', { outcome: 'LATER' }, ['INVALID until']],
  ['a day for another answer', { outcome: 'NOBODY', until: '2028-07-01' }, ['INVALID until']],
  ['later today', { outcome: 'LATER', until: today }, ['DATE_OUT_OF_RANGE until']],
  ['an empty note', { outcome: 'NOBODY', note: ' ' }, ['INVALID note']],
  ['a note too long', { outcome: 'NOBODY', note: 'x'.repeat(501) }, ['INVALID note']],
  ['no customer', { outcome: 'NOBODY', dealId: null }, ['INVALID dealId']],
  ['a deal of nothing', { outcome: 'NOBODY', dealId: randomUUID() }, ['NOT_FOUND dealId']],
  ['a contact of nothing', { outcome: 'NOBODY', dealId: null, contactId: randomUUID() }, ['NOT_FOUND contactId']],
  ['a person of nothing', { outcome: 'NOBODY', dealId: null, personId: randomUUID() }, ['NOT_FOUND personId']],
])('%s is refused', (_, input, expected) =>
  at(async () => {
    expect(refused(await answer(input))).toEqual(expected);
    expect(await toAsk()).toBe(1);
  }),
);

test('whoever is named twice is refused', () =>
  at(async () => {
    expect(refused(await answer({ outcome: 'NOBODY', contactId: carl }))).toEqual(['INVALID dealId']);
  }));

test('a contact or a person with whom the seller has nothing to do is no customer', () =>
  at(async () => {
    const contactId = await shop.circle.contact(world.sara, 'A friend');
    expect(refused(await shop.answer(world.sara, { contactId, outcome: 'NOBODY' }))).toEqual(['NOT_FOUND contactId']);
    const { personId } = world.ulf;
    expect(refused(await shop.answer(world.sara, { personId, outcome: 'NOBODY' }))).toEqual(['NOT_FOUND personId']);
  }));

test('the root sees the deal and may not answer; for others there is none', () =>
  at(async () => {
    const attempt = (who: typeof world.bram) =>
      app.attempt(who, 'answerCustomerQuestion', { dealId: deal, outcome: 'NOBODY' }, 'customer { stage }');
    expect((await attempt(world.bram)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    for (const who of [world.cleo, world.tess, world.otto]) {
      expect((await attempt(who)).data?.payload).toMatchObject({ customer: null, errors: [{ code: 'NOT_FOUND' }] });
    }
    for (const who of [world.bram, world.cleo]) {
      expect(refused(await shop.answer(who, { contactId: carl, outcome: 'NOBODY' }))).toEqual(['NOT_FOUND contactId']);
    }
  }));
