import { getIntrospectionQuery } from 'graphql';
import { limits } from '../../src/platform/graphql/limits.js';
import { bearer, type Sent, send } from '../support/send.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const ask = (query: string, variables: object = {}): Promise<Sent> =>
  send(app, { query, variables }, bearer(world.ada));
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** `levels` fields below each other. */
const nested = (levels: number): string =>
  `{ region(id: "${world.ghentRegionId}") { ${'parent { '.repeat(levels - 2)} name ${'}'.repeat(levels)}`;

const refused = (code: string) => ({ status: 400, errors: [{ extensions: { code } }], data: undefined });

describe('a query', () => {
  test('goes as deep as is allowed, and no deeper', async () => {
    expect(await ask(nested(limits.depth))).toMatchObject({ status: 200, errors: [] });
    expect(await ask(nested(limits.depth + 1))).toMatchObject(refused('QUERY_TOO_DEEP'));
  });

  test('goes no deeper through fragments', async () => {
    const fragments = times(8, (index) => `fragment F${index} on Region { parent { parent { ...F${index + 1} } } }`);
    const query = `{ networks { nodes { ...F0 } } } ${fragments} fragment F8 on Region { name }`;
    expect(await ask(query)).toMatchObject(refused('QUERY_TOO_DEEP'));
  });

  test('has as many aliases as are allowed, and no more', async () => {
    const aliased = (count: number) => `{ club(id: "${world.ghentId}") { ${times(count, (i) => `a${i}: name`)} } }`;
    expect(await ask(aliased(limits.aliases))).toMatchObject({ status: 200, errors: [] });
    expect(await ask(aliased(limits.aliases + 1))).toMatchObject(refused('TOO_MANY_ALIASES'));
  });

  test('has as many directives as are allowed, and no more', async () => {
    const directed = (count: number) => `{ ${times(count, () => '__typename @include(if: true)')} }`;
    expect(await ask(directed(limits.directives))).toMatchObject({ status: 200, errors: [] });
    expect(await ask(directed(limits.directives + 1))).toMatchObject(refused('TOO_MANY_DIRECTIVES'));
  });

  test('is as long as is allowed, and no longer', async () => {
    const fields = limits.tokens / limits.operations - 4;
    const long = (more: string) => ({
      query: times(limits.operations, (i) => `query Q${i} { ${times(fields, () => '__typename')} }`) + more,
      operationName: 'Q0',
    });
    expect(await send(app, long(''))).toMatchObject({ status: 200, errors: [] });
    expect(await send(app, long(' {'))).toMatchObject(refused('QUERY_TOO_LONG'));
  });

  test('stands beside as many others as are allowed, and no more', async () => {
    const several = (count: number) => ({
      query: times(count, (index) => `query Q${index} { __typename }`),
      operationName: 'Q0',
    });
    expect(await send(app, several(limits.operations))).toMatchObject({ status: 200, errors: [] });
    expect(await send(app, several(limits.operations + 1))).toMatchObject(refused('TOO_MANY_OPERATIONS'));
  });
});

describe('the cost of a query', () => {
  const clubsOfClubs = (outer: string, inner: string) =>
    `{ clubs(first: ${outer}) { nodes { region { clubs(first: ${inner}) { nodes { name locale } } } } } }`;

  test('is the product of the page sizes around a field', async () => {
    // 1 + 1 + 90 x (1 + 1 + 1 + 100 x 2) + ... stays below; at 100 x 100 it does not.
    expect(await ask(clubsOfClubs('90', '100'))).toMatchObject({ status: 200, errors: [] });
    expect(await ask(clubsOfClubs('100', '100'))).toMatchObject(refused('QUERY_TOO_COSTLY'));
  });

  test('counts page sizes in variables, and those a variable has by default', async () => {
    const inVariables = `query ($n: Int!) ${clubsOfClubs('$n', '$n')}`;
    expect(await ask(inVariables, { n: 20 })).toMatchObject({ status: 200, errors: [] });
    expect(await ask(inVariables, { n: 100 })).toMatchObject(refused('QUERY_TOO_COSTLY'));
    expect(await ask(`query ($n: Int! = 100) ${clubsOfClubs('$n', '$n')}`)).toMatchObject(refused('QUERY_TOO_COSTLY'));
  });

  test('counts the default page where none is asked for', async () => {
    const deeper = (inner: string) => `clubs { nodes { region { ${inner} } } }`;
    const query = `{ ${deeper(deeper(deeper(deeper('name'))))} }`;
    expect(await ask(query)).toMatchObject(refused('QUERY_TOO_COSTLY'));
  });

  test('counts fragments wherever they are spread', async () => {
    const query = `{ clubs(first: 100) { ...Page } }
      fragment Page on ClubConnection { nodes { region { clubs(first: 100) { ...Names } } } }
      fragment Names on ClubConnection { nodes { ... on Club { name locale } } }`;
    expect(await ask(query)).toMatchObject(refused('QUERY_TOO_COSTLY'));
  });

  test('is found at once for fragments that multiply each other: counting their fields one by one would take years', async () => {
    const fragments = times(60, (index) => `fragment F${index} on Region { ...F${index + 1} ...F${index + 1} }`);
    const query = `{ networks { nodes { ...F0 } } } ${fragments} fragment F60 on Region { name }`;
    expect(await ask(query)).toMatchObject(refused('QUERY_TOO_COSTLY'));
  });

  test('lets a handful of acts through in one request, not dozens', async () => {
    const acts = (count: number) =>
      `mutation { ${times(count, (index) => `m${index}: addProfession(input: { name: "Trade ${index}", idempotencyKey: "0191f3a0-0000-7000-8000-0000000000${10 + index}" }) { errors { code } }`)} }`;
    expect(await ask(acts(5))).toMatchObject({ status: 200, errors: [] });
    expect(await ask(acts(20))).toMatchObject(refused('QUERY_TOO_COSTLY'));
  });

  test('lets tools read the whole schema', async () => {
    expect(await ask(getIntrospectionQuery({ inputValueDeprecation: true }))).toMatchObject({
      status: 200,
      errors: [],
    });
  });

  test('does not let the schema be read over and over', async () => {
    const schema = '__schema { types { fields { type { fields { type { fields { name } } } } } } }';
    expect(await ask(`{ ${schema} }`)).toMatchObject({ status: 400 });
    expect(await ask(`{ ${times(21, (index) => `s${index}: __schema { types { name } }`)} }`)).toMatchObject(
      refused('QUERY_TOO_COSTLY'),
    );
  });
});

test.each(['0', '-1', '101', '2000000000'])('a page of %s is refused', async (first) => {
  expect(await ask(`{ clubs(first: ${first}) { totalCount } }`)).toMatchObject(refused('BAD_USER_INPUT'));
  expect(await ask('query ($n: Int!) { clubs(first: $n) { totalCount } }', { n: Number(first) })).toMatchObject(
    refused('BAD_USER_INPUT'),
  );
});

test('a limit is told to clients of plain JSON with 200, as every refusal of a document', async () => {
  const answer = await send(app, { query: nested(20) }, { ...bearer(world.ada), accept: 'application/json' });
  expect(answer).toMatchObject({ status: 200, errors: [{ extensions: { code: 'QUERY_TOO_DEEP' } }] });
});
