import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { TwoOfThem } from '../one-to-ones/two-of-them.js';
import { CalendarProgram, parse } from './calendar-program.js';
import { ClubCalendar, evening } from './club-calendar.js';

let app: TestApp;
let world: World;
let calendar: ClubCalendar;
let program: CalendarProgram;

beforeAll(async () => {
  app = await TestApp.start();
  program = new CalendarProgram(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  world = await World.build(app.database);
  calendar = new ClubCalendar(app, world);
});

const address = (actor: { token: string }, clubId: string | null = null) => program.address(actor, clubId);
const read = (url: string, headers: Record<string, string> = {}, instant = evening) =>
  program.read(url, headers, instant);
const entriesAt = (url: string, instant = evening) => program.entriesAt(url, instant);

describe('a calendar program', () => {
  test('finds the meetings of the club with all that they are', async () => {
    const { meeting } = await calendar.plan('2026-03-05T07:00:00+01:00');
    await app.database.query(`UPDATE meetings SET place = 'Graslei 1' WHERE id = $1`, [meeting.id]);
    const response = await read(await address(world.pia, world.ghentId));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(parse(await response.text())).toEqual({
      name: 'Gent Graslei',
      entries: [
        {
          uid: meeting.id,
          summary: 'Gent Graslei',
          location: 'Graslei 1',
          start: '2026-03-05T06:00:00Z',
          end: '2026-03-05T07:30:00Z',
          status: 'CONFIRMED',
          sequence: 0,
          stamp: '2026-03-01T19:00:00Z',
          modified: '2026-03-01T19:00:00Z',
        },
      ],
    });
  });

  test('learns that a meeting was moved, and then cancelled, by a higher number', async () => {
    const { meeting } = await calendar.plan('2026-03-05T07:00:00+01:00');
    const url = await address(world.sara);
    const move = { meetingId: meeting.id, startsAt: '2026-03-06T12:00:00+01:00', minutes: 60, place: 'Korenmarkt 2' };
    await app.at('2026-03-02T09:00:00Z', () => app.act(world.pia, 'moveMeeting', move, 'meeting { id }'));
    expect(await entriesAt(url)).toMatchObject([
      {
        uid: meeting.id,
        start: '2026-03-06T11:00:00Z',
        end: '2026-03-06T12:00:00Z',
        location: 'Korenmarkt 2',
        status: 'CONFIRMED',
        sequence: 1,
        stamp: '2026-03-02T09:00:00Z',
        modified: '2026-03-02T09:00:00Z',
      },
    ]);
    await calendar.cancel(meeting.id, '2026-03-03T09:00:00Z');
    expect(await entriesAt(url)).toMatchObject([
      { uid: meeting.id, status: 'CANCELLED', sequence: 2, modified: '2026-03-03T09:00:00Z' },
    ]);
  });

  test('learns that a holiday cancels, and that the club meets after all', async () => {
    const { meeting } = await calendar.plan('2026-03-05T07:00:00+01:00');
    const url = await address(world.sara);
    const holidayId = await calendar.holiday('2026-03-05', '2026-03-05');
    expect(await entriesAt(url)).toMatchObject([{ uid: meeting.id, status: 'CANCELLED', sequence: 1 }]);
    await calendar.removeHoliday(holidayId);
    expect(await entriesAt(url)).toMatchObject([{ uid: meeting.id, status: 'CONFIRMED', sequence: 2 }]);
  });

  test.each([
    ['commas, semicolons and backslashes', 'Café "De Zon", zaal 1; C:\\deur'],
    ['line breaks', 'Graslei 1\n9000 Gent\r\nBEGIN:VEVENT'],
    ['emoji and other scripts', '☕️ Bij 👩‍👩‍👧‍👦 — 京都市 Ω'],
    ['more than a line holds', `${'Een heel lange plek 🌍, '.repeat(8)}einde`],
    ['what looks like an end', 'END:VCALENDAR'],
  ])('reads names and places with %s as they were written', async (_, text) => {
    const { meeting } = await calendar.plan('2026-03-05T07:00:00+01:00');
    await app.database.query('UPDATE meetings SET place = $2 WHERE id = $1', [meeting.id, text]);
    await app.database.query('UPDATE clubs SET name = $2 WHERE id = $1', [world.ghentId, text]);
    const response = await read(await address(world.pia, world.ghentId));
    const raw = await response.text();
    const written = text.replaceAll('\r\n', '\n');
    expect(parse(raw)).toMatchObject({
      name: written,
      entries: [{ uid: meeting.id, summary: written, location: written }],
    });
    expect(raw.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(raw).toMatch(/END:VCALENDAR\r\n$/);
  });

  test('finds what was from a quarter back, and what is to come for a year, in order', async () => {
    const starts = ['2026-01-01', '2026-05-20', '2027-02-20', '2027-03-10'].map((day) => `${day}T07:00:00Z`);
    for (const startsAt of starts) {
      const input = { clubId: world.ghentId, startsAt };
      await app.at('2026-01-01T00:00:00Z', () => app.act(world.pia, 'planMeeting', input, 'meeting { id }'));
    }
    const url = await address(world.sara);
    const startsAt = async (instant: string) => (await entriesAt(url, instant)).map(({ start }) => start.slice(0, 10));
    expect(await startsAt('2026-03-01T12:00:00Z')).toEqual(['2026-01-01', '2026-05-20', '2027-02-20']);
    expect(await startsAt('2026-06-01T12:00:00Z')).toEqual(['2026-05-20', '2027-02-20', '2027-03-10']);
  });

  test('finds an empty calendar where there is nothing', async () => {
    const text = await (await read(await address(world.otto))).text();
    expect(parse(text)).toEqual({ name: 'Kring', entries: [] });
  });

  test('costs as many statements for five meetings as for one', async () => {
    const url = await address(world.sara);
    await calendar.plan('2026-03-05T07:00:00+01:00');
    const one = await app.countQueries(() => read(url));
    for (const day of ['06', '07', '08', '09']) await calendar.plan(`2026-03-${day}T07:00:00+01:00`);
    expect(await app.countQueries(() => read(url))).toBe(one);
    expect(await entriesAt(url)).toHaveLength(5);
  });
});

describe('the feed of a member', () => {
  test('has the meetings of every club he sits in on the day it is read, and of no other', async () => {
    await calendar.plan('2026-03-05T07:00:00+01:00');
    await app.at(evening, () =>
      app.act(
        world.tess,
        'planMeeting',
        { clubId: world.utrechtId, startsAt: '2026-03-05T08:00:00Z' },
        'meeting { id }',
      ),
    );
    const url = await address(world.sara);
    const clubs = async (instant?: string) => (await entriesAt(url, instant)).map(({ summary }) => summary);
    expect(await clubs()).toEqual(['Gent Graslei']);
    await world.seat(world.sara.personId, world.utrechtId, 'Florist', '2026-03-10');
    expect(await clubs('2026-03-09T12:00:00Z')).toEqual(['Gent Graslei']);
    expect(await clubs('2026-03-10T12:00:00Z')).toEqual(['Gent Graslei', 'Utrecht Dom']);
  });

  test('has nothing of a club any more from the day he has left it', async () => {
    await calendar.plan('2026-03-05T07:00:00+01:00');
    const url = await address(world.sara);
    const end = { membershipId: world.sara.membershipId, leftOn: '2026-03-04' };
    await app.at(evening, () => app.act(world.pia, 'endMembership', end, 'membership { id }'));
    expect(await entriesAt(url, '2026-03-03T12:00:00Z')).toHaveLength(1);
    expect(await entriesAt(url, '2026-03-04T12:00:00Z')).toEqual([]);
  });

  test('has nothing for who administers or directs and sits nowhere', async () => {
    await calendar.plan('2026-03-05T07:00:00+01:00');
    for (const actor of [world.ada, world.dirk]) expect(await entriesAt(await address(actor))).toEqual([]);
  });
});

test('his own feed has the one-to-ones that both agreed on, and tells when they are called off', async () => {
  const pairs = new TwoOfThem(app);
  const startsAt = '2026-03-20T09:00:00.000Z';
  const oneToOneId = await pairs.proposed(world.sara, world.bram, { startsAt, place: 'Café Central' });
  await pairs.proposed(world.sara, world.cleo, { startsAt });
  const entries = async (who: { token: string }) =>
    parse(await (await read(await address(who))).text()).entries.filter(({ summary }) => summary.startsWith('1-2-1'));
  expect(await entries(world.sara)).toEqual([]);
  await pairs.act(world.bram, 'acceptOneToOne', { oneToOneId });
  const [agreed] = await entries(world.sara);
  expect(agreed).toMatchObject({ summary: '1-2-1 Bram De Smet', location: 'Café Central', status: 'CONFIRMED' });
  expect(agreed).toMatchObject({ uid: oneToOneId, start: '2026-03-20T09:00:00Z', end: '2026-03-20T10:00:00Z' });
  expect(await entries(world.bram)).toMatchObject([{ summary: '1-2-1 Sara Peeters' }]);
  expect(await entries(world.cleo)).toEqual([]);
  await pairs.act(world.bram, 'cancelOneToOne', { oneToOneId }, '2026-03-05T13:00:00+01:00');
  const [calledOff] = await entries(world.sara);
  expect(calledOff).toMatchObject({ uid: oneToOneId, status: 'CANCELLED' });
  expect(calledOff?.sequence).toBeGreaterThan(agreed?.sequence ?? Number.POSITIVE_INFINITY);
});

test('the feed of a club goes on when whoever made it has left', async () => {
  await calendar.plan('2026-03-05T07:00:00+01:00');
  const url = await address(world.vik, world.ghentId);
  await app.database.query(`UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1`, [world.vik.membershipId]);
  expect(await entriesAt(url)).toHaveLength(1);
});

test('a feed is for reading alone: its token is no session', async () => {
  const token = (await address(world.sara)).slice(-47, -4);
  expect((await app.query({ token }, '{ viewer { person { id } } }')).viewer).toBeNull();
  expect((await fetch(`${app.url}/calendar/${world.sara.token}.ics`)).status).toBe(404);
});

describe('what is no live feed gets one and the same answer:', () => {
  const revoked = async () => {
    const { feed, url } = await app.act(world.sara, 'createCalendarFeed', {}, 'feed { id } url');
    await app.act(world.sara, 'revokeCalendarFeed', { feedId: feed.id }, 'feed { id }');
    return new URL(url).pathname;
  };
  const withoutEnding = async () => new URL(await address(world.sara)).pathname.slice(0, -4);

  test.each<[string, () => string | Promise<string>]>([
    ['a token that was revoked', revoked],
    ['a token that never was', () => `/calendar/${'a'.repeat(43)}.ics`],
    ['a token that is too short', () => `/calendar/${'a'.repeat(42)}.ics`],
    ['a token that is too long', () => `/calendar/${'a'.repeat(44)}.ics`],
    ['a very long token', () => `/calendar/${'a'.repeat(2000)}.ics`],
    ['no token', () => '/calendar/.ics'],
    ['nothing', () => '/calendar/'],
    ['a token of other characters', () => `/calendar/${'%2e'.repeat(43)}.ics`],
    ['a token with a zero in it', () => `/calendar/${'a'.repeat(42)}%00.ics`],
    ['more steps of a path', () => `/calendar/a/b/${'a'.repeat(43)}.ics`],
    ['a token without its ending', withoutEnding],
  ])('%s', async (_, path) => {
    const response = await fetch(app.url + (await path()));
    expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({
      status: 404,
      type: 'text/plain; charset=utf-8',
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(await response.text()).toBe('There is no such calendar.\n');
  });
});

describe('a calendar program that comes again', () => {
  const tagOf = async (url: string) => (await read(url)).headers.get('etag') ?? '';

  test('is told that nothing has changed, whenever it comes', async () => {
    await calendar.plan('2026-03-05T07:00:00+01:00');
    const url = await address(world.sara);
    const tag = await tagOf(url);
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const response = await read(url, { 'if-none-match': known }, '2026-03-02T12:00:00Z');
      expect({ known, status: response.status, tag: response.headers.get('etag') }).toEqual({
        known,
        status: 304,
        tag,
      });
      expect(await response.text()).toBe('');
    }
  });

  test('gets the whole calendar when something has changed', async () => {
    const { meeting } = await calendar.plan('2026-03-05T07:00:00+01:00');
    const url = await address(world.sara);
    const tag = await tagOf(url);
    await calendar.move(meeting.id, '2026-03-06T07:00:00+01:00');
    const response = await read(url, { 'if-none-match': tag });
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).not.toBe(tag);
    expect(parse(await response.text()).entries).toHaveLength(1);
  });

  test('gets no 304 for a feed that was revoked meanwhile', async () => {
    const { feed, url } = await app.act(world.sara, 'createCalendarFeed', {}, 'feed { id } url');
    const there = app.url + new URL(url).pathname;
    const tag = await tagOf(there);
    await app.act(world.sara, 'revokeCalendarFeed', { feedId: feed.id }, 'feed { id }');
    expect((await read(there, { 'if-none-match': tag })).status).toBe(404);
  });

  test('keeps it to itself, and asks each time', async () => {
    const url = await address(world.sara);
    expect((await read(url)).headers.get('cache-control')).toBe('private, no-cache');
    const head = await fetch(url, { method: 'HEAD' });
    expect({ status: head.status, body: await head.text() }).toEqual({ status: 200, body: '' });
  });
});
