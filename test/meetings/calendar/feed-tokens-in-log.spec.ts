import { Log } from '../../../src/platform/log.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { CalendarProgram } from './calendar-program.js';

let app: TestApp;
let world: World;
let program: CalendarProgram;
const lines: string[] = [];

beforeAll(async () => {
  app = await TestApp.start();
  app.application.useLogger(new Log('debug', { write: (line) => lines.push(line) }));
  world = await World.build(app.database);
  program = new CalendarProgram(app);
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => app.stop());

const tokenOf = (url: string) => url.slice(-47, -4);

test('the log never holds a token, neither of a feed that is read nor of one that is none', async () => {
  const url = await program.address(world.sara);
  await program.read(url);
  await fetch(`${app.url}/calendar/${'a'.repeat(43)}.ics`);
  await fetch(`${app.url}/calendar/${'a'.repeat(43)}/`, { method: 'POST' });
  // That is no address at all, and is refused as it is everywhere.
  expect((await fetch(`${app.url}/calendar/${'a'.repeat(43)}%zz`)).status).toBe(400);
  expect(lines).toEqual([]);
});

test('the log never holds a token, nor when the database fails', async () => {
  const url = await program.address(world.sara);
  await app.database.query('ALTER TABLE calendar_feeds RENAME TO calendar_feeds_away');
  const response = await program.read(url);
  await app.database.query('ALTER TABLE calendar_feeds_away RENAME TO calendar_feeds');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain(tokenOf(url));
  expect(lines).toHaveLength(1);
  expect(lines.join()).toContain('42P01');
  expect(lines.join()).not.toContain(tokenOf(url));
});
