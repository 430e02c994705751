import { feeFor, returnOnEffort } from './return-on-effort.js';

const club = { currency: 'EUR', feeMinor: '90000', feeMonths: 12 };
const row = { members: 1, seatDays: 73, meetings: 10, meetingMinutes: 900, oneToOnes: 5 };
const own = { row, club, indirectMinor: 200_000n, hourlyRateMinor: '5000', fewestMembers: 1 };

test.each([
  ['a year', 365, 12, '90000', 90_000n],
  ['a leap year', 366, 12, '90000', 90_247n],
  ['a fifth of a year', 73, 12, '90000', 18_000n],
  ['a year at a fee for three months', 365, 3, '22500', 90_000n],
  ['a day at a fee for three years', 1, 36, '90000', 82n],
  ['no day', 0, 12, '90000', 0n],
])('the fee for %s is pro rata by days', (_, days, feeMonths, feeMinor, expected) => {
  expect(feeFor(days, { currency: 'EUR', feeMinor, feeMonths })).toBe(expected);
});

test('the indirect return is divided by the fee and the hours at the member’s own rate', () => {
  // 15 hours in meetings and 5 in one-to-ones at 50.00 are 1000.00; with the fee of 180.00 that makes 1180.00.
  expect(returnOnEffort(own)).toMatchObject({
    fee: { amount: '180.00' },
    meetingHours: 15,
    oneToOneHours: 5,
    timeCost: { amount: '1000.00' },
    ratio: 2_000 / 1_180,
  });
});

test('without a rate it is divided by the fee alone, and the hours are still told', () => {
  expect(returnOnEffort({ ...own, hourlyRateMinor: null })).toMatchObject({
    hourlyRate: null,
    timeCost: null,
    meetings: 10,
    ratio: 2_000 / 180,
  });
});

test('there is no ratio without a cost, and none of a return that is withheld', () => {
  const nothing = { members: 0, seatDays: 0, meetings: 0, meetingMinutes: 0, oneToOnes: 0 };
  expect(returnOnEffort({ ...own, row: nothing })).toMatchObject({ fee: { amount: '0.00' }, ratio: null });
  expect(returnOnEffort({ ...own, indirectMinor: null })).toMatchObject({ indirectReturn: null, ratio: null });
});

test('the hours of too few members are withheld', () => {
  const hours = { meetings: null, meetingHours: null, oneToOnes: null, oneToOneHours: null };
  expect(returnOnEffort({ ...own, row: { ...row, members: 4 }, fewestMembers: 5 })).toMatchObject(hours);
});
