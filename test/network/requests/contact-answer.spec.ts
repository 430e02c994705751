import { IntroductionRequestsService } from '../../../src/network/requests/introduction-requests.service.js';
import { refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { ContactDesk } from '../consent/contact-desk.js';
import { Asking } from './asking.js';

let app: TestApp;
let world: World;
let asking: Asking;
let linkId: string;
let contactId: string;
let id: string;

const asked = '2026-03-01T09:00:00Z';
const answered = '2026-03-05T09:00:00Z';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  asking = new Asking(app, world);
  contactId = await asking.circle.contact(world.bram, 'Carl Baert', { email: 'carl@baert.example' });
  id = await app.at(asked, () => asking.asked());
  await app.at(asked, () => asking.accept(world.bram, id, contactId));
  const desk = new ContactDesk(app);
  linkId = (await app.at(asked, () => desk.create(world.bram, { contactId, requestId: id }))).link.id;
});
afterAll(() => app.stop());

const yes = (input: Record<string, unknown> = {}) => app.at(answered, () => asking.answer(world.bram, id, true, input));
const service = () => app.application.get(IntroductionRequestsService);
const expiresAt = new Date('2027-03-05T00:00:00Z');
const agreed = () => {
  const own = { outcomeBack: false, expiresAt, agreement: { textVersion: '2026-11', linkId } };
  return app.at(answered, () => app.database.transaction((manager) => service().contactAgreed(manager, id, own)));
};
const rowOf = async () => {
  const [row] = await app.database.query(
    `SELECT i.*, i.happened_on::text AS day FROM introductions i JOIN introduction_requests r ON r.introduction_id = i.id WHERE r.id = $1`,
    [id],
  );
  return row;
};
const introductions = async () =>
  app.database.query('SELECT id FROM introductions WHERE beneficiary_id = $1', [world.sara.personId]);
const leave = (membershipId: string) =>
  app.database.query("UPDATE memberships SET left_on = '2026-03-03' WHERE id = $1", [membershipId]);

test('on a yes the introduction exists, at degree 2, accepted, and the requester sees the contact', async () => {
  const { request, errors } = await yes();
  expect(errors).toEqual([]);
  expect(request).toMatchObject({
    ...{ progress: 'INTRODUCED', state: 'INTRODUCED', introducedAt: '2026-03-05T09:00:00.000Z', remindsOn: null },
    introduction: { degree: 2 },
  });
  const fields =
    'state introduction { acceptedAt consentBasis consentExpiresAt introducer { id } introducedContact { name email } }';
  expect(await app.at(answered, () => asking.read(world.sara, id, fields))).toEqual({
    state: 'INTRODUCED',
    introduction: {
      ...{ acceptedAt: '2026-03-05T09:00:00.000Z', consentBasis: 'ASKED_AND_AGREED', consentExpiresAt: null },
      introducer: { id: world.bram.personId },
      introducedContact: { name: 'Carl Baert', email: 'carl@baert.example' },
    },
  });
  expect(await rowOf()).toMatchObject({
    ...{ consent_by_id: world.bram.personId, recorded_by_id: world.bram.personId, outcome_back: true },
    day: '2026-03-05',
  });
});

test('through a contact who makes it, it is of degree 3, with who was asked as its root', async () => {
  const mia = await asking.circle.contact(world.bram, 'Mia');
  await app.at(asked, async () => {
    id = await asking.asked({ lookingFor: 'A dentist' });
    await asking.accept(world.bram, id, contactId, { viaContactId: mia });
  });
  expect((await yes()).request.introduction).toMatchObject({ degree: 3 });
  expect(await rowOf()).toMatchObject({
    ...{ introducer_contact_id: mia, asker_id: world.bram.personId, root_id: world.bram.personId },
  });
});

test('a consent ends with its last day, and the outcome is told back only if he wants it', async () => {
  await yes({ expiresOn: '2026-06-30', outcomeBack: false });
  expect(await rowOf()).toMatchObject({
    consent_expires_at: new Date('2026-06-30T22:00:00Z'),
    outcome_back: false,
  });
});

test('a consent does not end before it is given', async () => {
  expect(refused(await yes({ expiresOn: '2026-03-04' }))).toEqual(['DATE_OUT_OF_RANGE expiresOn']);
  expect(refused(await yes({ expiresOn: '2026-03-05' }))).toEqual([]);
});

test('on a no nothing is passed on, and the request is over for who was asked', async () => {
  const { request } = await app.at(answered, () => asking.answer(world.bram, id, false));
  expect(request).toMatchObject({ progress: 'CONTACT_REFUSED', state: 'WAITING', introduction: null });
  expect(await introductions()).toEqual([]);
  expect(refused(await yes())).toEqual(['REQUEST_NOT_OPEN requestId']);
});

test('an answer is to a request that was accepted', async () => {
  await app.at(asked, async () => {
    id = await asking.asked({ lookingFor: 'A dentist' });
  });
  expect(refused(await yes())).toEqual(['REQUEST_NOT_OPEN requestId']);
});

test('the contact himself agrees: the basis is his own statement', async () => {
  const request = await agreed();
  expect(request?.progress).toBe('introduced');
  expect(await rowOf()).toMatchObject({
    ...{ consent_by_id: null, consent_basis: 'asked_and_agreed', outcome_back: false },
    consent_expires_at: expiresAt,
  });
  const fields = 'introduction { introducedContact { name } }';
  expect(await app.at(answered, () => asking.read(world.sara, id, fields))).toEqual({
    introduction: { introducedContact: { name: 'Carl Baert' } },
  });
  const [activity] = await app.database.query(
    `SELECT actor_id AS "actorId", details FROM activities WHERE verb = 'introduction_request.introduced' AND subject_id = $1`,
    [id],
  );
  expect(activity).toEqual({ actorId: null, details: { introductionId: request?.introductionId } });
});

test('the contact himself refuses', async () => {
  const refuse = () => app.database.transaction((manager) => service().contactRefused(manager, id));
  expect((await app.at(answered, refuse))?.progress).toBe('contact_refused');
  expect(await agreed()).toBeNull();
  expect(await introductions()).toEqual([]);
});

test.each([
  ['declined', () => asking.decline(world.bram, id)],
  ['withdrawn', () => asking.withdraw(world.sara, id)],
])('a yes of the contact comes to nothing when the request was %s meanwhile', async (_, end) => {
  await app.at(asked, end);
  expect(await agreed()).toBeNull();
  expect(await introductions()).toEqual([]);
});

test.each([
  ['the requester', () => world.sara.membershipId],
  ['who was asked', () => world.bram.membershipId],
])('when %s has left, a yes ends the request quietly', async (_, membershipId) => {
  await leave(membershipId());
  const { request, errors } = await yes();
  expect(errors).toEqual([]);
  expect(request).toMatchObject({ progress: 'LAPSED', state: 'WAITING', introduction: null });
  expect(await introductions()).toEqual([]);
  expect(await agreed()).toBeNull();
});

test('a contact who was merged is introduced as what he was merged into; one who was erased is not', async () => {
  const stands = await asking.circle.contact(world.bram, 'Carl B.');
  await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [contactId, stands]);
  await yes();
  expect((await rowOf()).introduced_contact_id).toBe(stands);
  await app.at(asked, async () => {
    id = await asking.asked({ lookingFor: 'A dentist' });
    await asking.accept(world.bram, id, stands);
  });
  await app.database.query('UPDATE contacts SET name = NULL, email = NULL, erased_at = now() WHERE id = $1', [stands]);
  expect((await yes()).request).toMatchObject({ progress: 'LAPSED', introduction: null });
});

test('a contact who has turned out to be the requester is not introduced to himself', async () => {
  await app.act(world.bram, 'identifyContact', { contactId, personId: world.sara.personId }, 'contact { id }');
  expect(refused(await yes())).toEqual(['INTRODUCTION_LOOP requestId']);
  expect(await app.at(answered, () => asking.progress(world.bram, id))).toBe('ACCEPTED');
});

test('two who hear his yes at once introduce once', async () => {
  const answers = await app.at(answered, () =>
    Promise.all([asking.answer(world.bram, id, true), asking.answer(world.bram, id, true), agreed(), agreed()]),
  );
  const done = answers.filter((each) => each && (!('errors' in each) || each.errors.length === 0));
  expect(done).toHaveLength(1);
  expect(await introductions()).toHaveLength(1);
});

test('a yes and a withdrawal at once: one of the two holds', async () => {
  const [answer, withdrawal] = await app.at(answered, () =>
    Promise.all([asking.answer(world.bram, id, true), asking.withdraw(world.sara, id)]),
  );
  expect([...refused(answer), ...refused(withdrawal)]).toEqual(['REQUEST_NOT_OPEN requestId']);
  const { state } = await app.at(answered, () => asking.read(world.sara, id));
  expect(await introductions()).toHaveLength(state === 'INTRODUCED' ? 1 : 0);
});
