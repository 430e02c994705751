import { randomUUID } from 'node:crypto';
import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { whileHeld } from '../../support/while-held.js';
import { World } from '../../support/world.js';
import { MeetingDay, seven } from '../meeting-day.js';
import { Guests } from './guests.js';

let app: TestApp;
let world: World;
let meetings: MeetingDay;
let guests: Guests;
let meetingId: string;
let linkId: string;
let token: string;

const email = 'carl@client.example';
const done = { errors: [] };
const dead = ['TOKEN_INVALID token'];

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await app.database.query('DELETE FROM sign_in_attempts');
  world = await World.build(app.database);
  meetings = new MeetingDay(app, world);
  guests = new Guests(app, meetings);
  meetingId = await meetings.planned();
  ({ id: linkId, token } = await guests.link(world.bram, meetingId));
});
afterAll(() => app.stop());

const contacts = (owner = world.bram) =>
  app.database.query(
    'SELECT id, name, email, person_id AS "personId", company, phone FROM contacts WHERE owner_id = $1 ORDER BY id',
    [owner.personId],
  );
const visitors = () => guests.of(world.pia, meetingId);
const registered = async () =>
  app.database.query(
    `SELECT actor_id AS "actorId", club_id AS "clubId", details FROM activities
     WHERE verb = 'visitor.registered' AND details->>'meetingId' = $1`,
    [meetingId],
  );

describe('a stranger registers', () => {
  test('with his name and his e-mail address, and is a visitor of whoever made the link', async () => {
    expect(await guests.register(token, {}, '2026-03-01T09:00:00Z')).toEqual(done);
    const dates = { registeredAt: '2026-03-01T09:00:00.000Z', confirmedAt: '2026-03-01T09:00:00.000Z', cameAt: null };
    expect(await visitors()).toMatchObject([{ name: 'Carl Baert', stage: 'CONFIRMED', ...dates }]);
    const [contact, ...others] = await contacts();
    expect(others).toEqual([]);
    expect(contact).toMatchObject({ name: 'Carl Baert', email, personId: null, company: null, phone: null });
    const details = { meetingId, contactId: contact.id, invitedById: world.bram.personId };
    expect(await registered()).toEqual([{ actorId: null, clubId: world.ghentId, details }]);
  });

  test('until the meeting is closed', async () => {
    await meetings.act(world.pia, 'openMeeting', { meetingId });
    expect(await guests.register(token)).toEqual(done);
    const [carl] = await visitors();
    expect((await guests.act(world.pia, 'recordVisit', carl.id)).visitor.stage).toBe('CAME');
  });

  test('and is the contact of that address, if the member has one, as he has it', async () => {
    const contactId = await meetings.contact(world.bram, 'Karel', { email: 'Carl@Client.example' });
    await meetings.contact(world.sara, 'Sara’s Carl', { email });
    expect(await guests.register(token)).toEqual(done);
    expect(await visitors()).toMatchObject([{ name: 'Karel', stage: 'CONFIRMED' }]);
    expect(await contacts()).toMatchObject([{ id: contactId, name: 'Karel' }]);
  });

  test('after he was invited by name, which confirms it', async () => {
    const visitorId = await guests.invited(world.bram, meetingId, 'Karel', email);
    expect(await guests.register(token)).toEqual(done);
    expect(await visitors()).toMatchObject([
      { id: visitorId, name: 'Karel', stage: 'CONFIRMED', registeredAt: expect.any(String) },
    ]);
    expect(await registered()).toHaveLength(1);
  });

  test('a second time, and gets the same answer to no effect', async () => {
    await guests.register(token, {}, '2026-03-01T09:00:00Z');
    expect(await guests.register(token, { name: 'Somebody Else', email: email.toUpperCase() })).toEqual(done);
    expect(await visitors()).toMatchObject([{ name: 'Carl Baert', registeredAt: '2026-03-01T09:00:00.000Z' }]);
    expect(await contacts()).toHaveLength(1);
    expect(await registered()).toHaveLength(1);
  });

  test('by the links of two members, and is the visitor of both', async () => {
    await guests.register(token);
    await guests.register((await guests.link(world.sara, meetingId)).token);
    expect(await visitors()).toHaveLength(2);
    expect(await contacts(world.sara)).toHaveLength(1);
  });

  test('and no mail is sent, nor is he known to be a person of the clubs because he says so', async () => {
    await guests.register(token, { email: world.ulf.email });
    expect(await contacts()).toMatchObject([{ email: world.ulf.email, personId: null }]);
    expect(await visitors()).toHaveLength(1);
  });

  test('signed in or not', async () => {
    const input = { token, name: 'Otto', email: 'otto@client.example' };
    expect(await app.at(seven, () => app.act(world.otto, 'registerAsVisitor', input, ''))).toEqual(done);
    const [row] = await registered();
    expect(row.actorId).toBeNull();
  });
});

describe('who has a seat in the club', () => {
  test('is no visitor, and the answer does not tell', async () => {
    expect(await guests.register(token, { email: world.sara.email.toUpperCase() })).toEqual(done);
    expect(await guests.register(token, { email: world.bram.email })).toEqual(done);
    await meetings.contact(world.bram, 'Cleo', { email: 'cleo@home.example', personId: world.cleo.personId });
    expect(await guests.register(token, { email: 'cleo@home.example' })).toEqual(done);
    expect(await visitors()).toEqual([]);
    expect(await contacts()).toHaveLength(1);
    expect(await registered()).toEqual([]);
  });

  test('but only from next week on may visit', async () => {
    const nina = await world.member('Nina', 'Aerts', world.ghentId, 'Tailor', '2026-03-06');
    expect(await guests.register(token, { email: nina.email })).toEqual(done);
    expect(await visitors()).toHaveLength(1);
  });
});

describe('what is sent', () => {
  test.each([
    [{ name: ' ' }, ['INVALID name']],
    [{ name: 'x'.repeat(121) }, ['INVALID name']],
    [{ name: 'Carl\u0000' }, ['INVALID name']],
    [{ name: 'Carl\nBcc: all' }, ['INVALID name']],
    [{ name: '\u200b\u3164' }, ['INVALID name']],
    [{ name: 'Carl \u202eetis' }, ['INVALID name']],
    [{ name: 'Carl\uffff' }, ['INVALID name']],
    [{ email: 'carl' }, ['INVALID email']],
    [{ email: 'carl@client.example\n' }, []],
    [{ email: `${'x'.repeat(60)}@${'y'.repeat(60)}.${'z'.repeat(60)}.${'w'.repeat(20)}.example` }, ['INVALID email']],
    [{ token: 'x'.repeat(1001) }, ['INVALID token']],
    [{ token: '' }, dead],
    [{ name: ` ${'x'.repeat(120)} ` }, []],
  ])('%j: %j', async (input, expected) => {
    expect(refused(await guests.register(token, input))).toEqual(expected);
    expect(await visitors()).toHaveLength(expected.length === 0 ? 1 : 0);
  });

  test('is recorded once by a key, and refused with the same key for somebody else', async () => {
    const idempotencyKey = randomUUID();
    for (let time = 0; time < 2; time += 1) expect(await guests.register(token, { idempotencyKey })).toEqual(done);
    expect(refused(await guests.register(token, { idempotencyKey, email: 'dora@client.example' }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
    expect(await visitors()).toHaveLength(1);
  });

  test('takes no key from the member: what he sends with the same one is done', async () => {
    const idempotencyKey = randomUUID();
    await guests.register(token, { idempotencyKey });
    const added = await app.act(world.bram, 'addContact', { idempotencyKey, name: 'Dora' }, 'contact { id }');
    expect(added.errors).toEqual([]);
    expect(await contacts()).toHaveLength(2);
  });

  test('has the answer it had, also when the link has ended since', async () => {
    const idempotencyKey = randomUUID();
    expect(await guests.register(token, { idempotencyKey })).toEqual(done);
    await app.act(world.bram, 'revokeVisitorLink', { linkId }, 'link { id }');
    expect(await guests.register(token, { idempotencyKey })).toEqual(done);
    expect(refused(await guests.register(token))).toEqual(dead);
  });
});

describe('too many registrations are refused for an hour', () => {
  const hour = (minutes: number) => new Date(Date.parse(seven) + minutes * 60_000).toISOString();

  test('of one e-mail address, also of one that is a member', async () => {
    for (const address of [email, world.sara.email]) {
      for (let time = 0; time < 5; time += 1) {
        expect(await guests.register(token, { email: address })).toEqual(done);
      }
      expect(refused(await guests.register(token, { email: address }))).toEqual(['TOO_MANY_ATTEMPTS']);
      expect(await guests.register(token, { email: address }, hour(61))).toEqual(done);
    }
  });

  test('from one address of the network', async () => {
    for (let guest = 0; guest < 60; guest += 1) {
      expect(await guests.register(token, { email: `guest${guest}@client.example` })).toEqual(done);
    }
    expect(refused(await guests.register(token))).toEqual(['TOO_MANY_ATTEMPTS']);
    expect(await visitors()).toHaveLength(20);
  });

  test('and without a link nobody uses up the attempts of an e-mail address', async () => {
    for (let time = 0; time < 6; time += 1) expect(refused(await guests.register('no link', {}))).toEqual(dead);
    expect(await guests.register(token)).toEqual(done);
  });
});

describe('at once', () => {
  const holding = 'SELECT FROM meetings WHERE id = $1 FOR UPDATE';

  test('two registrations with one e-mail address make one contact and one visitor', async () => {
    const answers = await whileHeld(
      app.database,
      (manager) => manager.query(holding, [meetingId]),
      ['Carl', 'Karel', 'C. Baert'].map((name) => () => guests.register(token, { name })),
    );
    expect(answers).toEqual([done, done, done]);
    expect(await visitors()).toHaveLength(1);
    expect(await contacts()).toHaveLength(1);
    expect(await registered()).toHaveLength(1);
  });

  test('registrations for two meetings of one member make one contact', async () => {
    const other = await guests.link(world.bram, await meetings.planned('2026-03-12T07:00:00+01:00'));
    const answers = await whileHeld(
      app.database,
      (manager) => manager.query('SELECT FROM memberships WHERE id = $1 FOR UPDATE', [world.bram.membershipId]),
      [token, other.token].map((each) => () => guests.register(each)),
    );
    expect(answers).toEqual([done, done]);
    expect(await contacts()).toHaveLength(1);
  });

  test('a link that is revoked while somebody registers lets nobody in', async () => {
    const [answer] = await whileHeld(
      app.database,
      async (manager) => {
        await manager.query(holding, [meetingId]);
        await manager.query('UPDATE visitor_links SET revoked_at = now() WHERE id = $1', [linkId]);
      },
      [() => guests.register(token)],
    );
    expect(answer && refused(answer)).toEqual(dead);
    expect(await visitors()).toEqual([]);
    expect(await contacts()).toEqual([]);
  });

  test('a link is revoked and used: either he is registered or the link was dead', async () => {
    const [, answer] = await Promise.all([
      app.act(world.bram, 'revokeVisitorLink', { linkId }, 'link { id }'),
      guests.register(token),
    ]);
    const isIn = answer.errors.length === 0;
    expect(refused(answer)).toEqual(isIn ? [] : dead);
    expect(await visitors()).toHaveLength(isIn ? 1 : 0);
  });

  test('a meeting that is cancelled while somebody registers has no new visitor', async () => {
    const cancelled = `state = 'cancelled', cancelled_at = now(), cancellation_reason = 'Snow'`;
    const [answer] = await whileHeld(
      app.database,
      (manager) => manager.query(`UPDATE meetings SET ${cancelled} WHERE id = $1`, [meetingId]),
      [() => guests.register(token)],
    );
    expect(answer && refused(answer)).toEqual(dead);
    expect(await visitors()).toEqual([]);
  });
});
