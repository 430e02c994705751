import { ContactImportField } from './import-field.js';
import { dayOf, detailsOf } from './row-details.js';

test.each([
  ['2026-03-04', false, '2026-03-04'],
  ['2026-3-4', false, '2026-03-04'],
  ['3/4/2026', false, '2026-04-03'],
  ['3/4/2026', true, '2026-03-04'],
  ['03-04-2026', false, '2026-04-03'],
  ['3.4.2026', false, '2026-04-03'],
  ['31/2/2026', false, null],
  ['4/3/26', false, null],
  ['1899-01-01', false, null],
  ['yesterday', false, null],
  ['', false, null],
])('%s, month first %s, is the day %s', (text, monthFirst, day) => {
  expect(dayOf(text, monthFirst)).toBe(day);
});

test.each([
  ['09 210 00 01', '+3292100001'],
  ['+31 20 123 4567', '+31201234567'],
  ['0032 9 210 00 01', '+3292100001'],
  ['+3292100001 ::: +3292100002', '+3292100001'],
  ['extension 12', 'extension 12'],
])('the phone %s is %s in Belgium', (phone, expected) => {
  const mapping = [{ column: 1, field: ContactImportField.PHONE }];
  const { details } = detailsOf([phone], mapping, { country: 'BE', monthFirst: false });
  expect(details.phone).toBe(expected);
});
