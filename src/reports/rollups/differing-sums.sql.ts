import type { EntityManager } from 'typeorm';
import { countKinds, returnKinds } from './roll-up-kinds.js';

/** A stored figure that is not what the facts say. */
export interface Difference {
  table: string;
  /** Whose it is: of what club and which month, or the key of the row. */
  subject: string;
  figure: string;
  stored: string | null;
  derived: string | null;
}

const asked = `$1::uuid[], array_fill('-infinity'::date, ARRAY[cardinality($1::uuid[])]),
  array_fill('infinity'::date, ARRAY[cardinality($1::uuid[])])`;

/** A row as one line for each of its figures. */
const figuresOf = (table: string, name: string, row: string): string => `
  SELECT '${table}' AS "table", row.club_id, row.month, ${name} AS figure, each.value
  FROM ${row} row, jsonb_each_text(to_jsonb(row) - ARRAY['club_id', 'month', 'currency', 'adjusted']) each`;

const returnName = (adjusted: string) =>
  `row.currency || CASE WHEN ${adjusted} THEN ' adjusted ' ELSE ' ' END || each.key`;

const derived = [
  ...countKinds.map((kind) => figuresOf('club_months', 'each.key', `${kind}_of_months(${asked})`)),
  ...returnKinds.map((kind) =>
    figuresOf('club_month_returns', returnName(String(kind === 'adjustments')), `${kind}_of_months(${asked})`),
  ),
];

const stored = [
  figuresOf('club_months', 'each.key', 'club_months'),
  figuresOf('club_month_returns', returnName('row.adjusted'), 'club_month_returns'),
].map((text) => `${text} WHERE row.club_id = ANY ($1)`);

/** A month without a row has nothing but zeros. */
const text = `
  WITH derived AS (${derived.join(' UNION ALL ')}),
  stored AS (${stored.join(' UNION ALL ')})
  SELECT "table", c.name || ' ' || to_char(month, 'YYYY-MM') AS subject, figure,
    stored.value AS stored, derived.value AS derived
  FROM stored FULL JOIN derived USING ("table", club_id, month, figure) JOIN clubs c ON c.id = club_id
  WHERE coalesce(stored.value, '0') <> coalesce(derived.value, '0')
  ORDER BY c.name, club_id, month, "table", figure`;

/** Every sum of the clubs that differs from the facts, worked out anew. */
export function differingSums(manager: EntityManager, clubIds: readonly string[]): Promise<Difference[]> {
  return manager.query<Difference[]>(text, [clubIds]);
}
