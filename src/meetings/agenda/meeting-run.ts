import { type EntityManager, IsNull } from 'typeorm';
import type { Club } from '../../clubs/club.entity.js';
import { newId } from '../../platform/id.js';
import type { Meeting } from '../meeting.entity.js';
import { AgendaPoint } from './agenda-point.entity.js';
import { AgendaRun } from './agenda-run.entity.js';
import { templateOf } from './agenda-template.js';
import { AgendaTemplatePoint } from './agenda-template-point.entity.js';
import { placed } from './arrange-points.js';

/** Gives a meeting that is being opened its copy of the club's template, unless its agenda was set before. */
export async function ensureAgenda(manager: EntityManager, meeting: Meeting, club: Club): Promise<void> {
  if (await manager.existsBy(AgendaPoint, { meetingId: meeting.id })) return;
  const own = await manager.find(AgendaTemplatePoint, { where: { clubId: club.id }, order: { position: 'ASC' } });
  const copy = templateOf(club, own).points.map((point, index) => ({
    ...placed(point, index),
    id: newId(),
    meetingId: meeting.id,
  }));
  await manager.insert(AgendaPoint, copy);
}

/** The run of the meeting that has not ended, if there is one. Called with the meeting locked. */
export function currentRun(manager: EntityManager, meeting: Meeting): Promise<AgendaRun | null> {
  return manager.findOneBy(AgendaRun, { meetingId: meeting.id, endedAt: IsNull() });
}

/**
 * Ends the point that runs. Called with the meeting locked.
 * @returns its run; null when none ran
 */
export async function endCurrentRun(manager: EntityManager, meeting: Meeting, now: Date): Promise<AgendaRun | null> {
  const run = await currentRun(manager, meeting);
  if (!run) return null;
  run.end(now);
  return manager.save(run);
}
