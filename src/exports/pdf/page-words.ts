import type { Language } from '../../platform/language.js';

/** What a page says of itself. */
export interface PageWords {
  report: string;
  against: (from: string, to: string) => string;
  before: (value: string) => string;
  return: string;
  byDegree: (currency: string) => string;
  degrees: [string, string, string, string];
  deals: (count: number, written: string) => string;
  indirectShare: string;
  notEnoughData: (deals: string, enough: number) => string;
  noReturn: string;
  claim: (share: string) => string;
  interval: (confidence: string, low: string, high: string) => string;
  largest: (deals: string, share: string) => string;
  byMonth: (currency: string) => string;
  direct: string;
  indirect: string;
  funnel: string;
  /** From suspect to customer. */
  stages: [string, string, string, string];
  medianDays: (days: string) => string;
  promises: (kept: string, withinTarget: string) => string;
  usual: string;
  right: string;
  notShown: string;
  nothing: string;
  otherCurrencies: string;
  more: (currencies: string, count: number) => string;
  suppressed: (currencies: string, fewest: number) => string;
  counts: string;
  made: (day: string) => string;
  method: (resamples: string, seed: string) => string;
}

const en: PageWords = {
  report: 'Return report',
  against: (from, to) => `against ${from} to ${to}`,
  before: (value) => `before: ${value}`,
  return: 'Return',
  byDegree: (currency) => `Return by degree (${currency})`,
  degrees: ['1 direct', '2nd degree', '3rd degree', '4th and beyond'],
  deals: (count, written) => `${written} ${count === 1 ? 'deal' : 'deals'}`,
  indirectShare: 'Indirect share',
  notEnoughData: (deals, enough) => `not enough data: n = ${deals} deals, it takes ${enough}`,
  noReturn: 'none',
  claim: (share) => `the claim: more than ${share}`,
  interval: (confidence, low, high) => `${confidence} interval: ${low} to ${high}`,
  largest: (deals, share) => `n = ${deals} deals; the largest brought ${share}`,
  byMonth: (currency) => `Direct and indirect return by month (${currency})`,
  direct: 'direct',
  indirect: 'indirect',
  funnel: 'Referrals received',
  stages: ['suspect', 'prospect', 'hot prospect', 'customer'],
  medianDays: (days) => `median ${days} days`,
  promises: (kept, withinTarget) => `Promises kept: ${kept}; contacted within the target: ${withinTarget}`,
  usual: 'Business among members',
  right: 'Referrals received',
  notShown: 'not shown',
  nothing: 'No return to show.',
  otherCurrencies: 'Other currencies',
  more: (currencies, count) => `and ${count} more: ${currencies}`,
  suppressed: (currencies, fewest) => `Not shown, of fewer than ${fewest} sellers: ${currencies}`,
  counts: 'Counts',
  made: (day) => `Made by Kring on ${day}.`,
  method: (resamples, seed) => `Interval by percentile bootstrap over deals, ${resamples} resamples, seed ${seed}.`,
};

const nl: PageWords = {
  report: 'Opbrengstrapport',
  against: (from, to) => `tegenover ${from} tot en met ${to}`,
  before: (value) => `ervoor: ${value}`,
  return: 'Opbrengst',
  byDegree: (currency) => `Opbrengst per graad (${currency})`,
  degrees: ['1 direct', '2e graad', '3e graad', '4e en verder'],
  deals: (count, written) => `${written} ${count === 1 ? 'deal' : 'deals'}`,
  indirectShare: 'Indirect aandeel',
  notEnoughData: (deals, enough) => `te weinig gegevens: n = ${deals} deals, nodig zijn er ${enough}`,
  noReturn: 'geen',
  claim: (share) => `de stelling: meer dan ${share}`,
  interval: (confidence, low, high) => `${confidence}-interval: ${low} tot ${high}`,
  largest: (deals, share) => `n = ${deals} deals; de grootste bracht ${share}`,
  byMonth: (currency) => `Directe en indirecte opbrengst per maand (${currency})`,
  direct: 'direct',
  indirect: 'indirect',
  funnel: 'Ontvangen doorverwijzingen',
  stages: ['suspect', 'prospect', 'hot prospect', 'klant'],
  medianDays: (days) => `mediaan ${days} dagen`,
  promises: (kept, withinTarget) => `Beloften gehouden: ${kept}; binnen de doeltijd gecontacteerd: ${withinTarget}`,
  usual: 'Zaken onder leden',
  right: 'Ontvangen doorverwijzingen',
  notShown: 'niet getoond',
  nothing: 'Geen opbrengst om te tonen.',
  otherCurrencies: 'Andere munten',
  more: (currencies, count) => `en nog ${count}: ${currencies}`,
  suppressed: (currencies, fewest) => `Niet getoond, van minder dan ${fewest} verkopers: ${currencies}`,
  counts: 'Tellingen',
  made: (day) => `Gemaakt door Kring op ${day}.`,
  method: (resamples, seed) => `Interval met percentiel-bootstrap over deals, ${resamples} trekkingen, seed ${seed}.`,
};

const fr: PageWords = {
  report: 'Rapport de rendement',
  against: (from, to) => `comparé à la période du ${from} au ${to}`,
  before: (value) => `avant : ${value}`,
  return: 'Rendement',
  byDegree: (currency) => `Rendement par degré (${currency})`,
  degrees: ['1 direct', '2e degré', '3e degré', '4e et au-delà'],
  deals: (count, written) => `${written} ${count === 1 ? 'affaire' : 'affaires'}`,
  indirectShare: 'Part indirecte',
  notEnoughData: (deals, enough) => `données insuffisantes : n = ${deals} affaires, il en faut ${enough}`,
  noReturn: 'aucune',
  claim: (share) => `la thèse : plus de ${share}`,
  interval: (confidence, low, high) => `intervalle à ${confidence} : ${low} à ${high}`,
  largest: (deals, share) => `n = ${deals} affaires ; la plus grande a apporté ${share}`,
  byMonth: (currency) => `Rendement direct et indirect par mois (${currency})`,
  direct: 'direct',
  indirect: 'indirect',
  funnel: 'Recommandations reçues',
  stages: ['suspect', 'prospect', 'prospect chaud', 'client'],
  medianDays: (days) => `médiane ${days} jours`,
  promises: (kept, withinTarget) => `Promesses tenues : ${kept} ; contacts dans le délai visé : ${withinTarget}`,
  usual: 'Affaires entre membres',
  right: 'Recommandations reçues',
  notShown: 'non montré',
  nothing: 'Aucun rendement à montrer.',
  otherCurrencies: 'Autres devises',
  more: (currencies, count) => `et ${count} de plus : ${currencies}`,
  suppressed: (currencies, fewest) => `Non montré, de moins de ${fewest} vendeurs : ${currencies}`,
  counts: 'Comptes',
  made: (day) => `Établi par Kring le ${day}.`,
  method: (resamples, seed) =>
    `Intervalle par bootstrap (percentiles) sur les affaires, ${resamples} tirages, graine ${seed}.`,
};

export const pageWords: Record<Language, PageWords> = { en, nl, fr };
