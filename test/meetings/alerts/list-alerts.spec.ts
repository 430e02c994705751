import { newId } from '../../../src/platform/id.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { ClubRulesAtWork } from './club-rules-at-work.js';

let app: TestApp;
let world: World;
let club: ClubRulesAtWork;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  club = new ClubRulesAtWork(app, world);
  await club.rules('2026-01-02', { absence_alert_count: 1 });
  const absent = [world.vik, world.sara, world.bram, world.cleo].map(({ membershipId }) => [membershipId, 'ABSENT']);
  await club.closed('2026-02-26T07:00:00+01:00', Object.fromEntries(absent));
  await club.closed('2026-03-05T07:00:00+01:00', Object.fromEntries(absent));
});
afterAll(() => app.stop());

const names = ({ nodes }: { nodes: { membership: { person: { givenName: string } } }[] }) =>
  nodes.map(({ membership }) => membership.person.givenName).sort();

test('any officer sees the alerts of his club, the latest first, by pages', async () => {
  const host = await world.member('Hugo', 'Nys', world.ghentId, 'Baker');
  await world.office(host, world.ghentId, 'visitor_host');
  const alerts = await club.alerts(host);
  expect(alerts.totalCount).toBe(8);
  const days = alerts.nodes.map(({ meeting }: { meeting: { heldOn: string } }) => meeting.heldOn);
  expect(days).toEqual([...Array(4).fill('2026-03-05'), ...Array(4).fill('2026-02-26')]);
  expect((await club.alerts(host, { first: 3 })).nodes).toEqual(alerts.nodes.slice(0, 3));
});

test('members without an office, directors, administrators and other clubs see none', async () => {
  for (const actor of [world.sara, world.dirk, world.ada, world.tess]) expect(await club.alerts(actor)).toBeNull();
});

test('a member sees the alerts about himself and no others', async () => {
  expect(names(await club.ownAlerts(world.sara))).toEqual(['Sara', 'Sara']);
  expect(names(await club.ownAlerts(world.vik))).toEqual(['Vik', 'Vik']);
  for (const actor of [world.pia, world.tess, world.otto]) expect((await club.ownAlerts(actor)).nodes).toEqual([]);
});

test('an alert by its key is there for whom it is in a list, and else like one that is not', async () => {
  const [{ id }] = (await club.ownAlerts(world.sara)).nodes;
  const find = async (actor: { token: string }, key: string) =>
    (await app.query(actor, 'query ($id: UUID!) { alert(id: $id) { id } }', { id: key })).alert;
  for (const actor of [world.pia, world.sara]) expect(await find(actor, id)).toEqual({ id });
  for (const actor of [world.bram, world.ada, world.tess]) expect(await find(actor, id)).toBeNull();
  expect(await find(world.pia, newId())).toBeNull();
});

test('what is decided is told from what is not', async () => {
  const all = await club.alerts(world.pia);
  const of = all.nodes.find(
    ({ membership }: { membership: { person: { givenName: string } } }) => membership.person.givenName === 'Cleo',
  );
  await club.decide(world.pia, of.id, { decision: 'WARN' });
  expect(await club.alerts(world.pia, { undecided: true })).toMatchObject({ totalCount: 7 });
  expect((await club.alerts(world.pia, { undecided: false })).nodes).toMatchObject([
    { id: of.id, decision: { decision: 'WARN' } },
  ]);
  expect(await club.alerts(world.pia)).toMatchObject({ totalCount: 8 });
});

test('five alerts cost as many statements as one', async () => {
  const query = `query ($id: UUID!, $first: Int!) {
    club(id: $id) {
      alerts(first: $first) {
        totalCount
        nodes {
          measured limit rulesVersion { version } meeting { heldOn } membership { person { givenName } }
          decision { note decidedBy { givenName } } viewerCan { decide }
        }
      }
    }
  }`;
  const count = (first: number) => app.countQueries(() => app.query(world.pia, query, { id: world.ghentId, first }));
  expect(await count(5)).toBe(await count(1));
  const board = `query ($id: UUID!, $first: Int!) { club(id: $id) { members(first: $first) { nodes { probationUntil } } } }`;
  const members = (first: number) => app.countQueries(() => app.query(world.pia, board, { id: world.ghentId, first }));
  expect(await members(5)).toBe(await members(1));
});

test('five pieces of evidence cost as many statements as one', async () => {
  await club.rules('2026-03-06', { absence_alert_count: 5 });
  await club.thursdays(world.sara, { '2026-03-12': 'ABSENT', '2026-03-19': 'ABSENT', '2026-03-26': 'ABSENT' });
  const query = `query ($first: Int!) {
    viewer {
      alerts(first: 1) {
        nodes { evidence(first: $first) { totalCount nodes { day letter meeting { heldOn } office { name } visitor { name } } } }
      }
    }
  }`;
  const ask = (first: number) => app.query(world.sara, query, { first });
  const [alert] = (await ask(5)).viewer.alerts.nodes;
  expect(alert.evidence).toMatchObject({ totalCount: 5, nodes: { length: 5 } });
  expect(await app.countQueries(() => ask(5))).toBe(await app.countQueries(() => ask(1)));
});
