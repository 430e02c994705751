import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';

const schema = buildSchema(readFileSync(new URL('../schema.gql', import.meta.url), 'utf8'));
const pages = ['README.md', 'docs/domain.md', 'docs/architecture.md'];

/** The GraphQL a page tells its readers to paste. */
function documentsOf(page: string): string[] {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, document = '']) => document);
}

test('the README has queries to paste', () => {
  expect(documentsOf('README.md').length).toBeGreaterThan(2);
});

test.each(pages.flatMap((page) => documentsOf(page).map((document, index) => [page, index + 1, document] as const)))(
  'in %s, GraphQL block %d fits the schema',
  (_, __, document) => {
    expect(validate(schema, parse(document)).map((error) => error.message)).toEqual([]);
  },
);

test.each(pages)('every link of %s leads to a file', (page) => {
  const url = new URL(`../${page}`, import.meta.url);
  const text = readFileSync(url, 'utf8');
  for (const [, link = ''] of text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
    expect(() => readFileSync(new URL(link, url))).not.toThrow(/ENOENT/);
  }
});
