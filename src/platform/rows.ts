import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { queryPrepared } from './prepared.js';

/** The types whose values are in an entity what the driver makes of them. */
const asRead = new Set<unknown>([
  ...['uuid', 'text', 'citext', 'char', 'enum', 'boolean', 'smallint', 'integer', 'bigint', 'numeric'],
  ...['timestamptz', 'jsonb', 'bytea'],
]);

interface Reading {
  property: string;
  /** In which column of a row it is. */
  place: string;
  /** Null when the value is taken as it is. */
  column: ColumnMetadata | null;
}

type Making<T> = (row: Record<string, unknown>) => T;

/**
 * Makes entities of rows of plain SQL. TypeORM's own way is ready for joined, embedded and inherited rows, of which
 * Kring has none, and costs many times as much; values are made by TypeORM's driver where it changes them at all.
 * @param placeOf the name under which a row has the column of that name
 */
export function entityMaker<T extends ObjectLiteral>(
  metadata: EntityMetadata,
  placeOf: (column: string) => string,
): Making<T> {
  const { driver } = metadata.dataSource;
  const readings = metadata.ownColumns.map((column): Reading => {
    const isAsRead = asRead.has(column.type) && !column.transformer && !column.isArray;
    return { property: column.propertyName, place: placeOf(column.databaseName), column: isAsRead ? null : column };
  });
  const Entity = metadata.target as new () => Record<string, unknown>;
  return (row) => {
    const entity = new Entity();
    for (const { property, place, column } of readings) {
      entity[property] = column ? driver.prepareHydratedValue(row[place], column) : row[place];
    }
    return entity as T;
  };
}

/** The rows of an entity by their ids, in no order, by one prepared statement. */
export function rowsByIds<T extends ObjectLiteral>(
  entity: EntityTarget<T>,
): (ids: readonly string[], source: DataSource) => Promise<T[]> {
  const known = new WeakMap<DataSource, { text: string; make: Making<T> }>();
  const readerFor = (source: DataSource) => {
    const metadata = source.getMetadata(entity);
    // A civil day is read as its text: the driver would make a Date of it, of which it would be made a text again.
    const columns = metadata.ownColumns.map(({ databaseName: name, type }) =>
      type === 'date' ? `"${name}"::text` : `"${name}"`,
    );
    const text = `SELECT ${columns.join(', ')} FROM "${metadata.tableName}" WHERE id = ANY ($1)`;
    const reader = { text, make: entityMaker<T>(metadata, (column) => column) };
    known.set(source, reader);
    return reader;
  };
  return async (ids, source) => {
    const { text, make } = known.get(source) ?? readerFor(source);
    return (await queryPrepared<Record<string, unknown>[]>(source, text, [ids])).map(make);
  };
}
