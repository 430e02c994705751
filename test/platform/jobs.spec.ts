import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Clock } from '../../src/platform/clock.js';
import { Jobs } from '../../src/platform/jobs.js';
import { JobsWorker } from '../../src/platform/jobs-worker.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
let jobs: Jobs;
/** What the handler was given, and when by the clock. */
let done: { payload: object; at: string }[];
/** What the handler does beyond that. */
let also: () => Promise<void>;

beforeAll(async () => {
  app = await TestApp.start();
  jobs = app.application.get(Jobs);
  jobs.register('test_job', async (payload) => {
    done.push({ payload, at: app.application.get(Clock).now().toISOString() });
    await also();
  });
});
beforeEach(async () => {
  done = [];
  also = async () => undefined;
  await app.database.query('DELETE FROM graphile_worker._private_jobs');
});
afterAll(() => app.stop());

const add = (...[payload, options]: [object, object?]) =>
  app.database.transaction((manager) => jobs.add(manager, 'test_job', { ...payload }, options));
const waiting = () =>
  app.database.query(
    'SELECT attempts, max_attempts AS most, last_error AS error, run_at AS at FROM graphile_worker.jobs',
  );

/** What is logged meanwhile, but for stacks. */
async function logged(work: () => Promise<void>): Promise<unknown[]> {
  const error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  try {
    await work();
    return error.mock.calls.flat();
  } finally {
    error.mockRestore();
  }
}

test('a job is done once, with the clock of the server', async () => {
  await app.at('2026-03-05T10:00:00Z', async () => {
    await add({ id: 'one' });
    await app.runJobs();
    await app.runJobs();
  });
  expect(done).toEqual([{ payload: { id: 'one' }, at: '2026-03-05T10:00:00.000Z' }]);
  expect(await waiting()).toEqual([]);
});

test('a job of a transaction that is rolled back is not done', async () => {
  const broken = app.database.transaction(async (manager) => {
    await jobs.add(manager, 'test_job', { id: 'one' });
    throw new Error('The act is refused.');
  });
  await expect(broken).rejects.toThrow('The act is refused.');
  await app.runJobs();
  expect(done).toEqual([]);
});

test('a job for later waits until then', async () => {
  await app.at('2026-03-05T10:00:00Z', async () => {
    await add({ id: 'one' }, { runAt: new Date('2026-03-06T10:00:00Z') });
    await app.runJobs();
  });
  expect(done).toEqual([]);
  await app.at('2026-03-06T10:00:00Z', () => app.runJobs());
  expect(done).toHaveLength(1);
});

test('a job takes the place of one that waits under the same key', async () => {
  await add({ id: 'one' }, { key: 'same' });
  await add({ id: 'two' }, { key: 'same' });
  await app.runJobs();
  expect(done.map(({ payload }) => payload)).toEqual([{ id: 'two' }]);
});

test('many jobs are added in one statement', async () => {
  const many = Array.from({ length: 5 }, (_, index) => ({ payload: { id: String(index) } }));
  const addAll = (some: typeof many) => app.countQueries(() => jobs.addAll(app.database.manager, 'test_job', some));
  expect(await addAll(many)).toBe(await addAll(many.slice(0, 1)));
  await app.runJobs();
  expect(done).toHaveLength(6);
});

test('a job that fails waits for another attempt, ten at most', async () => {
  also = () => Promise.reject(new Error('Not today.'));
  await logged(async () => {
    await add({ id: 'one' });
    await app.runJobs();
  });
  expect(await waiting()).toMatchObject([{ attempts: 1, most: 10, error: 'Error' }]);
  also = async () => undefined;
  await app.at('2100-01-01T00:00:00Z', () => app.runJobs());
  expect(done).toHaveLength(2);
  expect(await waiting()).toEqual([]);
});

test('a failure is logged with name and id of the job, and never with a value', async () => {
  also = async () => {
    await app.database.query(`SELECT 'sara@secret.example'::int`);
  };
  const lines = await logged(async () => {
    await add({ id: 'the payload' });
    await app.runJobs();
  });
  expect(lines).toMatchObject([
    { message: 'A job failed.', job: 'test_job', jobId: expect.any(String), attempt: 1, error: { code: '22P02' } },
  ]);
  expect(JSON.stringify([lines, await waiting()])).not.toMatch(/secret|the payload/);
});

test('a job needs a handler, and has one', async () => {
  await expect(jobs.add(app.database.manager, 'unheard_of', {})).rejects.toThrow('No handler');
  expect(() => jobs.register('test_job', async () => undefined)).toThrow('Two handlers');
});

describe('while the worker runs', () => {
  let running: TestApp;
  let finish: () => void;
  let begun: Promise<void>;
  let finished: boolean;

  beforeEach(async () => {
    running = await TestApp.start();
    finished = false;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    begun = new Promise((resolve) => {
      running.application.get(Jobs).register('slow_job', async () => {
        resolve();
        await held;
        finished = true;
      });
    });
    running.application.get(JobsWorker, { strict: false }).start();
    await running.application.get(Jobs).add(running.database.manager, 'slow_job', {});
  });

  test('it takes a job at once, and the server stops when the job is done', async () => {
    await begun;
    const stopped = running.stop();
    setTimeout(finish, 200);
    await stopped;
    expect(finished).toBe(true);
  });

  test('it knows what comes by itself', async () => {
    await begun;
    const known = await running.database.query(
      'SELECT identifier FROM graphile_worker._private_known_crontabs ORDER BY identifier',
    );
    const names = [
      ...['erase_contacts', 'forget_imports', 'note_erasures', 'note_months_to_score'],
      'remind_of_requests',
    ];
    expect(known).toEqual(names.map((identifier) => ({ identifier })));
    finish();
    await running.stop();
  });
});
