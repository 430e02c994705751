import { readRatesFile } from './read-rates-file.js';

const today = '2026-11-24';
const read = (text: string) => readRatesFile(Buffer.from(text), today);

test('the history has a row per day, with a comma at the end of each and N/A where there is no rate', () => {
  const text = 'Date,USD,JPY,CYP,\r\n2026-11-23,1.1050,163,N/A,\r\n\r\n2026-11-20,1.1,162.95,N/A,\r\n';
  expect(read(text)).toEqual({
    errors: [],
    rates: [
      { line: 2, day: '2026-11-23', currency: 'USD', rate: '1.1050' },
      { line: 2, day: '2026-11-23', currency: 'JPY', rate: '163' },
      { line: 4, day: '2026-11-20', currency: 'USD', rate: '1.1' },
      { line: 4, day: '2026-11-20', currency: 'JPY', rate: '162.95' },
    ],
  });
});

test.each([
  ['23 November 2026', '2026-11-23'],
  ['3 May 2004', '2004-05-03'],
  ['29 February 2024', '2024-02-29'],
])('the file of one day has blanks, and writes its day as %s', (written, day) => {
  expect(read(`Date, USD, JPY, \n${written}, 1.1050, 163.00, \n`)).toMatchObject({
    errors: [],
    rates: [
      { line: 2, day, currency: 'USD', rate: '1.1050' },
      { line: 2, day, currency: 'JPY', rate: '163.00' },
    ],
  });
});

test('a byte order mark is no part of the header', () => {
  expect(read('\ufeffDate,USD\n2026-11-23,1.1\n').errors).toEqual([]);
});

test.each([
  ['an empty file', '', 'The file is empty.'],
  ['a file of blanks', ' \n\n', 'The file is empty.'],
  ['a ZIP file', 'PK\x03\x04\x00\x00', 'It is no text file. A ZIP file is to be unpacked first.'],
  ['XML', '<?xml version="1.0"?><Cube/>', 'It is XML. The same rates are to be had as CSV.'],
  ['a header without days', 'Day,USD\n2026-11-23,1.1\n', 'The first row must be "Date" and the codes of currencies.'],
  ['a header without currencies', 'Date,\n2026-11-23,\n', 'The first row must be "Date" and the codes of currencies.'],
  ['an unknown currency', 'Date,USD,XYZ\n2026-11-23,1.1,2\n', 'XYZ is no currency.'],
  ['a column without a code', 'Date,,USD\n2026-11-23,1.1,2\n', ' is no currency.'],
  ['the euro', 'Date,EUR\n2026-11-23,1\n', 'EUR: the euro has no rate, for all rates are per euro.'],
  ['a currency twice', 'Date,USD,USD\n2026-11-23,1.1,1.1\n', 'USD has two columns.'],
  ['a header alone', 'Date,USD,\n', 'There is no day in it.'],
])('%s is refused', (_, text, message) => {
  expect(read(text)).toEqual({ rates: [], errors: [{ line: 1, message }] });
});

test('bytes that are no text are refused', () => {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x20]);
  expect(readRatesFile(bytes, today).errors).toEqual([
    { line: 1, message: 'It is no text file. A ZIP file is to be unpacked first.' },
  ]);
});

test.each([
  ['a day that is none', '2026-02-30,1.1,2', '"2026-02-30" is no day.'],
  ['a month that is none', '3 Brumaire 2026,1.1,2', '"3 Brumaire 2026" is no day.'],
  ['a day of the American form', '11/23/2026,1.1,2', '"11/23/2026" is no day.'],
  ['a day to come', '2026-11-25,1.1,2', '2026-11-25 is not there yet.'],
  ['the same day again', '2026-11-20,1.1,2', '2026-11-20 stands on line 2 already.'],
  ['too few rates', '2026-11-23,1.1', 'It has 1 rates for 2 currencies.'],
  ['too many rates', '2026-11-23,1,2,3', 'It has 3 rates for 2 currencies.'],
  ['a word', '2026-11-23,one,2', 'USD: "one" is no rate.'],
  ['a comma in a number between quotation marks', '2026-11-23,"1,1",2', 'It has 3 rates for 2 currencies.'],
  ['a negative rate', '2026-11-23,-1.1,2', 'USD: "-1.1" is no rate.'],
  ['a rate of zero', '2026-11-23,0.00,2', 'USD: "0.00" is no rate.'],
  ['an exponent', '2026-11-23,1e3,2', 'USD: "1e3" is no rate.'],
  ['no number', '2026-11-23,NaN,2', 'USD: "NaN" is no rate.'],
  ['an empty cell', '2026-11-23,,2', 'USD: "" is no rate.'],
])('%s is an error of its line, and the other lines are read on', (_, row, message) => {
  const { errors } = read(`Date,USD,GBP\n2026-11-20,1.1,2\n${row}\n2026-11-19,x,2\n`);
  expect(errors).toEqual([
    { line: 3, message },
    { line: 4, message: 'USD: "x" is no rate.' },
  ]);
});
