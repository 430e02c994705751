import fc from 'fast-check';
import { shiftDay } from '../../../src/platform/clock.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { now, Shop, today } from './shop.js';
import { type Act, type Expected, type Row, type Tale, tales, toldBy } from './told-customers.js';

const runs = Number(process.env.TALES ?? 40);

let app: TestApp;
let world: World;
let shop: Shop;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  shop = new Shop(app, world);
});
afterAll(() => app.stop());

let told = 0;

/** Plays the tale with a seller of its own. */
async function play(tale: Tale): Promise<CastMember> {
  told += 1;
  const seller = await world.member('Seller', String(told), world.ghentId, `Trade ${told}`);
  const people: CastMember[] = [];
  for (const number of [0, 1])
    people.push(await world.member('Person', `${told} ${number}`, world.utrechtId, `Guild ${told} ${number}`));
  const contacts: string[] = [];
  for (const [place, row] of tale.rows.entries()) contacts.push(await write(row, place, seller, people));
  const deals: string[] = [];
  for (const act of tale.acts) await perform(act, { seller, contacts, people, deals });
  for (const [place, { mergedInto }] of tale.rows.entries()) {
    if (mergedInto === null) continue;
    const ids = [contacts[place], contacts[mergedInto]];
    await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', ids);
  }
  return seller;
}

async function write(row: Row, place: number, seller: CastMember, people: CastMember[]): Promise<string> {
  const email = row.email === null ? null : `tale${told}-${row.email}@client.example`;
  const phone = row.phone === null ? null : `+3247${String(told).padStart(5, '0')}${row.phone}0`;
  const id = await shop.circle.contact(seller, `Contact ${place}`, { email, phone });
  const person = row.person === null ? undefined : people[row.person];
  if (person) await shop.identify(seller, id, person);
  return id;
}

interface Stage {
  seller: CastMember;
  contacts: string[];
  people: CastMember[];
  deals: string[];
}

async function perform(act: Act, { seller, contacts, people, deals }: Stage): Promise<void> {
  if (act.act === 'refund') {
    const deal = deals[act.deal % Math.max(1, deals.length)];
    // More than is left is refused, and changes nothing.
    if (deal) await shop.refund(seller, deal, `-${act.amount}`);
    return;
  }
  const { party, day } = act;
  const named =
    'contact' in party ? { contactId: contacts[party.contact] } : { personId: people[party.person]?.personId };
  if (act.act === 'sell') deals.push(await shop.sell(seller, named, day));
  else if (act.act === 'ask') {
    const { outcome, until } = act;
    // Whoever is no customer is refused, and nothing is noted.
    await app.at(`${day}T10:00:00Z`, () =>
      shop.answer(seller, { ...named, outcome, until: outcome === 'LATER' ? shiftDay(day, { days: until }) : null }),
    );
  } else {
    const introducer = { personId: world.bram.personId };
    await shop.circle.record(seller, { introduced: named, introducer, happenedOn: day });
  }
}

interface Node extends Omit<Expected, 'name' | 'sum' | 'broughtOn' | 'asked'> {
  money: { amount: string }[];
  buyerContact: { name: string } | null;
  buyerPerson: { familyName: string } | null;
  broughtBy: { happenedOn: string } | null;
  lastQuestion: Expected['asked'];
}

async function shown(seller: CastMember, asked: object = {}): Promise<Expected[]> {
  const fields = `stage deals firstDealOn lastDealOn toAsk money { amount } buyerContact { name } buyerPerson { familyName }
    broughtBy { happenedOn } lastQuestion { outcome askedOn }`;
  const { nodes, totalCount } = await shop.list(seller, { first: 50, ...asked }, fields);
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ money, buyerContact, buyerPerson, broughtBy, lastQuestion, ...same }: Node) => ({
    ...same,
    sum: Number(money[0]?.amount ?? 0),
    name: buyerContact?.name ?? `Person ${buyerPerson?.familyName.split(' ')[1]}`,
    broughtOn: broughtBy?.happenedOn ?? null,
    asked: lastQuestion,
  }));
}

const unordered = (list: Expected[]) => list.map((each) => JSON.stringify(each, Object.keys(each).sort())).sort();

test(`${runs} random tales of a seller come to the same customers as in the model`, async () => {
  await fc.assert(
    fc.asyncProperty(tales(), (tale) =>
      app.at(now, async () => {
        const seller = await play(tale);
        const expected = toldBy(tale, today);
        const found = await shown(seller);
        expect(unordered(found)).toEqual(unordered(expected));
        for (const stage of ['POTENTIAL', 'NEW', 'LOYAL', 'FORMER']) {
          const of = expected.filter((each) => each.stage === stage);
          expect(unordered(await shown(seller, { stage }))).toEqual(unordered(of));
        }
        expect(unordered(await shown(seller, { toAsk: true }))).toEqual(
          unordered(expected.filter(({ toAsk }) => toAsk)),
        );
      }),
    ),
    { numRuns: runs, seed: 20280615, endOnFailure: true },
  );
}, 600_000);
