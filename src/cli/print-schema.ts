import { writeFile } from 'node:fs/promises';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { AppModule } from '../app.module.js';
import { printedSchema } from '../platform/graphql/printed-schema.js';
import { describeRootTypes } from '../platform/graphql/root-types.js';
import { readSettings } from '../platform/settings.js';

/** `npm run schema`: writes schema.gql from the decorators of the resolvers. No database and no server is needed. */
const module = AppModule.with({ ...readSettings({}), DATABASE_URL: 'postgres://nobody@nowhere/nothing' });
const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
const schema = await builder.get(GraphQLSchemaFactory).create(classesOf(module));
await writeFile('schema.gql', printedSchema(describeRootTypes(schema)));
await builder.close();

/** The classes a module and those below it provide; those that are no resolvers add nothing to a schema. */
function classesOf(module: Type | DynamicModule): Type[] {
  const { module: type, imports = [], providers = [] } = 'module' in module ? module : { module };
  const all = (key: string) => (Reflect.getMetadata(key, type) ?? []) as unknown[];
  const classes = [...providers, ...all('providers')].filter((provider) => typeof provider === 'function');
  const below = [...imports, ...all('imports')].filter((each) => isModule(each));
  return [...(classes as Type[]), ...below.flatMap(classesOf)];
}

function isModule(value: unknown): value is Type | DynamicModule {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && 'module' in value);
}
