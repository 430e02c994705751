import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { exportLimits } from '../../src/exports/export-limits.js';
import { REPORT_EXPORTS, type ReportExport } from '../../src/exports/report-export.js';
import { column, tableOf } from '../../src/exports/table.js';
import { Throttle } from '../../src/identity/throttle.js';
import { Log } from '../../src/platform/log.js';
import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';
import { download } from './download.js';

let app: TestApp;
let world: World;

/** A report of so many rows as no report of a small world has: how far it was read is what these tests are about. */
interface Row {
  number: number;
  text: string;
}
const rows = { inBatch: 1_000, all: 200_000, text: 'x'.repeat(500) };
const long = { read: 0, isLetGo: false, failsAt: Number.POSITIVE_INFINITY };

async function* batches(): AsyncGenerator<Row[]> {
  try {
    while (long.read < rows.all) {
      if (long.read >= long.failsAt) throw new Error('The database has gone.');
      const first = long.read;
      long.read += rows.inBatch;
      yield Array.from({ length: rows.inBatch }, (_, place) => ({ number: first + place, text: rows.text }));
    }
  } finally {
    long.isLetGo = true;
  }
}

const longReport: ReportExport = {
  name: 'long',
  takes: ['club'],
  formats: ['csv', 'xlsx'],
  read: async ({ subjectId, language: { language } }) => {
    const columns = [
      column('integer', 'Number', ({ number }: Row) => number),
      column('text', 'Text', ({ text }: Row) => text),
    ];
    const title = { en: 'Long', nl: 'Lang', fr: 'Long' };
    return {
      about: { id: subjectId },
      period: { from: '2026-01-01', to: '2026-12-31' },
      name: ['long'],
      tables: [tableOf({ name: 'long', title, columns }, batches(), language)],
    };
  },
};

beforeAll(async () => {
  app = await TestApp.start();
  app.application.get<ReportExport[]>(REPORT_EXPORTS, { strict: false }).push(longReport);
});
afterAll(() => app.stop());
beforeEach(async () => {
  world = await World.build(app.database);
  Object.assign(long, { read: 0, isLetGo: false, failsAt: Number.POSITIVE_INFINITY });
  rows.text = 'x'.repeat(500);
});

/** The answer to a request, of which nothing is read yet. */
async function open({ token }: CastMember): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${token}` };
  const request = get(`${app.url}/exports/long.csv?club=${world.ghentId}`, { headers });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return answer;
}

/** Waits until the server has read as much of the report as it will without a client that takes more. */
async function readAhead(): Promise<number> {
  let before = -1;
  while (before !== long.read) {
    before = long.read;
    await pause(250);
  }
  return long.read;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

test('of a file that nobody takes no more is read than fits between server and client', async () => {
  const answer = await open(world.bram);
  expect(answer.statusCode).toBe(200);
  // 100 MB in all; what the kernel holds for a connection is at most some ten.
  expect(await readAhead()).toBeLessThan(rows.all / 2);
  expect(long.isLetGo).toBe(false);
  answer.destroy();
  await until(() => long.isLetGo);
  expect(long.read).toBeLessThan(rows.all / 2);
});

test('a long file has all its rows in their order', async () => {
  rows.text = 'y';
  const { bytes } = await download(app, world.bram, 'long.csv', { query: { club: world.ghentId } });
  const [header, ...lines] = bytes.toString().trimEnd().split('\r\n');
  expect(header).toBe('\ufeffNumber;Text');
  expect(lines).toHaveLength(rows.all);
  expect(lines.findIndex((line, place) => line !== `${place};y`)).toBe(-1);
});

test('an error in the middle breaks the connection, so that nobody takes the part for the whole, and is logged', async () => {
  const logged = jest.spyOn(Log.prototype, 'error').mockImplementation(() => undefined);
  long.failsAt = 40_000;
  const answer = await open(world.bram);
  await expect(answer.resume().toArray()).rejects.toThrow('aborted');
  expect(answer.complete).toBe(false);
  expect(logged.mock.calls.flat()).toContainEqual(expect.objectContaining({ message: 'The database has gone.' }));
  logged.mockRestore();
});

test('an error before the first row is no file at all, and tells the client nothing of its cause', async () => {
  const logged = jest.spyOn(Log.prototype, 'error').mockImplementation(() => undefined);
  long.failsAt = 0;
  rows.text = '';
  const outcome = await download(app, world.bram, 'long.csv', { query: { club: world.ghentId } }).catch(() => null);
  expect(outcome?.status ?? 500).toBe(500);
  expect(outcome?.bytes.toString() ?? '').not.toContain('database');
  logged.mockRestore();
});

test('a workbook of so many rows is refused before anything is sent or recorded, and CSV is named as the way', async () => {
  const { status, bytes } = await download(app, world.bram, 'long.xlsx', { query: { club: world.ghentId } });
  expect(status).toBe(400);
  const [error] = JSON.parse(bytes.toString()).errors;
  expect(error).toMatchObject({ code: 'FILE_TOO_LONG', field: ['format'], message: expect.stringContaining('CSV') });
  expect(long).toMatchObject({ read: exportLimits.workbookRows + rows.inBatch, isLetGo: true });
  const recorded = await app.database.query('SELECT FROM activities WHERE actor_id = $1', [world.bram.personId]);
  expect(recorded).toEqual([]);
});

test('whoever asks only about a long file has none of it read', async () => {
  const query = { club: world.ghentId };
  const { status, headers } = await download(app, world.bram, 'long.csv', { query, method: 'HEAD' });
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(long.read).toBe(0);
});

describe('limits', () => {
  const ask = (viewer: CastMember) => download(app, viewer, 'counts.csv', { query: { club: world.ghentId } });
  const refusal = async (viewer: CastMember) => {
    const { status, headers, bytes } = await ask(viewer);
    return { status, retryAfter: headers.get('retry-after'), ...JSON.parse(bytes.toString()).errors[0] };
  };

  test('nobody has more than two files under way; when one has come, or was let go, there is room again', async () => {
    const under = await Promise.all([open(world.bram), open(world.bram)]);
    expect(await refusal(world.bram)).toMatchObject({
      status: 429,
      code: 'TOO_MANY_OPEN',
      field: [],
      retryAfter: '10',
    });
    expect((await ask(world.sara)).status).toBe(200);
    for (const answer of under) answer.destroy();
    await until(() => long.isLetGo);
    await pause(100);
    expect((await ask(world.bram)).status).toBe(200);
  });

  test('a request that is refused gives its room back', async () => {
    for (let time = 0; time < 4; time += 1) {
      expect((await download(app, world.bram, 'counts.csv', { query: { club: world.utrechtId } })).status).toBe(404);
    }
    expect((await ask(world.bram)).status).toBe(200);
  });

  test('an hour has sixty files for each; then one waits, and others do not', async () => {
    await app.at('2026-03-01T10:00:00Z', async () => {
      const throttle = app.application.get(Throttle, { strict: false });
      for (let file = 1; file < 60; file += 1) await throttle.admit('exports', world.bram.personId, null);
      expect((await ask(world.bram)).status).toBe(200);
      const expected = { status: 429, code: 'TOO_MANY_ATTEMPTS', field: [], retryAfter: '60' };
      expect(await refusal(world.bram)).toMatchObject(expected);
      expect((await ask(world.sara)).status).toBe(200);
    });
    await app.at('2026-03-01T11:00:01Z', async () => expect((await ask(world.bram)).status).toBe(200));
  });
});
