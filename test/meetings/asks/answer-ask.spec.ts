import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { AskRoom } from './ask-room.js';

let app: TestApp;
let world: World;
let circle: Circle;
let room: AskRoom;
let presentationId: string;
let contactId: string;

const ask = 'Facility manager of a hospital in Ghent';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  room = new AskRoom(app, world);
  presentationId = await room.asks(world.sara, ask, { meetingId: await room.meetings.opened() });
  contactId = await circle.contact(world.bram, 'Fay', { role: 'Facility manager', company: 'UZ Ghent' });
});
afterAll(() => app.stop());

const referrals = async () =>
  (await app.database.query('SELECT id FROM referrals WHERE receiver_id = $1', [world.sara.personId])).length;
const told = 'referralsGiven referrals { totalCount nodes { need } } viewerCan { answerAsk }';

describe('answering an ask', () => {
  test('gives the contact to the asker as a referral, for what he asked', async () => {
    const { referral, errors } = await room.answer(world.bram, { presentationId, contactId });
    expect(errors).toEqual([]);
    expect(referral).toEqual({
      id: expect.any(String),
      need: ask,
      warmth: 3,
      stage: 'SUSPECT',
      giver: { givenName: 'Bram' },
      receiver: { givenName: 'Sara' },
      introduction: { introducedContact: { name: 'Fay' } },
    });
    const { activities } = {
      activities: await app.database.query('SELECT verb FROM activities WHERE actor_id = $1', [world.bram.personId]),
    };
    expect(activities.map(({ verb }: { verb: string }) => verb)).toEqual([
      'contact.added',
      'introduction.recorded',
      'referral.given',
      'presentation.answered',
    ]);
  });

  test('can say another need, how warm it is, and on what basis', async () => {
    const input = { presentationId, contactId, need: 'New windows', warmth: 5, consentBasis: 'NONE_YET' };
    const { referral } = await room.answer(world.bram, input);
    expect(referral).toMatchObject({ need: 'New windows', warmth: 5 });
    const seen = await circle.introduction(
      world.sara,
      await introductionOf(referral.id),
      'consentBasis introducedContact { name role }',
    );
    expect(seen).toEqual({ consentBasis: 'NONE_YET', introducedContact: { name: null, role: 'Facility manager' } });
  });

  test('goes from the seat in the club of the ask, whatever other seats he has', async () => {
    await world.seat(world.bram.personId, world.utrechtId, 'Plumber');
    const { referral } = await room.answer(world.bram, { presentationId, contactId });
    const [row] = await app.database.query('SELECT club_id, giver_membership_id FROM referrals WHERE id = $1', [
      referral.id,
    ]);
    expect(row).toEqual({ club_id: world.ghentId, giver_membership_id: world.bram.membershipId });
  });

  test('sent again gives the same referral and no second one', async () => {
    const input = { idempotencyKey: randomUUID(), presentationId, contactId };
    const { referral } = await room.answer(world.bram, input);
    expect((await room.answer(world.bram, input)).referral).toEqual(referral);
    expect(await referrals()).toBe(1);
  });

  test('takes the contact from the matches of that ask, and of no other', async () => {
    const second = await room.asks(world.cleo, ask, {
      meetingId: await room.meetings.opened(room.meetings.nextThursday()),
    });
    await room.answer(world.bram, { presentationId, contactId });
    expect((await room.told(world.bram)).nodes).toMatchObject([{ ask: { id: second }, count: 1 }]);
  });

  test('holds also for the contact that stands for him since they were merged', async () => {
    const into = await circle.contact(world.bram, 'Fay B.', { role: 'Facility manager', company: 'UZ Ghent' });
    await room.answer(world.bram, { presentationId, contactId });
    await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [contactId, into]);
    expect(await room.names(world.bram)).toEqual({});
  });

  test('with a contact that does not match is done all the same', async () => {
    const other = await circle.contact(world.bram, 'Gil', { role: 'Nurse' });
    expect((await room.answer(world.bram, { presentationId, contactId: other })).errors).toEqual([]);
  });

  test('that its member has replaced since is done all the same', async () => {
    await room.asks(world.sara, 'A notary', { meetingId: await room.meetings.planned(room.meetings.nextThursday()) });
    expect((await room.answer(world.bram, { presentationId, contactId })).errors).toEqual([]);
  });
});

describe('answering an ask is refused', () => {
  afterEach(async () => expect(await referrals()).toBe(0));
  const answered = async (viewer: CastMember, input: object = {}, instant?: string) =>
    refused(await room.answer(viewer, { presentationId, contactId, ...input }, instant));

  test('with a contact of somebody else, one that was merged or erased, and none at all', async () => {
    const others = await circle.contact(world.vik, 'Vera');
    const [merged, erased] = [await circle.contact(world.bram, 'Mia'), await circle.contact(world.bram, 'Eli')];
    await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [merged, contactId]);
    await app.database.query('UPDATE contacts SET erased_at = now(), name = NULL WHERE id = $1', [erased]);
    for (const id of [others, merged, erased, randomUUID()]) {
      expect(await answered(world.bram, { contactId: id })).toEqual(['NOT_FOUND contactId']);
    }
  });

  test('with a contact he sees by consent, and does not own', async () => {
    await circle.introduce(world.bram, { contactId }, world.cleo);
    expect(await answered(world.cleo)).toEqual(['NOT_FOUND contactId']);
  });

  test('to whoever does not sit in the club, as if nothing were asked', async () => {
    for (const outsider of [world.ulf, world.dirk, world.ada, world.otto]) {
      const own = await circle.contact(outsider, 'Own');
      expect(await answered(outsider, { contactId: own })).toEqual(['NOT_FOUND presentationId']);
      expect(await answered(outsider, { contactId: own, presentationId: randomUUID() })).toEqual([
        'NOT_FOUND presentationId',
      ]);
    }
  });

  test('to the asker himself', async () => {
    const own = await circle.contact(world.sara, 'Own');
    expect(await answered(world.sara, { contactId: own })).toEqual(['GIVER_IS_RECEIVER presentationId']);
  });

  test('when the contact is the asker', async () => {
    await app.database.query('UPDATE contacts SET person_id = $2 WHERE id = $1', [contactId, world.sara.personId]);
    expect(await answered(world.bram)).toEqual(['INTRODUCTION_LOOP contactId']);
  });

  test('when nothing is asked, or not any more', async () => {
    const none = await room.asks(world.cleo, null, {
      meetingId: await room.meetings.opened(room.meetings.nextThursday()),
    });
    expect(await answered(world.bram, { presentationId: none })).toEqual(['ASK_NOT_CURRENT presentationId']);
    expect(await answered(world.bram, {}, '2026-05-01T00:01:00+02:00')).toEqual(['ASK_NOT_CURRENT presentationId']);
    const gone = { membershipId: world.sara.membershipId, leftOn: '2026-03-20' };
    await app.at('2026-03-20T12:00:00+01:00', () => app.act(world.pia, 'endMembership', gone, 'membership { id }'));
    expect(await answered(world.bram, {}, '2026-03-20T12:00:00+01:00')).toEqual(['ASK_NOT_CURRENT presentationId']);
  });

  test('when need or warmth have not their form', async () => {
    expect(await answered(world.bram, { need: ' ', warmth: 6 })).toEqual(['INVALID need', 'INVALID warmth']);
  });
});

test('a contact is given for an ask once, by however many acts at once', async () => {
  const all = await Promise.all([1, 2, 3].map(() => room.answer(world.bram, { presentationId, contactId })));
  expect(all.map(refused).sort()).toEqual([[], ['ALREADY_ANSWERED contactId'], ['ALREADY_ANSWERED contactId']]);
  expect(await referrals()).toBe(1);
});

test('the club hears how many answered; which they were, each of their givers and the asker', async () => {
  await room.answer(world.bram, { presentationId, contactId });
  await room.answer(world.cleo, {
    presentationId,
    contactId: await circle.contact(world.cleo, 'Cor'),
    need: 'From Cleo',
  });
  await circle.refer(world.vik, world.sara, { prospect: null });
  const seen = (viewer: CastMember) => room.presentation(viewer, presentationId, told);
  const needs = async (viewer: CastMember) =>
    (await seen(viewer)).referrals.nodes.map(({ need }: { need: string }) => need).sort();
  for (const viewer of [world.sara, world.bram, world.vik])
    expect(await seen(viewer)).toMatchObject({ referralsGiven: 2 });
  expect(await needs(world.sara)).toEqual([ask, 'From Cleo']);
  expect(await needs(world.bram)).toEqual([ask]);
  expect(await needs(world.vik)).toEqual([]);
  expect(await seen(world.ulf)).toBeUndefined();
});

test('each sees whether he can answer', async () => {
  const can = async (viewer: CastMember, instant?: string) =>
    (await room.presentation(viewer, presentationId, told, instant)).viewerCan.answerAsk;
  expect(await can(world.bram)).toBe(true);
  expect(await can(world.sara)).toBe(false);
  expect(await can(world.bram, '2026-05-01T00:01:00+02:00')).toBe(false);
});

async function introductionOf(referralId: string): Promise<string> {
  const [row] = await app.database.query('SELECT introduction_id AS id FROM referrals WHERE id = $1', [referralId]);
  return row.id;
}
