import { randomUUID } from 'node:crypto';
import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { Asking } from './asking.js';

let app: TestApp;
let world: World;
let asking: Asking;
let id: string;

const asked = '2026-03-01T09:00:00Z';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  asking = new Asking(app, world);
  id = await app.at(asked, () => asking.asked());
});
afterAll(() => app.stop());

test('whoever asked takes it back, once', async () => {
  const { request } = await app.at('2026-03-02T09:00:00Z', () => asking.withdraw(world.sara, id));
  expect(request).toMatchObject({
    ...{ state: 'WITHDRAWN', withdrawnAt: '2026-03-02T09:00:00.000Z' },
    viewerCan: { withdraw: false },
  });
  const seen = await app.at(asked, () => asking.read(world.bram, id));
  expect(seen).toMatchObject({ progress: 'WITHDRAWN', remindsOn: null, viewerCan: { accept: false, decline: false } });
  expect(refused(await app.at(asked, () => asking.withdraw(world.sara, id)))).toEqual(['REQUEST_NOT_OPEN requestId']);
});

test('one that was declined is taken back in the same way; who declined keeps his answer and his note', async () => {
  await app.at(asked, async () => {
    await asking.decline(world.bram, id, { note: 'He has one already' });
    expect((await asking.withdraw(world.sara, id)).request).toMatchObject({ state: 'WITHDRAWN', progress: null });
    expect(await asking.read(world.bram, id)).toMatchObject({
      ...{ state: 'WITHDRAWN', progress: 'DECLINED', note: 'He has one already' },
    });
  });
});

test('one that has lapsed or led to an introduction is not taken back', async () => {
  const contactId = await asking.circle.contact(world.bram, 'Carl');
  expect(refused(await app.at('2026-04-30T09:00:00Z', () => asking.withdraw(world.sara, id)))).toEqual([
    'REQUEST_NOT_OPEN requestId',
  ]);
  await app.at(asked, async () => {
    await asking.accept(world.bram, id, contactId);
    await asking.answer(world.bram, id, true);
    expect(refused(await asking.withdraw(world.sara, id))).toEqual(['REQUEST_NOT_OPEN requestId']);
  });
});

test('only whoever asked takes it back', async () => {
  expect(await asking.forbidden(world.bram, 'withdrawIntroductionRequest', { requestId: id })).toEqual(['FORBIDDEN']);
  for (const [actor, key] of [[world.cleo, id] as const, [world.sara, randomUUID()] as const]) {
    expect(refused(await asking.withdraw(actor, key))).toEqual(['NOT_FOUND requestId']);
  }
});

test('accepted and withdrawn at once, it is withdrawn, and the contact is asked for nothing', async () => {
  const contactId = await asking.circle.contact(world.bram, 'Carl');
  const [accepted, withdrawn] = await app.at(asked, () =>
    Promise.all([asking.accept(world.bram, id, contactId), asking.withdraw(world.sara, id)]),
  );
  expect(refused(withdrawn)).toEqual([]);
  expect([[], ['REQUEST_NOT_OPEN requestId']]).toContainEqual(refused(accepted));
  expect(await app.at(asked, () => asking.progress(world.bram, id))).toBe('WITHDRAWN');
  expect(refused(await app.at(asked, () => asking.answer(world.bram, id, true)))).toEqual([
    'REQUEST_NOT_OPEN requestId',
  ]);
});
