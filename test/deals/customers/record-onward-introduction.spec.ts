import { randomUUID } from 'node:crypto';
import { type ChainLink, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { now, Shop, today } from './shop.js';

let app: TestApp;
let world: World;
let shop: Shop;
let carl: ChainLink;
let deal: string;

beforeAll(async () => {
  app = await TestApp.start();
});
/** Sara sold to Carl, whom Bram had introduced to her. */
beforeEach(async () => {
  world = await World.build(app.database);
  shop = new Shop(app, world);
  await app.at(now, async () => {
    carl = await shop.brought(world.bram, world.sara, 'Carl', '2028-05-01');
    deal = await shop.sell(world.sara, { contactId: carl.contactId }, '2028-06-01');
  });
});
afterAll(() => app.stop());

const at = <T>(work: () => Promise<T>, instant = now) => app.at(instant, work);
const onward = (input: object = {}) => shop.onward(world.sara, { dealId: deal, name: 'Dora', ...input });
const bookOf = async (owner: { personId: string }) =>
  (await app.database.query('SELECT name FROM contacts WHERE owner_id = $1 ORDER BY id', [owner.personId])).map(
    ({ name }: { name: string }) => name,
  );

test('a customer and a name are enough: contact, introduction and answer are there', () =>
  at(async () => {
    const payload = await onward();
    expect(payload).toMatchObject({
      errors: [],
      introduction: {
        ...{ degree: 3, happenedOn: today, consentBasis: 'NONE_YET' },
        root: { id: world.bram.personId },
        parent: { id: carl.id },
        introducer: null,
        introducerContact: { id: carl.contactId },
        introducedContact: { name: 'Dora', role: null, company: null, email: null, phone: null },
      },
      customer: {
        ...{ stage: 'NEW', toAsk: false, introducedOnward: 1 },
        lastQuestion: { askedOn: today, outcome: 'INTRODUCES', until: null, note: null },
      },
    });
    expect(await bookOf(world.sara)).toEqual(['Dora']);
    expect(await shop.names(world.sara, { stage: 'POTENTIAL' })).toEqual(['Dora']);
  }));

test('all there is to say of him is kept', () =>
  at(async () => {
    const details = { role: 'Buyer', company: 'Client', email: 'dora@client.example', phone: '+3292000002' };
    const payload = await onward({ ...details, need: 'Menus', consentBasis: 'ASKED_AND_AGREED' });
    expect(payload).toMatchObject({
      introduction: { consentBasis: 'ASKED_AND_AGREED', introducedContact: { name: 'Dora', ...details } },
      customer: { lastQuestion: { note: 'Menus' } },
    });
  }));

test('whom a customer introduced may introduce the next: each hangs on the one before', () =>
  at(async () => {
    const dora = (await onward()).introduction;
    const payload = await shop.onward(world.sara, { contactId: dora.introducedContact.id, name: 'Emma' });
    expect(payload.introduction).toMatchObject({
      degree: 4,
      parent: { id: dora.id },
      root: { id: world.bram.personId },
    });
    await shop.sell(world.sara, { contactId: payload.introduction.introducedContact.id }, today);
    expect((await shop.list(world.sara, { stage: 'NEW' })).nodes[0]).toMatchObject({
      buyerContact: { name: 'Emma' },
      broughtBy: { degree: 4 },
    });
  }));

test('it hangs on the introduction of him that was accepted first', () =>
  at(async () => {
    await shop.circle.introduce(world.bram, { contactId: carl.contactId }, world.sara, { happenedOn: '2028-01-01' });
    expect((await onward()).introduction.parent.id).toBe(carl.id);
  }));

test('a fellow member introduces as a member', () =>
  at(async () => {
    const id = await shop.sell(world.sara, { personId: world.cleo.personId }, '2028-06-01');
    const root = { id: world.cleo.personId };
    for (const customer of [{ dealId: id }, { dealId: null, personId: world.cleo.personId }]) {
      expect(await onward(customer)).toMatchObject({
        errors: [],
        introduction: { degree: 2, parent: null, introducer: root, introducerContact: null, root },
      });
    }
  }));

test('a contact who has become a member introduces as a member', () =>
  at(async () => {
    await shop.identify(world.bram, carl.contactId, world.cleo);
    expect((await onward()).introduction).toMatchObject({ degree: 2, introducer: { id: world.cleo.personId } });
  }));

test('a member of another club introduces below whoever introduced him', () =>
  at(async () => {
    const { introduction } = await shop.circle.introduce(world.bram, { personId: world.ulf.personId }, world.sara, {
      happenedOn: '2028-05-01',
    });
    const id = await shop.sell(world.sara, { personId: world.ulf.personId }, '2028-06-01');
    expect((await onward({ dealId: id })).introduction).toMatchObject({
      degree: 3,
      parent: { id: introduction.id },
      introducer: { id: world.ulf.personId },
    });
  }));

test('who has the e-mail address in the book already is not written down twice', () =>
  at(async () => {
    const known = await shop.circle.contact(world.sara, 'Dora Claes', { email: 'dora@client.example', role: 'Owner' });
    await shop.circle.contact(world.bram, 'Theirs', { email: 'dora@client.example' });
    const payload = await onward({ email: 'Dora@Client.example', role: 'Buyer' });
    expect(payload.introduction.introducedContact).toMatchObject({ id: known, name: 'Dora Claes', role: 'Owner' });
    expect(await bookOf(world.sara)).toEqual(['Dora Claes']);
  }));

test('a contact that was merged or erased is not taken for him', () =>
  at(async () => {
    const email = 'dora@client.example';
    const [merged, other] = [
      await shop.circle.contact(world.sara, 'Merged', { email }),
      await shop.circle.contact(world.sara, 'Other'),
    ];
    await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [merged, other]);
    expect((await onward({ email })).introduction.introducedContact.name).toBe('Dora');
  }));

test('the same key twice is one act; another key is another', () =>
  at(async () => {
    const idempotencyKey = randomUUID();
    const [first, second] = await Promise.all([onward({ idempotencyKey }), onward({ idempotencyKey })]);
    expect(second.introduction.id).toBe(first.introduction.id);
    expect(await bookOf(world.sara)).toEqual(['Dora']);
    expect((await onward()).customer.introducedOnward).toBe(2);
  }));

test('two at once with one e-mail address make one contact', () =>
  at(async () => {
    const email = 'dora@client.example';
    await Promise.all([onward({ email }), onward({ email }), onward({ email })]);
    expect(await bookOf(world.sara)).toEqual(['Dora']);
  }));

test('what happened is kept without names', () =>
  at(async () => {
    await onward({ need: 'Menus' });
    const rows = await app.database.query(
      `SELECT verb, details::text FROM activities WHERE actor_id = $1 ORDER BY happened_at, id`,
      [world.sara.personId],
    );
    const verbs = rows.slice(-3).map(({ verb }: { verb: string }) => verb);
    expect(verbs).toEqual(['contact.added', 'introduction.recorded', 'customer_question.answered']);
    expect(JSON.stringify(rows)).not.toMatch(/Dora|Menus/);
  }));

describe('a customer of own acquisition', () => {
  const own = async () => {
    const contactId = await shop.circle.contact(world.sara, 'Own');
    return { contactId, dealId: await shop.sell(world.sara, { contactId }, '2028-06-01') };
  };

  test('has no chain above him, and the answer says what to do', () =>
    at(async () => {
      const payload = await onward({ dealId: (await own()).dealId });
      expect(refused(payload)).toEqual(['NO_CHAIN dealId']);
      expect(payload.errors[0]?.message).toMatch(/Say first who brought this customer/);
      expect(payload).toMatchObject({ introduction: null, customer: null });
      expect(await bookOf(world.sara)).toEqual(['Own']);
    }));

  test('introduces once it is said who brought him', () =>
    at(async () => {
      const { contactId, dealId } = await own();
      await shop.circle.record(world.sara, {
        introduced: { contactId },
        introducer: { personId: world.bram.personId },
        happenedOn: '2028-05-01',
      });
      expect((await onward({ dealId })).introduction).toMatchObject({ degree: 3, root: { id: world.bram.personId } });
    }));

  test('is refused in the same way for a referral that was not taken up', () =>
    at(async () => {
      const contactId = await shop.circle.contact(world.bram, 'Not taken up');
      await shop.circle.refer(world.bram, world.sara, { prospect: { contactId } });
      expect(refused(await onward({ dealId: null, contactId }))).toEqual(['NO_CHAIN contactId']);
    }));
});

test.each<[string, object, string[]]>([
  ['without a name', { name: ' ' }, ['INVALID name']],
  ['with an address that is none', { email: 'dora' }, ['INVALID email']],
  ['with a phone that is none', { phone: '12' }, ['INVALID phone']],
  ['with a need too long', { need: 'x'.repeat(501) }, ['INVALID need']],
  ['of no customer', { dealId: null }, ['INVALID dealId']],
  ['of two customers', { contactId: randomUUID() }, ['INVALID dealId']],
  ['after a deal of nothing', { dealId: randomUUID() }, ['NOT_FOUND dealId']],
  ['of a contact of nothing', { dealId: null, contactId: randomUUID() }, ['NOT_FOUND contactId']],
  ['of a person of nothing', { dealId: null, personId: randomUUID() }, ['NOT_FOUND personId']],
])('%s it is refused', (_, input, expected) =>
  at(async () => {
    expect(refused(await onward(input))).toEqual(expected);
    expect(await bookOf(world.sara)).toEqual([]);
  }),
);

test('nobody introduces himself, nor whoever stands above him', () =>
  at(async () => {
    const email = 'carl@client.example';
    await shop.circle.contact(world.sara, 'Carl again', { email });
    await app.act(world.bram, 'changeContact', { contactId: carl.contactId, name: 'Carl', email }, 'contact { id }');
    expect(refused(await onward({ email }))).toEqual(['INTRODUCTION_LOOP email']);
    const phone = '+3292000003';
    const dora = (await onward({ phone })).introduction.introducedContact.id;
    expect(refused(await onward({ dealId: null, contactId: dora, phone }))).toEqual(['INTRODUCTION_LOOP name']);
  }));

test('whoever has no seat any more is served by no introduction', async () => {
  await at(() =>
    app.act(world.pia, 'endMembership', { membershipId: world.sara.membershipId, leftOn: today }, 'membership { id }'),
  );
  await at(async () => expect(refused(await onward())).toEqual(['NOT_A_MEMBER dealId']), '2028-06-16T10:00:00Z');
});

test('the root sees the deal and may not; for others there is none', () =>
  at(async () => {
    const attempt = (who: typeof world.bram) =>
      app.attempt(who, 'recordOnwardIntroduction', { dealId: deal, name: 'Dora' }, 'introduction { id }');
    expect((await attempt(world.bram)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    for (const who of [world.cleo, world.tess, world.otto]) {
      expect(refused((await attempt(who)).data?.payload ?? { errors: [] })).toEqual(['NOT_FOUND dealId']);
    }
    const input = { contactId: carl.contactId, name: 'Dora' };
    expect(refused(await shop.onward(world.bram, input))).toEqual(['NOT_FOUND contactId']);
  }));
