import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { Asking } from './asking.js';

let app: TestApp;
let world: World;
let asking: Asking;

const early = '2026-03-01T09:00:00Z';
const late = '2026-04-10T09:00:00Z';
const lapsed = '2026-05-01T09:00:00Z';

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  asking = new Asking(app, world);
});
afterAll(() => app.stop());

const made = async (viewer: CastMember, state: string | null): Promise<string[]> => {
  const query = `query ($state: IntroductionRequestState) {
    viewer { introductionRequestsMade(state: $state) { nodes { lookingFor } totalCount } } }`;
  const { nodes, totalCount } = (await app.query(viewer, query, { state })).viewer.introductionRequestsMade;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ lookingFor }: { lookingFor: string }) => lookingFor);
};
const received = async (viewer: CastMember, open: boolean | null): Promise<string[]> => {
  const query = `query ($open: Boolean) { viewer { introductionRequestsReceived(open: $open) { nodes { lookingFor } } } }`;
  const { nodes } = (await app.query(viewer, query, { open })).viewer.introductionRequestsReceived;
  return nodes.map(({ lookingFor }: { lookingFor: string }) => lookingFor);
};

async function story(): Promise<void> {
  const contactId = await asking.circle.contact(world.bram, 'Carl');
  const ask = (lookingFor: string) => asking.asked({ lookingFor });
  await app.at(early, async () => {
    await ask('ignored');
    await asking.decline(world.bram, await ask('declined'));
    await asking.accept(world.bram, await ask('accepted'), contactId);
  });
  await app.at(late, async () => {
    await asking.withdraw(world.sara, await ask('withdrawn'));
    const introduced = await ask('introduced');
    await asking.accept(world.bram, introduced, contactId);
    await asking.answer(world.bram, introduced, true);
    await asking.postpone(world.bram, await ask('postponed'), '2026-05-05');
  });
}

test('whoever asked finds his own by what he knows of them, the latest first', async () => {
  await story();
  const all = ['postponed', 'introduced', 'withdrawn', 'accepted', 'declined', 'ignored'];
  await app.at(late, async () => {
    expect(await made(world.sara, null)).toHaveLength(6);
    expect((await made(world.sara, null)).slice(0, 3).sort()).toEqual(all.slice(0, 3).sort());
    expect((await made(world.sara, 'WAITING')).sort()).toEqual(['accepted', 'declined', 'ignored', 'postponed']);
    expect(await made(world.sara, 'INTRODUCED')).toEqual(['introduced']);
    expect(await made(world.sara, 'WITHDRAWN')).toEqual(['withdrawn']);
    expect(await made(world.sara, 'LAPSED')).toEqual([]);
    expect(await made(world.bram, null)).toEqual([]);
  });
  await app.at(lapsed, async () => {
    expect((await made(world.sara, 'LAPSED')).sort()).toEqual(['accepted', 'declined', 'ignored']);
    expect(await made(world.sara, 'WAITING')).toEqual(['postponed']);
  });
});

test('whoever was asked finds those that are still open, and the others', async () => {
  await story();
  await app.at(late, async () => {
    expect((await received(world.bram, true)).sort()).toEqual(['accepted', 'ignored', 'postponed']);
    expect((await received(world.bram, false)).sort()).toEqual(['declined', 'introduced', 'withdrawn']);
    expect(await received(world.bram, null)).toHaveLength(6);
    expect(await received(world.sara, null)).toEqual([]);
  });
  await app.at(lapsed, async () => {
    expect(await received(world.bram, true)).toEqual(['postponed']);
    expect(await received(world.bram, false)).toHaveLength(5);
  });
});

test('lists have pages', async () => {
  await story();
  const query = `query ($after: String) { viewer { introductionRequestsMade(first: 4, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } } } }`;
  await app.at(late, async () => {
    const first = (await app.query(world.sara, query)).viewer.introductionRequestsMade;
    const second = (await app.query(world.sara, query, { after: first.pageInfo.endCursor })).viewer;
    expect([first.pageInfo.hasNextPage, second.introductionRequestsMade.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(new Set([...first.nodes, ...second.introductionRequestsMade.nodes].map(({ id }) => id)).size).toBe(6);
  });
});

test('one request and five take the same number of statements, from either side', async () => {
  const fields = `nodes { id state progress note requester { id } askedBy { id } asked { id } contact { id name }
    viaContact { id } parent { id } introduction { id introducedContact { name } viewerCan { refer } } viewerCan { accept } }`;
  const made = `{ viewer { introductionRequestsMade { ${fields} } } }`;
  const received = `{ viewer { introductionRequestsReceived { ${fields} } } }`;
  const ask = async (place: number) => {
    const contactId = await asking.circle.contact(world.bram, `Carl ${place}`);
    const id = await asking.asked({ lookingFor: `Dentist ${place}` });
    await asking.accept(world.bram, id, contactId);
    await asking.answer(world.bram, id, true);
  };
  const count = async () => [
    await app.countQueries(() => app.query(world.sara, made)),
    await app.countQueries(() => app.query(world.bram, received)),
  ];
  await ask(0);
  const one = await count();
  for (const place of [1, 2, 3, 4]) await ask(place);
  expect(await count()).toEqual(one);
});
