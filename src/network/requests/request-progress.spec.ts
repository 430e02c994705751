import {
  canBecome,
  IntroductionRequestProgress,
  openProgress,
  progressAt,
  remindersAfterPostponing,
  remindersToAnswer,
  remindersToAskContact,
  stateAt,
} from './request-progress.js';

const asked = { lapsesAt: new Date('2026-04-30T09:00:00Z'), withdrawnAt: null, introducedAt: null };
const before = new Date('2026-04-30T08:59:59Z');
const after = new Date('2026-04-30T09:00:00Z');

test.each([
  ['waits until it lapses', asked, before, 'waiting'],
  ['lapses by time', asked, after, 'lapsed'],
  ['is withdrawn before it lapses', { ...asked, withdrawnAt: before }, before, 'withdrawn'],
  ['stays withdrawn afterwards', { ...asked, withdrawnAt: before }, after, 'withdrawn'],
  ['is introduced', { ...asked, introducedAt: before }, before, 'introduced'],
  ['stays introduced afterwards', { ...asked, introducedAt: before }, after, 'introduced'],
])('a request %s', (_, request, now, state) => {
  expect(stateAt(request, now)).toBe(state);
});

test('for whoever asked, no progress but that to an introduction makes a difference', () => {
  for (const progress of Object.values(IntroductionRequestProgress)) {
    expect(stateAt({ ...asked, progress } as typeof asked, before)).toBe('waiting');
    expect(stateAt({ ...asked, progress } as typeof asked, after)).toBe('lapsed');
  }
});

test('time ends what is open, and nothing else', () => {
  for (const progress of Object.values(IntroductionRequestProgress)) {
    expect(progressAt({ ...asked, progress }, before)).toBe(progress);
    expect(progressAt({ ...asked, progress }, after)).toBe(openProgress.includes(progress) ? 'lapsed' : progress);
  }
});

test.each([
  ['asked', 'accepted', true],
  ['asked', 'introduced', false],
  ['postponed', 'postponed', true],
  ['passed_on', 'introduced', true],
  ['passed_on', 'postponed', false],
  ['accepted', 'accepted', false],
  ['accepted', 'introduced', true],
  ['accepted', 'declined', true],
  ['declined', 'accepted', false],
  ['contact_refused', 'accepted', false],
  ['introduced', 'declined', false],
  ['withdrawn', 'accepted', false],
  ['lapsed', 'accepted', false],
] as const)('from %s to %s: %s', (from, to, can) => {
  expect(canBecome(from, to)).toBe(can);
});

test('reminders come three and ten days after asking, seven and 21 after accepting, one day after a postponement', () => {
  expect(remindersToAnswer('2026-03-01')).toEqual({ remindsOn: '2026-03-04', remindsAgainOn: '2026-03-11' });
  expect(remindersToAskContact('2026-03-01')).toEqual({ remindsOn: '2026-03-08', remindsAgainOn: '2026-03-22' });
  expect(remindersAfterPostponing('2026-03-01')).toEqual({ remindsOn: '2026-03-02', remindsAgainOn: null });
});
