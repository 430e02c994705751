import { type EntityManager, IsNull } from 'typeorm';
import type { Club } from '../../clubs/club.entity.js';
import { newId } from '../../platform/id.js';
import type { Meeting } from '../meeting.entity.js';
import { AgendaPoint } from './agenda-point.entity.js';
import { AgendaRun } from './agenda-run.entity.js';
import { templateOf } from './agenda-template.js';
import { AgendaTemplatePoint } from './agenda-template-point.entity.js';

/** Gives a meeting that is being opened its copy of the club's template, unless its agenda was set before. */
export async function ensureAgenda(manager: EntityManager, meeting: Meeting, club: Club): Promise<void> {
  if (await manager.existsBy(AgendaPoint, { meetingId: meeting.id })) return;
  const own = await manager.find(AgendaTemplatePoint, { where: { clubId: club.id }, order: { position: 'ASC' } });
  const copy = templateOf(club, own).points.map(({ title, plannedSeconds, office }, index) => ({
    id: newId(),
    meetingId: meeting.id,
    position: index + 1,
    title,
    plannedSeconds,
    office,
  }));
  await manager.insert(AgendaPoint, copy);
}

/** The run of the meeting that has not ended, if there is one. Called with the meeting locked. */
export function currentRun(manager: EntityManager, meeting: Meeting): Promise<AgendaRun | null> {
  return manager.findOneBy(AgendaRun, { meetingId: meeting.id, endedAt: IsNull() });
}

/** Ends the point that runs, if one does. Called with the meeting locked. */
export async function endCurrentRun(manager: EntityManager, meeting: Meeting, now: Date): Promise<void> {
  const run = await currentRun(manager, meeting);
  if (!run) return;
  run.end(now);
  await manager.save(run);
}
