import type { EntityManager } from 'typeorm';
import { forReports, type LoaderDeclaration } from '../../platform/graphql/loaders.js';
import type { Period } from '../../platform/period.js';
import { periodsIn } from '../asked-periods.js';
import { effortRows } from './effort.sql.js';
import { funnelRows } from './funnel.sql.js';
import { type LifetimeSubject, lifetimeRows } from './lifetime-value.sql.js';
import { memberFigures } from './member-figures.sql.js';
import type { ReturnSubject } from './money-in-period.sql.js';
import { presentationsRows } from './presentations.sql.js';
import { type JudgedPeriod, promisesRows } from './promises.sql.js';

/** A period of a subject as one viewer asks about it, and when. */
export interface AskedPart extends Period {
  subjectId: string;
  /** The instant of the request. */
  at: Date;
  viewerId: string;
}

/** The key under which the loaders of parts know what is asked. */
export function partKey({ subjectId, from, to, at, viewerId }: AskedPart): string {
  return [subjectId, from, to, at.toISOString(), viewerId].join(' ');
}

const both = <T>(of: (subject: ReturnSubject) => T): Record<ReturnSubject, T> => ({
  club: of('club'),
  seat: of('seat'),
});

export const funnelFacts = both((subject) => partOf((manager, asked) => funnelRows(manager, subject, asked)));
export const promisesFacts = both((subject) => partOf((manager, asked) => promisesRows(manager, subject, asked)));
export const effortFacts = both((subject) => partOf((manager, asked) => effortRows(manager, subject, asked)));
export const presentationFacts = both((subject) =>
  partOf((manager, asked) => presentationsRows(manager, subject, asked)),
);
export const lifetimeFacts = {
  ...both((subject) => lifetimeOf(subject)),
  givenBySeat: lifetimeOf('givenBySeat'),
};
/** Of clubs alone. */
export const memberFacts = partOf(memberFigures);

function lifetimeOf(subject: LifetimeSubject) {
  return partOf((manager, asked, viewerId) => lifetimeRows(manager, subject, asked, viewerId));
}

/** The rows of one statement for each subject and period that is asked about: none is read unless somebody asks. */
function partOf<R extends { place: number }>(
  read: (manager: EntityManager, asked: readonly JudgedPeriod[], viewerId: string) => Promise<R[]>,
): LoaderDeclaration<R[]> {
  return forReports(async (keys, dataSource) => {
    const asked = periodsIn(keys).map((each, place) => ({ ...each, at: keys[place]?.split(' ')[3] ?? '' }));
    // A request has one viewer, so that all keys end alike.
    const viewerId = keys[0]?.split(' ')[4] ?? '';
    const rows = await read(dataSource.manager, asked, viewerId);
    return new Map(keys.map((key, wanted) => [key, rows.filter(({ place }) => place === wanted)]));
  });
}
