import type { Place } from '../../identity/places.sql.js';
import { seatInCommon } from './seat-in-common.js';

const day = '2026-03-05';
const seat = (
  clubId: string | null,
  networkId: string,
  startsOn = '2026-01-01',
  endsOn: string | null = null,
): Place => ({
  personId: 'somebody',
  timeZone: 'Europe/Brussels',
  ...{ clubId, networkId, startsOn, endsOn },
});

test.each<[string, Place[], Place[], string | null]>([
  ['two of one club', [seat('ghent', 'kring')], [seat('ghent', 'kring')], 'ghent'],
  ['two of two clubs of one network', [seat('ghent', 'kring')], [seat('utrecht', 'kring')], 'ghent'],
  ['two of two networks', [seat('ghent', 'kring')], [seat('leeds', 'ring')], null],
  [
    'the club of both goes before an older seat',
    [seat('ghent', 'kring', '2020-01-01'), seat('utrecht', 'kring')],
    [seat('utrecht', 'kring')],
    'utrecht',
  ],
  [
    'of two seats in the network the older',
    [seat('ghent', 'kring', '2025-01-01'), seat('bruges', 'kring', '2024-01-01')],
    [seat('utrecht', 'kring')],
    'bruges',
  ],
  ['a seat from that day on', [seat('ghent', 'kring', day)], [seat('ghent', 'kring')], 'ghent'],
  ['a seat from the day after', [seat('ghent', 'kring', '2026-03-06')], [seat('ghent', 'kring')], null],
  ['a seat that was left on that day', [seat('ghent', 'kring')], [seat('ghent', 'kring', '2026-01-01', day)], null],
  [
    'a seat that is left the day after',
    [seat('ghent', 'kring')],
    [seat('ghent', 'kring', '2026-01-01', '2026-03-06')],
    'ghent',
  ],
  ['a director without a seat', [seat('ghent', 'kring')], [seat(null, 'kring')], null],
  ['an administrator without a seat', [seat(null, 'kring')], [seat('ghent', 'kring')], null],
])('%s', (_, mine, theirs, clubId) => {
  expect(seatInCommon(mine, theirs, () => day)?.clubId ?? null).toBe(clubId);
});

test('each club is on its own day', () => {
  const tokyo = { ...seat('tokyo', 'kring', '2026-03-06'), timeZone: 'Asia/Tokyo' };
  const dayIn = (timeZone: string) => (timeZone === 'Asia/Tokyo' ? '2026-03-06' : day);
  expect(seatInCommon([seat('ghent', 'kring')], [tokyo], dayIn)?.clubId).toBe('ghent');
});
