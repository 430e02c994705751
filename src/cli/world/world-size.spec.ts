import { readWorldSize } from './world-size.js';

const usual = { clubs: '112', seed: '1', contacts: '30' };
const tuesday = '2026-11-24';

test('a world lives until the last Sunday that is over, or a day before today', () => {
  expect(readWorldSize(usual, tuesday)).toEqual({ clubs: 112, seed: 1, contacts: 30, until: '2026-11-22' });
  expect(readWorldSize(usual, '2026-11-22').until).toBe('2026-11-15');
  expect(readWorldSize({ ...usual, until: '2026-11-23' }, tuesday).until).toBe('2026-11-23');
});

test.each([
  ['one club', { clubs: '1' }, '--clubs is a whole number from 2 to 50000.'],
  ['half a club', { clubs: '2.5' }, '--clubs is a whole number from 2 to 50000.'],
  ['a seed in words', { seed: 'one' }, '--seed is a whole number from 0 to 99999999.'],
  ['hardly a contact', { contacts: '11' }, '--contacts is a whole number from 12 to 1000.'],
  ['today', { until: tuesday }, '--until is a day before today, such as 2026-01-31.'],
  ['a day there is not', { until: '2026-02-30' }, '--until is a day before today, such as 2026-01-31.'],
  ['no day', { until: 'Sunday' }, '--until is a day before today, such as 2026-01-31.'],
])('%s is refused', (_, wrong, message) => {
  expect(() => readWorldSize({ ...usual, ...wrong }, tuesday)).toThrow(message);
});
