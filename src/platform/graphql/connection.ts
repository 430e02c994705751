import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { type ObjectLiteral, QueryFailedError, type SelectQueryBuilder } from 'typeorm';
import { entityMaker } from '../rows.js';

/** The largest page a client may ask for, and the page it gets when it asks for none. */
export const maximumPage = 100;
export const defaultPage = 20;

@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    defaultValue: defaultPage,
    description: `How many to return at most, from 1 to ${maximumPage}.`,
  })
  first: number = defaultPage;

  @Field(() => String, { nullable: true, description: 'Return those after this cursor; null for the first page.' })
  after: string | null = null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field({ description: 'Whether more follow after this page.' })
  hasNextPage: boolean;

  @Field({ description: 'Whether there are any before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first on this page; null when it is empty.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last on this page; null when it is empty.' })
  endCursor: string | null;
}

export interface Edge<T> {
  node: T;
  cursor: string;
}

export interface Connection<T> {
  edges: Edge<T>[];
  nodes: T[];
  pageInfo: PageInfo;
  /** A getter: counted only when a client asks for it. */
  readonly totalCount: Promise<number>;
}

/** The Relay connection type of a node, with its edge type. Call it once per node type. */
export function connectionOf<T>(node: Type<T>, name: string = node.name): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One place in a list: a ${name} and its cursor.` })
  class NodeEdge {
    @Field(() => node, { description: `The ${name}.` })
    node: T;

    @Field({ description: 'Pass it as `after` to read on from here.' })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'The page with its cursors.' })
    edges: NodeEdge[];

    @Field(() => [node], { description: 'The page without cursors.' })
    nodes: T[];

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many there are in the whole list; counted only when asked.' })
    totalCount: number;
  }
  return NodeConnection as unknown as Type<Connection<T>>;
}

/** In what order a list is read: by one property, then by id, both in the same direction. */
export interface KeysetOrder {
  property: string;
  direction: 'ASC' | 'DESC';
  /** The alias of the joined row, at most one for each listed, that has the property; else the listed row has it. */
  of?: string;
}

/** The name under which a joined row's sort value comes back. */
const joinedValue = 'keyset_value';

/**
 * One page of a query by keyset: the rows after the cursor, which names the last row's own sort values, so that
 * a page costs the same however deep it lies, and rows inserted meanwhile shift nothing.
 * @throws GraphQLError BAD_USER_INPUT for a cursor this list did not give or a page size out of range
 */
export async function paginate<T extends ObjectLiteral & { id: string }>(
  query: SelectQueryBuilder<T>,
  page: PageArguments,
  order: KeysetOrder,
): Promise<Connection<T>> {
  const column = `${order.of ?? query.alias}.${order.property}`;
  const uncut = query.clone();
  if (page.after !== null) {
    const [value, id] = decodeCursor(page.after);
    const after = order.direction === 'ASC' ? '>' : '<';
    query.andWhere(`(${column}, ${query.alias}.id) ${after} (:cursorValue, :cursorId)`, {
      cursorValue: value,
      cursorId: id,
    });
  }
  if (order.of) query.addSelect(column, joinedValue);
  query
    .orderBy(column, order.direction)
    .addOrderBy(`${query.alias}.id`, order.direction)
    .limit(pageSize(page) + 1);
  const { entities, raw } = await readPage(query).catch(refuseForeignCursor);
  const values = new Map(
    entities.map((row, index) => [row.id, order.of ? raw[index]?.[joinedValue] : row[order.property]]),
  );
  return toConnection(
    entities,
    page,
    (row) => encodeCursor(values.get(row.id), row.id),
    () => uncut.getCount(),
  );
}

type Raw = Record<string, unknown>;

/** The rows of a query, of which those it joins only select, as entities and as they were read. */
async function readPage<T extends ObjectLiteral>(query: SelectQueryBuilder<T>): Promise<{ entities: T[]; raw: Raw[] }> {
  const { mainAlias, joinAttributes } = query.expressionMap;
  if (!mainAlias || joinAttributes.some(({ isSelected }) => isSelected)) return query.getRawAndEntities<Raw>();
  const [text, parameters] = query.getQueryAndParameters();
  const raw = await query.dataSource.query<Raw[]>(text, parameters);
  const make = entityMaker<T>(mainAlias.metadata, (name) => `${mainAlias.name}_${name}`);
  return { entities: raw.map(make), raw };
}

/** A connection over rows read with one more than the page holds, which tells whether more follow. */
export function toConnection<T>(
  rows: T[],
  page: PageArguments,
  cursorOf: (row: T) => string,
  count: () => Promise<number>,
): Connection<T> {
  const nodes = rows.slice(0, pageSize(page));
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > nodes.length,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    get totalCount() {
      return count();
    },
  };
}

/** The same page of the same list, with each node as something else. */
export function mapNodes<From, To>(connection: Connection<From>, map: (node: From) => To): Connection<To> {
  const edges = connection.edges.map(({ node, cursor }) => ({ node: map(node), cursor }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: connection.pageInfo,
    get totalCount() {
      return connection.totalCount;
    },
  };
}

/** @throws GraphQLError BAD_USER_INPUT unless `first` is from 1 to the maximum */
export function pageSize(page: PageArguments): number {
  if (page.first < 1 || page.first > maximumPage) throw badPage(`first must be from 1 to ${maximumPage}.`);
  return page.first;
}

export function encodeCursor(value: unknown, id: string): string {
  return Buffer.from(JSON.stringify([value instanceof Date ? value.toISOString() : value, id])).toString('base64url');
}

export function decodeCursor(cursor: string): [string | number, string] {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const known = (typeof value === 'string' && !value.includes('\0')) || typeof value === 'number';
    if (known && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [value, id];
  } catch {
    // Not JSON: the same answer as any other cursor that is not ours.
  }
  throw badPage('after is not a cursor of this list.');
}

const notOfTheColumnsType = ['22007', '22008', '22P02'];

/** A cursor of another list can hold a value that is not of this list's column. */
export function refuseForeignCursor(error: unknown): never {
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
  if (code && notOfTheColumnsType.includes(code)) throw badPage('after is not a cursor of this list.');
  throw error;
}

/** What a page that cannot be given is answered with. */
export function badPage(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
