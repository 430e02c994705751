import type { RootMoneyRow } from './club-chains.sql.js';
import { rootReturns } from './root-return.js';

/** The sellers of a part whose amounts the viewer does not see, one letter each; "-" for one he sees anyhow. */
const part = (isBeyondSecond: boolean, sellers: string): RootMoneyRow[] =>
  sellers === ''
    ? []
    : [
        {
          rootId: 'bram',
          currency: 'EUR',
          isBeyondSecond,
          deals: 1,
          amountMinor: isBeyondSecond ? '200' : '100',
          unseenSellers: sellers === '-' ? [] : [...sellers],
        },
      ];

test.each([
  // second beyond   whole   beyond
  ['-', '', '1.00', '0.00'], // all is the viewer's own
  ['A', '', null, '0.00'], // a single seller
  ['ABC', '', '1.00', '0.00'],
  ['', 'ABC', '2.00', '2.00'],
  ['', 'AB', null, null],
  ['A', 'BC', '3.00', null], // three in all; the parts stay hidden
  ['A', 'AB', null, null],
  ['A', 'BCD', null, '2.00'], // the whole less what is shown would be A's
  ['ABC', 'A', '3.00', null], // nobody can take the second degree from the whole: it is shown nowhere
  ['ABC', 'DEF', '3.00', '2.00'],
  ['-', 'A', null, null],
  ['-', 'ABC', '3.00', '2.00'],
])('with sellers "%s" at the second degree and "%s" beyond: whole %s, beyond %s', (second, beyond, whole, further) => {
  const [shown] = rootReturns([...part(false, second), ...part(true, beyond)]);
  expect(shown?.lifetimeValue?.amount.amount ?? null).toBe(whole);
  expect(shown?.beyondSecondDegree?.amount.amount ?? null).toBe(further);
});

test('currencies stand apart, each judged by itself', () => {
  const euros = part(false, 'ABC');
  const yen = part(false, 'A').map((row) => ({ ...row, currency: 'JPY' }));
  expect(rootReturns([...euros, ...yen])).toMatchObject([
    { currency: 'EUR', lifetimeValue: { deals: 1, amount: { amount: '1.00' } } },
    { currency: 'JPY', lifetimeValue: null },
  ]);
});
