import ICAL from 'ical.js';
import { type ReadFile, type ReadRow, unreadable, unreadableRow } from './read-row.js';

/** A property as ical.js gives it: name, parameters, type, and its values, of which one may have parts. */
type Property = [string, Record<string, string | string[]>, string, ...(string | string[])[]];

/** The columns of a file of cards; the headings say by themselves what they hold. */
const columns = ['name', 'company', 'role', 'email', 'phone', 'place'];

/**
 * Reads vCards 3.0 (RFC 2426) and 4.0 (RFC 6350), each for itself, so that one that is broken leaves the others be.
 * @throws DomainError FILE_UNREADABLE for vCards 2.1, which write their texts in a way of their own
 */
export function readVcards(text: string): ReadFile {
  const lines = text.replace('\ufeff', '').split(/\r\n|\r|\n/);
  if (lines.some((line) => /^VERSION:2\.1\s*$/i.test(line))) {
    throw unreadable('These are vCards 2.1, which Kring does not read: export them as vCard 3.0 or 4.0.');
  }
  const starts = lines.flatMap((line, place) => (/^BEGIN:VCARD\s*$/i.test(line) ? [place] : []));
  const rows = starts.map((start, place) => readCard(lines.slice(start, starts[place + 1]), start + 1));
  return { columns, rows };
}

function readCard(lines: string[], line: number): ReadRow {
  const properties = parseCard(lines.filter((each) => each.trim() !== '').join('\r\n'));
  if (!properties) return unreadableRow(line, 'The card cannot be read as a vCard.');
  const [name] = textsOf(properties, 'fn');
  const [[family = '', given = '', additional = ''] = []] = partsOf(properties, 'n');
  const [[company = ''] = []] = partsOf(properties, 'org');
  const [place = ''] = partsOf(properties, 'adr').map((parts) => parts[3] ?? '');
  const [role = ''] = [...textsOf(properties, 'title'), ...textsOf(properties, 'role')];
  const [email = ''] = textsOf(properties, 'email');
  const [phone = ''] = textsOf(properties, 'tel');
  const joined = [given, additional, family].filter((part) => part !== '').join(' ');
  const bare = (uri: string) => uri.replace(/^(mailto|tel):/i, '').replace(/;.*$/, '');
  return { line, cells: [name ?? joined, company, role, bare(email), bare(phone), place], errors: [] };
}

/** Null for what is no card. */
function parseCard(text: string): Property[] | null {
  try {
    const [, properties] = ICAL.parse(text) as unknown as [string, Property[]];
    return properties;
  } catch {
    // Whatever ical.js says of it, the row is told to be unreadable.
    return null;
  }
}

/** What several of one name say, without the empty ones; the preferred one first. */
function partsOf(properties: Property[], name: string): string[][] {
  return properties
    .filter(([each]) => each === name)
    .map(([, parameters, , value = '']) => ({ rank: rankOf(parameters), parts: [value].flat().map(String) }))
    .filter(({ parts }) => parts.some((part) => part.trim() !== ''))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ parts }) => parts);
}

function textsOf(properties: Property[], name: string): string[] {
  return partsOf(properties, name).map((parts) => parts.join(', '));
}

/** From 1, the most preferred, to 100, and what has no preference after that. In 3.0 it is a type. */
function rankOf({ pref, type }: Record<string, string | string[]>): number {
  if ([type ?? ''].flat().some((each) => each.toLowerCase() === 'pref')) return 1;
  return Number(pref ?? 101) || 101;
}
