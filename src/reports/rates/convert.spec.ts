import { convertedSum, currenciesToConvert } from './convert.js';

const sum = (amounts: Record<string, string>, currency: string, rates: Record<string, string> = {}) =>
  convertedSum(
    Object.entries(amounts).map(([code, amount]) => ({ amount, currency: code })),
    currency,
    new Map(Object.entries(rates)),
  ).amount;

test.each([
  ['one currency into itself', { EUR: '12.34' }, 'EUR', {}, '12.34'],
  ['a currency into itself without any rate', { USD: '12.34' }, 'USD', {}, '12.34'],
  ['nothing at all', {}, 'JPY', {}, '0'],
  ['into the euro by dividing', { USD: '110.00' }, 'EUR', { USD: '1.1' }, '100.00'],
  ['out of the euro by multiplying', { EUR: '100.00' }, 'USD', { USD: '1.1' }, '110.00'],
  ['across the euro', { USD: '110.00' }, 'GBP', { USD: '1.1', GBP: '0.85' }, '85.00'],
  ['into whole yen', { EUR: '0.01' }, 'JPY', { JPY: '163.5' }, '2'],
  ['into three places', { EUR: '1.00' }, 'BHD', { BHD: '0.4156' }, '0.416'],
  ['a refund that outweighs the rest', { EUR: '-1.00', USD: '0.55' }, 'EUR', { USD: '1.1' }, '-0.50'],
  ['an amount beyond floating point', { EUR: '90071992547409.93' }, 'USD', { USD: '1.1' }, '99079191802150.92'],
])('%s', (_, amounts, currency, rates, expected) => {
  expect(sum(amounts, currency, rates)).toBe(expected);
});

test.each([
  ['0.05', '0.03'],
  ['-0.05', '-0.03'],
  ['0.049', '0.02'],
  ['-0.049', '-0.02'],
])('half a last place goes away from zero: %s of two to one is %s', (amount, expected) => {
  expect(sum({ BHD: amount }, 'EUR', { BHD: '2' })).toBe(expected);
});

test('it is rounded once, at the end: three thirds of a cent are a cent', () => {
  expect(sum({ USD: '0.01', GBP: '0.01', CHF: '0.01' }, 'EUR', { USD: '3', GBP: '3', CHF: '3' })).toBe('0.01');
  expect(sum({ USD: '0.01' }, 'EUR', { USD: '3' })).toBe('0.00');
});

test('it takes the rates of the currencies that are not the asked-for one, and of that, but not of the euro', () => {
  expect(currenciesToConvert([], 'USD')).toEqual([]);
  expect(currenciesToConvert(['USD'], 'USD')).toEqual([]);
  expect(currenciesToConvert(['USD', 'EUR'], 'USD')).toEqual(['USD']);
  expect(currenciesToConvert(['USD', 'JPY'], 'EUR')).toEqual(['JPY', 'USD']);
  expect(currenciesToConvert(['USD', 'JPY'], 'GBP')).toEqual(['GBP', 'JPY', 'USD']);
});

test('without a rate it takes there is no sum', () => {
  expect(() => sum({ USD: '1.00' }, 'EUR')).toThrow('There is no rate of USD.');
});
