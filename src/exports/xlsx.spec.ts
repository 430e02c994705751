import { inflateRawSync } from 'node:zlib';
import { xlsxOf } from './xlsx.js';

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

test('the header is frozen, money has a format with its currency and decimal places, and no text is a formula', async () => {
  const money = (decimal: string, currency: string) => ({ decimal, currency });
  const files = filesIn(
    await xlsxOf({
      name: 'Counts',
      header: ['Member', 'EUR', 'JPY', 'BHD'],
      rows: [['=1+1', money('-1250.50', 'EUR'), money('7', 'JPY'), money('1.234', 'BHD')]],
    }),
  );
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(sheet).toContain('<v>-1250.5</v>');
  expect(sheet).not.toContain('<f>');
  const styles = files.get('xl/styles.xml') ?? '';
  for (const format of ['#,##0.00 &quot;EUR&quot;', '#,##0 &quot;JPY&quot;', '#,##0.000 &quot;BHD&quot;']) {
    expect(styles).toContain(`formatCode="${format}"`);
  }
});
