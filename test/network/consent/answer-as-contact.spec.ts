import { randomUUID } from 'node:crypto';
import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { ContactDesk } from './contact-desk.js';

let app: TestApp;
let world: World;
let circle: Circle;
let desk: ContactDesk;
let contactId: string;
let id: string;
let token: string;

const done = { errors: [] };
const answered = ['ALREADY_ANSWERED token'];
const noon = '2027-01-04T12:00:00Z';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await app.database.query('DELETE FROM sign_in_attempts');
  world = await World.build(app.database);
  circle = new Circle(app, world);
  desk = new ContactDesk(app);
  contactId = await circle.contact(world.bram, 'Carl Baert', { role: 'buyer', email: 'carl@baert.example' });
  const { introduction } = await circle.introduce(world.bram, { contactId }, world.sara, { consentBasis: 'NONE_YET' });
  id = introduction.id;
  ({ token } = await app.at('2027-01-04T09:00:00Z', () => desk.link(world.bram, contactId, id)));
});
afterAll(() => app.stop());

const agree = (input: object = {}) => app.at(noon, () => desk.agree(token, input));
const seenBy = (beneficiary = world.sara) =>
  circle.introduction(beneficiary, id, 'introducedContact { name role email }');

describe('agreeing', () => {
  test('opens the details to the beneficiary for twelve months, and is kept as his own word', async () => {
    expect(await agree({ outcomeBack: false })).toEqual(done);
    await app.at(noon, async () => {
      expect((await seenBy()).introducedContact).toMatchObject({ name: 'Carl Baert', email: 'carl@baert.example' });
      const { consents } = await desk.history(world.sara, id);
      expect(consents.nodes[0]).toMatchObject({
        kind: 'AGREED',
        basis: 'ASKED_AND_AGREED',
        textVersion: '2026-11',
        detailsForward: true,
        outcomeBack: false,
        byContact: true,
        statedBy: null,
        expiresAt: '2028-01-04T12:00:00.000Z',
      });
      expect(await desk.page(token)).toMatchObject({
        answeredAt: '2027-01-04T12:00:00.000Z',
        expiresAt: '2028-01-04T12:00:00.000Z',
      });
    });
    const later = await app.at('2028-01-04T12:00:00Z', async () => [await seenBy(), await desk.page(token)]);
    expect(later).toEqual([{ introducedContact: { name: null, role: 'buyer', email: null } }, null]);
  });

  test('is to a wording that was shown, and to the passing on', async () => {
    expect(refused(await agree({ textVersion: '2020-01' }))).toEqual(['INVALID textVersion']);
    expect(refused(await agree({ detailsForward: false }))).toEqual(['INVALID detailsForward']);
    expect((await desk.history(world.bram, id)).consents.totalCount).toBe(1);
    expect(await agree()).toEqual(done);
  });

  test('is recorded as nobody’s act of the club', async () => {
    await agree();
    const rows = await app.database.query(
      `SELECT actor_id, details FROM activities WHERE verb = 'introduction.consent_agreed' AND subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor_id: null, details: {} }]);
  });
});

describe('declining', () => {
  const told = 'consentBasis consentAt introducedContact { name role email }';
  const basis = (consentBasis: string) =>
    app.act(world.bram, 'stateConsent', { introductionId: id, consentBasis }, 'introduction { id }');

  test('leaves no basis, and is kept for who asked', async () => {
    await basis('PUBLIC_BUSINESS_DETAILS');
    expect(await app.at(noon, () => desk.decline(token))).toEqual(done);
    expect((await seenBy()).introducedContact).toEqual({ name: null, role: 'buyer', email: null });
    const history = await desk.history(world.bram, id);
    expect(history).toMatchObject({ consentBasis: 'NONE_YET', outcomeBack: false });
    expect(history.consents.nodes[0]).toMatchObject({ kind: 'DECLINED', byContact: true, detailsForward: false });
  });

  test('where there was no basis, the beneficiary cannot tell that he was asked', async () => {
    const before = await circle.introduction(world.sara, id, told);
    await app.at(noon, () => desk.decline(token));
    expect(await circle.introduction(world.sara, id, told)).toEqual(before);
    expect((await desk.history(world.sara, id)).consents.totalCount).toBe(1);
  });
});

describe('a question is answered once', () => {
  test('and with the same key it is the same answer', async () => {
    const idempotencyKey = randomUUID();
    for (let time = 0; time < 2; time += 1) expect(await agree({ idempotencyKey })).toEqual(done);
    expect(refused(await agree({ idempotencyKey, outcomeBack: false }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
    expect((await desk.history(world.bram, id)).consents.totalCount).toBe(2);
  });

  test('also when he thinks otherwise afterwards: then he withdraws', async () => {
    await agree();
    await app.at(noon, async () => {
      expect(refused(await desk.agree(token))).toEqual(answered);
      expect(refused(await desk.decline(token))).toEqual(answered);
      expect(await desk.withdraw(token, id)).toEqual(done);
      expect((await seenBy()).introducedContact).toEqual({ name: null, role: 'buyer', email: null });
    });
  });

  test('also by two at the same moment', async () => {
    const answers = await app.at(noon, () =>
      Promise.all([desk.agree(token), desk.decline(token), desk.agree(token), desk.decline(token)]),
    );
    expect(answers.flatMap(refused)).toEqual([...answered, ...answered, ...answered]);
    expect((await desk.history(world.bram, id)).consents.totalCount).toBe(2);
  });

  test('and there is none to answer where a link asks nothing', async () => {
    const plain = await desk.link(world.bram, contactId);
    expect(refused(await desk.agree(plain.token))).toEqual(['NOTHING_ASKED token']);
    expect(refused(await desk.decline(plain.token))).toEqual(['NOTHING_ASKED token']);
  });
});

describe('withdrawing', () => {
  test('takes back what a member stated too, in both directions, at once', async () => {
    await app.act(world.bram, 'stateConsent', { introductionId: id, consentBasis: 'EXISTING_REQUEST' }, '');
    const plain = await desk.link(world.bram, contactId);
    expect(await desk.withdraw(plain.token, id)).toEqual(done);
    expect((await seenBy()).introducedContact).toEqual({ name: null, role: 'buyer', email: null });
    const { consents } = await desk.history(world.sara, id);
    expect(consents.nodes[0]).toMatchObject({ kind: 'WITHDRAWN', byContact: true, outcomeBack: false, reason: null });
    expect((await desk.page(plain.token)).introductions.nodes[0]).toMatchObject({
      consentBasis: 'NONE_YET',
      consentByContact: true,
    });
  });

  test('is of an introduction of him: another one and none are one answer', async () => {
    const dora = await circle.contact(world.bram, 'Dora');
    const other = (await circle.introduce(world.bram, { contactId: dora }, world.sara)).introduction.id;
    const person = (await circle.introduce(world.bram, { personId: world.ulf.personId }, world.sara)).introduction.id;
    await app.at(noon, async () => {
      for (const introductionId of [other, person, randomUUID()]) {
        expect(refused(await desk.withdraw(token, introductionId))).toEqual(['NOT_FOUND introductionId']);
      }
    });
  });
});

describe('correcting', () => {
  const corrected = {
    ...{ name: 'Karel Baert', company: 'Baert', role: 'owner', email: 'karel@baert.example' },
    ...{ phone: '+32 9 210 00 02', profession: 'wholesaler', place: 'Aalst' },
  };
  const fields = 'name company role email phone profession place strength';
  const contact = async (actor: { token: string }) =>
    (await app.query(actor, `query ($id: UUID!) { contact(id: $id) { ${fields} } }`, { id: contactId })).contact;

  test('is seen by the owner and by the beneficiary; what the owner thinks of him stays', async () => {
    const strong = { contactId, name: 'Carl Baert', strength: 'STRONG' };
    await app.act(world.bram, 'changeContact', strong, 'contact { id }');
    await app.at(noon, async () => {
      await desk.agree(token);
      expect(await desk.correct(token, corrected)).toEqual(done);
      const held = { ...corrected, phone: '+3292100002' };
      expect(await contact(world.bram)).toEqual({ ...held, strength: 'STRONG' });
      expect(await contact(world.sara)).toEqual({ ...held, strength: null });
      expect((await desk.page(token)).details).toMatchObject(held);
    });
  });

  test.each([
    [{ name: ' ' }, ['INVALID name']],
    [{ name: 'x'.repeat(121) }, ['INVALID name']],
    [{ name: 'Carl\nBcc: all' }, ['INVALID name']],
    [{ name: 'Carl', email: 'carl' }, ['INVALID email']],
    [{ name: 'Carl', phone: '12' }, ['INVALID phone']],
    [{ name: 'Carl', place: 'x'.repeat(121) }, ['INVALID place']],
    [{ name: 'Carl' }, []],
  ])('%j is answered %j', async (input, expected) => {
    expect(refused(await app.at(noon, () => desk.correct(token, input)))).toEqual(expected);
  });

  test('is recorded without what was corrected', async () => {
    await app.at(noon, () => desk.correct(token, corrected));
    const [row] = await app.database.query(
      `SELECT actor_id, details FROM activities WHERE verb = 'contact.corrected' AND subject_id = $1`,
      [contactId],
    );
    expect(row).toEqual({ actor_id: null, details: {} });
  });
});

test('a contact takes no key from the member: what that one sends with the same is done', async () => {
  const idempotencyKey = randomUUID();
  await agree({ idempotencyKey });
  const added = await app.act(world.bram, 'addContact', { idempotencyKey, name: 'Dora' }, 'contact { id }');
  expect(added.errors).toEqual([]);
});

test('too many acts by one link are refused for an hour, whether it is one or not', async () => {
  for (const each of [token, 'nothing']) {
    const attempt = () => app.at(noon, () => desk.correct(each, { name: 'Carl' }));
    for (let time = 0; time < 20; time += 1) await attempt();
    expect(refused(await attempt())).toEqual(['TOO_MANY_ATTEMPTS']);
    const later = await app.at('2027-01-04T13:01:00Z', () => desk.correct(each, { name: 'Carl' }));
    expect(refused(later)).toEqual(each === token ? [] : ['TOKEN_INVALID token']);
  }
});
