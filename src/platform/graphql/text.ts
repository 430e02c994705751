import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length, Matches } from 'class-validator';

/**
 * What is no text: control characters, halves of characters, what is no character at all (which XML, and with it a
 * spreadsheet, does not hold), and orders to turn around what follows, by which one name is read as another.
 */
const noText = '\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}\\u202a-\\u202e';
/** In a line the directions that a note may hold would reach into what is written behind it. */
const oneLine = new RegExp(`^[^${noText}\\u2028\\u2029\\u2066-\\u2069]*$`, 'u');
const severalLines = new RegExp(`^([^${noText}]|[\\t\\n])*$`, 'u');
/** At least one character that is seen: joiners and fillers alone make nothing that can be read or clicked. */
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

const trim = Transform(({ value }) => (typeof value === 'string' ? value.trim() : value));

/**
 * A name or another single line somebody typed: trimmed, from 1 to `maximum` characters of which one is seen, no
 * control characters.
 */
export function OneLine(maximum: number): PropertyDecorator {
  return text(maximum, oneLine, '$property must be one line without control characters');
}

/** A note: like one line, with line breaks. */
export function SeveralLines(maximum: number): PropertyDecorator {
  return text(maximum, severalLines, '$property must not hold control characters');
}

function text(maximum: number, form: RegExp, message: string): PropertyDecorator {
  return applyDecorators(
    trim,
    IsString(),
    Length(1, maximum),
    Matches(form, { message }),
    Matches(visible, { message: '$property must hold something that can be seen' }),
  );
}
