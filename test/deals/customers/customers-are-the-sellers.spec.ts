import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { now, Shop, today } from './shop.js';

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

interface Told {
  world: World;
  shop: Shop;
}

/** A story told in a world of its own, with the clock standing still. */
const tell = async <T>(story: (told: Told) => Promise<T>): Promise<T> => {
  const world = await World.build(app.database);
  return app.at(now, () => story({ world, shop: new Shop(app, world) }));
};

/** An answer with each key replaced by a number of its own: the same in any world. */
const plain = (answer: unknown): string => {
  const keys = new Map<string, string>();
  const readable = (name: string, value: unknown) =>
    name === 'endCursor' ? Buffer.from(String(value), 'base64url').toString() : value;
  return JSON.stringify(answer, readable).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (key) => {
    keys.set(key, keys.get(key) ?? `key ${keys.size}`);
    return keys.get(key) ?? '';
  });
};

const email = 'carl@client.example';
const phone = '+3292000001';

/** All that a seller can learn here of his customers, with all that he can do. */
async function allOf({ shop }: Told, seller: CastMember, deal: string, contactId: string): Promise<string> {
  const answers: unknown[] = [await shop.list(seller), await shop.counts(seller), await shop.after(seller, deal)];
  answers.push(await shop.answer(seller, { contactId, outcome: 'NOBODY' }));
  answers.push(await shop.onward(seller, { dealId: deal, name: 'Dora', email: 'dora@client.example' }));
  answers.push(await shop.list(seller), await shop.counts(seller));
  return plain(answers);
}

test('two sellers of one human do not learn of each other', async () => {
  const saras = (cleoKnowsHim: boolean) =>
    tell(async (told) => {
      const { world, shop } = told;
      const contactId = await shop.circle.contact(world.sara, 'Carl', { email, phone });
      const introduced = { contactId };
      const introducer = { personId: world.bram.personId };
      await shop.circle.record(world.sara, { introduced, introducer, happenedOn: '2028-05-01' });
      if (cleoKnowsHim) await writeCleo(told);
      const deal = await shop.sell(world.sara, { contactId }, '2028-05-02');
      return allOf(told, world.sara, deal, contactId);
    });
  expect(await saras(true)).toBe(await saras(false));
});

/** Cleo has sold to the same human, asked him, and heard of Dora and of many others. */
async function writeCleo({ world, shop }: Told): Promise<void> {
  const carl = await shop.brought(world.pia, world.cleo, 'Carl', '2028-04-01', {});
  const own = await shop.circle.contact(world.cleo, 'Carl', { email, phone });
  for (const closedOn of ['2028-04-02', '2028-04-03']) await shop.sell(world.cleo, { contactId: own }, closedOn);
  await shop.answer(world.cleo, { contactId: own, outcome: 'LATER', until: '2028-07-01', note: 'On leave' });
  await shop.identify(world.cleo, own, world.ulf);
  for (const name of ['Dora', 'Emma']) {
    await shop.onward(world.cleo, { contactId: carl.contactId, name, email: `${name}@client.example` });
  }
}

test('whom somebody introduced without a basis is not found out by writing him down oneself', async () => {
  const saras = (details: object) =>
    tell(async (told) => {
      const { world, shop } = told;
      const own = await shop.circle.contact(world.sara, 'Carl', { email, phone });
      const deal = await shop.sell(world.sara, { contactId: own }, '2026-05-02');
      const theirs = await shop.circle.contact(world.bram, 'Carl', { ...details, role: 'Buyer' });
      const consentBasis = 'NONE_YET';
      await shop.circle.introduce(world.bram, { contactId: theirs }, world.sara, { happenedOn: today, consentBasis });
      expect(await shop.list(world.sara)).toMatchObject({ totalCount: 2 });
      expect(await shop.after(world.sara, deal)).toMatchObject({ stage: 'FORMER', broughtBy: null });
      return allOf(told, world.sara, deal, own);
    });
  const elsewhere = { email: 'somebody@else.example', phone: '+3292000009' };
  expect(await saras({ email, phone })).toBe(await saras(elsewhere));
});

test('with a basis he is one with the one in the own book, until it ends', () =>
  tell(async ({ world, shop }) => {
    const own = await shop.circle.contact(world.sara, 'Carl', { email });
    await shop.sell(world.sara, { contactId: own }, '2028-05-02');
    const theirs = await shop.circle.contact(world.bram, 'Carl', { email });
    const { introduction } = await shop.circle.introduce(world.bram, { contactId: theirs }, world.sara);
    expect(await shop.list(world.sara)).toMatchObject({ totalCount: 1 });
    await app.database.query('UPDATE introductions SET consent_at = $2, consent_expires_at = $3 WHERE id = $1', [
      introduction.id,
      '2028-06-01',
      '2028-06-15T09:59:59Z',
    ]);
    expect(await shop.list(world.sara)).toMatchObject({ totalCount: 2 });
  }));

test('a person introduced without a basis is somebody, whether he bought before or not', async () => {
  const saras = (who: (world: World) => CastMember) =>
    tell(async (told) => {
      const { world, shop } = told;
      const deal = await shop.sell(world.sara, { personId: world.ulf.personId }, '2026-05-02');
      const introduced = { personId: who(world).personId };
      const consentBasis = 'NONE_YET';
      await shop.circle.introduce(world.bram, introduced, world.sara, { happenedOn: today, consentBasis });
      expect((await shop.names(world.sara)).sort()).toEqual(['Ulf', 'somebody']);
      const answers = [await shop.list(world.sara), await shop.counts(world.sara), await shop.after(world.sara, deal)];
      answers.push(await shop.answer(world.sara, { personId: world.tess.personId, outcome: 'NOBODY' }));
      return plain(answers);
    });
  expect(await saras((world) => world.ulf)).toBe(await saras((world) => world.tess));
});

test('what a contact is known as stays hidden with him', async () => {
  const saras = (isUlf: boolean) =>
    tell(async (told) => {
      const { world, shop } = told;
      const deal = await shop.sell(world.sara, { personId: world.ulf.personId }, '2026-05-02');
      const theirs = await shop.circle.contact(world.bram, 'Carl', { role: 'Roofer' });
      if (isUlf) await shop.identify(world.bram, theirs, world.ulf);
      const consentBasis = 'NONE_YET';
      await shop.circle.introduce(world.bram, { contactId: theirs }, world.sara, { happenedOn: today, consentBasis });
      return plain([await shop.list(world.sara), await shop.counts(world.sara), await shop.after(world.sara, deal)]);
    });
  expect(await saras(true)).toBe(await saras(false));
});

test('root, giver and everybody else see nothing of it', () =>
  tell(async ({ world, shop }) => {
    const carl = await shop.brought(world.bram, world.sara, 'Carl', '2028-05-01');
    const deal = await shop.sell(world.sara, { contactId: carl.contactId }, '2028-05-02');
    await shop.answer(world.sara, { dealId: deal, outcome: 'LATER', until: '2028-07-01', note: 'On leave' });
    expect(await shop.after(world.bram, deal)).toBeNull();
    for (const viewer of [world.bram, world.cleo, world.pia, world.ada, world.tess]) {
      expect((await shop.list(viewer)).totalCount).toBe(0);
      expect(await shop.counts(viewer)).toEqual({ potential: 0, new: 0, loyal: 0, former: 0, toAsk: 0 });
    }
  }));
