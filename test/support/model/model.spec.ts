import { beforeEach, describe, expect, test } from '@jest/globals';
import { GoldenStory } from './golden-story.js';

const byBert = { introducer: { person: 'bert' } };
const client = { contact: 'client' };

let story: GoldenStory;

/** Bert introduces his client; the client brings dirk; dirk brings eva: degrees 2, 3 and 4. */
function tellChain(): void {
  story.knows('bert', 'client');
  story.knows('sara', 'dirk');
  story.knows('sara', 'eva');
  story.introduces('first', client, byBert);
  story.introduces('second', { contact: 'dirk' }, { introducer: client, parent: 'first' });
  story.introduces('third', { contact: 'eva' }, { introducer: { contact: 'dirk' }, parent: 'second' });
}

beforeEach(() => {
  story = new GoldenStory();
});

describe('the golden cases', () => {
  test('1: a fellow member buys at degree 1', () => {
    expect(story.sells('deal', { person: 'bert' })).toEqual({
      degree: 1,
      root: null,
      repeat: false,
      direct: true,
      origin: null,
    });
  });

  test('2, 3 and 4: each introduction further is a degree more, with the first member as root', () => {
    tellChain();
    expect(story.sells('two', client)).toMatchObject({ degree: 2, root: 'bert', origin: 'first' });
    expect(story.sells('three', { contact: 'dirk' })).toMatchObject({ degree: 3, root: 'bert', origin: 'second' });
    expect(story.sells('four', { contact: 'eva' })).toMatchObject({ degree: 4, root: 'bert', origin: 'third' });
    expect(story.introduction('third')).toEqual({ degree: 4, root: 'bert', parent: 'second' });
  });

  test('5: a repeat purchase keeps the degree and is marked', () => {
    tellChain();
    expect(story.sells('once', client)).toMatchObject({ degree: 2, repeat: false });
    expect(story.sells('again', client)).toMatchObject({ degree: 2, repeat: true });
  });

  test('6: a member of another club is a second degree buyer', () => {
    story.introduces('across', { person: 'cees' }, { introducer: { person: 'anna' } }, 'bert');
    expect(story.sells('deal', { person: 'cees' }, { seller: 'bert' })).toMatchObject({ degree: 2, root: 'anna' });
  });

  test('7: a visitor who buys was introduced by whoever invited him', () => {
    story.knows('bert', 'client');
    story.does({ act: 'planMeeting', key: 'meeting', club: 'elm', startsAt: { day: story.day, time: '12:00' } });
    story.does({ act: 'inviteVisitor', key: 'visitor', meeting: 'meeting', contact: 'client', invitedBy: 'bert' });
    expect(story.refusal(() => story.sells('early', { visitor: 'visitor' }))).toBe('VISITOR_DID_NOT_COME');
    story.does({ act: 'recordVisit', visitor: 'visitor' });
    story.day += 1;
    const origin = 'visit:visitor:sara';
    expect(story.sells('deal', { visitor: 'visitor' })).toMatchObject({ degree: 2, root: 'bert', origin });
    expect(story.sells('own', { visitor: 'visitor' }, { seller: 'bert' })).toMatchObject({ degree: null, root: null });
    expect(story.sells('again', { visitor: 'visitor' })).toMatchObject({ origin, repeat: true });
    expect(story.model.introductions().size).toBe(1);
  });

  test('8: of two introductions the first accepted is the origin', () => {
    story.knows('bert', 'client', { email: 'c@example.org' });
    story.knows('anna', 'same', { email: 'C@Example.org' });
    story.refers('referral', 'bert', { contact: 'client', introduction: 'given-first' });
    story.day += 1;
    story.introduces('accepted-first', { contact: 'same' }, { introducer: { person: 'anna' } });
    story.day += 1;
    story.does({ act: 'moveReferral', referral: 'referral', to: 'PROSPECT', note: null });
    expect(story.sells('deal', client, { referral: 'referral' })).toMatchObject({ origin: 'accepted-first' });
    expect(story.model.referrals().get('referral')).toEqual({ stage: 'CUSTOMER', accepted: true });
    const splitting = (bert: string) => () =>
      story.does({ act: 'splitCredit', deal: 'deal', shares: { anna: '66.67', bert } });
    expect(story.refusal(splitting('33.32'))).toBe('SPLIT_NOT_100');
    expect(story.refusal(splitting('33.33'))).toBeNull();
    const totals = story.report(-120, -1).currencies.get('EUR');
    expect(totals?.byDegree['2']).toEqual({ deals: 1, amountMinor: 100_00n });
  });

  test('9: a refund counts in its own month and never exceeds the deal', () => {
    tellChain();
    story.sells('deal', client);
    story.day += 40;
    const refund = (amount: string) => () =>
      story.does({ act: 'adjustDeal', deal: 'deal', amount, on: story.day, reason: 'returned' });
    expect(story.refusal(refund('-100.01'))).toBe('DEAL_BELOW_ZERO');
    expect(story.refusal(refund('-30'))).toBeNull();
    const money = (from: number, to: number) => story.report(from, to).currencies.get('EUR')?.byDegree['2'];
    expect(money(-120, -81)).toEqual({ deals: 1, amountMinor: 100_00n });
    expect(money(-80, -1)).toEqual({ deals: 0, amountMinor: -30_00n });
    expect(story.report(-80, -1).currencies.get('EUR')?.indirectShare).toBeNull();
  });

  test('10: a member who left stays root', () => {
    tellChain();
    story.day += 1;
    story.does({ act: 'endMembership', club: 'elm', person: 'bert' });
    expect(story.sells('deal', client)).toMatchObject({ degree: 2, root: 'bert' });
    expect(story.sells('indirect', { person: 'bert' })).toMatchObject({ degree: null, direct: false });
  });

  test('11: a chain never leads back', () => {
    tellChain();
    story.knows('sara', 'again', { phone: '+32470121212' });
    story.knows('bert', 'asked', { phone: '+32470121212' });
    story.introduces('asked', { contact: 'eva' }, { introducer: { contact: 'asked', asker: 'bert' } });
    const back = (introduced: { contact: string } | { person: string }, contact: string, parent: string) => () =>
      story.introduces('loop', introduced, { introducer: { contact }, parent });
    expect(story.refusal(back(client, 'dirk', 'second'))).toBe('INTRODUCTION_LOOP');
    expect(story.refusal(back({ person: 'bert' }, 'dirk', 'second'))).toBe('INTRODUCTION_LOOP');
    expect(story.refusal(back({ person: 'sara' }, 'dirk', 'second'))).toBe('INTRODUCTION_LOOP');
    expect(story.refusal(back({ contact: 'again' }, 'eva', 'asked'))).toBe('INTRODUCTION_LOOP');
    expect(story.refusal(back({ contact: 'again' }, 'eva', 'third'))).toBeNull();
  });

  test('12: nobody gives to himself', () => {
    story.knows('sara', 'client');
    const prospect = { contact: 'client', introduction: 'introduction' };
    expect(story.refusal(() => story.refers('outside', 'sara', prospect))).toBe('GIVER_IS_RECEIVER');
    expect(story.refusal(() => story.refers('inside', 'sara', 'giver'))).toBe('GIVER_IS_RECEIVER');
    const toHimself = () => story.introduces('introduction', client, { introducer: { person: 'sara' } });
    expect(story.refusal(toHimself)).toBe('GIVER_IS_RECEIVER');
    expect(story.model.referrals().size).toBe(0);
  });

  test('13: a contact whom a member asked introduces at degree 3', () => {
    story.knows('bert', 'client');
    story.knows('bert', 'dirk');
    story.introduces('asked', { contact: 'dirk' }, { introducer: { contact: 'client', asker: 'bert' } });
    expect(story.sells('deal', { contact: 'dirk' })).toMatchObject({ degree: 3, root: 'bert' });
    const unasked = () => story.introduces('unasked', { contact: 'dirk' }, { introducer: client });
    expect(story.refusal(unasked)).toBe('PARENT_OR_ASKER');
  });

  test('14: who joins after buying stays second degree for the old deal only', () => {
    tellChain();
    story.sells('before', client);
    story.day += 1;
    story.does({ act: 'identifyContact', contact: 'client', by: 'bert', person: 'claire' });
    story.joins('claire', 'elm');
    expect(story.sells('after', { person: 'claire' })).toMatchObject({ degree: 1, root: 'bert', repeat: true });
    expect(story.deal('before')).toMatchObject({ degree: 2, direct: false });
  });

  test('15: a forgotten introduction moves everything below it', () => {
    tellChain();
    story.sells('two', client);
    story.sells('four', { contact: 'eva' });
    story.knows('sara', 'forgotten');
    story.does({ act: 'insertIntroduction', key: 'inserted', above: 'first', introduced: 'forgotten' });
    expect(story.introduction('inserted')).toEqual({ degree: 2, root: 'bert', parent: null });
    expect(story.introduction('first')).toEqual({ degree: 3, root: 'bert', parent: 'inserted' });
    expect(story.deal('two')?.degree).toBe(3);
    expect(story.deal('four')?.degree).toBe(5);
    const loop = () => story.does({ act: 'insertIntroduction', key: 'loop', above: 'first', introduced: 'eva' });
    expect(story.refusal(loop)).toBe('INTRODUCTION_LOOP');
  });
});

describe('chains beyond the golden cases', () => {
  test('a member who was introduced from another club introduces at a degree more', () => {
    story.introduces('anna-brings-cees', { person: 'cees' }, { introducer: { person: 'anna' } });
    story.knows('cees', 'client');
    story.introduces('cees-brings-client', client, { introducer: { person: 'cees' } });
    expect(story.introduction('cees-brings-client')).toEqual({ degree: 3, root: 'anna', parent: 'anna-brings-cees' });
  });

  test('a member of another club whom nobody introduced introduces at degree 2', () => {
    story.knows('cees', 'client');
    story.introduces('direct', client, { introducer: { person: 'cees' } });
    expect(story.introduction('direct')).toEqual({ degree: 2, root: 'cees', parent: null });
  });

  test('a corrected introducer moves the chain below to another root', () => {
    tellChain();
    story.sells('four', { contact: 'eva' });
    const correct = (claim: { introducer: { person: string } | { contact: string }; parent?: string }) => () =>
      story.does({ act: 'correctIntroduction', introduction: 'first', reason: 'mistaken', ...claim });
    expect(story.refusal(correct({ introducer: { contact: 'eva' }, parent: 'third' }))).toBe('INTRODUCTION_LOOP');
    expect(story.refusal(correct({ introducer: { person: 'anna' } }))).toBeNull();
    expect(story.deal('four')).toMatchObject({ degree: 4, root: 'anna' });
  });

  test('a declined referral that was accepted before stays accepted', () => {
    story.knows('bert', 'client');
    story.refers('referral', 'bert', { contact: 'client', introduction: 'introduction' });
    const promisedFor = { day: story.day + 1, time: '09:00' };
    story.does({ act: 'promiseFirstContact', referral: 'referral', promisedFor });
    const decline = (note: string | null) => () =>
      story.does({ act: 'moveReferral', referral: 'referral', to: 'DECLINED', note });
    expect(story.refusal(decline(null))).toBe('REASON_NEEDED');
    expect(story.refusal(decline('not a fit'))).toBeNull();
    expect(story.model.referrals().get('referral')).toEqual({ stage: 'DECLINED', accepted: true });
    expect(story.sells('deal', client)).toMatchObject({ degree: 2, root: 'bert' });
  });
});

test('the return report keeps degrees, months, currencies and both questions apart', () => {
  tellChain();
  story.refers('referral', 'anna', 'giver');
  story.sells('inside', { person: 'anna' }, { amount: '50', referral: 'referral' });
  story.knows('anna', 'referred');
  story.refers('outside', 'anna', { contact: 'referred', introduction: 'by-referral' });
  story.sells('referred', { contact: 'referred' }, { amount: '20', referral: 'outside' });
  story.sells('two', client, { amount: '250' });
  story.sells('yen', { contact: 'dirk' }, { amount: '700', currency: 'JPY' });
  story.knows('sara', 'stranger');
  story.sells('own', { contact: 'stranger' }, { amount: '999' });
  story.day += 40;
  story.sells('later', client, { amount: '80' });
  const report = story.report(-120, -80, { club: 'elm', person: 'sara' });
  expect(report.referralsReceived).toEqual({ count: 2, converted: 2 });
  expect(report.currencies.get('JPY')?.byDegree['3']).toEqual({ deals: 1, amountMinor: 700n });
  expect(report.currencies.get('EUR')).toEqual({
    byDegree: {
      '1': { deals: 1, amountMinor: 50_00n },
      '2': { deals: 3, amountMinor: 350_00n },
      '3': { deals: 0, amountMinor: 0n },
      '4+': { deals: 0, amountMinor: 0n },
    },
    ownAcquisition: { deals: 1, amountMinor: 999_00n },
    fresh: { deals: 3, amountMinor: 320_00n },
    repeat: { deals: 1, amountMinor: 80_00n },
    byMonth: new Map([
      ['2026-03', { directMinor: 50_00n, indirectMinor: 270_00n }],
      ['2026-04', { directMinor: 0n, indirectMinor: 80_00n }],
    ]),
    indirectShare: { numerator: 350_00n, denominator: 400_00n },
    n: 4,
    largestShare: { numerator: 250_00n, denominator: 400_00n },
    twoQuestions: { businessWithMembers: { deals: 1, amountMinor: 50_00n }, throughReferralsMinor: 20_00n },
  });
});
