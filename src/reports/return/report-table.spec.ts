import { reportTable } from './report-table.js';
import type { TableCurrency, TableFollowUp, TablePeriod, TableReport } from './report-table.types.js';

const sum = (deals: number, amount: string) => ({ deals, amount: { amount } });

const euros: TableCurrency = {
  currency: 'EUR',
  return: sum(56, '175800.00'),
  byDegree: [
    { degree: 1, ...sum(12, '14250.00'), share: 0.0811 },
    { degree: 2, ...sum(31, '102300.00'), share: 0.5819 },
    { degree: 3, ...sum(9, '41900.50'), share: 0.2383 },
    { degree: 4, ...sum(4, '17349.50'), share: 0.0987 },
  ],
  newReturn: sum(40, '120000.00'),
  repeatReturn: sum(16, '55800.00'),
  ownAcquisition: sum(3, '2000.00'),
  businessWithFellowMembers: sum(12, '14250.00'),
  returnFromReferrals: { amount: '120000.00' },
  indirectShare: {
    share: 0.9189,
    deals: 56,
    enoughData: true,
    largestShare: 0.124,
    referenceShare: 0.9,
    interval: { low: 0.84, high: 0.961, confidence: 0.95, resamples: 2000, seed: 20120101 },
  },
};

const before: TablePeriod = {
  from: '2024-11-24',
  to: '2025-11-23',
  currencies: [
    {
      ...euros,
      return: sum(6, '9000.00'),
      businessWithFellowMembers: sum(2, '1000.00'),
      returnFromReferrals: { amount: '7500.00' },
      indirectShare: { ...euros.indirectShare, share: 0.8889, deals: 6, enoughData: false, interval: null },
    },
  ],
  suppressedCurrencies: [],
  referralsReceived: { count: 30, converted: 5 },
};

const report: TableReport = {
  club: { name: 'Gent Graslei' },
  smallestGroup: 3,
  from: '2025-11-24',
  to: '2026-11-23',
  currencies: [euros],
  suppressedCurrencies: ['USD'],
  referralsReceived: { count: 1042, converted: 18 },
  before,
};

const followUp: TableFollowUp = {
  funnel: {
    stages: [
      { stage: 'suspect', referrals: 1042, conversionToNext: 0.5, medianDays: 0 },
      { stage: 'prospect', referrals: 521, conversionToNext: 0.25, medianDays: 1.25 },
      { stage: 'hot_prospect', referrals: 130, conversionToNext: 0.1538, medianDays: 9 },
      { stage: 'customer', referrals: 20, conversionToNext: null, medianDays: 30.5 },
    ],
    lost: 17,
    declined: 4,
  },
  promises: { referrals: 980, keptShare: 0.871, withinTargetShare: 0.8, medianHours: 5.04 },
};
const quiet: TablePeriod = { ...before, currencies: [], suppressedCurrencies: ['EUR'], referralsReceived: null };
const withShare = (share: Partial<TableCurrency['indirectShare']>): string =>
  reportTable(
    { ...report, currencies: [{ ...euros, indirectShare: { ...euros.indirectShare, ...share } }] },
    followUp,
    'en-GB',
  );

test('a report reads like this', () => {
  expect(`\n${reportTable(report, followUp, 'nl-BE')}\n`).toBe(`
Return of Gent Graslei
2025-11-24 to 2026-11-23, against 2024-11-24 to 2025-11-23

EUR                      Deals                  Amount     Share
  1 direct                  12               14.250,00     8,1 %  ██
  2                         31              102.300,00    58,2 %  █████████████████
  3                          9               41.900,50    23,8 %  ███████
  4 and beyond               4               17.349,50     9,9 %  ███
  Return                    56              175.800,00
    from new buyers         40              120.000,00
    from buyers again       16               55.800,00
  Own acquisition            3                2.000,00     apart

  Indirect share 91,9 %, 95 % interval 84,0 % to 96,1 %
  0 % ──────────────────────────────────────────────────════┃●═══── 100 %
      ● measured   ═ 95 % interval   ┃ the claim: more than 90 %
  n = 56 deals; the largest brought 12,4 % of the return.
  Interval by percentile bootstrap over deals, 2000 resamples, seed 20120101.

                                                             This period                    Before
  Return                                                      175.800,00                  9.000,00
  Indirect share                                                  91,9 %           not enough data
  The usual question: business among members                    12 deals                   2 deals
    what it brought                                            14.250,00                  1.000,00
  The right one: referrals received from members     1.042, 18 converted           30, 5 converted
    what referrals brought                                    120.000,00                  7.500,00

Funnel                 Referrals   Median days
  suspect                  1.042           0,0      50,0 % go on
  prospect                   521           1,3      25,0 % go on
  hot prospect               130           9,0      15,4 % go on
  customer                    20          30,5
  By now 17 lost and 4 declined.

Promises kept 87,1 % of n = 980; contacted within the club's target 80,0 %, median 5,0 hours.

Not shown: USD, of fewer than 3 sellers.
`);
});

test('with too few deals it says so instead of a share', () => {
  const lines = withShare({ deals: 6, enoughData: false, interval: null }).split('\n');
  expect(lines).toContain('  Indirect share: not enough data. It rests on n = 6 deals and takes 10 or more.');
  expect(lines.join()).not.toContain('●');
});

test('without return, without an interval and outside 0 to 1 it still makes sense', () => {
  const none = { ...euros.indirectShare, share: null, largestShare: null, interval: null };
  expect(withShare(none)).toContain('  Indirect share: none, since refunds outweigh the return.\n\n');
  expect(withShare({ interval: null })).toContain(
    '\n  Indirect share 91.9 %\n  0 % ──────────────────────────────────────────────────────┃●───── 100 %\n      ● measured   ┃',
  );
  expect(withShare({ share: 1.25, interval: null })).toContain('──● 100 %');
  expect(withShare({ share: 0.9, interval: null })).toContain('─◆─');
});

test('what is not shown is named, and a currency that was not there before is none', () => {
  expect(reportTable({ ...report, before: quiet }, followUp, 'en-GB')).toMatch(/Return {3,}175,800.00 +not shown\n/);
  expect(reportTable({ ...report, before: { ...quiet, suppressedCurrencies: [] } }, followUp, 'en-GB')).toMatch(
    /Return {3,}175,800.00 +none\n/,
  );
  expect(reportTable({ ...report, ...quiet }, { funnel: null, promises: null }, 'en-GB')).toBe(
    'Return of Gent Graslei\n2024-11-24 to 2025-11-23, against 2024-11-24 to 2025-11-23\n\nNo return to show.\n\nFunnel: not shown, of too few members.\n\nPromises: not shown, of too few members.\n\nNot shown: EUR, of fewer than 3 sellers.',
  );
});

test('no line is wider than 100 columns', () => {
  const wide = { ...report, club: { name: 'Gent'.repeat(30) }, suppressedCurrencies: Array<string>(40).fill('USD') };
  const huge = { ...euros, return: sum(1_000_000, '-123456789012345678.90') };
  const lines = reportTable({ ...wide, currencies: [huge] }, followUp, 'fr-BE').split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
});

test('a part that is withheld is named so, and nothing is put in its place', () => {
  const parts = { newReturn: null, repeatReturn: null, businessWithFellowMembers: null, returnFromReferrals: null };
  const byDegree = euros.byDegree.map(({ degree }) => ({ degree, deals: null, amount: null, share: null }));
  const referralsReceived = { count: 12, converted: null };
  const withheld = { ...report, referralsReceived, currencies: [{ ...euros, ...parts, byDegree }] };
  const funnel = { stages: [{ stage: 'suspect', referrals: 12, conversionToNext: null, medianDays: 0 }], lost: null };
  const lines = reportTable(withheld, { funnel: { ...funnel, declined: null }, promises: null }, 'en-GB');
  expect(lines).toMatch(/^ {2}1 direct +not shown +-$/m);
  expect(lines).toMatch(/^ {4}from new buyers +not shown$/m);
  expect(lines).toMatch(/what it brought +not shown +1,000.00$/m);
  expect(lines).toMatch(/what referrals brought +not shown +7,500.00$/m);
  expect(lines).toMatch(/received from members +12 +30, 5 converted$/m);
  expect(lines).toMatch(/^ {2}By now not shown lost and not shown declined\.$/m);
});
