import type { EntityManager } from 'typeorm';
import { Club } from '../clubs/club.entity.js';
import type { Clock } from '../platform/clock.js';
import { anySeatOn } from './seats.js';

/** The club of the oldest seat a person holds today, or null. */
export async function clubOf(manager: EntityManager, personId: string, clock: Clock): Promise<Club | null> {
  const seat = await anySeatOn(manager, personId, clock.today('UTC'));
  return seat && manager.findOneBy(Club, { id: seat.clubId });
}

/** The IANA time zone where a person sits; UTC for who has no seat. */
export async function timeZoneOf(manager: EntityManager, personId: string, clock: Clock): Promise<string> {
  return (await clubOf(manager, personId, clock))?.timeZone ?? 'UTC';
}

/** Today where a person sits; without a seat, in UTC. */
export async function todayOf(manager: EntityManager, personId: string, clock: Clock): Promise<string> {
  return clock.today(await timeZoneOf(manager, personId, clock));
}
