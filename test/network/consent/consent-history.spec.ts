import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { ContactDesk } from './contact-desk.js';

let app: TestApp;
let world: World;
let circle: Circle;
let desk: ContactDesk;
let contactId: string;
let id: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await app.database.query('DELETE FROM sign_in_attempts');
  world = await World.build(app.database);
  circle = new Circle(app, world);
  desk = new ContactDesk(app);
  contactId = await circle.contact(world.bram, 'Carl Baert');
  const { introduction } = await circle.introduce(world.bram, { contactId }, world.sara, { consentBasis: 'NONE_YET' });
  id = introduction.id;
});
afterAll(() => app.stop());

const state = (actor: CastMember, input: object) =>
  app.act(
    actor,
    'stateConsent',
    { introductionId: id, consentBasis: 'ASKED_AND_AGREED', ...input },
    'introduction { id consentBasis consentExpiresAt outcomeBack }',
  );
const withdraw = (actor: CastMember, input: object = {}) =>
  app.act(actor, 'withdrawConsent', { introductionId: id, ...input }, 'introduction { consentBasis consentExpiresAt }');
const kinds = async (actor: CastMember = world.bram) =>
  (await desk.history(actor, id)).consents.nodes.map((node: { kind: string }) => node.kind);

describe('the history of a consent', () => {
  test('begins when the introduction is recorded', async () => {
    expect((await desk.history(world.bram, id)).consents).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: expect.any(String),
          kind: 'STATED',
          basis: 'NONE_YET',
          textVersion: null,
          detailsForward: false,
          outcomeBack: true,
          byContact: false,
          reason: null,
          statedAt: expect.any(String),
          expiresAt: null,
          statedBy: { id: world.bram.personId },
        },
      ],
    });
  });

  test('begins too with a referral, and with an introduction that had been forgotten', async () => {
    const { referral } = await circle.refer(world.bram, world.sara, { prospect: { contactId } });
    expect((await desk.history(world.bram, referral.introduction.id)).consents.totalCount).toBe(1);
    const own = await circle.contact(world.sara, 'Dora');
    await circle.insert(world.sara, { introductionId: id, contactId: own });
    const { parent } = await circle.introduction(world.sara, id, 'parent { id }');
    expect((await desk.history(world.sara, parent.id)).consents.nodes).toMatchObject([{ basis: 'NONE_YET' }]);
  });

  test('keeps every statement and withdrawal, the latest first; the last is what holds', async () => {
    await state(world.bram, { consentBasis: 'EXISTING_REQUEST', outcomeBack: false });
    await withdraw(world.bram, { reason: 'CONTACT_ASKED' });
    const history = await desk.history(world.bram, id);
    expect(history).toMatchObject({ consentBasis: 'NONE_YET', outcomeBack: false });
    expect(history.consents.nodes).toMatchObject([
      { kind: 'WITHDRAWN', basis: 'NONE_YET', detailsForward: false, outcomeBack: false, reason: 'CONTACT_ASKED' },
      { kind: 'STATED', basis: 'EXISTING_REQUEST', detailsForward: true, outcomeBack: false, reason: null },
      { kind: 'STATED', basis: 'NONE_YET' },
    ]);
  });

  test('is never rewritten', async () => {
    const rewriting = app.database.query('UPDATE consents SET outcome_back = true WHERE introduction_id = $1', [id]);
    await expect(rewriting).rejects.toThrow('never changed');
    await expect(app.database.query('DELETE FROM consents WHERE introduction_id = $1', [id])).rejects.toThrow();
  });

  test('is for who sees the introduction; its root learns not by whom', async () => {
    const links = await circle.chain(world.bram, world.sara, ['Carl', 'Dora']);
    id = links[1]?.id ?? '';
    expect((await desk.history(world.sara, id)).consents.nodes).toMatchObject([
      { byContact: false, statedBy: { id: world.sara.personId } },
    ]);
    expect((await desk.history(world.bram, id)).consents.nodes).toMatchObject([{ byContact: false, statedBy: null }]);
    for (const actor of [world.cleo, world.pia, world.ada]) expect(await desk.history(actor, id)).toBeNull();
  });

  test('that the contact said no stands there for who had a hand in asking him alone', async () => {
    await desk.decline((await desk.link(world.bram, contactId, id)).token);
    expect(await kinds()).toEqual(['DECLINED', 'STATED']);
    expect(await kinds(world.sara)).toEqual(['STATED']);
  });

  test('of five statements costs as many queries as of one', async () => {
    for (const basis of ['NONE_YET', 'EXISTING_REQUEST', 'NONE_YET', 'ASKED_AND_AGREED']) {
      await state(world.bram, { consentBasis: basis });
    }
    const count = (first: number) => app.countQueries(() => desk.history(world.bram, id, first));
    expect(await count(5)).toBe(await count(1));
  });
});

describe('a statement', () => {
  const monday = '2027-01-04T23:30:00+01:00';
  const at = <T>(work: () => Promise<T>) => app.at(monday, work);

  test('may have a last day, which ends by the clocks of the beneficiary’s club', async () => {
    const { introduction } = await at(() => state(world.bram, { expiresOn: '2027-07-01' }));
    expect(introduction.consentExpiresAt).toBe('2027-07-01T22:00:00.000Z');
    const name = (instant: string) =>
      app.at(
        instant,
        async () => (await circle.introduction(world.sara, id, 'introducedContact { name }')).introducedContact,
      );
    expect(await name('2027-07-01T23:59:00+02:00')).toEqual({ name: 'Carl Baert' });
    expect(await name('2027-07-02T00:00:00+02:00')).toEqual({ name: null });
  });

  test.each([
    ['2027-01-04', ['DATE_OUT_OF_RANGE expiresOn']],
    ['2027-01-05', []],
    ['2032-01-04', []],
    ['2032-01-05', ['DATE_OUT_OF_RANGE expiresOn']],
  ])('that ends on %s is answered %j', async (expiresOn, expected) => {
    expect(refused(await at(() => state(world.bram, { expiresOn })))).toEqual(expected);
  });

  test('that there is no basis has no end', async () => {
    expect(refused(await state(world.bram, { consentBasis: 'NONE_YET', expiresOn: '2099-01-01' }))).toEqual([
      'INVALID expiresOn',
    ]);
  });

  test('that leaves the outcome out leaves it as it was', async () => {
    await state(world.bram, { outcomeBack: false });
    expect((await state(world.bram, {})).introduction.outcomeBack).toBe(false);
    expect((await state(world.bram, { outcomeBack: true })).introduction.outcomeBack).toBe(true);
  });
});

describe('withdrawing', () => {
  const contact = async () =>
    (await circle.introduction(world.sara, id, 'introducedContact { name }')).introducedContact;

  test('leaves the beneficiary the role alone, at once', async () => {
    await state(world.bram, { expiresOn: '2030-01-01' });
    expect(await contact()).toEqual({ name: 'Carl Baert' });
    const { introduction } = await withdraw(world.bram);
    expect(introduction).toEqual({ consentBasis: 'NONE_YET', consentExpiresAt: null });
    expect(await contact()).toEqual({ name: null });
  });

  test('is for who may state the consent', async () => {
    const attempt = (actor: CastMember) => app.attempt(actor, 'withdrawConsent', { introductionId: id }, '');
    expect((await attempt(world.sara)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    for (const actor of [world.cleo, world.pia, world.tess, world.otto]) {
      expect(refused(await withdraw(actor))).toEqual(['NOT_FOUND introductionId']);
    }
  });

  test('is recorded with ids and plain words alone', async () => {
    await withdraw(world.bram, { reason: 'STATED_IN_ERROR' });
    const rows = await app.database.query(
      `SELECT actor_id, details FROM activities WHERE verb = 'introduction.consent_withdrawn' AND subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor_id: world.bram.personId, details: { reason: 'stated_in_error' } }]);
  });

  test('and stating at once: both are kept, and the last of them holds', async () => {
    await Promise.all([state(world.bram, {}), withdraw(world.bram), state(world.bram, {}), withdraw(world.bram)]);
    const history = await desk.history(world.bram, id);
    expect(history.consents.totalCount).toBe(5);
    const [held] = await app.database.query<{ basis: string }[]>(
      'SELECT basis FROM consents WHERE introduction_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    );
    expect(history.consentBasis).toBe(held?.basis.toUpperCase());
  });
});

describe('what the contact said no to himself', () => {
  beforeEach(async () => {
    await desk.decline((await desk.link(world.bram, contactId, id)).token);
  });

  test('no member states for him, there or with another introduction to the same member', async () => {
    expect(refused(await state(world.bram, {}))).toEqual(['CONTACT_SAID_NO consentBasis']);
    expect(refused(await circle.introduce(world.bram, { contactId }, world.sara))).toEqual([
      'CONTACT_SAID_NO consentBasis',
    ]);
    expect(refused(await circle.refer(world.bram, world.sara, { prospect: { contactId } }))).toEqual([
      'CONTACT_SAID_NO consentBasis',
    ]);
    expect(refused(await state(world.bram, { consentBasis: 'NONE_YET', outcomeBack: true }))).toEqual([
      'CONTACT_SAID_NO outcomeBack',
    ]);
  });

  test('is no matter of other members, nor of introductions without a basis', async () => {
    expect(refused(await circle.introduce(world.bram, { contactId }, world.cleo))).toEqual([]);
    const again = await circle.introduce(world.bram, { contactId }, world.sara, { consentBasis: 'NONE_YET' });
    expect(refused(again)).toEqual([]);
    expect(await desk.history(world.bram, again.introduction.id)).toMatchObject({ outcomeBack: false });
  });

  test('he agrees to by a new link, and then members may state again', async () => {
    await desk.agree((await desk.link(world.bram, contactId, id)).token);
    expect(refused(await state(world.bram, {}))).toEqual([]);
  });
});
