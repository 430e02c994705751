import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importRates } from '../../src/cli/rates.js';
import { readSettings } from '../../src/platform/settings.js';
import { RatesService } from '../../src/reports/rates/rates.service.js';
import { kring, workingDirectory } from '../support/kring-process.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
let directory: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  app = await TestApp.start();
  ({ directory, remove } = await workingDirectory());
});
afterAll(async () => {
  await app.stop();
  await remove();
});

/** Every test begins without rates. */
beforeEach(() =>
  app.database.query(`
    ALTER TABLE exchange_rates DISABLE TRIGGER USER;
    DELETE FROM exchange_rates;
    ALTER TABLE exchange_rates ENABLE TRIGGER USER`),
);

const command = async (text: string) => {
  await writeFile(join(directory, 'rates.csv'), text);
  return kring(['rates', 'rates.csv'], { directory, settings: { DATABASE_URL: app.databaseUrl } });
};
const load = (text: string, source = 'ECB') => app.application.get(RatesService).import(Buffer.from(text), source);
const stored = () =>
  app.database.query(
    'SELECT day::text, currency, rate::text, source FROM exchange_rates ORDER BY exchange_rates.day, currency',
  );

const history = 'Date,USD,JPY,CYP,\n2025-11-21,1.1050,163,N/A,\n2025-11-20,1.1,162.95,N/A,\n';
const ofHistory = [
  { day: '2025-11-20', currency: 'JPY', rate: '162.95', source: 'ECB' },
  { day: '2025-11-20', currency: 'USD', rate: '1.1', source: 'ECB' },
  { day: '2025-11-21', currency: 'JPY', rate: '163', source: 'ECB' },
  { day: '2025-11-21', currency: 'USD', rate: '1.1050', source: 'ECB' },
];

test('the command says how many rates it added', async () => {
  expect(await command(history)).toEqual({ code: 0, stdout: 'Added 4 rates; 0 were there already.\n', stderr: '' });
  expect(await stored()).toEqual(ofHistory);
});

test('a file that was imported adds nothing a second time, and only what is new comes from a later one', async () => {
  await load(history);
  expect(await load(history)).toEqual({ added: 0, known: 4, errors: [] });
  const later = 'Date, USD, JPY, \n24 November 2025, 1.2, 164, \n';
  expect(await load(later, 'Bank of Somewhere')).toEqual({ added: 2, known: 0, errors: [] });
  expect((await stored()).slice(0, 4)).toEqual(ofHistory);
  expect((await stored()).at(-1)).toMatchObject({ day: '2025-11-24', source: 'Bank of Somewhere' });
});

test('the command refuses a file with an error on any line as a whole, and says which and why', async () => {
  const { code, stdout, stderr } = await command('Date,USD,JPY,\n2025-11-21,1.1,163,\n2025-11-20,1.1,yen,\nx,1,1,\n');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.split('\n').slice(-4)).toEqual([
    'Nothing was imported from rates.csv:',
    'line 3: JPY: "yen" is no rate.',
    'line 4: "x" is no day.',
    '',
  ]);
  expect(await stored()).toEqual([]);
});

test.each([
  ['none.csv', 'ECB', 'none.csv cannot be read: there is no such file.'],
  ['/', 'ECB', '/ cannot be read: EISDIR.'],
  ['rates.csv', ' ', '--source must name who published the rates.'],
])('%s from "%s" is refused before anything is done', async (path, source, message) => {
  const settings = { ...readSettings({}), DATABASE_URL: app.databaseUrl };
  const importing = importRates(settings, { path, source }, new AbortController().signal);
  await expect(importing).rejects.toThrow(message);
});

test('a rate that was imported never changes: a file with another one is refused, and nothing of it is imported', async () => {
  await load(history);
  const other = 'Date,USD,JPY,\n2025-11-22,1.3,170,\n2025-11-21,1.1051,163.00,\n2025-11-20,1.1,162,\n';
  expect(await load(other)).toEqual({
    added: 0,
    known: 0,
    errors: [
      { line: 4, message: 'JPY: the rate of 2025-11-20 is 162.95 for good, and not 162.' },
      { line: 3, message: 'USD: the rate of 2025-11-21 is 1.1050 for good, and not 1.1051.' },
    ],
  });
  expect(await stored()).toEqual(ofHistory);
});

test('the same rate written otherwise is the same', async () => {
  await load(history);
  expect(await load('Date,USD,JPY\n2025-11-21,1.105,163.0\n')).toEqual({ added: 0, known: 2, errors: [] });
  expect(await stored()).toEqual(ofHistory);
});

test('the database itself changes no rate, takes none away, and keeps one a day', async () => {
  await load(history);
  const statements = [
    [`UPDATE exchange_rates SET rate = 2`, 'rows of exchange_rates are never changed or deleted'],
    [`DELETE FROM exchange_rates`, 'rows of exchange_rates are never changed or deleted'],
    [insertion(`'USD', '2025-11-21', 2`), 'exchange_rates_one_per_currency_and_day'],
    [insertion(`'EUR', '2025-11-21', 1`), 'exchange_rates_euro_has_none'],
    [insertion(`'usd', '2025-11-21', 1`), 'exchange_rates_currency_is_iso_4217'],
    [insertion(`'GBP', '2025-11-21', 0`), 'exchange_rates_rate_is_a_positive_number'],
    [insertion(`'GBP', '2025-11-21', 'NaN'`), 'exchange_rates_rate_is_a_positive_number'],
  ] as const;
  for (const [statement, reason] of statements) await expect(app.database.query(statement)).rejects.toThrow(reason);
  expect(await stored()).toEqual(ofHistory);
});

const insertion = (values: string) =>
  `INSERT INTO exchange_rates (currency, day, rate, source, imported_at) VALUES (${values}, 'ECB', now())`;

test('two imports at once add each rate once; of two that differ one is refused', async () => {
  const [one, other] = await Promise.all([load(history), load(history)]);
  expect([one?.added, other?.added].sort()).toEqual([0, 4]);
  const differing = await Promise.all(['5', '6', '7'].map((rate) => load(`Date,GBP\n2025-11-21,${rate}\n`)));
  expect(differing.map(({ added }) => added).sort()).toEqual([0, 0, 1]);
  expect(differing.filter(({ errors }) => errors.length === 1)).toHaveLength(2);
});

test('the many days of the history are imported in two statements and one transaction', async () => {
  const codes = Intl.supportedValuesOf('currency')
    .filter((code) => code !== 'EUR')
    .slice(0, 40);
  const days = Array.from({ length: 1_000 }, (_, number) =>
    new Date(Date.UTC(1999, 0, 4 + number)).toISOString().slice(0, 10),
  );
  const text = ['Date', ...codes].join() + days.map((day) => `\n${day}${',1.2345'.repeat(40)}`).join('');
  const whole = () => app.countQueries(async () => expect((await load(text)).errors).toEqual([]));
  expect(await whole()).toBe(4);
  expect(await app.database.query('SELECT count(*)::int AS count FROM exchange_rates')).toEqual([{ count: 40_000 }]);
});
