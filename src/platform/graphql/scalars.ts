import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

interface TextScalar {
  name: string;
  description: string;
  specifiedByURL?: string;
  /** Whether the text is a value of the scalar; junk is refused rather than repaired. */
  accepts: (text: string) => boolean;
  /** What the server works with, when it is not the text itself. */
  parse?: (text: string) => unknown;
  serialize?: (value: unknown) => string;
}

function textScalar({ name, description, specifiedByURL, accepts, parse, serialize }: TextScalar): GraphQLScalarType {
  const read = (value: unknown): unknown => {
    if (typeof value !== 'string' || !accepts(value)) {
      throw new GraphQLError(`${name} cannot represent ${JSON.stringify(value)?.slice(0, 60)}.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    return parse ? parse(value) : value;
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: serialize ?? String,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const dateTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether it is a day of the calendar as YYYY-MM-DD, from 1900 on. */
export function isCivilDay(text: string): boolean {
  if (!datePattern.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && day.getUTCFullYear() >= 1900;
}

export const UuidScalar = textScalar({
  name: 'UUID',
  description: 'The key of an object, or an idempotency key a client made: a UUID as text.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  accepts: (text) => uuidPattern.test(text),
  parse: (text) => text.toLowerCase(),
});

export const DateScalar = textScalar({
  name: 'Date',
  description: 'A civil day without a time zone: YYYY-MM-DD.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  accepts: isCivilDay,
});

export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description: 'An instant with its offset, as in RFC 3339: 2026-11-23T07:00:00+01:00. Answers are in UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  accepts: (text) => dateTimePattern.test(text) && isCivilDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
  parse: (text) => new Date(text),
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
});

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description: 'A decimal number as text, such as "1250.50", so that no digit is lost on the way.',
  accepts: (text) => /^-?\d{1,30}(\.\d{1,12})?$/.test(text),
});

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether it is the ISO 4217 code of a currency. */
export function isCurrencyCode(text: string): boolean {
  return currencies.has(text);
}

export const CurrencyCodeScalar = textScalar({
  name: 'CurrencyCode',
  description: 'A currency by its ISO 4217 code, such as EUR.',
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  accepts: isCurrencyCode,
});
