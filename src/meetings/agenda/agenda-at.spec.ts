import type { Meeting } from '../meeting.entity.js';
import { agendaAt, agendaToCome } from './agenda-at.js';

const started = new Date('2026-03-05T06:00:00.000Z');
const after = (milliseconds: number) => new Date(started.getTime() + milliseconds);
const row = (details: { runs?: number; endedMilliseconds?: number; runningSince?: Date }) => ({
  ...{ id: 'a', meetingId: 'm', position: 1, title: 'Welcome', plannedSeconds: 60, office: null },
  ...{ runs: 0, endedMilliseconds: 0, runningSince: null, ...details },
});

test.each([
  ['a point that never ran waits', {}, 0, 'waiting', 0],
  ['a point that runs counts up to now', { runs: 1, runningSince: started }, 61_000, 'running', 61],
  ['seconds are whole ones that have passed', { runs: 1, runningSince: started }, 1_999, 'running', 1],
  ['a point that has stopped keeps its time', { runs: 2, endedMilliseconds: 90_500 }, 1_000_000, 'done', 90],
  [
    'a point that runs again adds to what it had',
    { runs: 2, endedMilliseconds: 1_500, runningSince: started },
    500,
    'running',
    2,
  ],
  ['no time is counted that has not passed', { runs: 1, runningSince: after(5_000) }, 0, 'running', 0],
])('%s', (_, details, milliseconds, state, elapsedSeconds) => {
  const agenda = agendaAt([row(details)], after(milliseconds));
  expect(agenda.points).toMatchObject([{ state, elapsedSeconds }]);
  expect(agenda.running).toBe(state === 'running' ? agenda.points[0] : null);
  expect(agenda).toMatchObject({ plannedSeconds: 60, serverTime: after(milliseconds), isTemplate: false });
});

test('what will not be held has no agenda to come', () => {
  const template = [{ title: 'Welcome', plannedSeconds: 60, office: null }];
  const come = (isToBeHeld: boolean) => agendaToCome({ isToBeHeld: () => isToBeHeld } as Meeting, template, started);
  expect(come(true)).toMatchObject({ isTemplate: true, points: [{ id: null, position: 1, state: 'waiting' }] });
  expect(come(false)).toMatchObject({ isTemplate: false, points: [], plannedSeconds: 0 });
});
