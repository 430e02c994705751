import { countryOf } from './address-book.mjs';
import { FOUNDED_ON } from './chronicle.mjs';
import { DAY, HOUR, minuteOf, momentOf } from './clock.mjs';
import { sellToVisitor } from './sales.mjs';

/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./cast.types.ts').Contact} Contact */
/** @typedef {import('./season-world.mjs').World} World */
/** @typedef {import('../src/cli/season/season.types.ts').AttendanceLetterName} Letter */
/** @typedef {{ key: string, club: string, week: number, startsAt: number, closesAt: number, guests: Guest[] }} Meeting */
/** @typedef {{ key: string, inviter: Member }} Guest */

const WEEKS = 26;
/** Meetings are planned this many weeks beforehand; the first ones on the founding day. */
const PLANNED_WEEKS_BEFORE = 4;

/** Of a hundred meetings. @type {Record<Member['presence'], Record<Letter, number>>} */
const LETTERS = {
  faithful: { P: 94, L: 2, A: 1, M: 1, S: 2 },
  normal: { P: 86, L: 5, A: 3, M: 2, S: 4 },
  busy: { P: 71, L: 11, A: 8, M: 1, S: 9 },
  ill: { P: 74, L: 4, A: 3, M: 15, S: 4 },
};

/** @param {World} world @param {(meeting: Meeting, absent: Member[]) => void} during what else happens in an open meeting */
export function planMeetings(world, during) {
  const { chronicle } = world;
  for (const { key: club } of chronicle.cast.clubs) {
    const { firstDay, startsAt, closesAt, notHeld } = chronicle.cast.weeklyMeetings[club];
    for (let week = 0; week < WEEKS; week += 1) {
      if (notHeld.includes(week)) continue;
      const day = firstDay + week * 7;
      const key = `${club}-${String(week + 1).padStart(2, '0')}`;
      const meeting = { key, club, week, startsAt: minuteOf(day, startsAt), closesAt: minuteOf(day, closesAt) };
      planMeeting(world, { ...meeting, guests: [] }, during);
    }
  }
}

/** @param {World} world @param {Meeting} meeting @param {(meeting: Meeting, absent: Member[]) => void} during */
function planMeeting(world, meeting, during) {
  const { chronicle } = world;
  const { key, club, startsAt, closesAt } = meeting;
  const beforehand = startsAt - PLANNED_WEEKS_BEFORE * 7 * DAY + 2 * HOUR;
  chronicle.plan(Math.max(beforehand, FOUNDED_ON * DAY + 11 * HOUR), () => {
    chronicle.write({ act: 'planMeeting', key, club, startsAt: momentOf(startsAt) });
  });
  inviteVisitors(world, meeting);
  chronicle.plan(startsAt, () => {
    chronicle.write({ act: 'openMeeting', meeting: key });
    const absent = callTheRoll(world, meeting);
    during(meeting, absent);
  });
  chronicle.plan(closesAt, () => chronicle.write({ act: 'closeMeeting', meeting: key }));
}

/** Decides who is there; it is written down a little later. @param {World} world @param {Meeting} meeting */
function callTheRoll({ chronicle }, { key, club, startsAt, guests }) {
  const { dice, cast } = chronicle;
  const hosts = guests.map(({ inviter }) => inviter);
  /** @type {Record<string, Letter>} */
  const letters = {};
  /** @type {Record<string, string>} */
  const substitutes = {};
  const members = chronicle.seated(club);
  for (const member of members) {
    const odds = LETTERS[member.presence];
    const letter = dice.weighted(/** @type {Letter[]} */ (Object.keys(odds)), (candidate) => odds[candidate]);
    letters[member.key] = hosts.includes(member) ? 'P' : letter;
    if (letters[member.key] === 'S') substitutes[member.key] = dice.pick(cast.substitutes[club]);
  }
  chronicle.plan(startsAt + dice.between(18, 27), () => {
    const named = Object.keys(substitutes).length > 0 ? { substitutes } : {};
    chronicle.write({ act: 'recordAttendance', meeting: key, letters, ...named });
  });
  return members.filter((member) => !['P', 'L'].includes(letters[member.key]));
}

/** @param {World} world @param {Meeting} meeting */
function inviteVisitors(world, meeting) {
  const { chronicle } = world;
  const { dice, cast } = chronicle;
  for (let guests = dice.times(0.85); guests > 0; guests -= 1) {
    const some = meeting.startsAt - dice.between(2, 6) * DAY + dice.between(3, 10) * HOUR;
    chronicle.plan(Math.max(some, FOUNDED_ON * DAY + 12 * HOUR), () => {
      const inviter = dice.weighted(chronicle.seated(meeting.club), inviting);
      const contact = world.book.newContact(inviter, { country: countryOf(inviter), kind: 'firm', sphere: null });
      invite(world, meeting, { contact, inviter, comes: dice.chance(0.72) });
    });
  }
  for (const member of cast.members) {
    if (member.club !== meeting.club || member.visits !== meeting.week || !member.invitedBy) continue;
    const inviter = chronicle.member(member.invitedBy);
    chronicle.plan(meeting.startsAt - 5 * DAY + 9 * HOUR, () => {
      const contact = world.book.visitorWhoJoins(member, inviter);
      world.candidates.set(member.key, contact);
      const visitor = invite(world, meeting, { contact, inviter, comes: true });
      const seller = member.buysFirst ? chronicle.member(member.buysFirst) : null;
      if (seller) sellToVisitor(world, { visitor, contact, inviter, seller, from: meeting.closesAt });
    });
  }
}

/** @param {Member} member */
function inviting({ gives }) {
  return { much: 3, normal: 1, little: 0.4, seller: 0.2 }[gives];
}

/** @param {World} world @param {Meeting} meeting @param {{ contact: Contact, inviter: Member, comes: boolean }} guest */
function invite(world, meeting, { contact, inviter, comes }) {
  const { chronicle } = world;
  const { dice } = chronicle;
  const visitor = chronicle.key('v');
  contact.isVisitor = true;
  chronicle.write({
    act: 'inviteVisitor',
    key: visitor,
    meeting: meeting.key,
    contact: contact.key,
    invitedBy: inviter.key,
  });
  if (!comes) return visitor;
  meeting.guests.push({ key: visitor, inviter });
  chronicle.plan(meeting.startsAt + dice.between(4, 16), () => chronicle.write({ act: 'recordVisit', visitor }));
  const buys = dice.chance(0.2) && !world.isCandidate(contact);
  if (buys) sellToVisitor(world, { visitor, contact, inviter, seller: null, from: meeting.closesAt });
  return visitor;
}
