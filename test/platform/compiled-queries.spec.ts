import { jest } from '@jest/globals';
import { In } from 'typeorm';
import { CompiledDocuments, usesBeforeCompiling } from '../../src/platform/graphql/compiled-queries.js';
import { rowsByIds } from '../../src/platform/rows.js';
import { ReferralsService } from '../../src/referrals/referrals.service.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await TestApp.start({ KRING_LOG_LEVEL: 'fatal' });
  world = await World.build(app.database);
  for (const [index, giver] of [world.bram, world.cleo, world.pia].entries()) {
    await app.act(
      giver,
      'giveReferral',
      {
        clubId: world.ghentId,
        receiverMembershipId: world.sara.membershipId,
        need: `Need ${index}`,
        warmth: 3,
        consentBasis: 'NONE_YET',
      },
      'referral { id }',
    );
  }
});
afterAll(() => app.stop());
afterEach(() => jest.restoreAllMocks());

/**
 * The same request again and again, as Sara: each answer to the letter, but for the ids under which bugs are logged; and
 * for each that a compiled query was asked for, whether it could answer.
 */
async function answers(query: string, variables: object = {}): Promise<{ texts: string[]; compiled: boolean[] }> {
  const original = CompiledDocuments.prototype.find;
  const compiled: boolean[] = [];
  jest.spyOn(CompiledDocuments.prototype, 'find').mockImplementation(function (this: CompiledDocuments, ...asked) {
    const found = original.apply(this, asked);
    if (!found) return null;
    const answer = async (...given: Parameters<typeof found.query>) => {
      const result = await found.query(...given);
      compiled.push(!result.errors);
      return result;
    };
    return { ...found, query: answer };
  });
  const texts: string[] = [];
  for (let time = 0; time < usesBeforeCompiling + 1; time += 1) {
    const text = JSON.stringify(await app.execute(world.sara, query, variables));
    texts.push(text.replaceAll(/"requestId":"[^"]+"/g, '"requestId"'));
  }
  return { texts, compiled };
}

const list = `query List($first: Int = 2, $after: String) { viewer { referralsReceived(first: $first, after: $after) {
  __typename totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  edges { cursor node { id } } nodes { ...Whole again: need } } } }
  fragment Whole on Referral { id need stage warmth givenAt givenOn promisedAt firstContactAt inside
    giver { ...Name } receiver { ...Name } introduction { id } viewerCan { followUp } }
  fragment Name on Person { givenName familyName email locale }`;

describe('a compiled query answers to the letter what the ordinary executor does', () => {
  const skipped = `query ($no: Boolean!) { viewer { person { id givenName @skip(if: $no) familyName @include(if: $no) }
    ... on Viewer @include(if: $no) { locale } } }`;
  const twice = [true, true];
  test.each<[string, string, object, boolean[]]>([
    ['a list with fragments, aliases and null', list, {}, twice],
    ['a variable with a value', list, { first: 1 }, twice],
    ['what is left out by @skip and taken by @include', skipped, { no: true }, twice],
    ['what is taken by @skip and left out by @include', skipped, { no: false }, twice],
    [
      'one thing that does not exist',
      'query ($id: UUID!) { person(id: $id) { id } }',
      { id: '01a20fb0-0987-7008-97b5-3f840fb2ca6f' },
      twice,
    ],
    [
      'lists in lists',
      '{ clubs { nodes { name currency region { name kind } members { nodes { company person { givenName } } } } } }',
      {},
      twice,
    ],
    ['the schema', '{ __schema { queryType { name fields { name } } } __type(name: "Club") { name kind } }', {}, twice],
    ['a cursor of nobody, and null up to the root', list, { after: 'nonsense' }, [false, false]],
    ['a page too large', list, { first: 1000 }, []],
    ['a variable of another type', list, { first: 'two' }, []],
    ['a key that is none', 'query ($id: UUID!) { person(id: $id) { id } }', { id: 'nonsense' }, []],
  ])('%s', async (name, query, variables, answered) => {
    // A document of its own, so that it begins uncompiled.
    const { texts, compiled } = await answers(`# ${name}\n${query}`, variables);
    expect(new Set(texts).size).toBe(1);
    expect(compiled).toEqual(answered);
  });
});

test('it is compiled when it comes often', async () => {
  const { compiled } = await answers('{ viewer { person { givenName } } }');
  expect(compiled).toEqual([true, true]);
});

test('a bug is masked the same, and beside it stands what could be answered', async () => {
  jest.spyOn(ReferralsService.prototype, 'moves').mockRejectedValue(new Error('secret'));
  const { texts } = await answers(
    '{ viewer { person { id } referralsReceived { nodes { id moves { totalCount } } } } }',
  );
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toContain('INTERNAL_SERVER_ERROR');
  expect(texts[0]).not.toContain('secret');
});

test('mutations are not compiled', async () => {
  const { compiled } = await answers(
    'mutation { changeProfile(input: { givenName: "Sara" }) { person { givenName } errors { code } } }',
  );
  expect(compiled).toEqual([]);
});

test('entities made of plain rows are those that TypeORM makes', async () => {
  let compared = 0;
  for (const { target } of app.database.entityMetadatas.filter(({ propertiesMap }) => 'id' in propertiesMap)) {
    const expected = await app.database.getRepository<{ id: string }>(target).find({ take: 20 });
    const ids = expected.map(({ id }) => id);
    const made = await rowsByIds<{ id: string }>(target)(ids, app.database);
    expect(new Map(made.map((row) => [row.id, row]))).toStrictEqual(new Map(expected.map((row) => [row.id, row])));
    compared += await app.database.getRepository<{ id: string }>(target).countBy({ id: In(ids) });
  }
  expect(compared).toBeGreaterThan(20);
});
