import { inflateRawSync } from 'node:zlib';
import type { Money } from '../platform/money.js';
import { exportLimits } from './export-limits.js';
import { type Column, column, tableOf, type Words } from './table.js';
import { xlsxOf } from './xlsx.js';

const title: Words = { en: 'Counts', nl: 'Tellingen', fr: 'Comptes' };

/** The files in a workbook, by name, as the directory at the end of a zip file lists them. */
function filesIn(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf('PK\x05\x06');
  const files = new Map<string, string>();
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(entry + 28);
    const local = zip.readUInt32LE(entry + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
    const isDeflated = zip.readUInt16LE(entry + 10) === 8;
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength);
    files.set(name, (isDeflated ? inflateRawSync(content) : content).toString());
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return files;
}

type Row = [string, Money, Money, Money];
const money = (decimal: string, currency: string): Money => ({ amount: decimal, currency });

test('the header is frozen, money has a format with its currency and decimal places, and no text is a formula', async () => {
  const columns: Column<Row>[] = [
    column('text', 'Member', ([name]) => name),
    column('money', 'EUR', ([, euros]) => euros),
    column('money', 'JPY', ([, , yen]) => yen),
    column('money', 'BHD', ([, , , dinars]) => dinars),
  ];
  const row: Row = ['=1+1', money('-1250.50', 'EUR'), money('7', 'JPY'), money('1.234', 'BHD')];
  const files = filesIn(await xlsxOf([tableOf({ name: 'counts', title, columns }, [[row]], 'en')]));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(sheet).toContain('<v>-1250.5</v>');
  expect(sheet).not.toContain('<f>');
  const styles = files.get('xl/styles.xml') ?? '';
  for (const format of ['#,##0.00 &quot;EUR&quot;', '#,##0 &quot;JPY&quot;', '#,##0.000 &quot;BHD&quot;']) {
    expect(styles).toContain(`formatCode="${format}"`);
  }
});

test('shares, days and months are numbers with a format; every table has a sheet', async () => {
  const columns: Column<[number, string]>[] = [
    column('percent', 'Share', ([share]) => share),
    column('day', 'Day', ([, day]) => day),
    column('month', 'Month', ([, day]) => day.slice(0, 7)),
  ];
  const table = (name: string) =>
    tableOf({ name, title: { en: name, nl: name, fr: name }, columns }, [[[0.851, '2026-03-10']]], 'en');
  const files = filesIn(await xlsxOf([table('one'), table('two')]));
  // 46091 days after the end of 1899 is 10 March 2026.
  for (const value of ['0.851', '46091', '46082']) {
    expect(files.get('xl/worksheets/sheet1.xml')).toContain(`<v>${value}</v>`);
  }
  for (const format of ['0.0%', 'yyyy-mm-dd', 'yyyy-mm']) {
    expect(files.get('xl/styles.xml')).toContain(`formatCode="${format}"`);
  }
  for (const name of ['one', 'two']) expect(files.get('xl/workbook.xml')).toContain(`name="${name}"`);
});

test('a workbook of more rows than the limit is refused before more of them are read, and CSV is named as the way', async () => {
  let read = 0;
  async function* batches() {
    for (; read < 1_000; read += 1) yield Array.from({ length: 1_000 }, () => 'row');
  }
  const columns = [column('text', 'Text', (text: string) => text)];
  const refused = xlsxOf([tableOf({ name: 'long', title, columns }, batches(), 'en')]);
  await expect(refused).rejects.toMatchObject({
    code: 'FILE_TOO_LONG',
    field: ['format'],
    message: expect.stringContaining('CSV'),
  });
  expect(read * 1_000).toBe(exportLimits.workbookRows);
});
