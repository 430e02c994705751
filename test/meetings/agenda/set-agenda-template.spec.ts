import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { AgendaRoom, point } from './agenda-room.js';

let app: TestApp;
let world: World;
let room: AgendaRoom;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  room = new AgendaRoom(app, world);
});
afterAll(() => app.stop());

test('a club begins with the usual agenda in its own language, of twenty points in ninety minutes', async () => {
  const template = await room.template(world.sara);
  expect(template).toMatchObject({ isDefault: true, plannedSeconds: 5400 });
  expect(template.points).toHaveLength(20);
  expect(template.points[1]).toEqual({ title: 'Welkom door de voorzitter', plannedSeconds: 120, office: 'PRESIDENT' });
  await app.database.query(`UPDATE clubs SET locale = 'fr-BE' WHERE id = $1`, [world.ghentId]);
  expect((await room.template(world.sara)).points[0].title).toBe('Réseautage libre');
});

test('a template is set as a whole list, and the next takes its place', async () => {
  const first = [point('Welcome', 60, 'PRESIDENT'), point('Round', 600), point('Close')];
  expect((await room.setTemplate(world.pia, first)).errors).toEqual([]);
  expect(await room.template(world.sara)).toEqual({ isDefault: false, plannedSeconds: 720, points: first });
  await room.setTemplate(world.vik, [point('Close', 30)]);
  expect(await room.template(world.sara)).toEqual({
    isDefault: false,
    plannedSeconds: 30,
    points: [point('Close', 30)],
  });
  const recorded = await app.database.query(
    `SELECT club_id, details FROM activities WHERE verb = 'agenda_template.changed' AND subject_id = $1 ORDER BY id`,
    [world.ghentId],
  );
  expect(recorded).toEqual([
    { club_id: world.ghentId, details: { points: 3, plannedSeconds: 720 } },
    { club_id: world.ghentId, details: { points: 1, plannedSeconds: 30 } },
  ]);
});

test('president, vice-president and secretary-treasurer set it; other members and administrators do not', async () => {
  const secretary = await world.member('Stef', 'Mertens', world.ghentId, 'Florist');
  await world.office(secretary, world.ghentId, 'secretary_treasurer');
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  for (const actor of [world.pia, world.vik, secretary]) {
    expect((await room.setTemplate(actor, [point('Welcome')])).errors).toEqual([]);
  }
  const input = { clubId: world.ghentId, points: [point('Mine')] };
  for (const actor of [world.sara, host, world.ada, world.tess, world.dirk]) {
    expect((await app.attempt(actor, 'setAgendaTemplate', input, 'club { id }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  }
  for (const clubId of [world.ghentId, newId()]) {
    expect((await room.setTemplate(world.otto, [point('Mine')], clubId)).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'clubId'] },
    ]);
  }
});

test('the template is shown to the members of the club alone', async () => {
  for (const actor of [world.ada, world.dirk, world.tess]) expect(await room.template(actor)).toBeNull();
  const can = async (actor: { token: string }) =>
    (
      await app.query(actor, 'query ($id: UUID!) { club(id: $id) { viewerCan { setAgendaTemplate } } }', {
        id: world.ghentId,
      })
    ).club.viewerCan.setAgendaTemplate;
  expect(await Promise.all([world.pia, world.sara, world.ada].map(can))).toEqual([true, false, false]);
});

test.each([
  ['no points', [], ['points']],
  ['more than sixty points', Array(61).fill(point('Round')), ['points']],
  ['a point without a title', [point('Welcome'), point(' ')], ['points', '1', 'title']],
  ['a title of several lines', [point('a\nb')], ['points', '0', 'title']],
  ['a point of no time', [point('Welcome', 0)], ['points', '0', 'plannedSeconds']],
  ['a point of more than four hours', [point('Welcome', 14_401)], ['points', '0', 'plannedSeconds']],
])('%s: refused, naming the field', async (_, points, field) => {
  expect((await room.setTemplate(world.pia, points)).errors).toMatchObject([
    { code: 'INVALID', field: ['input', ...field] },
  ]);
});

test('of two templates set at once one stands whole', async () => {
  const lists = ['a', 'b'].map((name) => [1, 2, 3].map((place) => point(`${name}${place}`)));
  await Promise.all([room.setTemplate(world.pia, lists[0] ?? []), room.setTemplate(world.vik, lists[1] ?? [])]);
  expect(lists).toContainEqual((await room.template(world.sara)).points);
});

test('five points cost as many statements as one, to write and to read; so do the templates of two clubs', async () => {
  const list = (count: number) => Array.from({ length: count }, (_, place) => point(`Point ${place}`));
  const write = (count: number) => app.countQueries(() => room.setTemplate(world.pia, list(count)));
  const read = () => app.countQueries(() => room.template(world.sara));
  const [oneWritten, oneRead] = [await write(1), await read()];
  expect(await write(5)).toBe(oneWritten);
  expect(await read()).toBe(oneRead);
  const meetings = new MeetingDay(app, world);
  for (let count = 0; count < 5; count += 1) await meetings.planned(meetings.nextThursday());
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) { meetings(first: $first) { nodes { agenda { points { title } } } } }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.pia, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
});
