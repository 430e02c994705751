import type { DataSource } from 'typeorm';

export interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  /** Whether the database makes it of other columns, so that nobody writes it. */
  derived: boolean;
}

export interface Constraint {
  name: string;
  table: string;
  kind: 'check' | 'unique' | 'exclude' | 'foreign key' | 'primary key' | 'trigger';
  columns: string[];
}

export interface Index {
  table: string;
  columns: string[];
}

const ownTables = `relnamespace = 'public'::regnamespace AND relname <> 'migrations'`;
const names = (keys: string, relation: string) => `
  (SELECT json_agg(attname ORDER BY place) FROM unnest(${keys}) WITH ORDINALITY AS k (number, place)
   JOIN pg_attribute ON attrelid = ${relation} AND attnum = number)`;

export function columnsOf(database: DataSource): Promise<Column[]> {
  return database.query(`
    SELECT relname AS table, attname AS name, format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable,
      attgenerated <> '' AS derived
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE ${ownTables} AND relkind = 'r' AND attnum > 0 AND NOT attisdropped`);
}

/** Constraints, and the unique indexes that are none because they hold for some rows only. */
export function constraintsOf(database: DataSource): Promise<Constraint[]> {
  return database.query(`
    SELECT conname AS name, relname AS table, ${names('conkey', 'conrelid')} AS columns,
      CASE contype WHEN 'c' THEN 'check' WHEN 'u' THEN 'unique' WHEN 'x' THEN 'exclude' WHEN 'f' THEN 'foreign key'
        WHEN 'p' THEN 'primary key' ELSE 'trigger' END AS kind
    FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
    WHERE ${ownTables} AND contype IN ('c', 'u', 'x', 'f', 'p', 't')
    UNION ALL
    SELECT own.relname, pg_class.relname, NULL, 'unique'
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid JOIN pg_class AS own ON own.oid = indexrelid
    WHERE pg_class.relnamespace = 'public'::regnamespace AND pg_class.relname <> 'migrations' AND indisunique
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))
    ORDER BY 1`);
}

/** The indexes that hold every row of their table. */
export function indexesOf(database: DataSource): Promise<Index[]> {
  return database.query(`
    SELECT relname AS table, coalesce(${names('indkey::int2[]', 'indrelid')}, '[]') AS columns
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
    WHERE ${ownTables} AND indpred IS NULL`);
}

/** The values of each enum type. */
export async function enumsOf(database: DataSource): Promise<Map<string, string[]>> {
  const rows = await database.query<{ name: string; values: string[] }[]>(`
    SELECT typname AS name, json_agg(enumlabel ORDER BY enumsortorder) AS values
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname`);
  return new Map(rows.map(({ name, values }) => [name, values]));
}
