import { buildSchema, parse } from 'graphql';
import { CompiledDocuments, mostCompiled, usesBeforeCompiling } from './compiled-queries.js';

const schema = buildSchema('type Query { name: String }');
const found = (documents: CompiledDocuments, document = parse('{ name }')) =>
  Array.from({ length: usesBeforeCompiling }, () => documents.find(schema, document, null));

test('a document is compiled when it comes often, and then once', () => {
  const documents = new CompiledDocuments();
  const document = parse('{ name }');
  const [first, second, third] = found(documents, document);
  expect([first, second]).toEqual([null, null]);
  expect(third).not.toBeNull();
  expect(documents.find(schema, document, null)).toBe(third);
});

test('each operation of a document is compiled by itself', () => {
  const documents = new CompiledDocuments();
  const document = parse('query A { name } query B { other: name }');
  found(documents, document);
  const [a, b] = ['A', 'B'].map((name) => documents.find(schema, document, name));
  expect(a?.query({ name: 'Kring' }, {}, {})).toEqual({ data: { name: 'Kring' } });
  expect(b?.query({ name: 'Kring' }, {}, {})).toEqual({ data: { other: 'Kring' } });
});

test('a thousand documents are not all kept, and those used last are', () => {
  const documents = new CompiledDocuments();
  const all = Array.from({ length: 1000 }, (_, index) => parse(`{ name${index}: name }`));
  for (const document of all) found(documents, document);
  expect(documents.size).toBe(mostCompiled);
  const last = documents.find(schema, all[999] ?? parse('{ name }'), null);
  expect(documents.find(schema, all[999] ?? parse('{ name }'), null)).toBe(last);
  expect(documents.size).toBe(mostCompiled);
});

test('documents that come once are not kept at all', () => {
  const documents = new CompiledDocuments();
  for (let index = 0; index < 1000; index += 1) documents.find(schema, parse(`{ name${index}: name }`), null);
  expect(documents.size).toBe(0);
});
