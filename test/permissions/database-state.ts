import type { DataSource } from 'typeorm';
import { columnsOf } from '../support/catalogue.js';

/** The whole database as it was, to see that nothing has changed, and to bring back what has. */
export class DatabaseState {
  private before = new Map<string, string>();

  private constructor(
    private readonly database: DataSource,
    private readonly tables: string[],
    /** The columns of each table, without those the database makes itself. */
    private readonly columns: Map<string, string>,
  ) {}

  static async keep(database: DataSource): Promise<DatabaseState> {
    const rows = await database.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    const tables = rows.map(({ name }) => name).sort();
    await database.query('CREATE SCHEMA kept');
    for (const table of tables) await database.query(`CREATE TABLE kept.${table} AS TABLE public.${table}`);
    await letForeignKeysWait(database);
    const columns = (await columnsOf(database)).filter(({ derived }) => !derived);
    const written = tables.map((table): [string, string] => [
      table,
      columns
        .filter((column) => column.table === table)
        .map(({ name }) => `"${name}"`)
        .join(', '),
    ]);
    const state = new DatabaseState(database, tables, new Map(written));
    state.before = await state.read();
    return state;
  }

  /** The tables whose rows are not as they were. */
  async changes(): Promise<string[]> {
    const now = await this.read();
    return this.tables.filter((table) => now.get(table) !== this.before.get(table));
  }

  /** Brings the tables back, in one go: rows that are new go, rows that were changed or deleted come again. */
  async restore(tables: string[]): Promise<void> {
    if (tables.length === 0) return;
    const triggers = (what: string) => tables.map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER;`).join(' ');
    await this.database.query(`
      ${triggers('DISABLE')}
      SET CONSTRAINTS ALL DEFERRED;
      ${tables.map((table) => bringBack(table, this.columns.get(table) ?? '')).join(' ')}
      SET CONSTRAINTS ALL IMMEDIATE;
      ${triggers('ENABLE')}`);
  }

  private async read(): Promise<Map<string, string>> {
    const each = this.tables.map(
      (table) => `SELECT '${table}' AS name, md5(string_agg(t::text, ',' ORDER BY t::text)) AS rows FROM ${table} t`,
    );
    const rows = await this.database.query<{ name: string; rows: string }[]>(each.join(' UNION ALL '));
    return new Map(rows.map(({ name, rows: digest }) => [name, digest]));
  }
}

function bringBack(table: string, columns: string): string {
  return `
    DELETE FROM ${table} t WHERE t::text NOT IN (SELECT k::text FROM kept.${table} k);
    INSERT INTO ${table} (${columns}) SELECT ${columns} FROM kept.${table} k WHERE k::text NOT IN (SELECT t::text FROM ${table} t);`;
}

/** Foreign keys hold as ever, yet can be told to wait while rows they are about come back in any order. */
async function letForeignKeysWait(database: DataSource): Promise<void> {
  const keys = await database.query<{ tableName: string; name: string }[]>(
    `SELECT conrelid::regclass::text AS "tableName", conname AS name FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  const each = keys.map(({ tableName, name }) => `ALTER TABLE ${tableName} ALTER CONSTRAINT ${name} DEFERRABLE;`);
  await database.query(each.join(' '));
}
