import { registerEnumType } from '@nestjs/graphql';

type EnumOf<K extends string> = { readonly [key in K]: Lowercase<key> };

/**
 * A GraphQL enum whose every value is described. In the schema a value is written SO, in the database and in
 * TypeScript `so`.
 */
export function describedEnum<K extends Uppercase<string>>(
  name: string,
  description: string,
  values: Record<K, string>,
): EnumOf<K> {
  const keys = Object.keys(values) as K[];
  const members = Object.fromEntries(keys.map((key) => [key, key.toLowerCase()])) as EnumOf<K>;
  const valuesMap = Object.fromEntries(keys.map((key) => [key, { description: values[key] }]));
  registerEnumType(members, { name, description, valuesMap: valuesMap as never });
  return members;
}
