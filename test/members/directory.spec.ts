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

const entry = 'company profession { name } person { familyName } heldToday renewsOn leftOn';
const directoryQuery = `query ($id: UUID!, $first: Int! = 20, $after: String, $on: Date) {
  club(id: $id) {
    members(first: $first, after: $after, on: $on) {
      totalCount nodes { id ${entry} } pageInfo { hasNextPage endCursor }
    }
    offices { nodes { name membership { person { givenName } } } }
  }
}`;
const directory = async (actor: { token: string }, variables: object = {}) =>
  (await app.query(actor, directoryQuery, { id: world.ghentId, ...variables })).club;
const membership = async (actor: { token: string }, id: string) =>
  (await app.query(actor, `query ($id: UUID!) { membership(id: $id) { id ${entry} } }`, { id })).membership;

/** Lou sat in Ghent from February to April. */
const lou = async () => {
  const member = await world.member('Lou', 'Hermans', world.ghentId, `Jeweller ${newId()}`, '2026-02-01');
  const end = { membershipId: member.membershipId, leftOn: '2026-05-01' };
  await app.act(world.pia, 'endMembership', end, 'membership { id }');
  return member;
};

test('the directory lists who sits in the club today, by profession, page after page', async () => {
  const whole = (await directory(world.ulf)).members;
  expect(whole.totalCount).toBe(5);
  const professions = whole.nodes.map((node: { profession: { name: string } }) => node.profession.name);
  expect(professions).toEqual(['Accountant', 'Architect', 'Notary', 'Plumber', 'Printer']);
  const first = (await directory(world.ulf, { first: 3 })).members;
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const rest = (await directory(world.ulf, { first: 3, after: first.pageInfo.endCursor })).members;
  expect([...first.nodes, ...rest.nodes]).toEqual(whole.nodes);
});

test('a cursor of another list is refused', async () => {
  for (const after of ['junk', Buffer.from('[1, 2]').toString('base64url')]) {
    const answer = await app.execute(world.ulf, directoryQuery, { id: world.ghentId, after });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('the board is who holds an office today', async () => {
  expect((await directory(world.ulf)).offices.nodes).toEqual([
    { name: 'PRESIDENT', membership: { person: { givenName: 'Pia' } } },
    { name: 'VICE_PRESIDENT', membership: { person: { givenName: 'Vik' } } },
  ]);
});

test('five members cost as many statements as one', async () => {
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) {
      members(first: $first) { nodes { ${entry} club { name } viewerCan { end } } }
    }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.pia, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
});

test('members of the network see a directory entry; a stranger sees nothing', async () => {
  expect(await membership(world.ulf, world.sara.membershipId)).toMatchObject({
    company: 'Printer & Co',
    profession: { name: 'Printer' },
    person: { familyName: 'Peeters' },
    heldToday: true,
  });
  expect(await membership(world.otto, world.sara.membershipId)).toBeNull();
  const elsewhere = await World.build(app.database);
  for (const stranger of [elsewhere.ada, elsewhere.pia, elsewhere.dirk]) {
    expect(await membership(stranger, world.sara.membershipId)).toBeNull();
  }
});

test('when a seat is renewed is seen by the member, the board, directors and administrators only', async () => {
  const sees = async (actor: { token: string }) => (await membership(actor, world.sara.membershipId)).renewsOn;
  for (const actor of [world.sara, world.pia, world.vik, world.dirk, world.ada]) {
    expect(await sees(actor)).toBe('2099-01-01');
  }
  for (const actor of [world.bram, world.ulf, world.tess]) expect(await sees(actor)).toBeNull();
});

test('who left is seen by the club, administrators and himself, and when he left by fewer', async () => {
  const { membershipId, token } = await lou();
  for (const actor of [world.pia, world.ada, { token }]) {
    expect(await membership(actor, membershipId)).toMatchObject({ heldToday: false, leftOn: '2026-05-01' });
  }
  expect(await membership(world.bram, membershipId)).toMatchObject({ heldToday: false, leftOn: null });
  for (const actor of [world.ulf, world.dirk]) expect(await membership(actor, membershipId)).toBeNull();
});

test('who is still to come is seen by the club, not yet by others', async () => {
  const { membershipId } = await world.member('Fien', 'Goossens', world.ghentId, 'Baker', '2098-01-01');
  expect(await membership(world.bram, membershipId)).toMatchObject({ heldToday: false });
  expect(await membership(world.ulf, membershipId)).toBeNull();
});

test('the directory of an earlier day holds who sat then, for those who may know', async () => {
  const { membershipId } = await lou();
  const ids = async (actor: { token: string }, on: string) =>
    (await directory(actor, { on })).members.nodes.map((node: { id: string }) => node.id);
  expect(await ids(world.bram, '2026-04-30')).toContain(membershipId);
  expect(await ids(world.bram, '2026-05-01')).not.toContain(membershipId);
  expect(await ids(world.ulf, '2026-04-30')).not.toContain(membershipId);
});

test('today is the civil day in the club', async () => {
  const { membershipId } = await world.member('Max', 'Nys', world.ghentId, 'Brewer', '2026-07-01');
  const lists = () => directory(world.ulf).then(({ members }) => members.nodes.map((node: { id: string }) => node.id));
  expect(await app.at('2026-06-30T21:59:00Z', lists)).not.toContain(membershipId);
  expect(await app.at('2026-06-30T22:00:00Z', lists)).toContain(membershipId);
});

test('the seats of a person, the latest first, are those the viewer may see', async () => {
  const { personId } = await lou();
  const utrecht = await world.seat(personId, world.utrechtId, `Jeweller ${newId()}`, '2026-06-01');
  const query = `query ($id: UUID!) { membership(id: $id) { person { memberships { totalCount nodes { club { name } } } } } }`;
  const clubs = async (actor: { token: string }) =>
    (await app.query(actor, query, { id: utrecht })).membership.person.memberships;
  expect(await clubs(world.bram)).toEqual({
    totalCount: 2,
    nodes: [{ club: { name: 'Utrecht Dom' } }, { club: { name: 'Gent Graslei' } }],
  });
  expect(await clubs(world.ulf)).toEqual({ totalCount: 1, nodes: [{ club: { name: 'Utrecht Dom' } }] });
});

test('the viewer finds his own seats, past ones included', async () => {
  const { token } = await lou();
  const { viewer } = await app.query({ token }, '{ viewer { memberships { nodes { leftOn club { name } } } } }');
  expect(viewer.memberships.nodes).toEqual([{ leftOn: '2026-05-01', club: { name: 'Gent Graslei' } }]);
});

test('a membership tells what the viewer may do with it', async () => {
  const can = async (actor: { token: string }) =>
    (
      await app.query(
        actor,
        'query ($id: UUID!) { membership(id: $id) { viewerCan { changeCompany changeProfession renew end appointOfficer } } }',
        { id: world.sara.membershipId },
      )
    ).membership.viewerCan;
  const all = { changeCompany: true, changeProfession: true, renew: true, end: true, appointOfficer: true };
  const none = { changeCompany: false, changeProfession: false, renew: false, end: false, appointOfficer: false };
  expect(await can(world.pia)).toEqual(all);
  expect(await can(world.ada)).toEqual(all);
  expect(await can(world.sara)).toEqual({ ...none, changeCompany: true, end: true });
  expect(await can(world.bram)).toEqual(none);
});
