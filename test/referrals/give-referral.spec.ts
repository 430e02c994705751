import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../support/circle.js';
import { TestApp } from '../support/test-app.js';
import { usualRules } from '../support/usual-rules.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let contactId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  contactId = await circle.contact(world.bram, 'Carl Baert');
});
afterAll(() => app.stop());

const id = (member: { personId: string }) => ({ id: member.personId });
const read = async (viewer: CastMember, referralId: string) => {
  const fields = `need warmth stage inside givenAt givenOn promisedFor promisedAt firstContactAt promiseExperience
    giver { id } receiver { id } viewerCan { followUp }
    introduction { introducedContact { id } introducedPerson { id } introducer { id } beneficiary { id } happenedOn }
    moves { nodes { fromStage toStage movedAt movedBy { id } note declineReason } }`;
  return (await app.query(viewer, `query ($id: UUID!) { referral(id: $id) { ${fields} } }`, { id: referralId }))
    .referral;
};

test('a referral is an introduction with a need: a suspect, not accepted yet, promised within the target', async () => {
  const give = () => circle.refer(world.bram, world.sara, { prospect: { contactId } });
  const { referral, errors } = await app.at('2026-03-02T09:00:00Z', give);
  expect(errors).toEqual([]);
  expect(referral.introduction).toMatchObject({ degree: 2, root: id(world.bram), acceptedAt: null });
  const givenAt = '2026-03-02T09:00:00.000Z';
  expect(await read(world.sara, referral.id)).toEqual({
    need: 'Five hundred menus before Easter',
    warmth: 3,
    stage: 'SUSPECT',
    inside: false,
    givenAt,
    givenOn: '2026-03-02',
    promisedFor: '2026-03-03T09:00:00.000Z',
    promisedAt: null,
    firstContactAt: null,
    promiseExperience: null,
    giver: id(world.bram),
    receiver: id(world.sara),
    viewerCan: { followUp: true },
    introduction: {
      introducedContact: { id: contactId },
      introducedPerson: null,
      introducer: id(world.bram),
      beneficiary: id(world.sara),
      happenedOn: '2026-03-02',
    },
    moves: {
      nodes: [
        {
          fromStage: null,
          toStage: 'SUSPECT',
          movedAt: givenAt,
          movedBy: id(world.bram),
          note: null,
          declineReason: null,
        },
      ],
    },
  });
});

test('inside the club the giver himself has the need: there is no introduction', async () => {
  const { referral, errors } = await circle.refer(world.bram, world.sara);
  expect(errors).toEqual([]);
  expect(referral).toMatchObject({ inside: true, introduction: null, stage: 'SUSPECT' });
});

test('a person of the clubs can be the prospect', async () => {
  const { referral } = await circle.refer(world.bram, world.sara, { prospect: { personId: world.ulf.personId } });
  expect((await read(world.sara, referral.id)).introduction.introducedPerson).toEqual(id(world.ulf));
});

test('the receiver may sit in another club; the days are those of his club', async () => {
  await app.database.query(`UPDATE clubs SET time_zone = 'America/New_York' WHERE id = $1`, [world.utrechtId]);
  const give = () => circle.refer(world.bram, world.ulf, { prospect: { contactId } });
  const { referral } = await app.at('2026-03-03T02:00:00Z', give);
  expect(await read(world.ulf, referral.id)).toMatchObject({
    givenOn: '2026-03-02',
    introduction: { happenedOn: '2026-03-02' },
    viewerCan: { followUp: true },
  });
  const [row] = await app.database.query('SELECT club_id, receiver_club_id FROM referrals WHERE id = $1', [
    referral.id,
  ]);
  expect(row).toEqual({ club_id: world.ghentId, receiver_club_id: world.utrechtId });
});

test("the promise without a promise is the target of the receiver's club, by the rules in force on that day", async () => {
  const slower = { ...usualRules, firstContactTargetHours: 72, validFrom: '2026-04-01' };
  await app.at('2026-03-20T09:00:00Z', () =>
    app.act(world.tess, 'changeClubRules', { clubId: world.utrechtId, ...slower }, 'rules { version }'),
  );
  const promise = async (receiver: CastMember, instant: string) =>
    (await app.at(instant, () => circle.refer(world.bram, receiver))).referral.promisedFor;
  expect(await promise(world.ulf, '2026-03-31T21:59:00Z')).toBe('2026-04-01T21:59:00.000Z');
  expect(await promise(world.ulf, '2026-03-31T22:00:00Z')).toBe('2026-04-03T22:00:00.000Z');
  expect(await promise(world.sara, '2026-04-01T09:00:00Z')).toBe('2026-04-02T09:00:00.000Z');
});

describe('is refused', () => {
  const outside = (input: object) => circle.refer(world.bram, world.sara, { prospect: { contactId }, ...input });

  test('to himself', async () => {
    expect(refused(await circle.refer(world.bram, world.bram))).toEqual(['GIVER_IS_RECEIVER receiverMembershipId']);
  });

  test.each([
    ['without a need', { need: ' ' }, 'INVALID need'],
    ['with a need over 1000 characters', { need: 'x'.repeat(1001) }, 'INVALID need'],
    ['with a warmth below 1', { warmth: 0 }, 'INVALID warmth'],
    ['with a warmth above 5', { warmth: 6 }, 'INVALID warmth'],
    ['with a prospect who is nobody', { prospect: {} }, 'INVALID prospect'],
  ])('%s', async (_, input, refusal) => {
    expect(refused(await outside(input))).toEqual([refusal]);
  });

  test('with two prospects', async () => {
    const prospect = { contactId, personId: world.ulf.personId };
    expect(refused(await outside({ prospect }))).toEqual(['INVALID prospect']);
  });

  test('about the receiver or the giver himself', async () => {
    for (const { personId } of [world.sara, world.bram]) {
      expect(refused(await outside({ prospect: { personId } }))).toEqual(['INTRODUCTION_LOOP prospect']);
    }
  });

  test('to a seat of the club that is not held today', async () => {
    const left = await world.member('Lou', 'Hermans', world.ghentId, 'Jeweller');
    const leftOn = '2026-02-01';
    await app.act(world.pia, 'endMembership', { membershipId: left.membershipId, leftOn }, 'membership { id }');
    const coming = await world.member('Max', 'Nys', world.ghentId, 'Brewer', '2090-01-01');
    for (const receiver of [left, coming]) {
      expect(refused(await circle.refer(world.bram, receiver))).toEqual(['NOT_A_MEMBER receiverMembershipId']);
    }
  });

  test('from a club in which the giver has no seat', async () => {
    const input = { clubId: world.utrechtId, receiverMembershipId: world.ulf.membershipId };
    const whole = { ...input, need: 'A roof', warmth: 3, consentBasis: 'ASKED_AND_AGREED' };
    for (const actor of [world.bram, world.ada]) {
      const answer = await app.attempt(actor, 'giveReferral', whole, 'referral { id }');
      expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

test('a retry with the same key gives nothing more and gets the same referral', async () => {
  const input = { idempotencyKey: randomUUID(), prospect: { contactId } };
  const first = await circle.refer(world.bram, world.sara, input);
  expect(await circle.refer(world.bram, world.sara, input)).toEqual(first);
  expect(refused(await circle.refer(world.bram, world.cleo, input))).toEqual(['IDEMPOTENCY_KEY_REUSED idempotencyKey']);
  const rows = await app.database.query('SELECT FROM referrals WHERE giver_id = $1', [world.bram.personId]);
  expect(rows).toHaveLength(1);
});
