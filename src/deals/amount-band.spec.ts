import { amountBand } from './amount-band.js';

test.each([
  [0n, 'EUR', '0.00', '1.00'],
  [99n, 'EUR', '0.00', '1.00'],
  [100n, 'EUR', '1.00', '10.00'],
  [99_999n, 'EUR', '100.00', '1000.00'],
  [100_000n, 'EUR', '1000.00', '10000.00'],
  [999n, 'JPY', '100', '1000'],
  [1_000n, 'BHD', '1.000', '10.000'],
])('%p minor units of %s are from %s to below %s', (minor, currency, from, below) => {
  expect(amountBand(minor, currency)).toEqual({
    from: { amount: from, currency },
    below: { amount: below, currency },
  });
});
