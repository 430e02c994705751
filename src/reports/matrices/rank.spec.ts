import type { MemberCounts } from '../counts/member-counts.types.js';
import { rankedByCount, rankedByThanked } from './rank.js';

const none = { visitors: 0, oneToOnes: 0, thanked: [], thankedWithheld: [] };
const noReferrals = {
  referralsGivenInside: 0,
  referralsGivenOutside: 0,
  referralsReceivedInside: 0,
  referralsReceivedOutside: 0,
};
const member = (membershipId: string, counts: Partial<MemberCounts>) =>
  ({ ...none, ...noReferrals, seat: { membershipId }, ...counts }) as MemberCounts;
const told = (entries: ReturnType<typeof rankedByCount>) =>
  entries.map(({ rank, seat, count, amount, withheld }) =>
    [rank, seat.membershipId, count ?? amount?.amount ?? null, ...(withheld ? ['withheld'] : [])].join(' '),
  );

test('who has as much shares a rank, in the order given, and as many are left out behind it', () => {
  const rows = [
    member('A', { referralsGivenInside: 1, referralsGivenOutside: 1 }),
    member('B', { referralsGivenInside: 3 }),
    member('C', { referralsGivenOutside: 2 }),
    member('D', { referralsReceivedInside: 9 }),
    member('E', { referralsGivenOutside: 1 }),
  ];
  expect(told(rankedByCount(rows, 'given'))).toEqual(['1 B 3', '2 A 2', '2 C 2', '4 E 1']);
});

test.each([
  ['received', { referralsReceivedInside: 2, referralsReceivedOutside: 3 }],
  ['visitors', { visitors: 5 }],
  ['one_to_ones', { oneToOnes: 5 }],
] as const)('by %s', (measure, counts) => {
  expect(told(rankedByCount([member('A', {}), member('B', counts)], measure))).toEqual(['1 B 5']);
});

test('money is ranked in one currency; who is withheld stands behind, without a rank', () => {
  const sum = (amount: string, currency = 'EUR') => ({ amount, currency });
  const rows = [
    member('A', { thankedWithheld: ['EUR'] }),
    member('B', { thanked: [sum('9.50'), sum('70000', 'JPY')] }),
    member('C', { thanked: [sum('10.00')], thankedWithheld: ['USD'] }),
    member('D', { thanked: [sum('80000', 'JPY')] }),
    member('E', { thanked: [sum('-3.00')] }),
    member('F', { thanked: [sum('10.00')] }),
  ];
  expect(told(rankedByThanked(rows, 'EUR'))).toEqual([
    '1 C 10.00',
    '1 F 10.00',
    '3 B 9.50',
    '4 E -3.00',
    ' A  withheld',
  ]);
  expect(told(rankedByThanked(rows, 'JPY'))).toEqual(['1 D 80000', '2 B 70000']);
});
