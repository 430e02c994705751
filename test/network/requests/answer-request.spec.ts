import { randomUUID } from 'node:crypto';
import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { Asking } from './asking.js';

let app: TestApp;
let world: World;
let asking: Asking;
let contactId: string;
let id: string;

const asked = '2026-03-01T09:00:00Z';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  asking = new Asking(app, world);
  contactId = await asking.circle.contact(world.bram, 'Carl Baert');
  id = await app.at(asked, () => asking.asked());
});
afterAll(() => app.stop());

test('who was asked accepts with a contact of his, and is reminded in a week', async () => {
  const { request, errors } = await app.at('2026-03-02T09:00:00Z', () => asking.accept(world.bram, id, contactId));
  expect(errors).toEqual([]);
  expect(request).toMatchObject({
    ...{ progress: 'ACCEPTED', state: 'WAITING', contact: { id: contactId }, viaContact: null },
    ...{ movedAt: '2026-03-02T09:00:00.000Z', remindsOn: '2026-03-09' },
    viewerCan: { accept: false, decline: true, postpone: false, passOn: false, recordContactAnswer: true },
  });
});

test('the contact who makes the introduction is one of his own, and another', async () => {
  const mia = await asking.circle.contact(world.bram, 'Mia');
  const via = (viaContactId: string) => asking.accept(world.bram, id, contactId, { viaContactId });
  const foreign = await asking.circle.contact(world.sara, 'Nel');
  await app.at(asked, async () => {
    expect(refused(await via(foreign))).toEqual(['NOT_FOUND viaContactId']);
    expect(refused(await via(contactId))).toEqual(['INVALID viaContactId']);
    expect((await via(mia)).request.viaContact).toEqual({ id: mia });
  });
});

test('the contact stands in his own address book', async () => {
  const foreign = await asking.circle.contact(world.cleo, 'Carl');
  await app.at(asked, async () => {
    for (const key of [foreign, randomUUID()]) {
      expect(refused(await asking.accept(world.bram, id, key))).toEqual(['NOT_FOUND contactId']);
    }
    await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [
      contactId,
      await asking.circle.contact(world.bram, 'Carl'),
    ]);
    expect(refused(await asking.accept(world.bram, id, contactId))).toEqual(['NOT_FOUND contactId']);
  });
});

test('the contact is not the requester himself', async () => {
  const personId = world.sara.personId;
  await app.act(world.bram, 'identifyContact', { contactId, personId }, 'contact { id }');
  expect(refused(await app.at(asked, () => asking.accept(world.bram, id, contactId)))).toEqual([
    'INTRODUCTION_LOOP contactId',
  ]);
});

test('who was asked declines, with a note for himself alone', async () => {
  const note = 'He has one already';
  const { request } = await app.at(asked, () => asking.decline(world.bram, id, { note }));
  expect(request).toMatchObject({ progress: 'DECLINED', state: 'WAITING', note, remindsOn: null });
  expect(await app.at(asked, () => asking.read(world.sara, id))).toMatchObject({ state: 'WAITING', note: null });
});

test('who was asked puts it off, and is reminded the day after', async () => {
  const { request } = await app.at(asked, () => asking.postpone(world.bram, id, '2026-03-20'));
  expect(request).toMatchObject({ progress: 'POSTPONED', postponedUntil: '2026-03-20', remindsOn: '2026-03-21' });
  expect((await app.at(asked, () => asking.postpone(world.bram, id, '2026-04-01'))).request).toMatchObject({
    postponedUntil: '2026-04-01',
  });
  expect(refused(await app.at(asked, () => asking.accept(world.bram, id, contactId)))).toEqual([]);
});

test('it is put off to a day after today, and not after it lapses', async () => {
  for (const until of ['2026-02-28', '2026-03-01', '2026-05-01']) {
    expect(refused(await app.at(asked, () => asking.postpone(world.bram, id, until)))).toEqual([
      'DATE_OUT_OF_RANGE until',
    ]);
  }
  expect(refused(await app.at(asked, () => asking.postpone(world.bram, id, '2026-04-30')))).toEqual([]);
});

test('only who was asked answers', async () => {
  const acts: [string, object][] = [
    ['acceptIntroductionRequest', { contactId }],
    ['declineIntroductionRequest', {}],
    ['postponeIntroductionRequest', { until: '2026-03-20' }],
    ['passOnIntroductionRequest', { toPersonId: world.tess.personId, message: 'Hello' }],
    ['recordContactAnswer', { agreed: true, outcomeBack: true }],
  ];
  for (const [mutation, input] of acts) {
    expect(await asking.forbidden(world.sara, mutation, { requestId: id, ...input })).toEqual(['FORBIDDEN']);
    const payload = await app.act(world.cleo, mutation, { requestId: id, ...input }, 'request { id }');
    expect(refused(payload)).toEqual(['NOT_FOUND requestId']);
  }
});

test('what has ended is answered no more: declined, withdrawn or lapsed', async () => {
  const answers = async (request: string) => [
    ...refused(await asking.accept(world.bram, request, contactId)),
    ...refused(await asking.decline(world.bram, request)),
    ...refused(await asking.postpone(world.bram, request, '2026-03-20')),
    ...refused(await asking.passOn(world.bram, request, world.tess)),
    ...refused(await asking.answer(world.bram, request, true)),
  ];
  const ended = Array(5).fill('REQUEST_NOT_OPEN requestId');
  await app.at(asked, async () => {
    await asking.decline(world.bram, id);
    expect(await answers(id)).toEqual(ended);
    const withdrawn = await asking.asked({ lookingFor: 'A dentist' });
    await asking.withdraw(world.sara, withdrawn);
    expect(await answers(withdrawn)).toEqual(ended);
    expect(await asking.progress(world.bram, withdrawn)).toBe('WITHDRAWN');
  });
  const lapsed = await app.at(asked, () => asking.asked({ lookingFor: 'A baker' }));
  await app.at('2026-04-30T09:00:00Z', async () => {
    expect(await answers(lapsed)).toEqual(ended);
    expect(await asking.progress(world.bram, lapsed)).toBe('LAPSED');
    expect(await asking.progress(world.bram, id)).toBe('DECLINED');
  });
});

test('who has accepted declines after all', async () => {
  await app.at(asked, async () => {
    await asking.accept(world.bram, id, contactId);
    expect(refused(await asking.accept(world.bram, id, contactId))).toEqual(['REQUEST_NOT_OPEN requestId']);
    expect((await asking.decline(world.bram, id)).request).toMatchObject({ progress: 'DECLINED', remindsOn: null });
  });
});

test('a retry gets the request as it is now', async () => {
  const input = { idempotencyKey: randomUUID() };
  await app.at(asked, async () => {
    await asking.accept(world.bram, id, contactId, input);
    await asking.decline(world.bram, id);
    expect((await asking.accept(world.bram, id, contactId, input)).request.progress).toBe('DECLINED');
  });
});
