import { In } from 'typeorm';
import type { Club } from '../../clubs/club.entity.js';
import type { LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { AgendaTemplate } from './agenda.types.js';
import { plannedSecondsOf } from './agenda-at.js';
import { AgendaTemplatePoint } from './agenda-template-point.entity.js';
import { defaultAgenda } from './default-agenda.js';

/** The points of clubs' own templates in order; a club that has none of its own is not among the answers. */
export const ownTemplate: LoaderDeclaration<AgendaTemplatePoint[]> = async (clubIds, dataSource) => {
  const points = await dataSource.manager.find(AgendaTemplatePoint, {
    where: { clubId: In([...clubIds]) },
    order: { position: 'ASC' },
  });
  const found = new Map<string, AgendaTemplatePoint[]>();
  for (const point of points) found.set(point.clubId, [...(found.get(point.clubId) ?? []), point]);
  return found;
};

/** @param own the club's own points; null or none when it uses the usual ones */
export function templateOf(club: Club, own: AgendaTemplatePoint[] | null): AgendaTemplate {
  const isDefault = own === null || own.length === 0;
  const points = isDefault ? defaultAgenda(club.locale) : own;
  return { isDefault, points, plannedSeconds: plannedSecondsOf(points) };
}
