import type { Content } from 'pdfmake/interfaces.js';
import type { CurrencyReturn } from '../../reports/return/currency-return.types.js';
import type { ReturnReport } from '../../reports/return/return-report.types.js';
import { cut } from './cut.js';
import type { PageNumbers } from './page-numbers.js';
import type { PageWords } from './page-words.js';
import { colours } from './svg.js';

/** How many currencies beside the main one have a line of their own; the rest are named in one. */
const mostLines = 5;
const longestList = 90;

type Four = [number, number, number, number];

/** The other currencies, never added to the main one, and those that are withheld. */
export function currencyLines(
  { suppressedCurrencies, smallestGroup }: ReturnReport,
  others: readonly CurrencyReturn[],
  words: PageWords,
  numbers: PageNumbers,
): Content[] {
  const rest = others.slice(mostLines).map(({ currency }) => currency);
  const body = others.slice(0, mostLines).map((shown) => lineOf(shown, words, numbers));
  const list = (currencies: readonly string[]) => cut(currencies.join(', '), longestList);
  const quietly = (text: string): Content => ({ text, color: colours.quiet });
  return [
    ...(body.length > 0 ? [{ text: words.otherCurrencies, style: 'heading' }] : []),
    ...(body.length > 0 ? [{ table: { widths: [40, 140, '*', 90], body }, layout: 'noBorders', fontSize: 8 }] : []),
    ...(rest.length > 0 ? [quietly(words.more(list(rest), rest.length))] : []),
    ...(suppressedCurrencies.length > 0 ? [quietly(words.suppressed(list(suppressedCurrencies), smallestGroup))] : []),
  ];
}

function lineOf(shown: CurrencyReturn, words: PageWords, numbers: PageNumbers) {
  const { share, enoughData } = shown.indirectShare;
  return [
    { text: shown.currency, bold: true },
    { text: numbers.money(shown.return.amount), alignment: 'right' as const },
    { text: enoughData ? `${words.indirectShare} ${numbers.share(share)}` : '', margin: [16, 0, 0, 0] as Four },
    { text: words.deals(shown.return.deals, numbers.count(shown.return.deals)), alignment: 'right' as const },
  ];
}
