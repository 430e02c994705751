import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { Neighbourhood } from './neighbourhood.js';

let app: TestApp;
let world: World;
let around: Neighbourhood;

const manager = { role: 'Facility manager', company: 'Ziekenhuis Sint-Lucas', place: 'Gent' };
const asked = 'facility manager of a hospital in Ghent';
const hospital = { ...manager, profession: 'hospital' };

beforeAll(async () => {
  app = await TestApp.start({ KRING_SEARCH_STEP_MILLISECONDS: '0' });
  world = await World.build(app.database);
  around = new Neighbourhood(app, world);
});
beforeEach(async () => {
  await around.clear();
  await around.ownBook(world.sara);
  await around.shareAll('NETWORK', world.sara, world.pia, world.vik, world.bram, world.cleo);
});
afterAll(() => app.stop());

/** Three fellows of Sara each know one who fits. */
async function threeKnow(details: object = hospital): Promise<void> {
  for (const member of [world.pia, world.vik, world.bram]) await around.knows(member, { ...details });
}

describe('whom to ask', () => {
  test('fellow members who know somebody that fits, and nothing beyond them', async () => {
    await threeKnow();
    expect((await around.found(world.sara, asked)).sort()).toEqual(['Bram 2', 'Pia 2', 'Vik 2']);
    const { data } = await around.answer(world.sara, asked);
    const [edge] = data.warmPaths.members.edges;
    expect(edge.node.ask.id).toBe(
      [world.bram, world.pia, world.vik].find((m) => m.membershipId === edge.node.ask.id)?.membershipId,
    );
    expect(Object.keys(edge.node).sort()).toEqual(['ask', 'degree']);
  });

  test('a fellow who knows a member of another club, who shares with the network', async () => {
    await around.met(world.bram, world.ulf, '2026-03-01');
    await around.share(world.ulf, 'NETWORK');
    for (const owner of [world.pia, world.vik, world.ulf]) await around.knows(owner, hospital);
    expect((await around.found(world.sara, asked)).sort()).toEqual(['Bram 3', 'Pia 2', 'Vik 2']);
    await around.share(world.ulf, 'FELLOWS');
    expect(await around.found(world.sara, asked)).toEqual([]);
  });

  test('two members who sit together in a club of which the searcher is no member know each other', async () => {
    await world.seat(world.bram.personId, world.utrechtId, 'Plumber', '2026-01-02');
    await around.shareAll('NETWORK', world.ulf, world.tess);
    for (const owner of [world.ulf, world.tess, world.pia]) await around.knows(owner, hospital);
    expect((await around.found(world.sara, asked)).sort()).toEqual(['Bram 3', 'Pia 2']);
  });

  test('a fellow whose contact introduced such a one before, when he had a hand in it', async () => {
    for (const owner of [world.pia, world.vik]) await around.knows(owner, hospital);
    const carl = await around.knows(world.bram, { role: 'architect' });
    const dora = await around.knows(world.cleo, hospital);
    expect((await around.found(world.sara, asked)).sort()).toEqual(['Cleo 2', 'Pia 2', 'Vik 2']);
    await around.introduced(world.bram, carl, dora, world.cleo);
    expect((await around.found(world.sara, asked)).sort()).toEqual(['Bram 3', 'Cleo 2', 'Pia 2', 'Vik 2']);
    await app.database.query('UPDATE introductions SET asker_id = $1, root_id = $1', [world.ulf.personId]);
    expect((await around.found(world.sara, asked)).sort()).toEqual(['Cleo 2', 'Pia 2', 'Vik 2']);
  });

  test('a fellow who shares with nobody is not found, and nobody through him', async () => {
    await threeKnow();
    await around.knows(world.cleo, hospital);
    await around.share(world.bram, 'NOBODY');
    expect((await around.found(world.sara, asked)).sort()).toEqual(['Cleo 2', 'Pia 2', 'Vik 2']);
  });

  test('whoever left the club is no fellow any more', async () => {
    await threeKnow();
    const lars = await world.member('Lars', 'Smets', world.ghentId, 'Baker', '2026-01-02');
    await around.share(lars, 'NETWORK');
    await around.knows(lars, hospital);
    expect(await around.found(world.sara, asked)).toHaveLength(4);
    await app.database.query(`UPDATE memberships SET left_on = '2026-02-01' WHERE id = $1`, [lars.membershipId]);
    expect(await around.found(world.sara, asked)).toHaveLength(3);
  });

  test('contacts that are private, merged or erased are not found', async () => {
    await threeKnow();
    const one = await around.knows(world.cleo, { role: 'architect' });
    await around.knows(world.cleo, { ...hospital, is_private: true });
    await around.knows(world.cleo, { ...hospital, merged_into_id: one });
    expect(await around.found(world.sara, asked)).toHaveLength(3);
    await app.database.query('UPDATE contacts SET is_private = true WHERE owner_id = $1', [world.bram.personId]);
    expect(await around.found(world.sara, asked)).toEqual([]);
  });

  test('the strongest path comes first: as strong as its weakest link, then the shorter, then the freshest', async () => {
    await around.met(world.sara, world.vik, '2026-10-01');
    await around.met(world.sara, world.bram, '2026-10-01');
    await around.knows(world.pia, { ...hospital, strength: 'strong', last_spoken_on: '2026-09-01' });
    await around.knows(world.cleo, { ...hospital, strength: 'familiar', last_spoken_on: '2026-09-02' });
    await around.knows(world.vik, { ...hospital, strength: 'strong' });
    await around.knows(world.bram, { ...hospital });
    const order = await app.at('2026-11-01T12:00:00Z', () => around.found(world.sara, asked));
    expect(order).toEqual(['Vik 2', 'Cleo 2', 'Pia 2', 'Bram 2']);
    // Their one-to-one is more than a year ago.
    const later = await app.at('2027-10-02T12:00:00Z', () => around.found(world.sara, asked));
    expect(later).toEqual(['Cleo 2', 'Pia 2', 'Vik 2', 'Bram 2']);
  });
});

describe('what is looked for', () => {
  test.each([
    ['in Dutch, as it is written', 'ziekenhuis'],
    ['in the plural', 'facility managers'],
    ['without accents and in capitals', 'ZIEKÉNHUIS'],
    ['in any order', 'Gent ziekenhuis facility'],
    ['with a letter wrong', 'facilty manager'],
    ['with a letter missing', 'ziekenhus'],
    ['of the place in English', 'manager in Ghent'],
    ['of the place in French', 'Gand'],
    ['with signs that mean nothing', '"facility" & !manager* -gent'],
    ['part of a name with a hyphen', 'lucas'],
  ])('%s: %s', async (_, search) => {
    await threeKnow();
    expect(await around.found(world.sara, search)).toHaveLength(3);
  });

  test.each([
    ['a word that does not fit', 'facility manager dentist'],
    ['a short word that is only like one', 'gint'],
    ['a word that is part of another', 'agent'],
    ['the names of contacts', 'Human'],
    ['an e-mail address', 'carl@client.example'],
    ['a phone number', '+3292100001'],
  ])('and not by %s: %s', async (_, search) => {
    await threeKnow({ ...hospital, email: 'carl@client.example', phone: '+3292100001' });
    for (const [member, number] of [
      [world.pia, 1],
      [world.vik, 2],
      [world.bram, 3],
    ] as const) {
      await around.knows(member, {
        role: 'agency owner',
        email: `carl${number}@client.example`,
        phone: `+329210000${number}`,
      });
    }
    expect(await around.found(world.sara, search)).toEqual([]);
  });

  test('places of two words', async () => {
    await threeKnow({ role: 'dentist', place: 'Den Haag' });
    for (const search of ['dentist the hague', 'dentist Den Haag', 'dentist in La Haye']) {
      expect(await around.found(world.sara, search)).toHaveLength(3);
    }
  });

  test.each([
    ['only stop words', 'de van het of the', 'NOTHING_TO_LOOK_FOR'],
    ['only signs', '?! --', 'NOTHING_TO_LOOK_FOR'],
    ['nine words', 'een1 twee2 drie3 vier4 vijf5 zes6 zeven7 acht8 negen9', 'TOO_MANY_WORDS'],
  ])('%s are refused', async (_, search, refusal) => {
    await threeKnow();
    const { data } = await around.answer(world.sara, search);
    expect(data.warmPaths).toMatchObject({ refusal, members: { totalCount: 0, edges: [] } });
  });

  test.each([
    ['one character', 'a'],
    ['101 characters', 'x'.repeat(101)],
    ['two lines', 'facility\nmanager'],
  ])('%s are no search', async (_, search) => {
    const { data, errors } = await around.answer(world.sara, search);
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('one finds as far as one is found', () => {
  test('who shares with nobody is led to nobody', async () => {
    await threeKnow();
    await around.share(world.sara, 'NOBODY');
    const { data } = await around.answer(world.sara, asked);
    expect(data.warmPaths).toMatchObject({ refusal: 'SHARES_NOTHING', members: { totalCount: 0, edges: [] } });
  });

  test('who shares with fellows finds what is his fellows’ own, whatever these share', async () => {
    await threeKnow();
    await around.met(world.cleo, world.ulf, '2026-03-01');
    await around.share(world.ulf, 'NETWORK');
    await around.knows(world.ulf, hospital);
    expect(await around.found(world.sara, asked)).toContain('Cleo 3');
    await around.share(world.sara, 'FELLOWS');
    expect((await around.found(world.sara, asked)).sort()).toEqual(['Bram 2', 'Pia 2', 'Vik 2']);
  });

  test('he is shown as many as he has contacts that others can be led to', async () => {
    await threeKnow();
    await app.database.query('UPDATE contacts SET is_private = true WHERE owner_id = $1', [world.sara.personId]);
    expect(await around.found(world.sara, asked)).toEqual([]);
    await around.knows(world.sara);
    await around.knows(world.sara);
    const { data } = await around.answer(world.sara, asked);
    expect(data.warmPaths.members).toMatchObject({ totalCount: 2, edges: { length: 2 } });
  });

  test('somebody without a seat has nobody to ask', async () => {
    await threeKnow();
    await around.share(world.otto, 'NETWORK');
    await around.ownBook(world.otto);
    expect(await around.found(world.otto, asked)).toEqual([]);
  });

  test('he may search 60 times within an hour', async () => {
    await threeKnow();
    const refusals = async (instant: string, times: number) =>
      app.at(instant, async () => {
        const answers = await Promise.all(Array.from({ length: times }, () => around.answer(world.sara, asked)));
        return answers.filter(({ data }) => data.warmPaths.refusal === 'TOO_MANY_SEARCHES').length;
      });
    expect(await refusals('2026-11-02T12:00:00Z', 60)).toBe(0);
    expect(await refusals('2026-11-02T12:59:00Z', 2)).toBe(2);
    expect(await refusals('2026-11-02T13:01:00Z', 1)).toBe(0);
    const { data } = await app.at('2026-11-02T12:59:00Z', () => around.answer(world.pia, asked));
    expect(data.warmPaths.refusal).toBeNull();
  });
});

test('of three humans in three books each counts once, by person, e-mail, phone and name', async () => {
  const alike = { email: 'one@client.example', name: 'Léa Baert' };
  await around.knows(world.pia, { ...hospital, ...alike });
  await around.knows(world.vik, { ...hospital, ...alike, name: 'Lea BAERT' });
  await around.knows(world.bram, hospital);
  expect(await around.found(world.sara, asked)).toEqual([]);
  await around.knows(world.bram, hospital);
  expect(await around.found(world.sara, asked)).toHaveLength(3);
  await app.database.query('UPDATE contacts SET person_id = $1 WHERE role = $2', [world.otto.personId, hospital.role]);
  expect(await around.found(world.sara, asked)).toEqual([]);
});

test('pages are cut from one list; a cursor names the seat shown and nothing else', async () => {
  await threeKnow();
  const whole = (await around.answer(world.sara, asked)).data.warmPaths.members;
  const first = (await around.answer(world.sara, asked, { first: 2 })).data.warmPaths.members;
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const second = (await around.answer(world.sara, asked, { first: 2, after: first.pageInfo.endCursor })).data.warmPaths;
  expect([...first.edges, ...second.members.edges]).toEqual(whole.edges);
  for (const { cursor, node } of whole.edges) {
    expect(JSON.parse(Buffer.from(cursor, 'base64url').toString())).toEqual(['key', node.ask.id]);
  }
});

test('a search takes the same number of statements for none, for three and for five', async () => {
  const count = () => app.countQueries(() => around.answer(world.sara, asked, { first: 50 }));
  const bare = () =>
    app.countQueries(() =>
      app.query(
        world.sara,
        '{ warmPaths(search: "facility manager hospital") { members { totalCount nodes { degree } } } }',
      ),
    );
  await around.warmUp();
  const none = await bare();
  await threeKnow();
  expect(await bare()).toBe(none);
  const three = await count();
  for (const name of ['Lars', 'Mia']) {
    const member = await world.member(name, 'Smets', world.ghentId, name, '2026-01-02');
    await around.share(member, 'NETWORK');
    await around.knows(member, hospital);
  }
  expect(await bare()).toBe(none);
  expect(await count()).toBe(three);
});

test('what was searched for is written down nowhere', async () => {
  await threeKnow();
  await around.found(world.sara, 'ziekenhuis kwiebus');
  const tables = await app.database.query(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  for (const { name } of tables) {
    const rows = await app.database.query(`SELECT FROM ${name} t WHERE t::text ILIKE '%kwiebus%'`);
    expect({ name, rows: rows.length }).toEqual({ name, rows: 0 });
  }
});
