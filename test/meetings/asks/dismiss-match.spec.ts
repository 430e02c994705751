import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { AskRoom } from './ask-room.js';

let app: TestApp;
let world: World;
let circle: Circle;
let room: AskRoom;
let meetingId: string;
let presentationId: string;
let contactId: string;

const [ask, details] = ['Notaris in Aalst', { role: 'Notaris', place: 'Aalst' }];

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  room = new AskRoom(app, world);
  meetingId = await room.meetings.opened();
  presentationId = await room.asks(world.sara, ask, { meetingId });
  contactId = await circle.contact(world.bram, 'Nora', details);
});
afterAll(() => app.stop());

test('a match that does not fit is hidden, from its viewer alone and for this ask alone', async () => {
  await circle.contact(world.bram, 'Nina', details);
  await circle.contact(world.vik, 'Nora', details);
  await room.asks(world.cleo, 'Notarissen', { meetingId });
  const payload = await room.dismiss(world.bram, { presentationId, contactId });
  expect(payload).toEqual({ presentation: { id: presentationId, ownMatches: { count: 1 } }, errors: [] });
  const names = await room.names(world.bram);
  expect(names[ask]).toEqual(['Nina']);
  expect(names.Notarissen?.sort()).toEqual(['Nina', 'Nora']);
  expect((await room.names(world.vik))[ask]).toEqual(['Nora']);
});

test('said twice it is as said once, and he may be given all the same', async () => {
  await room.dismiss(world.bram, { presentationId, contactId });
  expect((await room.dismiss(world.bram, { presentationId, contactId })).errors).toEqual([]);
  expect((await room.answer(world.bram, { presentationId, contactId })).errors).toEqual([]);
});

test('the contact that stands for him since they were merged is hidden too', async () => {
  const into = await circle.contact(world.bram, 'Nora N.', details);
  await room.dismiss(world.bram, { presentationId, contactId });
  await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [contactId, into]);
  expect(await room.names(world.bram)).toEqual({});
});

test('no change of the meeting tells that somebody had a match', async () => {
  const changes = async () =>
    (await app.database.query('SELECT FROM meeting_changes WHERE meeting_id = $1', [meetingId])).length;
  const before = await changes();
  await room.dismiss(world.bram, { presentationId, contactId });
  expect(await changes()).toBe(before);
});

describe('dismissing a match is refused', () => {
  const dismissed = async (viewer: CastMember, input: object = {}, instant?: string) =>
    refused(await room.dismiss(viewer, { presentationId, contactId, ...input }, instant));

  test('with a contact of somebody else, as with none', async () => {
    for (const id of [await circle.contact(world.vik, 'Vera'), randomUUID()]) {
      expect(await dismissed(world.bram, { contactId: id })).toEqual(['NOT_FOUND contactId']);
    }
  });

  test('to whoever does not sit in the club', async () => {
    const own = await circle.contact(world.ulf, 'Own', details);
    expect(await dismissed(world.ulf, { contactId: own })).toEqual(['NOT_FOUND presentationId']);
  });

  test('of his own ask, and of one that is not current', async () => {
    const own = await circle.contact(world.sara, 'Own', details);
    expect(await dismissed(world.sara, { contactId: own })).toEqual(['GIVER_IS_RECEIVER presentationId']);
    expect(await dismissed(world.bram, {}, '2026-05-01T00:01:00+02:00')).toEqual(['ASK_NOT_CURRENT presentationId']);
  });
});
