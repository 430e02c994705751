/** A number as it is kept: a decimal in a string, so that no digit is lost on the way into a file. */
export interface NumberCell {
  decimal: string;
  /** The currency, where it is money. */
  currency?: string;
}

/** Text, a number, or nothing. */
export type Cell = string | NumberCell | null;

/** What a file holds, before it is written as one. */
export interface Table {
  /** One word for the sheet. */
  name: string;
  header: string[];
  rows: Cell[][];
}
