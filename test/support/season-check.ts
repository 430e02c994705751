import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { SeasonStage } from '../../src/cli/season/season.stage.js';
import { currencyDecimals } from '../../src/platform/money.js';
import type { Period } from '../../src/platform/period.js';
import type { CurrencyReturn, DegreeReturn } from '../../src/reports/return/currency-return.types.js';
import { periodReturn } from '../../src/reports/return/period-return.js';
import { factsKey, returnFactsOfClub, returnFactsOfSeat } from '../../src/reports/return/return-facts.loaders.js';
import type * as model from './model/return-report.js';
import type { SeasonModel } from './model/season-model.js';

/** What the server stored of a season's chains, in the season's own keys: made to be compared with the model. */
export async function storedChains(database: DataSource, stage: SeasonStage, seasonModel: SeasonModel) {
  const introductions = await database.query(
    'SELECT id, degree, root_id, parent_id FROM introductions WHERE id = ANY ($1)',
    [[...seasonModel.introductions().keys()].flatMap((key) => idOrNone(stage, 'introduction', key))],
  );
  const deals = await database.query(
    'SELECT id, degree, root_id, repeat, direct, origin_id FROM deals WHERE id = ANY ($1)',
    [[...seasonModel.deals().keys()].flatMap((key) => idOrNone(stage, 'deal', key))],
  );
  const referrals = await database.query(
    `SELECT r.id, upper(r.stage::text) AS stage, 
       CASE WHEN r.introduction_id IS NOT NULL THEN i.accepted_at IS NOT NULL END AS accepted
     FROM referrals r LEFT JOIN introductions i ON i.id = r.introduction_id WHERE r.id = ANY ($1)`,
    [[...seasonModel.referrals().keys()].flatMap((key) => idOrNone(stage, 'referral', key))],
  );
  return { introductions: byId(introductions), deals: byId(deals), referrals: byId(referrals) };
}

/** The same of the model, with its keys turned into the server's ids. */
export function modelledChains(stage: SeasonStage, seasonModel: SeasonModel) {
  const person = (key: string | null) => (key === null ? null : stage.id('person', key));
  const introduction = (key: string | null) => (key === null ? null : stage.id('introduction', key));
  const introductions = [...seasonModel.introductions()].map(([key, { degree, root, parent }]) => ({
    id: introduction(key),
    degree,
    root_id: person(root),
    parent_id: introduction(parent),
  }));
  const deals = [...seasonModel.deals()].map(([key, { degree, root, repeat, direct, origin }]) => ({
    id: stage.id('deal', key),
    degree,
    root_id: person(root),
    repeat,
    direct,
    origin_id: introduction(origin),
  }));
  const inside = stage.season.acts.flatMap((act) =>
    act.act === 'giveReferral' && act.prospect === 'giver' ? [act.key] : [],
  );
  const referrals = [...seasonModel.referrals()].map(([key, { stage: reached, accepted }]) => ({
    id: stage.id('referral', key),
    stage: reached,
    accepted: inside.includes(key) ? null : accepted,
  }));
  return { introductions: byId(introductions), deals: byId(deals), referrals: byId(referrals) };
}

/** The server's report of a club, or of a seat in it, without regard to who may see it. */
export async function storedReport(
  database: DataSource,
  stage: SeasonStage,
  subject: model.ReportSubject,
  period: Period,
): Promise<unknown> {
  const [facts, id] =
    subject.person === undefined
      ? [returnFactsOfClub, stage.id('club', subject.club)]
      : [returnFactsOfSeat, stage.id('seat', `${subject.club} ${subject.person}`)];
  const key = factsKey(id, period);
  const found = (await facts([key], database)).get(key);
  if (!found) throw new Error('The report has no facts.');
  const report = periodReturn(found, period, 1);
  return {
    referralsReceived: { count: report.referralsReceived?.count, converted: report.referralsReceived?.converted },
    currencies: Object.fromEntries(report.currencies.map((currency) => [currency.currency, storedCurrency(currency)])),
  };
}

function storedCurrency(currency: CurrencyReturn): unknown {
  const { byDegree, ownAcquisition, newReturn, repeatReturn, indirectShare } = currency;
  return {
    byDegree: byDegree.map(plain),
    ownAcquisition: ownAcquisition && plain(ownAcquisition),
    fresh: plain(newReturn),
    repeat: plain(repeatReturn),
    byMonth: currency.byMonth
      .map(({ month, direct, indirect }) => [month, direct?.amount, indirect?.amount])
      .filter(([, direct, indirect]) => Number(direct) !== 0 || Number(indirect) !== 0),
    share: round(indirectShare.share),
    n: indirectShare.deals,
    largestShare: round(indirectShare.largestShare),
    businessWithMembers: plain(currency.businessWithFellowMembers),
    throughReferrals: currency.returnFromReferrals?.amount,
  };
}

/** The model's report in the same shape. */
export function modelledReport(seasonModel: SeasonModel, subject: model.ReportSubject, period: Period): unknown {
  const report = seasonModel.returnReport(
    subject,
    Temporal.PlainDate.from(period.from),
    Temporal.PlainDate.from(period.to),
  );
  return {
    referralsReceived: report.referralsReceived,
    currencies: Object.fromEntries(
      [...report.currencies].map(([code, value]) => [code, modelledCurrency(code, value)]),
    ),
  };
}

function modelledCurrency(code: string, currency: model.CurrencyReturn): unknown {
  const amount = (minor: bigint) => decimal(minor, currencyDecimals(code));
  const sum = ({ deals, amountMinor }: model.Sum) => ({ deals, amount: amount(amountMinor) });
  const { byDegree, twoQuestions } = currency;
  return {
    byDegree: [byDegree['1'], byDegree['2'], byDegree['3'], byDegree['4+']].map(sum),
    ownAcquisition: sum(currency.ownAcquisition),
    fresh: sum(currency.fresh),
    repeat: sum(currency.repeat),
    byMonth: [...currency.byMonth]
      .map(([month, { directMinor, indirectMinor }]) => [month, amount(directMinor), amount(indirectMinor)])
      .filter(([, direct, indirect]) => Number(direct) !== 0 || Number(indirect) !== 0)
      .sort(),
    share: ratio(currency.indirectShare),
    n: currency.n,
    largestShare: ratio(currency.largestShare),
    businessWithMembers: sum(twoQuestions.businessWithMembers),
    throughReferrals: amount(twoQuestions.throughReferralsMinor),
  };
}

/** For whom it is about nothing is withheld. */
function plain(sum: Pick<DegreeReturn, 'deals' | 'amount'> | null): unknown {
  return sum && { deals: sum.deals, amount: sum.amount?.amount };
}

function ratio(exact: model.Ratio | null): number | null {
  return exact && round(Number(exact.numerator) / Number(exact.denominator));
}

/** Two divisions of the same integers may differ in the last bit. */
function round(share: number | null): number | null {
  return share === null ? null : Number(share.toFixed(12));
}

function decimal(minor: bigint, decimals: number): string {
  const sign = minor < 0n ? '-' : '';
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, '0');
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** An introduction that a visitor's purchase made has no key in the season. */
function idOrNone(stage: SeasonStage, kind: 'introduction' | 'deal' | 'referral', key: string): string[] {
  return stage.has(kind, key) ? [stage.id(kind, key)] : [];
}

function byId<T extends { id: string | null }>(rows: T[]): Record<string, T> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}
