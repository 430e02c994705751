import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { eraseContact } from '../../../src/contacts/erase-contact.js';
import { MeetingDay } from '../../meetings/meeting-day.js';
import { Guests } from '../../meetings/visitors/guests.js';
import { columnsOf } from '../../support/catalogue.js';
import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { ContactDesk } from './contact-desk.js';

let app: TestApp;
let world: World;
let circle: Circle;
let desk: ContactDesk;
let contactId: string;
let introductionId: string;
let token: string;

const done = { errors: [] };
/** A value of his that stands nowhere else, in any test of this file. */
let his: Record<'name' | 'company' | 'role' | 'email' | 'phone' | 'profession' | 'place', string>;
let tests = 10;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await app.database.query('DELETE FROM sign_in_attempts');
  world = await World.build(app.database);
  circle = new Circle(app, world);
  desk = new ContactDesk(app);
  tests += 1;
  his = valuesOf(`xaverius${tests}q`);
  const { name, ...details } = his;
  contactId = await circle.contact(world.bram, name, { ...details, strength: 'STRONG', lastSpokenOn: '2026-01-05' });
  introductionId = (await circle.introduce(world.bram, { contactId }, world.sara)).introduction.id;
  ({ token } = await desk.link(world.bram, contactId, introductionId));
});
afterAll(() => app.stop());

function valuesOf(mark: string): typeof his {
  return {
    name: `${mark} Quastenbrood`,
    company: `${mark} Borstels`,
    role: `${mark} borstelmaker`,
    email: `${mark}@quastenbrood.example`,
    phone: `+32470${tests}${mark.length}111`.slice(0, 12),
    profession: `${mark} kwastenbinder`,
    place: `${mark} Zwijnaarde`,
  };
}

/** Where in the whole database any of the values stands. */
async function placesOf(values: string[]): Promise<string[]> {
  const columns = (await columnsOf(app.database)).filter(({ type }) =>
    /^(text|citext|character|jsonb|tsvector)/.test(type),
  );
  const places: string[] = [];
  for (const { table, name } of columns) {
    const [row] = await app.database.query<{ found: boolean }[]>(
      `SELECT EXISTS (SELECT FROM ${table} t CROSS JOIN unnest($1::text[]) value
         WHERE position(lower(value) in lower(t.${name}::text)) > 0) AS found`,
      [values],
    );
    if (row?.found) places.push(`${table}.${name}`);
  }
  return places;
}

const stored = (tables: string[]) =>
  Promise.all(
    tables.map(async (table) => {
      const [row] = await app.database.query(
        `SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) AS rows FROM ${table} t`,
      );
      return `${table} ${row.rows}`;
    }),
  );

test('of the erased nothing is left in any column; his places in chains are, and what rests on them', async () => {
  const twin = valuesOf(`twin${tests}qu`);
  const merged = await circle.contact(world.bram, twin.name, { ...twin });
  await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [merged, contactId]);
  await app.act(world.bram, 'identifyContact', { contactId, personId: world.ulf.personId }, 'contact { id }');
  await circle.sell(world.sara, { contactId });
  await circle.onward(world.sara, introductionId, contactId, 'Dora');
  await desk.agree(token);
  const values = [...Object.values(his), ...Object.values(twin)];
  expect(await placesOf(values)).toContain('contacts.name');
  const kept = ['introductions', 'consents', 'deals', 'credit_splits', 'referrals'];
  const before = await stored(kept);

  expect(await desk.erase(token)).toEqual(done);

  expect(await placesOf(values)).toEqual([]);
  expect(await stored(kept)).toEqual(before);
  const left = await app.database.query(
    'SELECT num_nonnulls(person_id, strength, last_spoken_on) AS left, erased_at IS NULL AS whole FROM contacts WHERE id = ANY ($1)',
    [[contactId, merged]],
  );
  expect(left).toEqual([
    { left: 0, whole: false },
    { left: 0, whole: false },
  ]);
});

test('answers say that he is erased, and he stands in no book', async () => {
  await desk.erase(token);
  const fields = 'id isErased name company role email phone profession place strength lastSpokenOn person { id }';
  const nothing = { name: null, company: null, role: null, email: null, phone: null, profession: null, place: null };
  const erased = { ...nothing, id: contactId, isErased: true, strength: null, lastSpokenOn: null, person: null };
  for (const actor of [world.bram, world.sara]) {
    expect(
      (await circle.introduction(actor, introductionId, `introducedContact { ${fields} }`)).introducedContact,
    ).toEqual(erased);
  }
  const { viewer } = await app.query(world.bram, '{ viewer { contacts { totalCount } } }');
  expect(viewer.contacts.totalCount).toBe(0);
});

test('he is neither changed, introduced, identified nor sold to any more', async () => {
  await desk.erase(token);
  const changed = await app.act(world.bram, 'changeContact', { contactId, name: 'Back' }, '');
  const known = await app.act(world.bram, 'identifyContact', { contactId, personId: world.ulf.personId }, '');
  expect([changed, known].flatMap(refused)).toEqual(['NOT_FOUND contactId', 'NOT_FOUND contactId']);
  expect(refused(await circle.introduce(world.bram, { contactId }, world.cleo))).toEqual([
    'NOT_FOUND introduced.contactId',
  ]);
  expect(refused(await circle.sell(world.sara, { contactId }))).toEqual(['NOT_FOUND buyer.contactId']);
});

test('all his links end; the same key has the same answer, and another key none', async () => {
  const plain = await desk.link(world.bram, contactId);
  const idempotencyKey = randomUUID();
  expect(await desk.erase(token, { idempotencyKey })).toEqual(done);
  expect(await desk.erase(token, { idempotencyKey })).toEqual(done);
  expect(refused(await desk.erase(plain.token))).toEqual(['TOKEN_INVALID token']);
  expect([await desk.page(token), await desk.page(plain.token)]).toEqual([null, null]);
  const rows = await app.database.query(
    `SELECT actor_id, details FROM activities WHERE verb = 'contact.erased' AND subject_id = $1`,
    [contactId],
  );
  expect(rows).toEqual([{ actor_id: null, details: {} }]);
});

test('the same human in the book of somebody else is not erased', async () => {
  const other = await circle.contact(world.cleo, his.name, { email: his.email });
  await desk.erase(token);
  const { contact } = await app.query(world.cleo, 'query ($id: UUID!) { contact(id: $id) { name isErased } }', {
    id: other,
  });
  expect(contact).toEqual({ name: his.name, isErased: false });
});

test('erasing again changes nothing', async () => {
  await desk.erase(token);
  const before = await stored(['contacts', 'contact_links', 'visitors']);
  await app.database.transaction((manager) => eraseContact(manager, contactId, new Date()));
  expect(await stored(['contacts', 'contact_links', 'visitors'])).toEqual(before);
});

test('the return report of the club and the degrees are what they were', async () => {
  await circle.sell(world.sara, { contactId });
  const { contactId: dora } = await circle.onward(world.sara, introductionId, contactId, 'Dora');
  const { deal } = await circle.sell(world.sara, { contactId: dora });
  const query = `query ($id: UUID!) { membership(id: $id) { returnReport {
    currencies { currency byDegree { degree deals amount { amount } } } referralsReceived { count converted } } } }`;
  const read = async () => [
    (await app.query(world.sara, query, { id: world.sara.membershipId })).membership,
    await circle.deal(world.sara, deal.id, 'degree direct root { id }'),
    await circle.introduction(world.sara, introductionId, 'degree root { id } lifetimeValue { amount }'),
  ];
  const before = await read();
  await desk.erase(token);
  expect(await read()).toEqual(before);
});

test('how often visitors of that club had come before is what it was, also of his other selves', async () => {
  const meetings = new MeetingDay(app, world);
  const guests = new Guests(app, meetings);
  const others = await circle.contact(world.cleo, 'The same', { email: his.email });
  const first = await meetings.opened('2026-02-26T07:00:00+01:00');
  const second = await meetings.opened('2026-03-05T07:00:00+01:00');
  const invite = async (meetingId: string, actor: typeof world.bram, guest: string, instant: string) => {
    const inviting = () => app.act(actor, 'inviteVisitor', { meetingId, contactId: guest }, 'visitor { id }');
    const { visitor } = await app.at(instant, inviting);
    await guests.act(actor, 'recordVisit', visitor.id, instant);
    return visitor.id as string;
  };
  await invite(first, world.bram, contactId, '2026-02-26T06:10:00Z');
  await invite(second, world.cleo, others, '2026-03-05T06:10:00Z');
  const query = `query ($id: UUID!) { club(id: $id) { visitors { nodes { firstTime visits } } } }`;
  const read = async () => (await app.query(world.pia, query, { id: world.ghentId })).club.visitors.nodes;
  const before = await read();
  expect(before).toEqual([
    { firstTime: false, visits: 2 },
    { firstTime: true, visits: 1 },
  ]);
  await desk.erase((await desk.link(world.bram, contactId)).token);
  expect(await read()).toEqual(before);
});

test('who is erased while his owner changes him stays erased', async () => {
  const erasing = async (manager: EntityManager) => {
    await manager.query('SELECT FROM contacts WHERE id = $1 FOR NO KEY UPDATE', [contactId]);
    await eraseContact(manager, contactId, new Date());
  };
  const [answer] = await whileHeld(app.database, erasing, [
    () => app.act(world.bram, 'changeContact', { contactId, name: his.name }, ''),
  ]);
  expect(answer && refused(answer)).toEqual(['NOT_FOUND contactId']);
  expect(await placesOf([his.name])).toEqual([]);
});

test('erasing, agreeing and correcting at once leave nothing of him', async () => {
  const answers = await Promise.all([
    desk.correct(token, { name: his.name }),
    desk.erase(token),
    desk.agree(token),
    desk.correct(token, { name: his.name }),
  ]);
  expect(answers[1]).toEqual(done);
  for (const refusal of answers.flatMap(refused)) expect(refusal).toBe('TOKEN_INVALID token');
  expect(await placesOf(Object.values(his))).toEqual([]);
});
