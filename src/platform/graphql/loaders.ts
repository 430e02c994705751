import DataLoader from 'dataloader';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Replica } from '../replica.js';
import { rowsByIds } from '../rows.js';

/** How to fetch many at once: the answers by key; a key without an answer loads as null. */
export type LoaderDeclaration<V> = (keys: readonly string[], dataSource: DataSource) => Promise<Map<string, V>>;

/** The loaders of rows: what they answer is the same whoever asks. */
const ofRows = new WeakSet<object>();

/** The loaders of reports, which a replica may answer. */
const ofReports = new WeakSet<object>();

/** The loaders of one request: what is fetched in one go is fetched once, and nothing outlives the request. */
export class Loaders {
  private readonly made = new Map<LoaderDeclaration<unknown>, DataLoader<string, unknown>>();

  /**
   * @param replica where reports are read, if they may be read elsewhere
   * @param rows loads the rows of entities for several requests; all else each fetches for itself
   */
  constructor(
    private readonly dataSource: DataSource,
    private readonly replica: Replica | null = null,
    private readonly rows: Loaders | null = null,
  ) {}

  load<V>(declaration: LoaderDeclaration<V>, key: string): Promise<V | null> {
    if (this.rows && ofRows.has(declaration)) return this.rows.load(declaration, key);
    let loader = this.made.get(declaration);
    if (!loader) {
      loader = new DataLoader<string, unknown>(async (keys) => {
        const answers = await this.fetch(declaration, keys);
        return keys.map((key) => answers.get(key) ?? null);
      });
      this.made.set(declaration, loader);
    }
    return loader.load(key) as Promise<V | null>;
  }

  private fetch<V>(declaration: LoaderDeclaration<V>, keys: readonly string[]): Promise<Map<string, V>> {
    if (!this.replica || !ofReports.has(declaration)) return declaration(keys, this.dataSource);
    return this.replica.read((source) => declaration(keys, source));
  }

  /** For keys a foreign key vouches for: what is missing is a bug. */
  async loadExisting<V>(declaration: LoaderDeclaration<V>, key: string): Promise<V> {
    const value = await this.load(declaration, key);
    if (value === null) throw new Error(`Row ${key} is gone although something refers to it.`);
    return value;
  }
}

/** The declaration of the commonest loader: rows of an entity by their id. */
export function byId<T extends ObjectLiteral & { id: string }>(entity: EntityTarget<T>): LoaderDeclaration<T> {
  const rowsOf = rowsByIds(entity);
  return forWhoeverAsks(async (keys, dataSource) => {
    const rows = await rowsOf(keys, dataSource);
    return new Map(rows.map((row) => [row.id, row]));
  });
}

/** Says of a loader that its answers do not depend on who asks, so that requests may share them. */
export function forWhoeverAsks<V>(declaration: LoaderDeclaration<V>): LoaderDeclaration<V> {
  ofRows.add(declaration);
  return declaration;
}

/** Says of a loader that it reads a report, in plain SQL: a replica may answer it. */
export function forReports<V>(declaration: LoaderDeclaration<V>): LoaderDeclaration<V> {
  ofReports.add(declaration);
  return declaration;
}

/**
 * The parts of keys that have several, with a space between: all first parts, all second ones and so on, as `unnest`
 * takes them.
 */
export function columnsOf(keys: readonly string[]): (string | undefined)[][] {
  const rows = keys.map((key) => key.split(' '));
  return (rows[0] ?? []).map((_, place) => rows.map((parts) => parts[place]));
}
