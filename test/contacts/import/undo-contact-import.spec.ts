import { randomUUID } from 'node:crypto';
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

const file =
  'Name;E-mail;Place\nAldo;aldo@client.example;Ghent\nBert;bert@client.example;\nCarl;carl@client.example;\n';
const whenLate = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const applied = async (text = file, onDuplicate = 'SKIP') => {
  const id = await book.upload(world.bram, text);
  await book.apply(world.bram, id, { onDuplicate });
  const { contacts } = await book.result(world.bram, id);
  const contactOf = new Map<string, string>(
    contacts.nodes.map((node: { id: string; name: string }) => [node.name, node.id]),
  );
  return { id, contact: (name: string) => contactOf.get(name) ?? '' };
};
const stayed = async (id: string) => {
  const { contacts } = await book.result(world.bram, id);
  return { count: contacts.totalCount, names: contacts.nodes.map(({ name }: { name: string }) => name) };
};

test('what was imported and left alone goes', async () => {
  await circle.contact(world.bram, 'Own');
  const before = await book.digest(world.bram);
  const { id } = await applied();
  expect(await stayed(id)).toMatchObject({ count: 3 });
  const { contactImport, errors } = await book.undo(world.bram, id);
  expect(errors).toEqual([]);
  expect(contactImport).toEqual({ id, state: 'UNDONE', undoneAt: expect.any(String) });
  expect(await book.digest(world.bram)).toBe(before);
  expect(await stayed(id)).toEqual({ count: 0, names: [] });
});

test('what was filled is empty again, and what was there stays', async () => {
  await circle.contact(world.bram, 'Own', { email: 'aldo@client.example', company: 'Old' });
  const before = await book.digest(world.bram);
  const { id } = await applied('Name;E-mail;Place;Company\nAldo;aldo@client.example;Ghent;New\n', 'FILL_GAPS');
  expect(await book.digest(world.bram)).not.toBe(before);
  await book.undo(world.bram, id);
  expect(await book.digest(world.bram)).toBe(before);
  expect((await book.result(world.bram, id)).result.rows.nodes).toMatchObject([{ filled: [] }]);
});

test('a contact that was filled and changed since keeps what was filled, and the row says so', async () => {
  const contactId = await circle.contact(world.bram, 'Own', { email: 'aldo@client.example' });
  const { id } = await applied('Name;E-mail;Place\nAldo;aldo@client.example;Ghent\n', 'FILL_GAPS');
  const details = { name: 'Own', email: 'aldo@client.example', place: 'Ghent', role: 'buyer' };
  await app.act(world.bram, 'changeContact', { contactId, ...details }, 'contact { id }');
  const before = await book.digest(world.bram);
  await book.undo(world.bram, id);
  expect(await book.digest(world.bram)).toBe(before);
  expect((await book.result(world.bram, id)).result.rows.nodes).toMatchObject([{ filled: ['PLACE'] }]);
});

test.each<[string, (contactId: string, other: string) => Promise<unknown>, string[]]>([
  [
    'changed',
    (contactId) => app.act(world.bram, 'changeContact', { contactId, name: 'Aldo', role: 'x' }, 'contact { id }'),
    ['Aldo'],
  ],
  [
    'identified',
    (contactId) =>
      app.act(world.bram, 'identifyContact', { contactId, personId: world.ulf.personId }, 'contact { id }'),
    ['Aldo'],
  ],
  ['introduced', (contactId) => circle.introduce(world.bram, { contactId }, world.sara), ['Aldo']],
  ['a buyer', (contactId) => circle.sell(world.bram, { contactId }), ['Aldo']],
  [
    'merged into',
    (id, other) => app.database.query('UPDATE contacts SET merged_into_id = $1 WHERE id = $2', [id, other]),
    ['Aldo'],
  ],
])('a contact that was %s stays, and is told', async (_, use, names) => {
  const { id, contact } = await applied();
  await use(contact('Aldo'), contact('Bert'));
  expect((await book.undo(world.bram, id)).errors).toEqual([]);
  expect(await stayed(id)).toEqual({ count: names.length, names });
});

test('a contact changed back is as the import left him, and goes', async () => {
  const { id, contact } = await applied();
  const change = (role: string | null) => {
    const details = { name: 'Bert', email: 'bert@client.example', role };
    return app.act(world.bram, 'changeContact', { contactId: contact('Bert'), ...details }, 'contact { id }');
  };
  await change('x');
  await change(null);
  await book.undo(world.bram, id);
  expect(await stayed(id)).toEqual({ count: 0, names: [] });
});

test('every reference that the database knows keeps a contact', async () => {
  const { id, contact } = await applied();
  await app.database.query(
    'CREATE TABLE notes_of_tomorrow (contact_id uuid CONSTRAINT notes_of_tomorrow_contact_id_fkey REFERENCES contacts ON DELETE CASCADE)',
  );
  await app.database.query('INSERT INTO notes_of_tomorrow VALUES ($1)', [contact('Carl')]);
  await book.undo(world.bram, id);
  expect(await stayed(id)).toEqual({ count: 1, names: ['Carl'] });
  await app.database.query('DROP TABLE notes_of_tomorrow');
});

test('an introduction at the same time finds the contact or keeps him', async () => {
  const { id, contact } = await applied();
  const [introduced, undone] = await Promise.all([
    circle.introduce(world.bram, { contactId: contact('Aldo') }, world.sara),
    book.undo(world.bram, id),
  ]);
  expect(undone.errors).toEqual([]);
  expect(await stayed(id)).toEqual(introduced.introduction ? { count: 1, names: ['Aldo'] } : { count: 0, names: [] });
});

test('a retry gives the same answer; a second time is refused, and so is what was not applied', async () => {
  const { id } = await applied();
  const input = { idempotencyKey: randomUUID() };
  const first = await book.undo(world.bram, id, input);
  expect(await book.undo(world.bram, id, input)).toEqual(first);
  expect(refused(await book.undo(world.bram, id))).toEqual(['NOTHING_TO_UNDO importId']);
  expect(refused(await book.apply(world.bram, id))).toEqual(['ALREADY_APPLIED importId']);
  const waiting = await book.upload(world.bram, file);
  expect(refused(await book.undo(world.bram, waiting))).toEqual(['NOTHING_TO_UNDO importId']);
});

test('an import can be undone for 30 days', async () => {
  const { id } = await applied();
  const late = await app.at(whenLate(30.01), () => book.undo(world.bram, id));
  expect(refused(late)).toEqual(['UNDO_TOO_LATE importId']);
  const inTime = await app.at(whenLate(29.99), () => book.undo(world.bram, id));
  expect(inTime.errors).toEqual([]);
});

test('three contacts take as many statements as one', async () => {
  const one = await applied('Name\nX\n');
  const three = await applied('Name\nX\nY\nZ\n');
  const count = (id: string) => app.countQueries(() => book.undo(world.bram, id));
  expect(await count(three.id)).toBe(await count(one.id));
});

test('what is discarded leaves nothing behind, and is neither applied nor discarded again', async () => {
  const id = await book.upload(world.bram, file);
  expect((await book.discard(world.bram, id)).contactImport).toEqual({ id, state: 'DISCARDED', rowCount: 3 });
  expect(await app.database.query('SELECT id FROM contact_import_rows WHERE import_id = $1', [id])).toEqual([]);
  for (const again of [await book.apply(world.bram, id), await book.discard(world.bram, id)]) {
    expect(refused(again)).toEqual(['NOT_FOUND importId']);
  }
  expect(refused(await book.undo(world.bram, id))).toEqual(['NOTHING_TO_UNDO importId']);
});

test('what waits too long is forgotten, and so are the rows of what was applied long ago', async () => {
  const waiting = await book.upload(world.bram, file);
  const { id } = await applied();
  await app.at(whenLate(6), () => app.runScheduled('forget_imports'));
  expect(await book.read(world.bram, waiting, 'state')).toEqual({ state: 'UPLOADED' });
  await app.at(whenLate(8), () => app.runScheduled('forget_imports'));
  expect(await book.read(world.bram, waiting, 'state columns { heading }')).toEqual({
    state: 'DISCARDED',
    columns: [],
  });
  expect((await book.result(world.bram, id)).result).toMatchObject({ newCount: 3 });
  await app.at(whenLate(31), () => app.runScheduled('forget_imports'));
  expect(await book.result(world.bram, id)).toMatchObject({
    state: 'APPLIED',
    result: null,
    contacts: { totalCount: 3 },
  });
});
