import { daysOfWorld } from './calendar.js';
import { type ClubYear, type HeldMeeting, meetingMinutes } from './club-year.js';
import { none } from './copy-text.js';
import type { Dice } from './dice.js';
import { companies, places, praises, roles, topics } from './words.js';
import type { Seat } from './world-plan.js';

/** How many present the weekly turns of a meeting that were noted, beside the long one. */
const weeklyTurnsNoted = 4;
const visitorsPerMeeting = 2;
/** How many of each a member has in a year. */
const educations = 10;
const testimonials = 3;
/** How long before it a meeting was planned, in minutes. */
const plannedBefore = 30 * 1440;

/** All meetings of a club, held and closed, with who was there, who came along and who spoke. */
export function addMeetings(year: ClubYear): void {
  const dice = year.dice(2);
  for (const [index, meeting] of year.meetings.entries()) {
    const { id, day, start } = meeting;
    const closed = year.instant(start + meetingMinutes);
    const opened = year.instant(start);
    year.rows.meetings.add(
      id,
      year.id,
      opened,
      year.day(day),
      meetingMinutes,
      'closed',
      opened,
      closed,
      year.instant(start - plannedBefore),
    );
    addLetters(year, meeting, dice);
    addVisitors(year, meeting, dice);
    addPresentations(year, meeting, index, dice);
  }
}

function addLetters(year: ClubYear, { id, start }: HeldMeeting, dice: Dice): void {
  const recorded = year.instant(start + 15);
  const byId = year.secretary.personId;
  for (const seat of year.seats) {
    year.rows.attendances.add(year.newKey('attendance'), id, year.id, seat.id, letterOf(dice.throw()), byId, recorded);
  }
}

function letterOf(fate: number): string {
  if (fate < 0.86) return 'present';
  if (fate < 0.91) return 'substitute';
  if (fate < 0.95) return 'late';
  return fate < 0.985 ? 'absent' : 'medical';
}

function addVisitors(year: ClubYear, { id, start }: HeldMeeting, dice: Dice): void {
  const first = dice.below(year.seats.length);
  for (let turn = 0; turn < visitorsPerMeeting; turn += 1) {
    const inviter = year.seats[(first + turn * 7) % year.seats.length] as Seat;
    const came = dice.chance(0.8);
    const followed = came && dice.chance(0.6);
    year.rows.visitors.add(
      year.newKey('visitor'),
      id,
      year.id,
      year.plan.contactId(inviter.person, dice.below(year.plan.size.contacts)),
      inviter.id,
      inviter.personId,
      year.instant(start - 5 * 1440),
      came ? year.instant(start) : none,
      came ? none : year.instant(start + meetingMinutes),
      followed ? year.instant(start + 1440) : none,
      followed ? inviter.personId : none,
    );
  }
}

function addPresentations(year: ClubYear, { id, start }: HeldMeeting, index: number, dice: Dice): void {
  const byId = year.secretary.personId;
  const recorded = year.instant(start + 60);
  for (let turn = 0; turn <= weeklyTurnsNoted; turn += 1) {
    const seat = year.seats[(index + turn * 6) % year.seats.length] as Seat;
    const asks = dice.chance(0.6);
    year.rows.presentations.add(
      year.newKey('presentation'),
      id,
      year.id,
      seat.id,
      turn === 0 ? 'feature' : 'weekly',
      asks ? `${dice.pick(roles)} ${dice.pick(companies)} ${dice.pick(places)}` : none,
      asks ? 'asks_for_referral' : 'sells_to_room',
      byId,
      recorded,
      byId,
      recorded,
    );
  }
}

/** What members learnt, and said of each other. */
export function addContributions(year: ClubYear): void {
  const dice = year.dice(3);
  for (const seat of year.seats) {
    for (let count = dice.around(educations); count > 0; count -= 1) {
      const day = dice.below(daysOfWorld);
      const units = (1 + dice.below(6)) / 2;
      const recorded = year.instant(year.local(day, 20 * 60));
      const key = year.newKey('education');
      const topic = dice.pick(topics);
      year.rows.education_units.add(key, year.id, seat.id, units, topic, year.day(day), seat.personId, recorded);
    }
    for (let count = dice.around(testimonials); count > 0; count -= 1) {
      const receiver = dice.pick(year.seats);
      if (receiver === seat) continue;
      const { day, start } = dice.pick(year.meetings);
      const key = year.newKey('testimonial');
      const given = year.instant(start + 70);
      year.rows.testimonials.add(key, year.id, seat.id, receiver.id, dice.pick(praises), year.day(day), given);
    }
  }
}
