import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { constraintErrors } from '../src/constraint-errors.js';
import { describeStructure } from '../src/platform/database-structure.js';
import { type Constraint, columnsOf, constraintsOf, enumsOf, indexesOf } from './support/catalogue.js';
import { TestApp } from './support/test-app.js';
import { unmappedConstraints } from './support/unmapped-constraints.js';

let app: TestApp;
let database: DataSource;
let constraints: Constraint[];

beforeAll(async () => {
  app = await TestApp.start();
  database = app.database;
  constraints = await constraintsOf(database);
});
afterAll(() => app.stop());

const migrations = readdirSync('migrations')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('migrations', name), 'utf8'))
  .join('\n');

test('structure.sql is what the migrations make: `npm run structure`', async () => {
  expect(readFileSync('migrations/structure.sql', 'utf8')).toBe(await describeStructure(database));
});

describe('an entity is its table:', () => {
  /** As the database would say it. */
  const typeOf = (column: ColumnMetadata): string => {
    if (column.type === 'enum') return column.enumName ?? 'an enum without a name';
    const type = database.driver.normalizeType(column);
    if (column.precision) return `${type}(${column.precision},${column.scale ?? 0})`;
    if (column.isArray) return `${type}[]`;
    return column.length ? `${type}(${column.length})` : type;
  };

  test('the same columns, of the same types, null where the other may be null', async () => {
    const inDatabase = await columnsOf(database);
    const metadata = database.entityMetadatas;
    expect(metadata.length).toBeGreaterThan(0);
    for (const { tableName: table, columns } of metadata) {
      const own = columns.map((each) => `${each.databaseName} ${typeOf(each)}${each.isNullable ? ' null' : ''}`);
      const there = inDatabase
        .filter((column) => column.table === table && !column.derived)
        .map(({ name, type, nullable }) => `${name} ${type}${nullable ? ' null' : ''}`);
      expect({ table, columns: own.sort() }).toEqual({ table, columns: there.sort() });
    }
  });

  test('the same primary key', () => {
    for (const { tableName, primaryColumns } of database.entityMetadatas) {
      const key = constraints.find(({ table, kind }) => table === tableName && kind === 'primary key');
      expect({ tableName, key: primaryColumns.map(({ databaseName }) => databaseName).sort() }).toEqual({
        tableName,
        key: key?.columns.sort(),
      });
    }
  });

  test('the same values of each enum', async () => {
    const enums = await enumsOf(database);
    for (const { enumName = '', enum: values } of database.entityMetadatas.flatMap(({ columns }) => columns)) {
      if (values)
        expect({ enumName, values: [...values].sort() }).toEqual({ enumName, values: enums.get(enumName)?.sort() });
    }
  });
});

test('every foreign key has an index that begins with its columns', async () => {
  const indexes = await indexesOf(database);
  const without = constraints.filter(({ kind, table, columns }) => {
    if (kind !== 'foreign key') return false;
    const firstOf = (index: string[]) => new Set(index.slice(0, columns.length));
    return !indexes.some((index) => index.table === table && columns.every((name) => firstOf(index.columns).has(name)));
  });
  expect(without.map(({ name }) => name)).toEqual([]);
});

describe('every constraint', () => {
  test('is named by hand', () => {
    const unnamed = constraints.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(migrations));
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  test('that is a rule is named as the rule it is', () => {
    const rules = constraints.filter(({ kind }) => ['check', 'unique', 'exclude'].includes(kind));
    const nameless = rules.filter(({ name, table, columns }) => {
      const isAutomatic = /_(check|excl|key)\d*$/.test(name);
      return isAutomatic && name !== `${table}_${columns?.join('_')}_key`;
    });
    expect(nameless.map(({ name }) => name)).toEqual([]);
  });

  const rules = () => constraints.filter(({ kind }) => ['check', 'unique', 'exclude', 'trigger'].includes(kind));

  test('that a user could violate has an answer for him', () => {
    const listed = Object.values(unmappedConstraints).flat();
    const silent = rules().filter(({ name }) => !(name in constraintErrors) && !listed.includes(name));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('that has an answer, or is said to need none, is there', () => {
    const names = constraints.map(({ name }) => name);
    const listed = [...Object.keys(constraintErrors), ...Object.values(unmappedConstraints).flat()];
    expect(listed.filter((name) => !names.includes(name))).toEqual([]);
    expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([]);
  });
});
