import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * E.164 of what somebody typed with its country code, such as +32 9 200 00 00; null when it is no phone number.
 * @param country of a number without a country code; without it there has to be one
 */
export function toE164(text: string, country?: CountryCode): string | null {
  const number = parsePhoneNumberFromString(text, country);
  return number?.isValid() ? number.number : null;
}

/** A phone number or null; the input then holds it in E.164, so that equal numbers are equal texts. */
export function PhoneNumber(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (toE164(value) ?? value) : value)),
    IsOptional(),
    ValidateBy({
      name: 'phoneNumber',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && toE164(value) === value,
        defaultMessage: () => '$property must be a phone number with its country code, such as +32 9 200 00 00',
      },
    }),
  );
}
