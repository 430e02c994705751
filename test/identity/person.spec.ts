import { TestApp } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  await app.database.query("UPDATE persons SET phone = '+3292000000' WHERE id = $1", [world.sara.personId]);
});
afterAll(() => app.stop());

const fields = 'givenName familyName email phone locale viewerCan { invite changeProfile }';
const person = async (actor: CastMember, of: CastMember) =>
  (await app.query(actor, `query ($id: UUID!) { person(id: $id) { ${fields} } }`, { id: of.personId })).person;

test('a person sees all of himself', async () => {
  expect(await person(world.sara, world.sara)).toEqual({
    givenName: 'Sara',
    familyName: 'Peeters',
    email: world.sara.email,
    phone: '+3292000000',
    locale: 'nl-BE',
    viewerCan: { invite: false, changeProfile: true },
  });
  expect(await person(world.otto, world.otto)).toMatchObject({ givenName: 'Otto', email: world.otto.email });
});

test.each([
  ['a fellow member', () => world.bram],
  ['an administrator of the network', () => world.ada],
])('%s sees e-mail and phone, not the language', async (_, actor) => {
  expect(await person(actor(), world.sara)).toMatchObject({
    email: world.sara.email,
    phone: '+3292000000',
    locale: null,
    viewerCan: { changeProfile: false },
  });
});

test.each([
  ['a member of another club', () => world.ulf],
  ['a director', () => world.dirk],
])('%s of the network sees the name alone', async (_, actor) => {
  expect(await person(actor(), world.sara)).toMatchObject({
    givenName: 'Sara',
    email: null,
    phone: null,
    locale: null,
  });
});

test('to a stranger, a person is the same as none', async () => {
  expect(await person(world.otto, world.sara)).toBeNull();
  expect(await person(world.sara, world.otto)).toBeNull();
  expect(await person(world.sara, { ...world.otto, personId: '0191f3a0-0000-7000-8000-00000000dead' })).toBeNull();
});

test('who has left is still seen by name, no longer with his e-mail', async () => {
  const lena = await world.member('Lena', 'Mertens', world.ghentId, 'Florist');
  expect(await person(world.sara, lena)).toMatchObject({ email: lena.email });
  await app.database.query("UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1", [lena.membershipId]);
  for (const actor of [world.sara, world.ada]) {
    expect(await person(actor, lena)).toMatchObject({ givenName: 'Lena', email: null });
  }
  expect(await person(lena, world.sara)).toBeNull();
});

test('fellowship is counted in days of the club', async () => {
  const finn = await world.member('Finn', 'Aerts', world.ghentId, 'Baker', '2026-08-10');
  // In Ghent it is two hours later than in UTC.
  await app.at('2026-08-09T21:59:00Z', async () =>
    expect(await person(world.sara, finn)).toMatchObject({ email: null }),
  );
  await app.at('2026-08-09T22:00:00Z', async () =>
    expect(await person(world.sara, finn)).toMatchObject({ email: finn.email }),
  );
});

test('who may invite is told so, and whom', async () => {
  const noor = await world.member('Noor', 'Dhondt', world.ghentId, 'Optician');
  expect((await person(world.pia, noor)).viewerCan.invite).toBe(false);
  await world.removeAccount(noor);
  expect((await person(world.pia, noor)).viewerCan.invite).toBe(true);
  expect((await person(world.sara, noor)).viewerCan.invite).toBe(false);
});

test('persons of a list are read together', async () => {
  const list = (ids: string[]) =>
    app.query(
      world.ada,
      `{ ${ids.map((id, index) => `p${index}: person(id: "${id}") { email phone viewerCan { invite } }`).join(' ')} }`,
    );
  const everybody = [world.sara, world.bram, world.cleo, world.ulf, world.tess].map(({ personId }) => personId);
  await list(everybody);
  const one = await app.countQueries(() => list(everybody.slice(0, 1)));
  expect(await app.countQueries(() => list(everybody))).toBe(one);
});

test('the viewer is null for whoever has not signed in', async () => {
  expect(await app.query(null, '{ viewer { person { id } } }')).toEqual({ viewer: null });
});
