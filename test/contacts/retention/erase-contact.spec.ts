import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { MeetingDay } from '../../meetings/meeting-day.js';
import { refused } from '../../support/circle.js';
import { askCounts, countsIn } from '../../support/counts.js';
import { askReturnOfClub, reportIn } from '../../support/return-report.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { ClosedReferrals, closed } from './closed-referrals.js';

let app: TestApp;
let world: World;
let book: ClosedReferrals;
let contactId: string;

/** Letters and digits that stand nowhere else. */
let mark: string;
let digits: string;
let details: Record<string, string>;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  book = new ClosedReferrals(app, world);
  mark = randomBytes(6).toString('hex');
  digits = String(randomInt(100_000, 999_999));
  details = {
    company: `${mark} Ltd`,
    role: `${mark} buyer`,
    email: `${mark}@client.example`,
    phone: `+32470${digits}`,
    profession: `${mark} wholesaler`,
    place: `${mark}ville`,
    strength: 'STRONG',
    lastSpokenOn: '2026-02-28',
  };
  contactId = await book.contact(`Carl ${mark}`, details);
});
afterAll(() => app.stop());

const selection = `contact {
  id name company role email phone profession place strength lastSpokenOn isPrivate erasesOn person { id }
}`;
const erase = (actor: CastMember, id = contactId, input: object = {}) =>
  app.act(actor, 'eraseContact', { contactId: id, ...input }, selection);
const read = async (actor: CastMember, query: string, id: string) => app.query(actor, query, { id });

const nothing = {
  ...{ name: null, company: null, role: null, email: null, phone: null, profession: null, place: null },
  ...{ strength: null, lastSpokenOn: null, isPrivate: false, erasesOn: null, person: null },
};

test('the owner erases a contact, and nothing of it is left', async () => {
  const { contact, errors } = await erase(world.bram);
  expect(errors).toEqual([]);
  expect(contact).toEqual({ id: contactId, ...nothing });
});

test('it leaves the address book', async () => {
  await erase(world.bram);
  const { viewer } = await app.query(world.bram, '{ viewer { contacts { totalCount } } }');
  expect(viewer.contacts.totalCount).toBe(0);
});

test('who erased it is recorded, without a word of it', async () => {
  await erase(world.bram);
  const [activity] = await app.database.query(
    `SELECT actor_id, details FROM activities WHERE subject_id = $1 AND verb = 'contact.erased'`,
    [contactId],
  );
  expect(activity).toEqual({ actor_id: world.bram.personId, details: { because: 'owner' } });
});

test('sent again it is done once', async () => {
  const idempotencyKey = randomUUID();
  const first = await erase(world.bram, contactId, { idempotencyKey });
  expect(await erase(world.bram, contactId, { idempotencyKey })).toEqual(first);
});

test('nobody erases a contact of others: who sees it may not, to everybody else there is none', async () => {
  await book.refer(contactId);
  const { errors } = await app.attempt(world.sara, 'eraseContact', { contactId }, selection);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  for (const actor of [world.cleo, world.pia, world.tess, world.ada, world.otto]) {
    expect(refused(await erase(actor))).toEqual(['NOT_FOUND contactId']);
  }
  expect(await book.isErased(contactId)).toBe(false);
});

test('what is erased, merged or was never there cannot be erased', async () => {
  await erase(world.bram);
  expect(refused(await erase(world.bram))).toEqual(['NOT_FOUND contactId']);
  expect(refused(await erase(world.bram, randomUUID()))).toEqual(['NOT_FOUND contactId']);
  const mergedId = await book.contact('Merged');
  await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [mergedId, contactId]);
  expect(refused(await erase(world.bram, mergedId))).toEqual(['NOT_FOUND contactId']);
});

test('what was merged into it is erased with it', async () => {
  const mergedId = await book.contact('Merged');
  await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [mergedId, contactId]);
  await erase(world.bram);
  expect(await book.isErased(mergedId)).toBe(true);
});

test('of two that erase it at once one does', async () => {
  const payloads = await Promise.all([erase(world.bram), erase(world.bram)]);
  expect(payloads.map((payload) => refused(payload)[0] ?? 'erased').sort()).toEqual(['NOT_FOUND contactId', 'erased']);
});

test('an erased contact is not written down again, identified or introduced', async () => {
  await erase(world.bram);
  const change = { contactId, name: 'Carl' };
  expect(refused(await app.act(world.bram, 'changeContact', change, 'contact { id }'))).toEqual([
    'NOT_FOUND contactId',
  ]);
  const identify = { contactId, personId: world.ulf.personId };
  expect(refused(await app.act(world.bram, 'identifyContact', identify, 'contact { id }'))).toEqual([
    'NOT_FOUND contactId',
  ]);
  expect(refused(await book.circle.introduce(world.bram, { contactId }, world.sara))).toEqual([
    'NOT_FOUND introduced.contactId',
  ]);
  expect(refused(await book.circle.refer(world.bram, world.sara, { prospect: { contactId } }))).toEqual([
    'NOT_FOUND prospect.contactId',
  ]);
});

describe('after a whole life in the club', () => {
  let referralId: string;
  let introductionId: string;
  let dealId: string;
  let visitorId: string;
  /** The same human in Sara's own address book, who visits later. */
  let alikeId: string;

  const meet = async (day: string, inviter: CastMember, id: string): Promise<string> => {
    const meetingId = await new MeetingDay(app, world).opened(`${day}T07:00:00+01:00`);
    return app.at(`${day}T06:30:00Z`, async () => {
      const { visitor } = await app.act(inviter, 'inviteVisitor', { meetingId, contactId: id }, 'visitor { id }');
      await app.act(world.pia, 'recordVisit', { visitorId: visitor.id }, 'visitor { id }');
      return visitor.id;
    });
  };

  beforeEach(async () => {
    visitorId = await meet('2026-02-05', world.bram, contactId);
    referralId = await book.refer(contactId);
    alikeId = await book.contact('Somebody', { email: details.email }, world.sara);
    await meet('2026-03-12', world.sara, alikeId);
    await app.at(closed, async () => {
      const { deal } = await book.circle.sell(world.sara, null, { referralId });
      dealId = deal.id;
      introductionId = deal.origin.id;
      await book.circle.onward(world.sara, introductionId, contactId, 'Dora');
    });
  });

  /** All that reports and chains say. */
  const digest = () =>
    app.at('2026-04-01T10:00:00Z', async () => ({
      returned: reportIn(await askReturnOfClub(app, world.pia, world.ghentId)),
      counts: countsIn(await askCounts(app, world.pia, world.ghentId, { from: '2026-01-01', to: '2026-03-31' })),
      chains: await app.query(
        world.bram,
        '{ viewer { chainsBegun { nodes { id degree root { id } branch { nodes { id degree root { id } } } } } } }',
      ),
      deals: await app.query(
        world.sara,
        '{ viewer { deals { nodes { id degree repeat root { id } amount { amount } origin { id degree } } } } }',
      ),
    }));

  test('reports, counts, degrees and roots are as before', async () => {
    const before = await digest();
    expect(before.counts.total.visitors).toBe(1);
    await erase(world.bram);
    expect(await digest()).toEqual(before);
    await erase(world.sara, alikeId);
    expect(await digest()).toEqual(before);
  });

  test('referral, deal, introduction and visitor still answer, without his name', async () => {
    await erase(world.bram);
    const nameless = { id: contactId, name: null };
    const introduced = 'introducedContact { id name }';
    const { referral } = await read(
      world.sara,
      `query ($id: UUID!) { referral(id: $id) { need introduction { ${introduced} } } }`,
      referralId,
    );
    expect(referral.introduction.introducedContact).toEqual(nameless);
    const { deal } = await read(
      world.sara,
      'query ($id: UUID!) { deal(id: $id) { degree buyerContact { id name } } }',
      dealId,
    );
    expect(deal).toEqual({ degree: 2, buyerContact: nameless });
    const { meeting } = await read(
      world.pia,
      'query ($id: UUID!) { meeting(id: $id) { visitors { nodes { id name } } } }',
      (await app.database.query('SELECT meeting_id AS id FROM visitors WHERE id = $1', [visitorId]))[0].id,
    );
    expect(meeting.visitors.nodes).toEqual([{ id: visitorId, name: null }]);
  });

  test('no deal is recorded with him any more: nothing new is written down of whoever is forgotten', async () => {
    await erase(world.bram);
    const sale = await app.at('2026-03-20T10:00:00Z', () => book.circle.sell(world.sara, { contactId }));
    expect(refused(sale)).toEqual(['NOT_FOUND buyer.contactId']);
  });

  test('nothing of him is left in any column of the database that can hold a text', async () => {
    await app.database.query('UPDATE contacts SET email = NULL WHERE id = $1', [alikeId]);
    expect(await placesOf([mark, digits])).toEqual(
      expect.arrayContaining(['public.contacts.name', 'public.contacts.words']),
    );
    await erase(world.bram);
    expect(await placesOf([mark, digits])).toEqual([]);
  });

  /** Every column, of every schema of ours, in which one of the texts stands. */
  async function placesOf(texts: string[]): Promise<string[]> {
    const columns = await app.database.query<{ place: string; name: string }[]>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS place, quote_ident(a.attname) AS name
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'graphile_worker') AND c.relkind IN ('r', 'p') AND a.attnum > 0
         AND NOT a.attisdropped AND a.atttypid IN ('text'::regtype, 'citext'::regtype, 'jsonb'::regtype, 'json'::regtype,
           'tsvector'::regtype, 'bytea'::regtype, 'varchar'::regtype)`,
    );
    const found: string[] = [];
    for (const { place, name } of columns) {
      const holds = texts.map((_, index) => `position($${index + 1} in lower(${name}::text)) > 0`).join(' OR ');
      const [row] = await app.database.query(`SELECT count(*)::int AS count FROM ${place} WHERE ${holds}`, texts);
      if (row.count > 0) found.push(`${place}.${name}`);
    }
    return found;
  }
});
