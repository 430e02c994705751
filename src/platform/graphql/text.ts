import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length, Matches } from 'class-validator';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const oneLine = /^[^\u0000-\u001f\u007f\u2028\u2029]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: all but tab and line feed are refused
const severalLines = /^[^\u0000-\u0008\u000b-\u001f\u007f]*$/;

const trim = Transform(({ value }) => (typeof value === 'string' ? value.trim() : value));

/** A name or another single line somebody typed: trimmed, from 1 to `maximum` characters, no control characters. */
export function OneLine(maximum: number): PropertyDecorator {
  return applyDecorators(
    trim,
    IsString(),
    Length(1, maximum),
    Matches(oneLine, { message: '$property must be one line without control characters' }),
  );
}

/** A note: like one line, with line breaks. */
export function SeveralLines(maximum: number): PropertyDecorator {
  return applyDecorators(
    trim,
    IsString(),
    Length(1, maximum),
    Matches(severalLines, { message: '$property must not hold control characters' }),
  );
}
