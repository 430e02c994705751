import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Club } from '../../clubs/club.entity.js';
import type { CurrencyReturn } from '../../reports/return/currency-return.types.js';
import type { Funnel } from '../../reports/return/funnel.types.js';
import type { PromisesKept } from '../../reports/return/promises.types.js';
import type { ReturnReport } from '../../reports/return/return-report.types.js';
import type { FileLanguage } from '../file-language.js';
import type { Counted } from '../reports/counts-table.js';
import { countsLine } from './counts-line.js';
import { currencyLines } from './currency-lines.js';
import { cut } from './cut.js';
import { degreeChart } from './degree-chart.js';
import { funnelChart } from './funnel-chart.js';
import { monthChart } from './month-chart.js';
import { type PageNumbers, pageNumbers } from './page-numbers.js';
import { type PageWords, pageWords } from './page-words.js';
import { shareChart } from './share-chart.js';
import { colours } from './svg.js';
import { tiles } from './tiles.js';

/** What a page of a member or of a club is made of: figures as GraphQL has them for its reader. */
export interface ReturnPage {
  report: ReturnReport;
  club: Club;
  /** The member's name and his profession; null on the page of a club. */
  member: string | null;
  profession: string | null;
  /** Those of the member, or the sums of the club; null where they are not for the reader. */
  counts: Counted | null;
  /** Of the referrals received; null where withheld. */
  funnel: Funnel | null;
  promises: PromisesKept | null;
  language: FileLanguage;
  /** A civil day. */
  madeOn: string;
}

const longestName = 70;

/**
 * One A4 page: what came of it by degree, measured against the claim, by month, the referrals, the counts. Whatever
 * can be long has a place that is large enough, and is cut to it, so that it never takes a second page.
 */
export function returnPage(page: ReturnPage): TDocumentDefinitions {
  const { report, club, member, language } = page;
  const words = pageWords[language.language];
  const numbers = pageNumbers(language.locale);
  const [main, ...others] = mainFirst(report.currencies, club.currency);
  const name = member ?? club.name;
  return {
    info: { title: `${words.report}: ${name}`, author: 'Kring', creationDate: new Date(`${page.madeOn}T12:00:00Z`) },
    language: language.locale,
    displayTitle: true,
    pageSize: 'A4',
    pageMargins: [36, 30, 36, 40],
    defaultStyle: { font: 'Roboto', fontSize: 9, color: colours.text },
    styles: { title: { fontSize: 15, bold: true }, heading: { fontSize: 10, bold: true, margin: [0, 8, 0, 3] } },
    content: [
      ...head(page, words, numbers),
      ...(main ? ofCurrency(report, main, words, numbers) : [{ text: words.nothing, margin: [0, 12, 0, 12] as Four }]),
      ...funnel(page, words, numbers),
      ...currencyLines(report, others, words, numbers),
      ...(page.counts ? [heading(words.counts), countsLine(page.counts, club.currency, numbers)] : []),
    ],
    footer: { text: foot(page, main, words, numbers), margin: [36, 8, 36, 0], fontSize: 7, color: colours.quiet },
  };
}

type Four = [number, number, number, number];

function heading(text: string): Content {
  return { text, style: 'heading' };
}

/** The club's own currency, or else that of most deals; then the others, in their order. */
function mainFirst(currencies: readonly CurrencyReturn[], own: string): CurrencyReturn[] {
  const most = [...currencies].sort((a, b) => b.return.deals - a.return.deals)[0];
  const main = currencies.find(({ currency }) => currency === own) ?? most;
  return main ? [main, ...currencies.filter((each) => each !== main)] : [];
}

function head({ report, club, member, profession }: ReturnPage, words: PageWords, numbers: PageNumbers): Content[] {
  const { from, to, before } = report;
  const place = member ? [profession ?? '', club.name].map((text) => cut(text, longestName)).join(' · ') : '';
  const period = `${numbers.day(from)} – ${numbers.day(to)}`;
  const against = words.against(numbers.day(before.from), numbers.day(before.to));
  return [
    { text: cut(member ?? club.name, longestName), style: 'title' },
    ...(place ? [{ text: place }] : []),
    { text: `${words.report} · ${period} · ${against}`, color: colours.quiet },
  ];
}

function ofCurrency(report: ReturnReport, main: CurrencyReturn, words: PageWords, numbers: PageNumbers): Content[] {
  return [
    tiles(report, main, words, numbers),
    heading(words.byDegree(main.currency)),
    { svg: degreeChart(main, words, numbers) },
    { svg: shareChart(main.indirectShare, words, numbers), margin: [0, 8, 0, 0] },
    heading(words.byMonth(main.currency)),
    { svg: monthChart(main, words, numbers) },
  ];
}

function funnel({ funnel: stages, promises }: ReturnPage, words: PageWords, numbers: PageNumbers): Content[] {
  if (!stages) return [heading(words.funnel), { text: words.notShown, color: colours.quiet }];
  const steps = stages.stages.map(({ referrals, medianDays }, place) => ({
    name: words.stages[place] ?? '',
    count: referrals,
    note: place > 0 && medianDays !== null ? words.medianDays(numbers.decimal(medianDays)) : '',
  }));
  const kept = promises && words.promises(numbers.share(promises.keptShare), numbers.share(promises.withinTargetShare));
  return [
    heading(words.funnel),
    { svg: funnelChart(steps, words, numbers) },
    ...(kept ? [{ text: kept, fontSize: 8, color: colours.quiet }] : []),
  ];
}

function foot(
  { madeOn }: ReturnPage,
  main: CurrencyReturn | undefined,
  words: PageWords,
  numbers: PageNumbers,
): string {
  const interval = main?.indirectShare.interval;
  const method = interval ? [words.method(numbers.count(interval.resamples), String(interval.seed))] : [];
  return [words.made(numbers.day(madeOn)), ...method].join(' ');
}
