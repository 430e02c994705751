import { randomUUID } from 'node:crypto';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { noon, TwoOfThem, today } from './two-of-them.js';

let app: TestApp;
let world: World;
let pairs: TwoOfThem;

beforeEach(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  pairs = new TwoOfThem(app);
});
afterEach(() => app.stop());

const texts = {
  goals: 'Two more customers a month',
  accomplishments: 'Printed the book of the fair',
  interests: 'Sailing\nand cooking',
  networks: 'The rowing club',
  skills: 'Bookbinding',
};
const selection = 'sheet { id goals accomplishments interests networks skills updatedAt }';
const change = (actor: { token: string }, input: object = texts, instant = noon) =>
  app.at(instant, () => app.act(actor, 'changeMemberSheet', input, selection));
const see = async (actor: { token: string }, { personId }: CastMember) =>
  (await app.at(noon, () => app.query(actor, `{ person(id: "${personId}") { ${selection} } }`))).person?.sheet ?? null;

test('a member writes his sheet, whole: what he leaves out is gone', async () => {
  expect(await see(world.sara, world.sara)).toBeNull();
  const { sheet, errors } = await change(world.sara);
  expect(errors).toEqual([]);
  expect(sheet).toMatchObject({ ...texts, updatedAt: '2026-03-05T11:00:00.000Z' });
  const { sheet: again } = await change(world.sara, { skills: 'Typesetting' }, '2026-03-06T12:00:00+01:00');
  const gone = { goals: null, accomplishments: null, interests: null, networks: null };
  expect(again).toEqual({ ...gone, id: sheet.id, skills: 'Typesetting', updatedAt: '2026-03-06T11:00:00.000Z' });
  expect(await see(world.sara, world.sara)).toEqual(again);
});

test('what was written is not in the record of what happened', async () => {
  await change(world.sara);
  const [activity] = await app.database.query<object[]>(
    `SELECT actor_id, club_id, details FROM activities WHERE verb = 'member_sheet.changed'`,
  );
  expect(activity).toEqual({ actor_id: world.sara.personId, club_id: null, details: {} });
});

test('a first sheet written twice at the same instant is one', async () => {
  const write = () => app.act(world.sara, 'changeMemberSheet', texts, selection);
  const answers = await Promise.all([write(), write(), write()]);
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(new Set(answers.map(({ sheet }) => sheet.id)).size).toBe(1);
});

test('a change sent twice with one key happens once', async () => {
  const input = { ...texts, idempotencyKey: randomUUID() };
  const first = await change(world.sara, input);
  expect((await change(world.sara, input, '2026-03-07T12:00:00+01:00')).sheet).toEqual(first.sheet);
});

test.each(Object.keys(texts))('%s has from 1 to 2000 characters', async (field) => {
  for (const text of ['', '\u0007', 'x'.repeat(2001)]) {
    expect((await change(world.sara, { [field]: text })).errors).toMatchObject([
      { code: 'INVALID', field: ['input', field] },
    ]);
  }
  expect((await change(world.sara, { [field]: 'x'.repeat(2000) })).errors).toEqual([]);
});

test('a sheet is for himself and his fellow members today, and no office opens it', async () => {
  await change(world.sara);
  for (const actor of [world.sara, world.bram, world.pia]) expect(await see(actor, world.sara)).toMatchObject(texts);
  for (const actor of [world.ulf, world.tess, world.dirk, world.ada, world.otto])
    expect(await see(actor, world.sara)).toBeNull();
});

test('who has left the club no longer shares sheets with it', async () => {
  await change(world.cleo);
  await change(world.sara);
  await app.database.query('UPDATE memberships SET left_on = $2 WHERE id = $1', [world.cleo.membershipId, today]);
  expect(await see(world.sara, world.cleo)).toBeNull();
  expect(await see(world.cleo, world.sara)).toBeNull();
  expect(await see(world.cleo, world.cleo)).toMatchObject(texts);
});

test('a one-to-one opens the sheets of both when it is accepted or held; a proposal, that of who made it', async () => {
  await change(world.sara);
  await change(world.ulf);
  const both = async () => [await see(world.ulf, world.sara), await see(world.sara, world.ulf)];
  const [none, sheets] = [
    [null, null],
    [texts, texts],
  ];
  const oneToOneId = await pairs.proposed(world.ulf, world.sara);
  expect(await both()).toMatchObject([null, texts]);
  await pairs.act(world.sara, 'declineOneToOne', { oneToOneId });
  expect(await both()).toEqual(none);
  const accepted = await pairs.accepted(world.sara, world.ulf);
  expect(await both()).toMatchObject(sheets);
  await pairs.act(world.ulf, 'cancelOneToOne', { oneToOneId: accepted });
  expect(await both()).toEqual(none);
  const held = await pairs.held(world.ulf, world.sara);
  expect(await both()).toMatchObject(sheets);
  expect(await see(world.tess, world.sara)).toBeNull();
  await pairs.act(world.ulf, 'withdrawOneToOne', { oneToOneId: held, reason: 'We did not' });
  expect(await both()).toEqual(none);
});

test('the sheets of five members cost as many statements as that of one', async () => {
  for (const member of [world.pia, world.vik, world.sara, world.bram, world.cleo]) await change(member);
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { members(first: $first) { nodes { person { sheet { skills } } } } }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.sara, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
});
