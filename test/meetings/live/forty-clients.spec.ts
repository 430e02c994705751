import { askCounts, countsIn } from '../../support/counts.js';
import { recountCounts } from '../../support/recount-counts.js';
import { TestApp } from '../../support/test-app.js';
import type { CastMember } from '../../support/world.js';
import { day } from '../meeting-day.js';
import { type PlayedMeeting, ScriptedMeeting } from './scripted-meeting.js';

const longMilliseconds = 300_000;

let app: TestApp;
let whole: PlayedMeeting;
let torn: PlayedMeeting;

beforeAll(async () => {
  app = await TestApp.start();
  whole = await ScriptedMeeting.play(app, 0);
  torn = await ScriptedMeeting.play(app, 12);
}, longMilliseconds);
afterAll(async () => {
  for (const { devices, network } of [whole, torn]) {
    await Promise.all(devices.map((device) => device.off()));
    await network.end();
  }
  await app.stop();
});

const reportFor = async ({ world }: PlayedMeeting, viewer: CastMember) =>
  countsIn(await askCounts(app, viewer, world.ghentId, { from: day, to: day }));

type Row = { membership: { id: string } } & Record<string, unknown>;

/** The counts of a report by seat, without what is said of the members themselves. */
const bySeat = (report: { members: { nodes: Row[] } }) =>
  new Map(report.members.nodes.map(({ membership, ...row }) => [membership.id, row]));

const recounted = ({ members, log }: PlayedMeeting, viewer: CastMember) =>
  recountCounts(log, {
    seats: members.map(({ membershipId, personId }) => ({ membershipId, personId, joinedOn: '2026-01-01' })),
    period: { from: day, to: day },
    viewerId: viewer.personId,
  });

describe.each([
  ['a meeting of forty clients', () => whole],
  ['the same meeting with a network that is cut', () => torn],
])('%s', (_, played) => {
  test('ends with the counts that their own logs come to, whoever looks', async () => {
    const { members } = played();
    for (const viewer of [members[0], members[3], members[9], members[39]] as CastMember[]) {
      const report = await reportFor(played(), viewer);
      const expected = recounted(played(), viewer);
      expect(bySeat(report)).toEqual(expected.members);
      expect(report).toMatchObject({ provisional: false, total: expected.total });
    }
  });

  test('has told every device the same changes, each once and none left out', async () => {
    const { devices, meetingId, world } = played();
    const { meeting } = await app.query(world.sara, 'query ($id: UUID!) { meeting(id: $id) { lastChange } }', {
      id: meetingId,
    });
    const all = Array.from({ length: meeting.lastChange }, (_, place) => place + 1);
    for (const { changes } of devices) {
      await changes.until(({ kind }) => kind === 'MEETING_CLOSED');
      expect(changes.sequences).toEqual(all);
      expect(changes.events).toEqual(devices[0]?.changes.events);
      expect(changes.errors).toEqual([]);
    }
  });

  test('has told of each act once, also of those that two did at once', () => {
    const { devices, log } = played();
    const told = devices[0]?.changes.events ?? [];
    const count = (kind: string) => told.filter((change) => change.kind === kind).length;
    const logged = (act: string) => log.filter((entry) => entry.act === act).length;
    expect(count('REFERRAL_GIVEN')).toBe(logged('referral'));
    expect(count('TESTIMONIAL_GIVEN')).toBe(logged('testimonial'));
    expect(count('EDUCATION_RECORDED')).toBe(logged('units'));
    expect(count('DEAL_THANKED')).toBe(logged('deal'));
    expect(count('PRESENTATION_RECORDED')).toBe(40);
    expect(count('VISITOR_CAME')).toBe(7);
    expect(count('VISITOR_DID_NOT_COME')).toBe(3);
    // Neighbours are twenty pairs, and eight met somebody else.
    expect(count('ONE_TO_ONE_HELD')).toBe(28);
    expect(count('MEETING_CLOSED')).toBe(1);
  });

  test('has kept each letter of the contested five, of which the last holds', () => {
    const { devices, members } = played();
    const letters = (devices[0]?.changes.events ?? []).flatMap((change) => change.letters);
    for (const { membershipId } of members.slice(10, 15)) {
      const own = letters.filter(({ membership }) => membership.id === membershipId);
      expect(own.length).toBeGreaterThanOrEqual(4);
      expect(own.map(({ before }) => before)).toEqual([null, ...own.slice(0, -1).map(({ after }) => after)]);
      expect(own.at(-1)?.after).toBe('LATE');
    }
  });

  test('comes to no more when everything is sent once again', async () => {
    const { devices, meetingId, world } = played();
    const before = await reportFor(played(), world.pia);
    expect((await Promise.all(devices.map((device) => device.sendAllAgain()))).flat()).toEqual([]);
    expect(await reportFor(played(), world.pia)).toEqual(before);
    const { meeting } = await app.query(world.sara, 'query ($id: UUID!) { meeting(id: $id) { lastChange } }', {
      id: meetingId,
    });
    expect(meeting.lastChange).toBe(devices[0]?.changes.sequences.at(-1));
  });
});

test('the network was really cut, in the middle of acts and streams', () => {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  expect(sum(whole.devices.map(({ retries, tears }) => retries + tears))).toBe(0);
  expect(sum(torn.devices.map(({ retries }) => retries))).toBeGreaterThan(40);
  expect(sum(torn.devices.map(({ tears }) => tears))).toBeGreaterThan(40);
});

test('with the network cut the report is the same as without', async () => {
  const [one, other] = await Promise.all(
    [whole, torn].map(async (played) => {
      const { total, members } = await reportFor(played, played.world.pia);
      return {
        total,
        members: members.nodes.map(({ membership: { id, ...said }, ...row }: Row) => ({ said, ...row })),
      };
    }),
  );
  expect(other).toEqual(one);
  expect(one?.total).toMatchObject({ present: 28, visitors: 7, oneToOnes: 56 });
});
