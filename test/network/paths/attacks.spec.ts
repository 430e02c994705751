import type { Answer } from '../../support/test-app.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { type Details, Neighbourhood } from './neighbourhood.js';

/**
 * Two worlds that differ in one thing: whether Bram knows the target, a man of whom the attacker knows all there is to
 * know. Sara, the attacker, may do what a member may do, and compares. What she cannot tell apart, she cannot learn.
 */
let app: TestApp;
let world: World;
let around: Neighbourhood;

const target = {
  ...{ name: 'Ignace Vermeersch', role: 'Facility manager', company: 'Kwantix Cryogenics', place: 'Gent' },
  ...{ profession: 'hospital engineer', email: 'ignace@kwantix.example', phone: '+3292109999' },
};
const fieldsOfTarget = [
  'Ignace',
  'Vermeersch',
  'Ignace Vermeersch',
  target.email,
  'kwantix.example',
  target.phone,
  '32 9 210 99 99',
];
const narrow = [
  'kwantix',
  'Kwantix Cryogenics',
  'Kwantix Gent',
  'facility manager kwantix',
  'manager cryogenics Ghent',
  'kwantyx',
  'engineer',
];
const broad = ['manager', 'facility manager Gent', 'hospital'];

beforeAll(async () => {
  app = await TestApp.start({ KRING_SEARCH_STEP_MILLISECONDS: '0' });
  world = await World.build(app.database);
  around = new Neighbourhood(app, world);
  await around.warmUp();
});
afterAll(() => app.stop());

interface Observation {
  answers: Answer[];
  statements: number[];
}

/** All that the attacker sees of a search: the whole list, page after page, and what it costs the server. */
async function observe(searches: readonly string[], searcher: CastMember): Promise<Observation> {
  const seen: Observation = { answers: [], statements: [] };
  const look = async (search: string, page: { first?: number; after?: string }) => {
    const statements = await app.countQueries(async () => {
      seen.answers.push(await around.answer(searcher, search, page));
    });
    seen.statements.push(statements);
    return seen.answers.at(-1)?.data?.warmPaths?.members;
  };
  for (const search of searches) {
    await look(search, { first: 50 });
    let page = await look(search, { first: 1 });
    while (page?.pageInfo.hasNextPage) page = await look(search, { first: 1, after: page.pageInfo.endCursor });
    // A cursor of the seat that she would like to find in the list.
    await look(search, {
      first: 1,
      after: Buffer.from(JSON.stringify(['key', world.bram.membershipId])).toString('base64url'),
    });
  }
  return seen;
}

/** Everybody knows somebody, Bram too; nobody but him can know the target. */
async function setUp(): Promise<void> {
  await around.clear();
  await around.ownBook(world.sara);
  const all = [world.sara, world.pia, world.vik, world.bram, world.cleo];
  await around.shareAll('NETWORK', ...all, world.ulf, world.tess);
  await around.met(world.vik, world.ulf, '2026-03-01');
  for (const member of all) {
    await around.knows(member, {
      role: 'Facility manager',
      place: 'Gent',
      strength: 'strong',
      last_spoken_on: '2026-06-01',
    });
    await around.knows(member, { role: 'Dentist', place: 'Gent' });
    await around.knows(member, {
      role: 'Nurse',
      profession: 'hospital',
      strength: 'strong',
      last_spoken_on: '2026-06-01',
    });
  }
}

/** What she sees without and with the target in the book of the owner. */
async function compare(
  searches: readonly string[],
  {
    owner = world.bram,
    details = {},
    searcher = world.sara,
  }: { owner?: CastMember; details?: Details; searcher?: CastMember } = {},
): Promise<void> {
  const forget = () => app.database.query('DELETE FROM sign_in_attempts');
  await forget();
  const without = await observe(searches, searcher);
  await forget();
  const id = await around.knows(owner, { ...target, ...details });
  const having = await observe(searches, searcher);
  await app.database.query('DELETE FROM contacts WHERE id = $1', [id]);
  expect(having.answers.map((each) => JSON.stringify(each))).toEqual(
    without.answers.map((each) => JSON.stringify(each)),
  );
  expect(having.statements).toEqual(without.statements);
  // The attack was under way: it was let in and answered.
  expect(without.answers.some(({ data }) => data?.warmPaths?.refusal === null)).toBe(true);
}

beforeEach(setUp);

test('by his name, his e-mail address or his phone number', () => compare(fieldsOfTarget));

test('by his company, by narrowing words, or with words misspelt on purpose', () => compare(narrow));

test('by broad words that Bram is found by anyhow', async () => {
  expect(await around.found(world.sara, 'manager')).toContain('Bram 2');
  await compare(broad, { details: { strength: 'weak' } });
});

test('by what comes before and after a search: the order of the others tells nothing', async () => {
  await around.met(world.sara, world.bram, '2026-10-01');
  await compare(broad, { details: { strength: 'strong', last_spoken_on: '2026-05-01' } });
});

test('by entering him into her own book, whole or under another name', async () => {
  for (const details of [target, { ...target, name: 'Somebody' }, { ...target, email: null, phone: null }]) {
    await around.knows(world.sara, details);
    await compare([...narrow, ...broad.slice(1)], { details: { strength: 'weak' } });
  }
});

test('by making herself somebody like him in her own profile', async () => {
  const profile = { givenName: 'Ignace', familyName: 'Vermeersch', phone: target.phone, locale: 'nl-BE' };
  const { errors } = await app.act(world.sara, 'changeProfile', profile, 'person { id }');
  expect(errors).toEqual([]);
  await compare([...narrow, ...broad], { details: { strength: 'weak' } });
});

test('by filling her own book with others who fit', async () => {
  for (let number = 0; number < 5; number += 1) {
    await around.knows(world.sara, {
      ...target,
      name: `Fake ${number}`,
      email: `fake${number}@kwantix.example`,
      phone: null,
    });
  }
  await compare(narrow);
});

test('by sharing more or less, or having more or fewer contacts', async () => {
  await around.share(world.sara, 'FELLOWS');
  await compare([...narrow, ...fieldsOfTarget]);
  await app.database.query('DELETE FROM contacts WHERE owner_id = $1', [world.sara.personId]);
  await around.ownBook(world.sara, 1);
  await compare([...narrow, ...broad], { details: { strength: 'weak' } });
});

test('by way of a member of another club who knows him', async () => {
  await compare([...narrow, ...fieldsOfTarget], { owner: world.ulf });
});

test('by way of a chain: a contact of Bram introduced him before', async () => {
  const id = await around.knows(world.bram, { role: 'Architect' });
  const chained = await around.knows(world.bram, {
    ...target,
    name: 'Somebody who is introduced',
    role: 'Baker',
    company: null,
    profession: null,
  });
  await around.introduced(world.bram, id, chained, world.cleo);
  await compare(narrow);
});

test('with one other member, who puts as many like him into his book as he likes', async () => {
  for (let number = 0; number < 5; number += 1) {
    await around.knows(world.vik, {
      ...target,
      name: `Fake ${number}`,
      email: `fake${number}@kwantix.example`,
      phone: null,
    });
  }
  await compare(narrow);
  await compare(narrow, { searcher: world.vik });
});

test('with one other member, who enters the target himself, under several names', async () => {
  for (const name of [target.name, 'Ignace V.', 'I. Vermeersch']) await around.knows(world.vik, { ...target, name });
  await compare(narrow);
});

test('by asking for much at once: each search of a request counts', async () => {
  await app.database.query('DELETE FROM sign_in_attempts');
  const aliases = Array.from({ length: 15 }, (_, number) => `_${number}: warmPaths(search: "kwantix") { refusal }`);
  const answers = [];
  for (let time = 0; time < 5; time += 1) {
    answers.push(
      ...Object.values(
        (await app.query(world.sara, `{ ${aliases.join(' ')} }`)) as Record<string, { refusal: string }>,
      ),
    );
  }
  expect(answers.filter(({ refusal }) => refusal === null)).toHaveLength(60);
});

/**
 * The limit of the promise, stated: two accomplices with made-up contacts are the choice of three with whoever is the
 * third. Three members who act together learn that another knows somebody of a kind as narrow as they like.
 */
test('a coalition of three is not kept out', async () => {
  for (const [number, accomplice] of [world.vik, world.cleo].entries()) {
    await around.knows(accomplice, {
      ...target,
      name: `Fake ${number}`,
      email: `fake${number}@kwantix.example`,
      phone: null,
    });
  }
  expect(await around.found(world.sara, 'kwantix')).toEqual([]);
  await around.knows(world.bram, target);
  expect(await around.found(world.sara, 'kwantix')).toContain('Bram 2');
});
