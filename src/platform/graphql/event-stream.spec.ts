import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStream, patienceMilliseconds } from './event-stream.js';

/** A connection whose client is imagined. */
function connection() {
  const raw = Object.assign(new EventEmitter(), { closed: false, destroy: () => raw.emit('close') });
  return new EventStream({ headers: {} } as FastifyRequest, { raw } as unknown as FastifyReply);
}

async function* results(made: number[]) {
  for (let id = 1; id <= 5; id += 1) {
    made.push(id);
    yield { id: String(id), result: { data: { id } } };
  }
}

/** What graphql-sse does: it takes whatever it can get, and makes frames of it. */
function frames(stream: EventStream, made: number[]) {
  const waiting = [':\n\n'];
  void (async () => {
    for await (const result of stream.inTurn(results(made)))
      waiting.push(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
    waiting.push('event: complete\ndata:\n\n');
  })();
  const body = {
    next: async () => {
      while (waiting.length === 0) await turn();
      return { done: false, value: waiting.shift() };
    },
  };
  return stream.frames(body as unknown as AsyncGenerator<string>);
}

test('each event is named, and before the first it is said after what they begin', async () => {
  const stream = connection();
  stream.beginAfter('0');
  const sent = frames(stream, []);
  const texts: string[] = [];
  for (let count = 0; count < 7; count += 1) texts.push((await sent.next()).value);
  expect(texts.map((text) => text.split('\n')[0])).toEqual([
    ...['id: 0', 'id: 1', 'id: 2', 'id: 3', 'id: 4', 'id: 5'],
    'event: complete',
  ]);
});

test('the next is not made before the one before is taken', async () => {
  const made: number[] = [];
  const stream = connection();
  const sent = frames(stream, made);
  for (const expected of [1, 1, 2, 3]) {
    await sent.next();
    await turn();
    expect(made.at(-1)).toBeLessThanOrEqual(expected + 1);
  }
  stream.cut();
});

test('a client that leaves unread for a minute what it was sent is let go', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const stream = connection();
  frames(stream, []);
  await turn();
  jest.advanceTimersByTime(patienceMilliseconds - 1);
  expect(stream.gone.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(stream.gone.aborted).toBe(true);
  jest.useRealTimers();
});

test('a connection that has broken before anything was done with it is gone', () => {
  const raw = Object.assign(new EventEmitter(), { closed: true });
  const stream = new EventStream({ headers: {} } as FastifyRequest, { raw } as unknown as FastifyReply);
  expect(stream.gone.aborted).toBe(true);
});
