import type { ContactImportColumn } from './contact-imports.types.js';
import { suggestedFields } from './headings.js';

const mostSamples = 3;
/** In characters. */
const longestSample = 80;

/** The columns of a file, each with what stands in it first. */
export function columnsOf(headings: readonly string[], firstRows: readonly string[][]): ContactImportColumn[] {
  const suggested = suggestedFields(headings);
  return headings.map((heading, place) => ({
    column: place + 1,
    heading,
    samples: firstRows
      .map((cells) => (cells[place] ?? '').trim().slice(0, longestSample))
      .filter((text) => text !== '')
      .slice(0, mostSamples),
    suggestedField: suggested[place] ?? null,
  }));
}
