import { type DealInForce, type Relation, stageOf } from './customer-stage.js';

const on = (closedOn: string, formerAfterMonths = 12, today = '2027-06-15'): DealInForce => ({
  closedOn,
  formerAfterMonths,
  today,
});

const table: [string, Relation, string | null][] = [
  ['nothing ever happened', { deals: [], openedOn: [] }, null],
  ['introduced', { deals: [], openedOn: ['2020-01-01'] }, 'potential'],
  ['a deal of own acquisition', { deals: [on('2027-06-15')], openedOn: [] }, 'new'],
  ['a deal after an introduction', { deals: [on('2027-06-15')], openedOn: ['2027-06-01'] }, 'new'],
  ['an introduction after a deal within the window', { deals: [on('2027-05-01')], openedOn: ['2027-06-01'] }, 'new'],
  ['two deals', { deals: [on('2020-01-01'), on('2027-06-01')], openedOn: [] }, 'loyal'],
  ['two deals on one day', { deals: [on('2027-06-01'), on('2027-06-01')], openedOn: [] }, 'loyal'],
  ['the last day of the window', { deals: [on('2026-06-16')], openedOn: [] }, 'new'],
  ['the day after the window', { deals: [on('2026-06-15')], openedOn: [] }, 'former'],
  ['many deals, all long ago', { deals: [on('2026-01-01'), on('2026-06-15')], openedOn: [] }, 'former'],
  ['introduced before the last of them', { deals: [on('2026-06-15')], openedOn: ['2026-06-14'] }, 'former'],
  ['introduced on the day of the last of them', { deals: [on('2026-06-15')], openedOn: ['2026-06-15'] }, 'former'],
  ['introduced after the last of them', { deals: [on('2026-06-15')], openedOn: ['2026-06-16'] }, 'potential'],
  ['a shorter window', { deals: [on('2027-05-15', 1)], openedOn: [] }, 'former'],
  ['a month that ends earlier', { deals: [on('2027-01-31', 1, '2027-02-27')], openedOn: [] }, 'new'],
  ['from its last day on', { deals: [on('2027-01-31', 1, '2027-02-28')], openedOn: [] }, 'former'],
  [
    'a club with a longer window keeps him',
    { deals: [on('2026-06-01', 12), on('2026-05-01', 24)], openedOn: [] },
    'loyal',
  ],
];

test.each(table)('%s', (_, relation, stage) => {
  expect(stageOf(relation)).toBe(stage);
});
