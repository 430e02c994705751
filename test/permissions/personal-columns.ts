import type { DataSource } from 'typeorm';
import { columnsOf } from '../support/catalogue.js';
import { type Canary, canaries, canary, impersonal } from './canaries.js';

/** Columns of these types can hold something of a person: texts, documents, bytes, and numbers that are amounts. */
const personal = /^(text|citext|character|jsonb|bytea|bigint|numeric)/;

/** Columns that could hold something personal and have neither a canary nor a reason to have none; and the reverse. */
export async function compareWithColumns(database: DataSource): Promise<{ unspoken: string[]; unknown: string[] }> {
  const columns = (await columnsOf(database)).filter(({ type }) => personal.test(type));
  const names = columns.map(({ table, name }) => `${table}.${name}`);
  const spoken = new Set([...canaries.map(({ column }) => column), ...Object.keys(impersonal)]);
  return {
    unspoken: names.filter((name) => !spoken.has(name)),
    unknown: [...spoken].filter((name) => !names.includes(name)),
  };
}

/** Canaries that do not stand in their column: a test that looks for what was never written proves nothing. */
export async function missingCanaries(database: DataSource): Promise<Canary[]> {
  const absent: Canary[] = [];
  for (const each of canaries) {
    const [table, name] = each.column.split('.');
    const value = canary(each.column, each.of);
    const isBytes = each.column.endsWith('token_hash');
    const holds = isBytes ? `${name} = $1` : `position($1 in ${name}::text) > 0`;
    const rows = await database.query<unknown[]>(`SELECT FROM ${table} WHERE ${holds}`, [
      isBytes ? Buffer.from(value) : value,
    ]);
    if (rows.length === 0) absent.push(each);
  }
  return absent;
}
