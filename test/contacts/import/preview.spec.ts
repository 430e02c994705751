import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { AddressBook } from './address-book.js';

let app: TestApp;
let world: World;
let book: AddressBook;

beforeAll(async () => {
  app = await TestApp.start();
  book = new AddressBook(app);
});
beforeEach(async () => {
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const preview = async (text: string, mapping: object[] | null = null) =>
  book.preview(world.bram, await book.upload(world.bram, text), mapping);
const errorsOf = async (text: string): Promise<string[]> =>
  (await preview(text)).rows.nodes.flatMap((row: { line: number; errors: { code: string; field: string | null }[] }) =>
    row.errors.map(({ code, field }) => `${row.line} ${code} ${field}`),
  );
const contact = (actor: { token: string }, input: object) => app.act(actor, 'addContact', input, 'contact { id }');

test('a dry run shows each row as it would stand in the book, and writes nothing', async () => {
  const id = await book.upload(
    world.bram,
    'Voornaam;Tussenvoegsel;Achternaam;Bedrijf;Functie;E-mailadres;Telefoon;Beroep;Plaats;Relatie;Laatst gesproken\r\n' +
      'Carl;van der;Meer;"Meer\r\nBV";inkoper;carl@meer.example;09 210 00 01;drukker;Gent;sterk;3/2/2026\r\n',
  );
  const before = await book.digest(world.bram);
  const { rows, ...counts } = await book.preview(world.bram, id);
  expect(counts).toEqual({ newCount: 1, duplicateCount: 0, refusedCount: 0 });
  expect(rows.nodes[0]).toEqual({
    line: 2,
    kind: 'NEW',
    filled: [],
    errors: [],
    duplicateOf: null,
    contact: null,
    details: {
      name: 'Carl van der Meer',
      company: 'Meer BV',
      role: 'inkoper',
      email: 'carl@meer.example',
      phone: '+3292100001',
      profession: 'drukker',
      place: 'Gent',
      strength: 'STRONG',
      lastSpokenOn: '2026-02-03',
    },
  });
  expect(await book.digest(world.bram)).toBe(before);
});

test.each([
  ['no name', 'Name;Place\n;Ghent\n', ['2 INVALID NAME']],
  ['a name over 120 characters', `Name\n${'x'.repeat(121)}\n`, ['2 INVALID NAME']],
  ['an e-mail address that is none', 'Name;E-mail\nCarl;carl\n', ['2 INVALID EMAIL']],
  ['a phone number that is none', 'Name;Phone\nCarl;12\n', ['2 INVALID PHONE']],
  ['a day that cannot be read', 'Name;Last contact\nCarl;31/2/2026\n', ['2 INVALID LAST_SPOKEN_ON']],
  ['a day in the future', 'Name;Last contact\nCarl;2099-01-01\n', ['2 DATE_OUT_OF_RANGE LAST_SPOKEN_ON']],
  ['a strength that is not known', 'Name;Strength\nCarl;so so\n', ['2 INVALID STRENGTH']],
  ['a row longer than the headings', 'Name;Place\nCarl;Ghent;x\n', ['2 INVALID null']],
  ['an e-mail address twice', 'Name;E-mail\nA;a@b.example\n\nB;A@B.example\n', ['4 TAKEN EMAIL']],
  ['several things', 'Name;E-mail;Phone\nCarl;carl;12\n', ['2 INVALID EMAIL', '2 INVALID PHONE']],
])('%s is told by line and field', async (_, text, errors) => {
  expect(await errorsOf(text)).toEqual(errors);
});

test('what an error says quotes nothing of the row', async () => {
  const { rows } = await preview('Name;E-mail;Phone;Strength\nCarl;secret-mail;secret-phone;secret-word\n');
  expect(JSON.stringify(rows.nodes[0].errors)).not.toContain('secret');
});

test('a duplicate has the e-mail address, in whatever letters, or the phone number of a contact of the viewer', async () => {
  await contact(world.bram, { name: 'Carl', email: 'Carl@meer.example' });
  await contact(world.bram, { name: 'Dora', phone: '+3292100002' });
  const { rows, ...counts } = await preview(
    'Name;E-mail;Phone\nC;carl@MEER.example;\nD;;09/210.00.02\nE;e@e.example;09 210 00 03\n',
  );
  expect(counts).toEqual({ newCount: 1, duplicateCount: 2, refusedCount: 0 });
  expect(rows.nodes.map((row: { duplicateOf: unknown }) => row.duplicateOf)).toEqual([
    { name: 'Carl' },
    { name: 'Dora' },
    null,
  ]);
});

test('what others have in their books changes nothing in the answer, nor in the statements it takes', async () => {
  const text = 'Name;E-mail;Phone\nCarl;carl@meer.example;09 210 00 01\n';
  const id = await book.upload(world.bram, text);
  let before: unknown;
  const count = await app.countQueries(async () => {
    before = await book.preview(world.bram, id);
  });
  await contact(world.sara, { name: 'Carl', email: 'carl@meer.example', phone: '+3292100001' });
  let after: unknown;
  const countAfter = await app.countQueries(async () => {
    after = await book.preview(world.bram, id);
  });
  expect(after).toEqual(before);
  expect(countAfter).toBe(count);
});

test('whom the viewer merged or erased is no duplicate', async () => {
  const { contact: kept } = await contact(world.bram, { name: 'Kept' });
  const { contact: gone } = await contact(world.bram, { name: 'Gone', email: 'gone@client.example' });
  await app.database.query('UPDATE contacts SET merged_into_id = $1 WHERE id = $2', [kept.id, gone.id]);
  expect(await preview('Name;E-mail\nX;gone@client.example\n')).toMatchObject({ newCount: 1, duplicateCount: 0 });
});

describe('a mapping', () => {
  const text = 'Wie;Waar\nCarl;Ghent\n';

  test('says what columns hold whose headings are not known', async () => {
    expect(await preview(text)).toMatchObject({ refusedCount: 1 });
    const { rows } = await preview(text, [
      { column: 2, field: 'PLACE' },
      { column: 1, field: 'NAME' },
    ]);
    expect(rows.nodes[0].details).toMatchObject({ name: 'Carl', place: 'Ghent' });
  });

  test('of several columns for one field takes the first that says something', async () => {
    const { rows } = await preview('Name;Mobile phone;Business phone\nA;;09 210 00 01\nB;0470 10 00 01;09 210 00 02\n');
    expect(rows.nodes.map(({ details }: { details: { phone: string } }) => details.phone)).toEqual([
      '+3292100001',
      '+32470100001',
    ]);
  });

  test.each([
    ['a column there is not', [{ column: 3, field: 'NAME' }]],
    ['no column', [{ column: 0, field: 'NAME' }]],
    ['one column for two things', [1, 1].map((column) => ({ column, field: 'NAME' }))],
  ])('of %s is refused', async (_, mapping) => {
    const id = await book.upload(world.bram, text);
    const query = `query ($id: UUID!, $mapping: [ContactImportMappingInput!]) {
      contactImport(id: $id) { preview(mapping: $mapping) { newCount } } }`;
    const { errors } = await app.execute(world.bram, query, { id, mapping });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const { errors: refused } = await book.apply(world.bram, id, { mapping });
    expect(refused).toMatchObject([{ code: 'INVALID', field: ['input', 'mapping'] }]);
  });
});

test('a formula is a text like any other', async () => {
  const { rows } = await preview('Name;Company\n=1+1;@SUM(A1)\n');
  expect(rows.nodes[0].details).toMatchObject({ name: '=1+1', company: '@SUM(A1)' });
});

test('vCards need no mapping; the preferred address counts, and a broken card leaves the others be', async () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
  const { rows } = await preview(
    card(
      ...['VERSION:3.0', 'FN:Carl Baert', 'N:Baert;Carl;;;', 'ORG:Baert\\, Zonen;Inkoop', 'TITLE:buyer'],
      ...['EMAIL;TYPE=HOME:home@baert.example', 'item1.EMAIL;TYPE=INTERNET,PREF:carl@baert.example'],
      ...['TEL;TYPE=CELL:0470 10 00 01', 'ADR;TYPE=WORK:;;Kaai 1;Gent;;9000;Belgium'],
    ) +
      card('VERSION:3.0', 'FN:Broken', 'nonsense') +
      card('VERSION:4.0', 'FN:', 'N:Maes;Dora;;;', 'ROLE:owner', 'TEL;VALUE=uri;PREF=1:tel:+32-9-210-00-02'),
  );
  const none = { company: null, role: null, email: null, phone: null, place: null };
  expect(rows.nodes).toMatchObject([
    {
      line: 1,
      details: {
        ...{ name: 'Carl Baert', company: 'Baert, Zonen', role: 'buyer', email: 'carl@baert.example' },
        ...{ phone: '+32470100001', place: 'Gent' },
      },
    },
    { line: 12, details: null, errors: [{ code: 'INVALID', field: null }] },
    { line: 17, details: { ...none, name: 'Dora Maes', role: 'owner', phone: '+3292100002' } },
  ]);
});

test('the rows have pages and can be asked for by kind', async () => {
  const id = await book.upload(world.bram, 'Name;E-mail\nA;\nB;b\nC;\n');
  const { rows } = await book.preview(world.bram, id, null, 'REFUSED');
  expect(rows).toMatchObject({ totalCount: 1, nodes: [{ line: 3 }] });
  const paged = (after: string | null) =>
    book.read(
      world.bram,
      id,
      'preview { rows(first: 2, after: $after) { nodes { line } pageInfo { hasNextPage endCursor } } }',
      { after },
      '$id: UUID!, $after: String',
    );
  const first = (await paged(null)).preview.rows;
  expect(first).toMatchObject({ nodes: [{ line: 2 }, { line: 3 }], pageInfo: { hasNextPage: true } });
  expect((await paged(first.pageInfo.endCursor)).preview.rows).toMatchObject({ nodes: [{ line: 4 }] });
});

test('five rows cost as many statements as one', async () => {
  const count = async (rows: number) => {
    for (let place = 0; place < rows; place += 1) {
      await contact(world.cleo, { name: 'X', email: `${rows}${place}@client.example` });
    }
    const lines = Array.from({ length: rows }, (_, place) => `X;${rows}${place}@client.example\n`);
    const id = await book.upload(world.cleo, `Name;E-mail\n${lines.join('')}`);
    return app.countQueries(() => book.preview(world.cleo, id));
  };
  expect(await count(5)).toBe(await count(1));
});
