import type { CountryCode } from 'libphonenumber-js/min';
import { Temporal } from 'temporal-polyfill';
import { toE164 } from '../../platform/graphql/phone.js';
import { AcquaintanceStrength } from '../contact.entity.js';
import type { ContactDetails } from '../new-contact.js';
import { type ColumnOfField, ContactImportField, type RowError } from './import-field.js';

/** How somebody writes what can be written in several ways. */
export interface Habits {
  /** Of phone numbers without a country code. */
  country: CountryCode | undefined;
  /** Whether 3/4/2026 is a day in March. */
  monthFirst: boolean;
}

export interface RowDetails {
  details: Omit<ContactDetails, 'isPrivate'>;
  /** Of what cannot be read as what it is said to be. */
  errors: RowError[];
}

const strengths: Record<AcquaintanceStrength, string[]> = {
  weak: ['weak', 'zwak', 'faible'],
  familiar: ['familiar', 'vertrouwd', 'bekend', 'familier', 'moyen', 'moyenne'],
  strong: ['strong', 'sterk', 'fort', 'forte'],
};

/** What a row says of a contact. Whether it may stand in an address book is not decided here. */
export function detailsOf(cells: readonly string[], mapping: readonly ColumnOfField[], habits: Habits): RowDetails {
  const say = (field: ContactImportField): string | null => textOf(cells, mapping, field);
  const phone = say(ContactImportField.PHONE);
  const strength = say(ContactImportField.STRENGTH);
  const day = say(ContactImportField.LAST_SPOKEN_ON);
  const details = {
    name: nameOf(say),
    company: say(ContactImportField.COMPANY),
    role: say(ContactImportField.ROLE),
    email: say(ContactImportField.EMAIL),
    phone: phone && (toE164(phone, habits.country) ?? phone),
    profession: say(ContactImportField.PROFESSION),
    place: say(ContactImportField.PLACE),
    strength: strength === null ? null : strengthOf(strength),
    lastSpokenOn: day && dayOf(day, habits.monthFirst),
  };
  const errors: RowError[] = [];
  if (strength !== null && details.strength === null) {
    errors.push(wrong(ContactImportField.STRENGTH, 'How well one knows him is said by weak, familiar or strong.'));
  }
  if (day !== null && details.lastSpokenOn === null) {
    errors.push(wrong(ContactImportField.LAST_SPOKEN_ON, 'The day cannot be read: write it as 2026-01-31.'));
  }
  return { details, errors };
}

function wrong(field: ContactImportField, message: string): RowError {
  return { field, code: 'INVALID', message };
}

/** Of several columns the first that says something; of several values in a cell, as Google writes them, the first. */
function textOf(cells: readonly string[], mapping: readonly ColumnOfField[], field: ContactImportField): string | null {
  const columns = mapping.filter((each) => each.field === field).map(({ column }) => column);
  const texts = columns.map((column) => inOneLine(cells[column - 1]?.split(' ::: ')[0] ?? ''));
  return texts.find((text) => text !== '') ?? null;
}

/** A cell of a spreadsheet may hold line breaks where a detail is one line. */
function inOneLine(text: string): string {
  return text.replace(/ *[\t\n\v\f\r\u0085\u2028\u2029]\s*/g, ' ').trim();
}

function nameOf(say: (field: ContactImportField) => string | null): string {
  const { NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME } = ContactImportField;
  const parts = [FIRST_NAME, MIDDLE_NAME, LAST_NAME].map(say).filter((part) => part !== null);
  return say(NAME) ?? parts.join(' ');
}

/** Null for a word that is not known. */
function strengthOf(word: string): AcquaintanceStrength | null {
  return Object.values(AcquaintanceStrength).find((each) => strengths[each].includes(word.toLowerCase())) ?? null;
}

/** YYYY-MM-DD of that or of day, month and year, whichever way they are parted; null for what is no day. */
export function dayOf(text: string, monthFirst: boolean): string | null {
  const [, years, months, days] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text) ?? [];
  if (years) return civilDate(years, months, days);
  const [, first, second, year] = /^(\d\d?)[-/. ](\d\d?)[-/. ](\d{4})$/.exec(text) ?? [];
  return monthFirst ? civilDate(year, first, second) : civilDate(year, second, first);
}

function civilDate(...parts: (string | undefined)[]): string | null {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = parts.map(Number);
  const earliest = 1900;
  if (!(year >= earliest)) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    // There is no such day.
    return null;
  }
}
