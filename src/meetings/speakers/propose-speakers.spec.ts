import { proposeSpeakers, type SpeakerFacts } from './propose-speakers.js';

const member = (membershipId: string, facts: Partial<SpeakerFacts> = {}): SpeakerFacts => ({
  membershipId,
  joinedOn: '2026-01-01',
  lastSpokeOn: null,
  isOnLeave: false,
  isAssigned: false,
  educationUnitsMissing: null,
  ...facts,
});

test.each([
  [
    'who spoke the longest ago comes first',
    [member('a', { lastSpokeOn: '2026-03-05' }), member('b', { lastSpokeOn: '2025-11-20' })],
    'b a',
  ],
  [
    'who never spoke comes before all who have, however late he joined',
    [member('a', { lastSpokeOn: '2020-01-02' }), member('b', { joinedOn: '2026-09-01' })],
    'b a',
  ],
  [
    'of those who never spoke who joined first comes first',
    [member('a', { joinedOn: '2026-02-01' }), member('b', { joinedOn: '2025-02-01' })],
    'b a',
  ],
  [
    'of two who spoke on the same day who joined first comes first',
    [
      member('a', { lastSpokeOn: '2026-03-05', joinedOn: '2026-02-01' }),
      member('b', { lastSpokeOn: '2026-03-05', joinedOn: '2025-02-01' }),
    ],
    'b a',
  ],
  ['of two who are alike in all the older seat comes first', [member('b'), member('a')], 'a b'],
  ['who is on leave is left out', [member('a', { isOnLeave: true }), member('b')], 'b'],
  ['who has a meeting to speak in is left out', [member('a', { isAssigned: true }), member('b')], 'b'],
  ['who lacks education units keeps his place', [member('b'), member('a', { educationUnitsMissing: '1.00' })], 'a b'],
  ['nobody is proposed of nobody', [], ''],
])('%s', (_, members, order) => {
  const proposed = (list: SpeakerFacts[]) =>
    proposeSpeakers(list)
      .map(({ membershipId }) => membershipId)
      .join(' ');
  expect(proposed(members)).toBe(order);
  expect(proposed([...members].reverse())).toBe(order);
});
