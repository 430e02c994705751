import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Act } from '../../../src/cli/season/season.types.js';
import { linkOf } from './chain.js';
import { scaled } from './minor-units.js';
import { randomSeason } from './random-season.js';
import type { CurrencyReturn, ReportSubject } from './return-report.js';
import { SeasonModel } from './season-model.js';

const MONDAY = Temporal.PlainDate.from('2026-06-29');
const RUNS = 300;
const DECIMALS = new Map([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
]);

/** Steps from the introduced human to the beneficiary, walked one by one. */
function hopsOf(model: SeasonModel, introduction: string): number {
  const way: string[] = [];
  let next: string | null = introduction;
  while (next !== null) {
    const link: ReturnType<typeof linkOf> = linkOf(model.journal, next);
    way.push(JSON.stringify(link.introducer));
    if (link.asker !== null) way.push(link.asker);
    next = link.parent;
  }
  return way.length + 1;
}

/** Money of the deals of a subject in a currency, summed from the acts that were not refused. */
function moneyInActs(played: Act[], subject: ReportSubject, currency: string): bigint {
  const minor = (amount: string) => scaled(amount, DECIMALS.get(currency) ?? 2) ?? 0n;
  const deals = played
    .flatMap((act) => (act.act === 'recordDeal' ? [act] : []))
    .filter((act) => act.club === subject.club && act.currency === currency)
    .filter((act) => subject.person === undefined || act.seller === subject.person);
  const adjustments = played
    .flatMap((act) => (act.act === 'adjustDeal' ? [act] : []))
    .filter((act) => deals.some((deal) => deal.key === act.deal));
  return [...deals, ...adjustments].reduce((total, act) => total + minor(act.amount), 0n);
}

function sumOfDegrees({ byDegree, ownAcquisition }: CurrencyReturn): bigint {
  return [...Object.values(byDegree), ownAcquisition].reduce((total, sum) => total + sum.amountMinor, 0n);
}

/** Every season of the run with what the model made of it. */
const seasons = fc.sample(randomSeason(), { numRuns: RUNS, seed: 20120101 }).map((season) => {
  const { model, refused } = SeasonModel.of(season, MONDAY);
  const played = season.acts.filter((_, index) => !refused.some((refusal) => refusal.index === index));
  return { season, model, refused, played };
});

test('a random season is in order of time and of the promised size', () => {
  for (const { season } of seasons) {
    const moments = season.acts.map(({ at }) => (at.day + 200) * 10_000 + Number(at.time.replace(':', '')));
    expect(moments).toEqual([...new Set(moments)].sort((one, other) => one - other));
    expect(season.acts.every(({ at }) => -180 <= at.day && at.day <= -1)).toBe(true);
    const afterSetUp = season.acts.filter(({ at }) => at.day > -180).length;
    expect(afterSetUp).toBeGreaterThanOrEqual(25);
    expect(afterSetUp).toBeLessThanOrEqual(70);
    expect(season.people.length).toBeGreaterThanOrEqual(4);
    expect(season.people.length).toBeLessThanOrEqual(8);
  }
});

test('random seasons do everything, and are refused only what is meant to be refused', () => {
  const acts = new Set(seasons.flatMap(({ played }) => played.map(({ act }) => act)));
  expect(acts.size).toBe(21);
  const codes = new Set(seasons.flatMap(({ refused }) => refused.map(({ refusal }) => refusal.code)));
  expect([...codes].sort()).toEqual([
    'ALREADY_A_MEMBER',
    'DEAL_BELOW_ZERO',
    'GIVER_IS_RECEIVER',
    'INTRODUCTION_LOOP',
    'SPLIT_NOT_100',
  ]);
});

test('the degree is the number of hops, and a root is never the seller', () => {
  fc.assert(
    fc.property(randomSeason(), (season) => {
      const { model } = SeasonModel.of(season, MONDAY);
      for (const [key, { degree, root }] of model.introductions()) {
        expect(degree).toBe(hopsOf(model, key));
        expect(root).not.toBe(model.journal.introduction(key).beneficiary);
      }
      for (const [key, { degree, root, direct, origin }] of model.deals()) {
        const hops = origin === null ? null : hopsOf(model, origin);
        expect(degree).toBe(direct ? 1 : hops);
        expect(root).not.toBe(model.journal.deal(key).act.seller);
      }
    }),
    { numRuns: RUNS },
  );
});

test('the sum over degrees is the total, for seats as for clubs and for parts of a period as for all of it', () => {
  for (const { season, model, played } of seasons) {
    for (const { key: club } of season.clubs) {
      const seats = season.people.map(({ key: person }) => ({ club, person }));
      for (const subject of [{ club }, ...seats]) {
        for (const currency of DECIMALS.keys()) {
          const inPeriod = (from: number, to: number) => {
            const report = model.returnReport(subject, model.dayOf(from), model.dayOf(to));
            const sums = report.currencies.get(currency);
            return sums ? sumOfDegrees(sums) : 0n;
          };
          const total = moneyInActs(played, subject, currency);
          expect(total).toBeGreaterThanOrEqual(0n);
          expect(inPeriod(-200, 0)).toBe(total);
          expect(inPeriod(-200, -61) + inPeriod(-60, 0)).toBe(total);
        }
      }
    }
  }
});

test('whoever introduces or sells has the contact in his own book or was introduced to it', () => {
  for (const { season, model } of seasons) {
    expect(season.acts.flatMap((act) => foreignContacts(model, act))).toEqual([]);
  }
});

/** The contacts that an act names although they are in the book of nobody who may name them. */
function foreignContacts(model: SeasonModel, act: Act): string[] {
  const outside = (person: string, contact: string) =>
    model.journal.contact(contact).owner === person ? [] : [contact];
  switch (act.act) {
    case 'insertIntroduction':
      return outside(model.journal.introduction(act.above).beneficiary, act.introduced);
    case 'inviteVisitor':
      return outside(act.invitedBy, act.contact);
    case 'giveReferral':
      return act.prospect !== 'giver' && 'contact' in act.prospect ? outside(act.giver, act.prospect.contact) : [];
    case 'recordDeal': {
      if (!('contact' in act.buyer) || wasShown(model, act.seller, act.buyer.contact)) return [];
      return outside(act.seller, act.buyer.contact);
    }
    case 'recordIntroduction': {
      const { introducer, introduced, beneficiary } = act;
      const asker = 'contact' in introducer ? introducer.asker : undefined;
      const owner = 'person' in introducer ? introducer.person : (asker ?? beneficiary);
      const named = 'contact' in introduced ? outside(owner, introduced.contact) : [];
      return 'contact' in introducer && asker !== undefined ? [...named, ...outside(asker, introducer.contact)] : named;
    }
    default:
      return [];
  }
}

/** Whether somebody introduced the contact to the seller with a basis for showing it. */
function wasShown(model: SeasonModel, seller: string, contact: string): boolean {
  const told = model.journal.of('recordIntroduction').map(({ act }) => ({ ...act, party: act.introduced }));
  const given = model.journal
    .of('giveReferral')
    .flatMap(({ act }) =>
      act.prospect === 'giver' ? [] : [{ ...act, beneficiary: act.receiver, party: act.prospect }],
    );
  return [...told, ...given].some(
    ({ beneficiary, party, consent }) =>
      beneficiary === seller && consent !== 'NONE_YET' && 'contact' in party && party.contact === contact,
  );
}
