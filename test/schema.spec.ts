import { readFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { printedSchema } from '../src/platform/graphql/printed-schema.js';
import { TestApp } from './support/test-app.js';

/** The lists that need no pages, because what they hold is few by its nature. */
const shortLists: Record<string, string> = {
  'AgendaTemplate.points': 'An agenda has sixty points at most.',
  'Club.proposedSpeakers': 'As many as are asked for, a hundred at most.',
  'ContactPage.duplicates': 'The entries of one book that were merged into one.',
  'ContactImport.columns': 'A file has 200 columns at most.',
  'ContactImportColumn.samples': 'Three at most.',
  'ContactImportRow.errors': 'One for each field at most.',
  'ContactImportRow.filled': 'One for each field at most.',
  'ContactDuplicate.reasons': 'Three reasons.',
  'CountsTotal.thanked': 'The currencies of one club.',
  'CountsTotal.thankedWithheld': 'The currencies of one club.',
  'CurrencyReturn.byDegree': 'Four degrees.',
  'CurrencyReturn.byMonth': 'The months of a period, which lasts ten years at most.',
  'Customer.money': 'The currencies of the deals with one customer.',
  'Deal.credits': 'A split has ten shares at most.',
  'HeldOneToOne.between': 'The two people of a one-to-one.',
  'Introduction.lifetimeValue': 'The currencies of one chain.',
  'Introduction.return': 'The currencies of one chain.',
  'Meeting.proposedSpeakers': 'As many as are asked for, a hundred at most.',
  'MatchedContact.matched': 'The words of an ask, which has 300 characters at most.',
  'MeetingAgenda.points': 'An agenda has sixty points at most.',
  'MemberCounts.thanked': 'The currencies of one member.',
  'MemberCounts.thankedWithheld': 'The currencies of one member.',
  'MeetingChange.letters': 'Those set in one act, at most 200; most acts set one.',
  'PeriodReturn.currencies': 'The currencies of one club.',
  'PeriodReturn.suppressedCurrencies': 'The currencies of one club.',
  'Referral.lifetimeValue': 'The currencies of one chain.',
  'ReturnReport.currencies': 'The currencies of one club.',
  'ReturnReport.suppressedCurrencies': 'The currencies of one club.',
  'ChainRoot.returns': 'The currencies of the deals of his chains.',
  'ScorecardProfile.metrics': 'A profile has twelve metrics at most.',
  'ScorecardProfile.colours': 'The colours of one profile.',
  'ScorecardMetric.bands': 'The bands of one metric.',
  'Scorecard.metrics': 'A profile has twelve metrics at most.',
  'Scorecard.forecast': 'Six months.',
  'ScorecardPath.steps': 'One for each metric at most.',
  'MonthlyScorecard.metrics': 'A profile has twelve metrics at most.',
  'ForecastMetricScore.leaving': 'A few figures of the days of one month.',
  'ScorecardForecastMonth.metrics': 'A profile has twelve metrics at most.',
  'EffortByDegree.byMonth': 'The months of a period, which lasts ten years at most.',
  'Funnel.stages': 'Four stages.',
  'PeriodReturn.givenLifetimeValue': 'The currencies of the deals of one member’s referrals.',
  'PeriodReturn.lifetimeValue': 'The currencies of one club.',
  'ReturnReport.givenLifetimeValue': 'The currencies of the deals of one member’s referrals.',
  'ReturnReport.lifetimeValue': 'The currencies of one club.',
  'Viewer.creditReceived': 'The currencies of his deals.',
  'UserError.field': 'The steps of a path.',
};

/** Acts on sessions and passwords, which make no record that could be made twice. */
const sessionActs: Record<string, string> = {
  changePassword: 'The second time the old password is no longer the right one.',
  claimInvitation: 'A link works once.',
  requestPasswordReset: 'The second time another letter is sent, and the answer tells nothing anyhow.',
  resetPassword: 'A link works once.',
  revokeSession: 'A session that has ended stays so.',
  signIn: 'The second time opens another session, which its owner sees in the list of them.',
  signOut: 'There is but one session to end: the one that asks.',
};
const withoutInput = ['signOut'];

let app: TestApp;
let schema: GraphQLSchema;

beforeAll(async () => {
  app = await TestApp.start();
  schema = app.application.get(GraphQLSchemaHost).schema;
});
afterAll(() => app.stop());

const types = () => Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const objects = (): GraphQLObjectType[] => types().filter(isObjectType);
const inputs = (): GraphQLInputObjectType[] => types().filter(isInputObjectType);
const mutations = (): GraphQLField<unknown, unknown>[] => Object.values(schema.getMutationType()?.getFields() ?? {});
const typeNamed = (name: string) => schema.getType(name);

test('schema.gql is what the code makes: `npm run schema`', () => {
  expect(readFileSync('schema.gql', 'utf8')).toBe(printedSchema(schema));
});

describe('everything is described', () => {
  interface Described {
    name: string;
    description?: string | null;
  }
  const inside = (owner: string, elements: readonly Described[]): Described[] =>
    elements.map(({ name, description }) => ({ name: `${owner}.${name}`, description }));

  const elements = (): Record<string, Described[]> => ({
    types: types(),
    directives: [...schema.getDirectives()],
    fields: objects().flatMap((type) => inside(type.name, Object.values(type.getFields()))),
    arguments: [
      ...objects().flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) => inside(`${type.name}.${field.name}`, field.args)),
      ),
      ...schema.getDirectives().flatMap((directive) => inside(`@${directive.name}`, directive.args)),
    ],
    'input fields': inputs().flatMap((type) => inside(type.name, Object.values(type.getFields()))),
    'enum values': types()
      .filter(isEnumType)
      .flatMap((type) => inside(type.name, type.getValues())),
  });

  test.each(['types', 'directives', 'fields', 'arguments', 'input fields', 'enum values'])('%s', (kind) => {
    const all = elements()[kind] ?? [];
    expect(all.length).toBeGreaterThan(0);
    const bare = all.filter(({ description }) => !/^\S[\s\S]*[^\s.][.)`]*$/.test(description ?? ''));
    expect(bare.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
  });
});

describe('lists', () => {
  const listFields = () =>
    objects().flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isListType(isNonNullType(field.type) ? field.type.ofType : field.type))
        .map((field) => ({ type, field, name: `${type.name}.${field.name}` })),
    );

  test('have pages, unless they are short by their nature', () => {
    const endless = listFields().filter(({ type, field, name }) => {
      const isPage = type.name.endsWith('Connection') && ['edges', 'nodes'].includes(field.name);
      const isErrors = type.name.endsWith('Payload') && field.name === 'errors';
      return !isPage && !isErrors && !(name in shortLists);
    });
    expect(endless.map(({ name }) => name)).toEqual([]);
  });

  test('that are called short are still there', () => {
    const names = listFields().map(({ name }) => name);
    expect(Object.keys(shortLists).filter((name) => !names.includes(name))).toEqual([]);
  });

  test('with pages are asked for by `first` and `after`', () => {
    const wrong = objects().flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
        .filter(({ args }) => !['first', 'after'].every((name) => args.some((argument) => argument.name === name)))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('with pages have the shape of Relay', () => {
    const connections = objects().filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(0);
    for (const connection of connections) {
      const node = connection.name.replace(/Connection$/, '');
      const shape = Object.values(connection.getFields()).map(({ name, type }) => `${name}: ${type}`);
      expect(shape.slice(0, 4)).toEqual([
        `edges: [${node}Edge!]!`,
        `nodes: [${String(getNamedType((typeNamed(`${node}Edge`) as GraphQLObjectType).getFields().node?.type))}!]!`,
        'pageInfo: PageInfo!',
        'totalCount: Int!',
      ]);
    }
  });
});

describe('a mutation', () => {
  test('takes one input of its own name', () => {
    const wrong = mutations().filter(({ name, args }) => {
      const expected = `input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      return args.map((argument) => `${argument.name}: ${argument.type}`).join() !== expected;
    });
    expect(wrong.map(({ name }) => name)).toEqual(withoutInput);
  });

  test('answers with a payload: what it made, or the reasons why it did not', () => {
    const wrong = mutations().filter(({ type }) => {
      const payload = getNamedType(type) as GraphQLObjectType;
      const { errors, ...made } = payload.getFields();
      const isPayload = String(type) === `${payload.name}!` && payload.name.endsWith('Payload');
      const refusable = Object.values(made).every((field) => !isNonNullType(field.type));
      return !isPayload || String(errors?.type) !== '[UserError!]!' || !refusable;
    });
    expect(wrong.map(({ name, type }) => `${name}: ${type}`)).toEqual([]);
  });

  test('that records something takes an idempotency key', () => {
    const keyless = mutations().filter(({ args }) => {
      const input = args[0] && (getNamedType(args[0].type) as GraphQLInputObjectType);
      return String(input?.getFields().idempotencyKey?.type) !== 'UUID!';
    });
    expect(keyless.map(({ name }) => name).sort()).toEqual(Object.keys(sessionActs).sort());
  });
});

test('keys are UUIDs, also where they stand for another object', () => {
  const wrong = [
    ...[...objects(), ...inputs()].flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, of: field.type })),
    ),
    ...objects().flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.map((argument) => ({ name: `${type.name}.${field.name}.${argument.name}`, of: argument.type })),
      ),
    ),
  ].filter(({ name, of }) => {
    const isKey = /(\.id|Id|Ids)$/.test(name);
    const type = String(of).replace(/[[\]!]/g, '');
    return isKey ? type !== 'UUID' : type === 'ID';
  });
  expect(wrong.map(({ name, of }) => `${name}: ${of}`)).toEqual([]);
});

test('answers hold objects, and no keys of others', () => {
  const keys = objects().flatMap((type) =>
    Object.keys(type.getFields())
      .filter((name) => /Ids?$/.test(name))
      .map((name) => `${type.name}.${name}`),
  );
  expect(keys).toEqual([]);
});

test('scalars of our own say where they are specified, or in full what they hold', () => {
  const builtIn = ['Boolean', 'Float', 'Int', 'String', 'ID'];
  const own = types()
    .filter(isScalarType)
    .filter(({ name }) => !builtIn.includes(name));
  expect(own.map(({ name }) => name).sort()).toEqual(['CurrencyCode', 'Date', 'DateTime', 'Decimal', 'UUID']);
});
