import { EventStream } from '../../support/event-stream.js';
import { MeetingStream } from '../../support/meeting-stream.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

/** All who follow at one process are told out of one reading: what that must not mix up, and what it must not cost. */
let app: TestApp;
let world: World;
let meetings: MeetingDay;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
});
beforeEach(async () => {
  meetingId = await meetings.opened(meetings.nextThursday());
});
afterAll(() => app.stop());

const somethingHappens = (id = meetingId) =>
  meetings.record(world.pia, id, [{ membershipId: world.cleo.membershipId, letter: 'LATE' }]);

test('each is shown what is his, and what he may do', async () => {
  const followers = [world.pia, world.vik, world.sara, world.bram];
  const links = await Promise.all(
    followers.map(async (member) => {
      const { link } = await app.act(member, 'createVisitorLink', { meetingId }, 'link { id }');
      return link.id;
    }),
  );
  const query = `subscription ($id: UUID!) {
    meetingChanged(meetingId: $id) { meeting { visitorLink { id } viewerCan { close } } }
  }`;
  const streams = await Promise.all(
    followers.map((actor) => EventStream.open({ url: app.url, actor, query, variables: { id: meetingId } })),
  );
  await somethingHappens();
  for (const [place, stream] of streams.entries()) {
    await stream.until(1);
    expect(stream.frames[0]?.data.data.meetingChanged.meeting).toEqual({
      visitorLink: { id: links[place] },
      viewerCan: { close: place < 2 },
    });
    stream.cut();
  }
});

test('of those who follow together only he who lost his session is told nothing more', async () => {
  const followers = [world.pia, world.vik, await world.member('Nina', 'Aerts', world.ghentId, 'Baker')];
  const streams = await Promise.all(followers.map((actor) => MeetingStream.open(app.url, actor, meetingId)));
  await app.execute(followers[2] as CastMember, 'mutation { signOut { errors { code } } }');
  await somethingHappens();
  expect(await streams[2]?.end()).toBe('completed');
  expect(streams[2]?.events).toEqual([]);
  for (const stream of streams.slice(0, 2)) {
    await stream.until(() => true);
    await stream.close();
  }
});

test('each is told of his own meeting, from where he asked to begin', async () => {
  const other = await meetings.opened(meetings.nextThursday());
  await Promise.all([1, 2, 3].flatMap(() => [somethingHappens(), somethingHappens(other)]));
  const places = [meetingId, other].flatMap((id) => [0, 1, 3].map((after) => ({ id, after })));
  const streams = await Promise.all(places.map(({ id, after }) => MeetingStream.open(app.url, world.sara, id, after)));
  await Promise.all([somethingHappens(), somethingHappens(other)]);
  for (const [place, stream] of streams.entries()) {
    await stream.until(({ sequence }) => sequence === 5);
    expect(stream.sequences).toEqual([1, 2, 3, 4, 5].slice(places[place]?.after));
    await stream.close();
  }
});

test('a change costs twenty who follow together a few statements, not a few for each', async () => {
  const followed = async (count: number) => {
    const cast = [world.pia, world.vik, world.sara, world.bram, world.cleo];
    const streams = await Promise.all(
      Array.from({ length: count }, (_, place) =>
        MeetingStream.open(app.url, cast[place % 5] as CastMember, meetingId),
      ),
    );
    // Whoever has just begun looks once more by himself: this is over when the first change has come to all.
    await tellAll(streams);
    const statements = await app.countQueries(() => tellAll(streams));
    await Promise.all(streams.map((stream) => stream.close()));
    return statements;
  };
  const tellAll = async (streams: MeetingStream[]) => {
    const had = streams[0]?.events.length ?? 0;
    await somethingHappens();
    for (const stream of streams) await stream.until(() => stream.events.length > had);
  };
  const alone = await followed(1);
  expect(await followed(20)).toBeLessThanOrEqual(alone + 5);
});
