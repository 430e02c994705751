import { newId } from '../../src/platform/id.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const selection = `membership {
  id joinedOn renewsOn leftOn company heldToday
  person { givenName familyName } club { name } profession { name }
}`;
const nora = () => ({
  givenName: 'Nora',
  familyName: 'Van Damme',
  email: `nora.${newId()}@kring.example`,
  phone: '+32470123456',
  locale: 'nl-BE',
});
const admission = async (input: object = {}) => ({
  clubId: world.ghentId,
  newPerson: nora(),
  professionId: await world.profession(`Profession ${newId()}`),
  company: 'Van Damme bv',
  ...input,
});
const admit = async (actor: { token: string }, input: object = {}) =>
  app.act(actor, 'admitMember', await admission(input), selection);
const attempt = async (actor: { token: string }) => app.attempt(actor, 'admitMember', await admission(), selection);

test('the president admits a new person, from today for a year', async () => {
  const { membership, errors } = await app.at('2026-02-28T23:30:00Z', () => admit(world.pia));
  expect(errors).toEqual([]);
  expect(membership).toMatchObject({
    joinedOn: '2026-03-01',
    renewsOn: '2027-03-01',
    leftOn: null,
    company: 'Van Damme bv',
    person: { givenName: 'Nora', familyName: 'Van Damme' },
    club: { name: 'Gent Graslei' },
  });
});

test('the vice-president, the membership committee and administrators admit members too', async () => {
  const committee = await world.member('Mia', 'Lenaerts', world.ghentId, 'Baker');
  await world.office(committee, world.ghentId, 'membership_committee');
  for (const actor of [world.vik, committee, world.ada]) expect((await admit(actor)).errors).toEqual([]);
});

test('other members, other offices and directors do not admit members; to a stranger the club does not exist', async () => {
  const host = await world.member('Hugo', 'Mertens', world.ghentId, 'Florist');
  await world.office(host, world.ghentId, 'visitor_host');
  for (const actor of [world.sara, host, world.tess, world.dirk]) {
    expect((await attempt(actor)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect((await admit(world.otto)).errors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'clubId'] }]);
});

test('a known person gets a seat in a second club', async () => {
  const { membership } = await admit(world.pia, { newPerson: null, personId: world.ulf.personId });
  expect(membership).toMatchObject({ person: { givenName: 'Ulf' }, club: { name: 'Gent Graslei' } });
});

test('a person whom no network knows yet can be admitted; a person of another network does not exist', async () => {
  const otto = await world.person('Otto', 'Smit');
  expect((await admit(world.pia, { newPerson: null, personId: otto.personId })).errors).toEqual([]);
  const elsewhere = await World.build(app.database);
  for (const personId of [elsewhere.sara.personId, elsewhere.ada.personId, elsewhere.dirk.personId, newId()]) {
    expect((await admit(world.pia, { newPerson: null, personId })).errors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'personId'] },
    ]);
  }
});

test('a person has one seat in a club, and may come back after leaving', async () => {
  const again = { newPerson: null, personId: world.bram.personId };
  expect((await admit(world.pia, again)).errors).toMatchObject([
    { code: 'ALREADY_A_MEMBER', field: ['input', 'personId'] },
  ]);
  await app.act(
    world.pia,
    'endMembership',
    { membershipId: world.bram.membershipId, leftOn: '2026-03-01' },
    'membership { id }',
  );
  expect((await admit(world.pia, { ...again, joinedOn: '2026-02-28' })).errors).toMatchObject([
    { code: 'ALREADY_A_MEMBER' },
  ]);
  expect((await admit(world.pia, { ...again, joinedOn: '2026-03-01' })).errors).toEqual([]);
});

test('a profession has one live seat per club; in another club it is free', async () => {
  const professionId = await world.profession('Roofer');
  expect((await admit(world.pia, { professionId })).errors).toEqual([]);
  expect(await admit(world.pia, { professionId })).toMatchObject({
    membership: null,
    errors: [{ code: 'SEAT_TAKEN', field: ['input', 'professionId'] }],
  });
});

test('of two admissions to one profession at once exactly one succeeds', async () => {
  const professionId = await world.profession('Optician');
  const answers = await Promise.all([admit(world.pia, { professionId }), admit(world.vik, { professionId })]);
  expect(answers.map(({ errors }) => errors[0]?.code ?? 'done').sort()).toEqual(['SEAT_TAKEN', 'done']);
  const seats = await app.database.query('SELECT id FROM memberships WHERE profession_id = $1', [professionId]);
  expect(seats).toHaveLength(1);
});

test('an e-mail address belongs to one person, whatever its capitals, and nothing is left of a refused admission', async () => {
  const newPerson = nora();
  await admit(world.pia, { newPerson });
  const answer = await admit(world.tess, {
    clubId: world.utrechtId,
    newPerson: { ...newPerson, email: newPerson.email.toUpperCase() },
  });
  expect(answer).toMatchObject({
    membership: null,
    errors: [{ code: 'TAKEN', field: ['input', 'newPerson', 'email'] }],
  });
  const person = nora();
  await admit(world.pia, { newPerson: person, professionId: await world.profession('Roofer') });
  expect((await admit(world.pia, { newPerson: person })).errors).toEqual([]);
});

test.each([
  ['neither a known nor a new person', { newPerson: null }, ['personId']],
  ['both a known and a new person', { personId: newId() }, ['personId']],
  ['a blank family name', { newPerson: { ...nora(), familyName: ' ' } }, ['newPerson', 'familyName']],
  ['an e-mail address that is none', { newPerson: { ...nora(), email: 'nora' } }, ['newPerson', 'email']],
  ['a phone number without its country', { newPerson: { ...nora(), phone: '0470123456' } }, ['newPerson', 'phone']],
  ['a blank company', { company: '' }, ['company']],
])('%s is refused, naming the field', async (_, input, field) => {
  expect((await admit(world.pia, input)).errors).toMatchObject([{ code: 'INVALID', field: ['input', ...field] }]);
});

test.each([
  ['a seat is renewed after its first day', { joinedOn: '2026-03-01', renewsOn: '2026-03-01' }, 'renewsOn'],
  ['a seat begins at most a year from now', { joinedOn: '9999-12-31' }, 'joinedOn'],
])('%s', async (_, input, field) => {
  expect((await admit(world.pia, input)).errors).toMatchObject([
    { code: 'DATE_OUT_OF_RANGE', field: ['input', field] },
  ]);
});

test('a profession that does not exist is not found', async () => {
  expect((await admit(world.pia, { professionId: newId() })).errors).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'professionId'] },
  ]);
});

test('a retry with the same key admits once', async () => {
  const input = await admission({ idempotencyKey: newId(), newPerson: nora() });
  const [first, second] = [await admit(world.pia, input), await admit(world.pia, input)];
  expect(second).toEqual(first);
});
