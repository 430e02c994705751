import { randomUUID } from 'node:crypto';
import { newId } from '../../../src/platform/id.js';
import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { AddressBook } from './address-book.js';

let app: TestApp;
let world: World;
let book: AddressBook;
let circle: Circle;

beforeAll(async () => {
  app = await TestApp.start();
  book = new AddressBook(app);
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
});
afterAll(() => app.stop());

const file = 'Name;E-mail;Place\nCarl;carl@client.example;Ghent\nDora;dora\nErik;erik@client.example;\n';
const fields = 'name company role email place';
const read = async (id: string) =>
  (await app.query(world.bram, `query ($id: UUID!) { contact(id: $id) { ${fields} } }`, { id })).contact;

test('what can be read is added; what cannot is left out and stays told, without what was written', async () => {
  const id = await book.upload(world.bram, file);
  const { contactImport, errors } = await book.apply(world.bram, id);
  expect(errors).toEqual([]);
  expect(contactImport).toEqual({ id, state: 'APPLIED', appliedAt: expect.any(String) });
  expect(await book.names(world.bram)).toEqual(['Carl', 'Erik']);
  const { result } = await book.result(world.bram, id);
  expect(result).toMatchObject({ newCount: 2, duplicateCount: 0, refusedCount: 1 });
  expect(result.rows.nodes).toMatchObject([
    { line: 2, kind: 'NEW', contact: { name: 'Carl' }, details: null },
    { line: 3, kind: 'REFUSED', contact: null, errors: [{ field: 'EMAIL', code: 'INVALID' }] },
    { line: 4, kind: 'NEW', contact: { name: 'Erik' } },
  ]);
  const left = await app.database.query(
    `SELECT r.cells, i.headings FROM contact_import_rows r JOIN contact_imports i ON i.id = import_id WHERE i.id = $1`,
    [id],
  );
  expect(left).toEqual(Array(3).fill({ cells: [], headings: [] }));
});

describe('a row whose contact is there already', () => {
  const duplicate = 'Name;E-mail;Company;Place\nCarlo;carl@client.example;Baert;Ghent\n';
  const apply = async (onDuplicate: string) => {
    const contactId = await circle.contact(world.bram, 'Carl', { email: 'carl@client.example', company: 'Old' });
    const id = await book.upload(world.bram, duplicate);
    await book.apply(world.bram, id, { onDuplicate });
    return { contact: await read(contactId), row: (await book.result(world.bram, id)).result.rows.nodes[0] };
  };

  test('is skipped', async () => {
    const { contact, row } = await apply('SKIP');
    expect(contact).toMatchObject({ name: 'Carl', company: 'Old', place: null });
    expect(await book.names(world.bram)).toEqual(['Carl']);
    expect(row).toMatchObject({ kind: 'DUPLICATE', filled: [], duplicateOf: { name: 'Carl' }, contact: null });
  });

  test('fills what the contact has not, and changes nothing it has', async () => {
    const { contact, row } = await apply('FILL_GAPS');
    expect(contact).toMatchObject({ name: 'Carl', company: 'Old', place: 'Ghent' });
    expect(await book.names(world.bram)).toEqual(['Carl']);
    expect(row).toMatchObject({ kind: 'DUPLICATE', filled: ['PLACE'], duplicateOf: { name: 'Carl' } });
  });

  test('is added', async () => {
    const { contact, row } = await apply('ADD');
    expect(contact).toMatchObject({ name: 'Carl', company: 'Old', place: null });
    expect(await book.names(world.bram)).toEqual(['Carl', 'Carlo']);
    expect(row).toMatchObject({ kind: 'DUPLICATE', contact: { name: 'Carlo' } });
  });
});

test('a retry gives the same answer; a second time is refused', async () => {
  const id = await book.upload(world.bram, file);
  const input = { idempotencyKey: randomUUID() };
  const first = await book.apply(world.bram, id, input);
  expect(await book.apply(world.bram, id, input)).toEqual(first);
  expect(refused(await book.apply(world.bram, id))).toEqual(['ALREADY_APPLIED importId']);
  expect(refused(await book.discard(world.bram, id))).toEqual(['ALREADY_APPLIED importId']);
  expect(await book.names(world.bram)).toEqual(['Carl', 'Erik']);
});

test('of two at once one is refused', async () => {
  const id = await book.upload(world.bram, file);
  const payloads = await Promise.all([1, 2, 3].map(() => book.apply(world.bram, id)));
  expect(payloads.flatMap(refused)).toEqual(['ALREADY_APPLIED importId', 'ALREADY_APPLIED importId']);
  expect(await book.names(world.bram)).toEqual(['Carl', 'Erik']);
});

test('somebody else’s import and none are one answer', async () => {
  const id = await book.upload(world.sara, file);
  for (const importId of [id, newId()]) {
    expect(refused(await book.apply(world.bram, importId))).toEqual(['NOT_FOUND importId']);
    expect(refused(await book.discard(world.bram, importId))).toEqual(['NOT_FOUND importId']);
    expect(refused(await book.undo(world.bram, importId))).toEqual(['NOT_FOUND importId']);
  }
});

test.each(['SKIP', 'FILL_GAPS', 'ADD'])('five rows cost as many statements as one, with %s', async (onDuplicate) => {
  const count = async (rows: number) => {
    const lines: string[] = [];
    for (let place = 0; place < rows; place += 1) {
      const email = `${rows}${place}@client.example`;
      await circle.contact(world.bram, 'Known', { email });
      lines.push(`Known;${email};Ghent\nNew;new-${email};Ghent\n`);
    }
    const id = await book.upload(world.bram, `Name;E-mail;Place\n${lines.join('')}`);
    return app.countQueries(() => book.apply(world.bram, id, { onDuplicate }));
  };
  expect(await count(5)).toBe(await count(1));
});

test('that it was applied is kept, without names', async () => {
  const id = await book.upload(world.bram, file);
  await book.apply(world.bram, id);
  const verbs = await app.database.query(
    'SELECT verb, details FROM activities WHERE subject_id = $1 ORDER BY happened_at, id',
    [id],
  );
  expect(verbs).toEqual([
    { verb: 'contact_import.uploaded', details: { format: 'csv', rows: 3 } },
    { verb: 'contact_import.applied', details: { added: 2, filled: 0, onDuplicate: 'skip' } },
  ]);
});
