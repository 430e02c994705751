import { TestApp } from '../../support/test-app.js';
import { usualRules } from '../../support/usual-rules.js';
import { World } from '../../support/world.js';
import { now, Shop } from './shop.js';

let app: TestApp;
let world: World;
let shop: Shop;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  shop = new Shop(app, world);
});
afterAll(() => app.stop());

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const only = async (seller = world.sara) => (await shop.list(seller)).nodes[0] ?? null;

test('whoever never introduced, referred or bought anything is no customer', () =>
  app.at(now, async () => {
    await shop.circle.contact(world.sara, 'Somebody');
    expect(await shop.list(world.sara)).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await shop.counts(world.sara)).toEqual({ potential: 0, new: 0, loyal: 0, former: 0, toAsk: 0 });
  }));

test('potential when introduced, new with a deal, loyal with two', () =>
  app.at(now, async () => {
    const carl = await shop.brought(world.bram, world.sara, 'Carl', '2028-05-01');
    expect(await only()).toEqual({
      stage: 'POTENTIAL',
      ...{ firstDealOn: null, lastDealOn: null, deals: 0, money: [], introducedOnward: 0, toAsk: false },
      buyerContact: { id: carl.contactId, name: 'Carl' },
      buyerPerson: null,
      broughtBy: { id: carl.id, degree: 2, introducer: { givenName: 'Bram' } },
      lastQuestion: null,
      viewerCan: { recordOnwardIntroduction: true },
    });
    await shop.sell(world.sara, { contactId: carl.contactId }, '2028-05-02');
    expect(await only()).toMatchObject({
      stage: 'NEW',
      ...{ firstDealOn: '2028-05-02', lastDealOn: '2028-05-02', deals: 1, money: [eur('100.00')], toAsk: true },
    });
    await shop.sell(world.sara, { contactId: carl.contactId }, '2028-06-02', { amount: '9000', currency: 'JPY' });
    expect(await only()).toMatchObject({
      stage: 'LOYAL',
      ...{ firstDealOn: '2028-05-02', lastDealOn: '2028-06-02', deals: 2 },
      money: [eur('100.00'), { amount: '9000', currency: 'JPY' }],
    });
    expect(await shop.counts(world.sara)).toEqual({ potential: 0, new: 0, loyal: 1, former: 0, toAsk: 1 });
  }));

test('former from the same day of the month on, twelve months after the last deal', () =>
  app.at(now, async () => {
    const [kept, lost] = [await shop.circle.contact(world.sara, 'Kept'), await shop.circle.contact(world.sara, 'Lost')];
    await shop.sell(world.sara, { contactId: kept }, '2027-06-16');
    await shop.sell(world.sara, { contactId: lost }, '2027-06-15');
    expect(await shop.names(world.sara, { stage: 'FORMER' })).toEqual(['Lost']);
    expect(await shop.names(world.sara, { stage: 'NEW' })).toEqual(['Kept']);
  }));

test('the day is the one it is in the club of the deal', async () => {
  const contactId = await shop.circle.contact(world.sara, 'Carl');
  await app.at(now, () => shop.sell(world.sara, { contactId }, '2027-06-15'));
  await app.at('2028-06-14T21:59:00Z', async () => expect(await only()).toMatchObject({ stage: 'NEW' }));
  await app.at('2028-06-14T22:01:00Z', async () => expect(await only()).toMatchObject({ stage: 'FORMER' }));
});

test('the window is the one of the rules in force today in the club of the deal', async () => {
  const rules = { ...usualRules, clubId: world.ghentId };
  const change = (validFrom: string, formerCustomerAfterMonths: number) =>
    app.at('2028-01-01T10:00:00Z', () =>
      app.act(world.pia, 'changeClubRules', { ...rules, validFrom, formerCustomerAfterMonths }, 'rules { version }'),
    );
  const contactId = await shop.circle.contact(world.sara, 'Carl');
  await app.at(now, () => shop.sell(world.sara, { contactId }, '2028-03-01'));
  await change('2028-06-15', 2);
  await change('2028-06-17', 24);
  await app.at('2028-06-14T10:00:00Z', async () => expect(await only()).toMatchObject({ stage: 'NEW' }));
  await app.at('2028-06-16T10:00:00Z', async () => expect(await only()).toMatchObject({ stage: 'FORMER' }));
  await app.at('2028-06-17T10:00:00Z', async () => expect(await only()).toMatchObject({ stage: 'NEW' }));
});

test('a former customer who is introduced or referred again is shown as potential, with his deals', () =>
  app.at(now, async () => {
    const carl = await shop.brought(world.bram, world.sara, 'Carl', '2026-02-01');
    await shop.sell(world.sara, { contactId: carl.contactId }, '2026-03-01');
    expect(await only()).toMatchObject({ stage: 'FORMER' });
    await shop.circle.refer(world.bram, world.sara, { prospect: { contactId: carl.contactId } });
    expect(await only()).toMatchObject({ stage: 'POTENTIAL', deals: 1, broughtBy: { id: carl.id } });
  }));

test('a referral that was lost or declined opens nothing', () =>
  app.at(now, async () => {
    const refer = async (name: string) => {
      const contactId = await shop.circle.contact(world.bram, name);
      return (await shop.circle.refer(world.bram, world.sara, { prospect: { contactId } })).referral.id;
    };
    const [lost, declined] = [await refer('Lost'), await refer('Declined')];
    const inside = (await shop.circle.refer(world.bram, world.sara)).referral.id;
    expect((await shop.names(world.sara, { stage: 'POTENTIAL' })).sort()).toEqual(['Bram', 'Declined', 'Lost']);
    await app.act(world.sara, 'loseReferral', { referralId: lost, reason: 'Too dear' }, 'referral { id }');
    await app.act(world.sara, 'loseReferral', { referralId: inside, reason: 'Too dear' }, 'referral { id }');
    await app.act(world.sara, 'declineReferral', { referralId: declined, reason: 'NO_NEED' }, 'referral { id }');
    expect(await shop.names(world.sara)).toEqual([]);
  }));

test('a deal that was refunded whole does not count', () =>
  app.at(now, async () => {
    const carl = await shop.brought(world.bram, world.sara, 'Carl', '2028-05-01');
    const [first, second] = [
      await shop.sell(world.sara, { contactId: carl.contactId }, '2028-05-02'),
      await shop.sell(world.sara, { contactId: carl.contactId }, '2028-06-02'),
    ];
    await shop.refund(world.sara, second, '-99.99');
    expect(await only()).toMatchObject({ stage: 'LOYAL', deals: 2, money: [eur('100.01')] });
    await shop.refund(world.sara, second, '-0.01');
    expect(await only()).toMatchObject({ stage: 'NEW', lastDealOn: '2028-05-02', deals: 1, money: [eur('100.00')] });
    await shop.refund(world.sara, first);
    expect(await only()).toMatchObject({ stage: 'POTENTIAL', lastDealOn: null, deals: 0, money: [], toAsk: false });
    expect(await shop.after(world.sara, first, 'stage')).toEqual({ stage: 'POTENTIAL' });
  }));

test('of a buyer by own acquisition nothing is left after a refund of all', () =>
  app.at(now, async () => {
    const contactId = await shop.circle.contact(world.sara, 'Carl');
    const deal = await shop.sell(world.sara, { contactId }, '2028-05-02');
    await shop.refund(world.sara, deal);
    expect(await shop.names(world.sara)).toEqual([]);
    expect(await shop.after(world.sara, deal)).toBeNull();
  }));

describe('one human', () => {
  test.each([
    ['email', 'carl@client.example'],
    ['phone', '+3292000001'],
  ])('is told by the same %s, in whatever rows he stands', (field, value) =>
    app.at(now, async () => {
      const [one, other] = [
        await shop.circle.contact(world.sara, 'Carl', { [field]: value }),
        await shop.circle.contact(world.sara, 'Carl of Client', { [field]: value }),
      ];
      await shop.sell(world.sara, { contactId: one }, '2028-05-02');
      await shop.sell(world.sara, { contactId: other }, '2028-05-03');
      expect(await only()).toMatchObject({ stage: 'LOYAL', deals: 2, buyerContact: { name: 'Carl of Client' } });
      expect(await shop.counts(world.sara)).toMatchObject({ new: 0, loyal: 1 });
    }),
  );

  test('is told by the person he is known as', () =>
    app.at(now, async () => {
      const contactId = await shop.circle.contact(world.sara, 'Ulf the roofer');
      await shop.sell(world.sara, { contactId }, '2028-05-02');
      await shop.sell(world.sara, { personId: world.ulf.personId }, '2028-05-03');
      expect((await shop.list(world.sara)).totalCount).toBe(2);
      await shop.identify(world.sara, contactId, world.ulf);
      expect(await shop.list(world.sara)).toMatchObject({
        totalCount: 1,
        nodes: [{ stage: 'LOYAL', buyerContact: null, buyerPerson: { givenName: 'Ulf' }, broughtBy: null }],
      });
    }));

  test('is the one his contact was merged into', () =>
    app.at(now, async () => {
      const [one, other] = [
        await shop.circle.contact(world.sara, 'Karel'),
        await shop.circle.contact(world.sara, 'Karel the second'),
      ];
      await shop.sell(world.sara, { contactId: one }, '2028-05-02');
      await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [one, other]);
      expect(await only()).toMatchObject({ stage: 'NEW', buyerContact: { id: other } });
      await shop.sell(world.sara, { contactId: other }, '2028-05-01');
      expect(await only()).toMatchObject({ stage: 'LOYAL', buyerContact: { id: other } });
    }));

  test('who was erased is in no list', () =>
    app.at(now, async () => {
      const contactId = await shop.circle.contact(world.sara, 'Karel');
      const deal = await shop.sell(world.sara, { contactId }, '2028-05-02');
      await app.database.query('UPDATE contacts SET name = NULL, erased_at = $2 WHERE id = $1', [contactId, now]);
      expect(await shop.names(world.sara)).toEqual([]);
      expect(await shop.after(world.sara, deal)).toBeNull();
    }));

  test('whose deal goes back to an introduction was brought by it, also when no detail tells any more', () =>
    app.at(now, async () => {
      const email = 'carl@client.example';
      const theirs = await shop.circle.contact(world.bram, 'Carl', { email });
      const { introduction } = await shop.circle.introduce(world.bram, { contactId: theirs }, world.sara, {
        happenedOn: '2028-05-01',
        consentBasis: 'NONE_YET',
      });
      const own = await shop.circle.contact(world.sara, 'Carl', { email });
      await shop.sell(world.sara, { contactId: own }, '2028-05-02');
      await app.act(world.sara, 'changeContact', { contactId: own, name: 'Carl' }, 'contact { id }');
      expect(await shop.list(world.sara)).toMatchObject({
        totalCount: 1,
        nodes: [{ stage: 'NEW', buyerContact: { id: own }, broughtBy: { id: introduction.id } }],
      });
    }));
});

describe('who brought him', () => {
  test('is the first accepted introduction, and not one that came after he had bought', () =>
    app.at(now, async () => {
      const contactId = await shop.circle.contact(world.sara, 'Carl');
      const introduced = (by: typeof world.bram, happenedOn: string) =>
        shop.circle.record(world.sara, {
          introduced: { contactId },
          introducer: { personId: by.personId },
          happenedOn,
        });
      await shop.sell(world.sara, { contactId }, '2028-05-02');
      expect(await only()).toMatchObject({ broughtBy: null, viewerCan: { recordOnwardIntroduction: false } });
      await introduced(world.cleo, '2028-05-03');
      expect(await only()).toMatchObject({ broughtBy: null, viewerCan: { recordOnwardIntroduction: true } });
      await introduced(world.bram, '2028-05-02');
      expect(await only()).toMatchObject({ broughtBy: { introducer: { givenName: 'Bram' } } });
      await introduced(world.pia, '2028-05-01');
      expect(await only()).toMatchObject({ broughtBy: { introducer: { givenName: 'Bram' } } });
    }));

  test('is nobody for a fellow member', () =>
    app.at(now, async () => {
      await shop.sell(world.sara, { personId: world.bram.personId }, '2028-05-02');
      expect(await only()).toMatchObject({ buyerPerson: { givenName: 'Bram' }, broughtBy: null });
    }));

  test('is the giver of a referral also before it is taken up, as long as there is no deal', () =>
    app.at(now, async () => {
      const contactId = await shop.circle.contact(world.bram, 'Carl');
      await shop.circle.refer(world.bram, world.sara, { prospect: { contactId } });
      expect(await only()).toMatchObject({ stage: 'POTENTIAL', broughtBy: { introducer: { givenName: 'Bram' } } });
    }));
});

test('a customer counts the introductions he made to the seller, whoever he is known as', () =>
  app.at(now, async () => {
    const carl = await shop.brought(world.bram, world.sara, 'Carl', '2028-05-01');
    await shop.circle.onward(world.sara, carl.id, carl.contactId, 'Dora');
    await shop.circle.onward(world.sara, carl.id, carl.contactId, 'Emma');
    await shop.sell(world.sara, { personId: world.bram.personId }, '2028-05-02');
    const introduced = Object.fromEntries(
      (await shop.list(world.sara)).nodes.map(
        (each: { buyerContact: { name: string } | null; introducedOnward: number }) => [
          each.buyerContact?.name ?? 'Bram',
          each.introducedOnward,
        ],
      ),
    );
    expect(introduced).toEqual({ Bram: 1, Carl: 2, Dora: 0, Emma: 0 });
  }));
