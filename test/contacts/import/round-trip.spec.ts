import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { AddressBook } from './address-book.js';

let app: TestApp;
let world: World;
let book: AddressBook;
const longMilliseconds = 120_000;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  book = new AddressBook(app);
});
afterAll(() => app.stop());

const signs = [...'abcxyz ABC éüßçÅ ;,\t"\'\n\r=+-@|0189 日本 😀 .()'];
/** What a detail may hold, with line breaks, which a spreadsheet allows in a cell. */
const text = fc
  .string({ unit: fc.constantFrom(...signs, '\r\n'), minLength: 1, maxLength: 40 })
  .map((value) => `x${value}x`);
const optional = fc.option(text, { nil: null });
const contact = fc.record({ name: text, company: optional, role: optional, place: optional, profession: optional });
const list = fc.array(contact, { minLength: 1, maxLength: 8 });
const form = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t'),
  record_delimiter: fc.constantFrom('unix', 'windows'),
  bom: fc.boolean(),
  quoted: fc.boolean(),
});
const headings = ['name', 'company', 'role', 'place', 'profession'] as const;

/** A detail is one line: a line break or tab, with the spaces around it, is one space. */
const inOneLine = (value: string | null) => value?.replace(/ *[\t\r\n]\s*/g, ' ') ?? null;

test(
  'whatever is written as CSV is read as it was written, and undoing leaves the book as it was',
  async () => {
    await app.act(world.bram, 'addContact', { name: 'Own' }, 'contact { id }');
    await fc.assert(
      fc.asyncProperty(list, form, async (contacts, how) => {
        const rows = contacts.map((each) => headings.map((heading) => each[heading]));
        const written = stringify([[...headings], ...rows], how);
        const before = await book.digest(world.bram);
        const id = await book.upload(world.bram, written);
        const preview = await book.preview(world.bram, id);
        const shown = preview.rows.nodes.map(({ details }: { details: Record<string, string | null> | null }) =>
          headings.map((heading) => details?.[heading]),
        );
        expect(shown).toEqual(rows.map((row) => row.map(inOneLine)));
        await book.apply(world.bram, id);
        expect(await book.names(world.bram)).toHaveLength(contacts.length + 1);
        await book.undo(world.bram, id);
        expect(await book.digest(world.bram)).toBe(before);
      }),
      { numRuns: 40 },
    );
  },
  longMilliseconds,
);
