import type { Language } from '../platform/language.js';
import type { Money } from '../platform/money.js';

/** What is said in a file, in each language that Kring speaks. */
export type Words = Record<Language, string>;

/** What the cells of a column hold, by its type. Nothing is null. */
export interface CellTypes {
  text: string;
  integer: number;
  /** A decimal in a string, so that no digit is lost on the way into a file. */
  decimal: string;
  money: Money;
  /** A share from 0 to 1. */
  percent: number;
  /** A civil day: YYYY-MM-DD. */
  day: string;
  /** A calendar month: YYYY-MM. */
  month: string;
}
export type ColumnType = keyof CellTypes;

/** How a format writes a cell, for each type. */
export type CellWriters<Out> = { [T in ColumnType]: (value: CellTypes[T]) => Out };

/** One column of a table about rows of some kind. */
export interface Column<Row> {
  /** Its words, or what is the same in all languages. */
  heading: Words | string;
  type: ColumnType;
  /** The cell of a row as the writer for its type writes it; null when it is empty. */
  write<Out>(row: Row, writers: CellWriters<Out>): Out | null;
}

/** @param cellOf the cell of a row; null for an empty one */
export function column<Row, T extends ColumnType>(
  type: T,
  heading: Words | string,
  cellOf: (row: Row) => CellTypes[T] | null,
): Column<Row> {
  return {
    heading,
    type,
    write: (row, writers) => {
      const value = cellOf(row);
      return value === null ? null : writers[type](value);
    },
  };
}

/** Rows in the batches in which they are read: a list in one, or as many as there are, one after the other. */
export type Batches<Row> = Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;

/** What a file holds, before it is written as one. */
export interface Table {
  /** One word, by which somebody asks for this table of a report. */
  name: string;
  /** The name of its sheet. */
  title: string;
  columns: { heading: string; type: ColumnType }[];
  /** The rows, in batches, as a format writes them. They can be read once. */
  rowsAs<Out>(writers: CellWriters<Out>): AsyncGenerator<(Out | null)[][]>;
}

interface TableShape<Row> {
  name: string;
  title: Words;
  columns: readonly Column<Row>[];
}

/** A table about these rows, in one of the languages. */
export function tableOf<Row>(shape: TableShape<Row>, batches: Batches<Row>, language: Language): Table {
  const { name, title, columns } = shape;
  const said = (words: Words | string) => (typeof words === 'string' ? words : words[language]);
  return {
    name,
    title: said(title),
    columns: columns.map(({ heading, type }) => ({ heading: said(heading), type })),
    async *rowsAs(writers) {
      for await (const rows of batches) yield rows.map((row) => columns.map((each) => each.write(row, writers)));
    },
  };
}
