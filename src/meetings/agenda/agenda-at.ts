import type { Meeting } from '../meeting.entity.js';
import type { MeetingAgenda, TimedPoint } from './agenda.types.js';
import type { AgendaRow } from './agenda-rows.sql.js';
import { placed } from './arrange-points.js';
import type { PlannedPoint } from './default-agenda.js';

/**
 * An agenda as it stands at a moment.
 * @param rows the meeting's own points in order, with at most one that runs
 */
export function agendaAt(rows: AgendaRow[], now: Date): MeetingAgenda {
  const points = rows.map((row) => timed(row, now));
  return { ...summed(points, now), isTemplate: false };
}

/** What a meeting would begin with that has no agenda of its own yet; nothing if it will not begin any more. */
export function agendaToCome(meeting: Meeting, template: PlannedPoint[], now: Date): MeetingAgenda {
  const points = (meeting.isToBeHeld() ? template : []).map(
    (point, index): TimedPoint => ({
      ...placed(point, index),
      id: null,
      state: 'waiting',
      elapsedSeconds: 0,
      runningSince: null,
    }),
  );
  return { ...summed(points, now), isTemplate: meeting.isToBeHeld() };
}

export function plannedSecondsOf(points: { plannedSeconds: number }[]): number {
  return points.reduce((sum, { plannedSeconds }) => sum + plannedSeconds, 0);
}

function summed(points: TimedPoint[], now: Date): Omit<MeetingAgenda, 'isTemplate'> {
  return {
    points,
    running: points.find(({ state }) => state === 'running') ?? null,
    plannedSeconds: plannedSecondsOf(points),
    serverTime: now,
  };
}

function timed(row: AgendaRow, now: Date): TimedPoint {
  const { id, position, title, plannedSeconds, office, runs, endedMilliseconds, runningSince } = row;
  const running = runningSince === null ? 0 : Math.max(0, now.getTime() - runningSince.getTime());
  return {
    id,
    position,
    title,
    plannedSeconds,
    office,
    state: runningSince !== null ? 'running' : runs > 0 ? 'done' : 'waiting',
    elapsedSeconds: Math.floor((endedMilliseconds + running) / 1000),
    runningSince,
  };
}
