import { randomUUID } from 'node:crypto';
import { sessionCookie } from '../../../src/identity/session-token.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { AddressBook } from './address-book.js';

let app: TestApp;
let world: World;
let book: AddressBook;

beforeAll(async () => {
  app = await TestApp.start({ KRING_PUBLIC_URL: 'https://club.example' });
  book = new AddressBook(app);
});
beforeEach(async () => {
  world = await World.build(app.database);
});
afterAll(() => app.stop());

const file =
  'Name;E-mail\r\nCarl Baert;carl@baert.example\r\nDora;dora@client.example\r\nErik;\r\nFien;fien@f.example\r\n';
const column = (field: string | null, heading: string, samples: string[], place: number) => ({
  column: place,
  heading,
  samples,
  suggestedField: field,
});

test('an upload waits, with its columns, up to three samples of each, and what they are likely to hold', async () => {
  const before = await book.digest(world.bram);
  const { status, id = '' } = await book.send(world.bram, file);
  expect(status).toBe(201);
  const fields =
    'format state rowCount columns { column heading samples suggestedField } viewerCan { apply discard undo }';
  expect(await book.read(world.bram, id, fields)).toEqual({
    format: 'CSV',
    state: 'UPLOADED',
    rowCount: 4,
    columns: [
      column('NAME', 'Name', ['Carl Baert', 'Dora', 'Erik'], 1),
      column('EMAIL', 'E-mail', ['carl@baert.example', 'dora@client.example', 'fien@f.example'], 2),
    ],
    viewerCan: { apply: true, discard: true, undo: false },
  });
  expect(await book.digest(world.bram)).toBe(before);
});

test('what somebody brought along is there for nobody else', async () => {
  const id = await book.upload(world.bram, file);
  for (const actor of [world.sara, world.pia, world.ada, world.dirk, world.otto]) {
    expect(await book.read(actor, id, 'id')).toBeNull();
  }
});

test.each([
  ['utf-8', Buffer.from('Name\nAndré Čapek\n')],
  ['utf-8 with its mark', Buffer.from('\ufeffName\nAndré Čapek\n')],
  ['utf-16 with its mark', Buffer.from('\ufeffName\nAndré Čapek\n', 'utf16le')],
  ['utf-16 the other way around', Buffer.from('\ufeffName\nAndré Čapek\n', 'utf16le').swap16()],
  ['windows-1252', Buffer.from('Name\nAndr\xe9 \x8aapek \x80\n', 'latin1')],
])('a file in %s is read', async (encoding, bytes) => {
  const id = await book.upload(world.bram, bytes);
  const { rows } = await book.preview(world.bram, id);
  expect(rows.nodes[0].details.name).toBe(encoding === 'windows-1252' ? 'André Šapek €' : 'André Čapek');
});

test('a retry with the same key and file makes no second import; with another file it is refused', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const first = await book.send(world.bram, file, headers);
  expect(await book.send(world.bram, file, headers)).toEqual(first);
  expect(await book.send(world.bram, 'Name\nOther\n', headers)).toMatchObject({
    status: 400,
    errors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
  });
  const both = await Promise.all([1, 2].map(() => book.send(world.sara, file, headers)));
  expect(both[0]).toEqual(both[1]);
  expect(both[0]?.id).not.toBe(first.id);
});

test('a file that needs twenty times the body of other requests is taken', async () => {
  const wide = `Name;Notes\n${'Carl Baert;x\n'.repeat(1)}Dora;${'y'.repeat(90_000)}\n${`E;${'z'.repeat(90_000)}\n`.repeat(50)}`;
  expect(await book.send(world.bram, wide)).toMatchObject({ status: 201 });
});

test.each<[string, string | Buffer, Record<string, string>, number, string, string[]]>([
  ['nothing', '', {}, 400, 'FILE_UNREADABLE', ['file']],
  ['headings alone', 'Name;Place\n', {}, 400, 'FILE_UNREADABLE', ['file']],
  ['a picture', Buffer.from([137, 80, 78, 71, 0, 0, 13]), {}, 400, 'FILE_UNREADABLE', ['file']],
  ['a quotation that does not end', 'Name;Place\n"Carl;Ghent\n', {}, 400, 'FILE_UNREADABLE', ['file']],
  ['over 200 columns', `${'x;'.repeat(201)}\n1\n`, {}, 400, 'FILE_UNREADABLE', ['file']],
  ['over 10,000 contacts', `Name\n${'x\n'.repeat(10_001)}`, {}, 400, 'FILE_TOO_LONG', ['file']],
  ['over 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'), {}, 413, 'REQUEST_TOO_LARGE', []],
  ['another type', '{}', { 'content-type': 'application/json' }, 415, 'UNSUPPORTED_MEDIA_TYPE', []],
  ['no key', 'Name\nx\n', { 'idempotency-key': 'x' }, 400, 'INVALID', ['Idempotency-Key']],
])('%s is refused', async (_, body, headers, status, code, field) => {
  expect(await book.send(world.bram, body, headers)).toEqual({
    status,
    errors: [{ code, field, message: expect.any(String) }],
  });
});

test('vCards 2.1 are refused with the way out', async () => {
  const card = 'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE:J=C3=A9\r\nEND:VCARD\r\n';
  const { errors } = await book.send(world.bram, card);
  expect(errors).toEqual([
    { code: 'FILE_UNREADABLE', field: ['file'], message: expect.stringContaining('3.0 or 4.0') },
  ]);
});

test('10,000 contacts are taken', async () => {
  const id = await book.upload(world.bram, `Name\n${'x\n'.repeat(10_000)}`);
  expect(await book.read(world.bram, id, 'rowCount')).toEqual({ rowCount: 10_000 });
});

describe('an upload with the cookie', () => {
  const cookie = () => ({ cookie: `${sessionCookie}=${world.bram.token}` });

  test.each([
    ['its public address', { origin: 'https://club.example' }],
    ['as the browser says', { 'sec-fetch-site': 'same-origin' }],
  ])('is taken from a page of this server: %s', async (_, headers) => {
    expect(await book.send(null, file, { ...cookie(), ...headers })).toMatchObject({ status: 201 });
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a page that is not named', {}],
    ['a site beside this one, as the browser says', { 'sec-fetch-site': 'same-site' }],
  ])('is refused from %s', async (_, headers) => {
    const refused = { status: 403, errors: [{ code: 'FORBIDDEN' }] };
    expect(await book.send(null, file, { ...cookie(), ...headers })).toMatchObject(refused);
  });
});

test('who has not signed in uploads nothing', async () => {
  expect(await book.send(null, file)).toMatchObject({ status: 401, errors: [{ code: 'UNAUTHENTICATED' }] });
});

test('of what waits, the latest five are kept', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 6; count += 1) ids.push(await book.upload(world.bram, file));
  const states = await Promise.all(ids.map(async (id) => (await book.read(world.bram, id, 'state')).state));
  expect(states).toEqual(['DISCARDED', ...Array(5).fill('UPLOADED')]);
  const rows = 'SELECT id FROM contact_import_rows WHERE import_id = $1';
  expect(await app.database.query(rows, [ids[0]])).toEqual([]);
});

describe('the list of imports', () => {
  const query = `query ($first: Int!) { viewer { contactImports(first: $first) {
    totalCount nodes { id state columns { heading samples } viewerCan { apply } } } } }`;
  const list = async (first: number) => (await app.query(world.cleo, query, { first })).viewer.contactImports;

  test('has the latest first, and costs as many statements for five as for one', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await book.upload(world.cleo, file));
    const { totalCount, nodes } = await list(5);
    expect(totalCount).toBe(5);
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual(ids.toReversed());
    const count = (first: number) => app.countQueries(() => list(first));
    expect(await count(5)).toBe(await count(1));
  });
});
