import type { Content } from 'pdfmake/interfaces.js';
import type { CurrencyReturn } from '../../reports/return/currency-return.types.js';
import type { PeriodReturn, ReturnReport } from '../../reports/return/return-report.types.js';
import type { PageNumbers } from './page-numbers.js';
import type { PageWords } from './page-words.js';
import { colours } from './svg.js';

interface Tile {
  name: string;
  /** What it says of a period. */
  value: (period: PeriodReturn) => string;
}

/** The figures one looks for first, each with that of the period before: the two questions stand side by side. */
export function tiles(report: ReturnReport, main: CurrencyReturn, words: PageWords, numbers: PageNumbers): Content {
  const ofCurrency = (cell: (shown: CurrencyReturn) => string) => (period: PeriodReturn) => {
    const shown = period.currencies.find(({ currency }) => currency === main.currency);
    if (shown) return cell(shown);
    return period.suppressedCurrencies.includes(main.currency) ? words.notShown : '–';
  };
  const all: Tile[] = [
    { name: words.return, value: ofCurrency((shown) => numbers.money(shown.return.amount)) },
    { name: words.indirectShare, value: ofCurrency((shown) => shareOf(shown, words, numbers)) },
    {
      name: words.usual,
      value: ofCurrency(({ businessWithFellowMembers: sum }) => (sum ? numbers.money(sum.amount) : words.notShown)),
    },
    { name: words.right, value: ({ referralsReceived }) => receivedOf(referralsReceived, words, numbers) },
  ];
  const cell = ({ name, value }: Tile) => ({
    stack: [
      { text: name, color: colours.quiet, fontSize: 8 },
      { text: value(report), fontSize: 11, bold: true },
      { text: words.before(value(report.before)), color: colours.quiet, fontSize: 8 },
    ],
    fillColor: '#f1f4f8',
  });
  return {
    table: { widths: ['*', '*', '*', '*'], body: [all.map(cell)] },
    layout: { defaultBorder: false, hLineWidth: () => 0, vLineWidth: () => 3, vLineColor: () => '#ffffff' },
    margin: [0, 8, 0, 4],
  };
}

/** A share that rests on too few deals is none. */
function shareOf({ indirectShare }: CurrencyReturn, words: PageWords, numbers: PageNumbers): string {
  const { share, deals, enoughData } = indirectShare;
  return enoughData ? numbers.share(share) : `${words.notShown} (n = ${numbers.count(deals)})`;
}

function receivedOf(received: PeriodReturn['referralsReceived'], words: PageWords, numbers: PageNumbers): string {
  return received ? numbers.count(received.count) : words.notShown;
}
