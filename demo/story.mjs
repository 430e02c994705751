import { minuteOf } from './clock.mjs';

/** @typedef {import('../src/cli/season/season.types.ts').Act} Act */
/** @typedef {import('../src/cli/season/season.types.ts').AttendanceLetterName} Letter */
/** @typedef {import('../src/cli/season/season.types.ts').OfficeName} Office */
/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./chronicle.mjs').Chronicle} Chronicle */
/** @typedef {import('./weekly-words.types.ts').WeeklyWords} Words */
/** @typedef {{ key: string, club: string, startsAt: number, closesAt: number, letters: Record<string, Letter> }} Meeting */
/** @typedef {{ key: string, meeting: Meeting, inviter: Member, member: string | undefined, invitedAt: number, came: boolean }} Visitor */

/**
 * A season that is told already, for whatever shall be told besides. Of its acts none is changed; what is added is
 * written to a chronicle of its own, with dice of its own, and may look ahead: who will be there is known.
 */
export class Story {
  /** The closed meetings, in order of time. @type {Meeting[]} */
  meetings = [];
  /** Those invited, in order of inviting. @type {Visitor[]} */
  visitors = [];
  /** Who is on leave in the story: nobody counts on him. @type {Set<Member>} */
  onLeave = new Set();

  /** @param {Chronicle} chronicle @param {Words} words @param {Act[]} acts */
  constructor(chronicle, words, acts) {
    this.chronicle = chronicle;
    this.words = words;
    this.#readMeetings(acts);
    this.#readVisitors(acts);
    const given = acts.flatMap((act) => (act.act === 'giveReferral' ? [act.giver] : []));
    this.referralsGiven = new Map(
      chronicle.cast.members.map(({ key }) => [key, given.filter((giver) => giver === key).length]),
    );
  }

  get clubs() {
    return this.chronicle.cast.clubs.map(({ key }) => key);
  }

  /** The closed meetings of a club, in order of time. @param {string} club */
  meetingsOf(club) {
    return this.meetings.filter((meeting) => meeting.club === club);
  }

  /** @param {string} club @param {Office} office @returns {Member} */
  officer(club, office) {
    const found = this.chronicle.cast.members.find((member) => member.club === club && member.office === office);
    if (!found) throw new Error(`Nobody in ${club} is ${office}`);
    return found;
  }

  /** Who was in the room. @param {Meeting} meeting @returns {Member[]} */
  present({ letters }) {
    return Object.keys(letters)
      .filter((key) => this.#isThere(letters[key]))
      .map((key) => this.chronicle.member(key));
  }

  /** The officer, if he was in the room. @param {Meeting} meeting @param {Office} office */
  officerIn(meeting, office) {
    const officer = this.officer(meeting.club, office);
    return this.#isThere(meeting.letters[officer.key]) ? officer : null;
  }

  /** Whoever led the meeting: the president, or who takes his place. @param {Meeting} meeting @returns {Member} */
  leader(meeting) {
    const [leader] = /** @type {const} */ (['PRESIDENT', 'VICE_PRESIDENT', 'SECRETARY_TREASURER']).flatMap(
      (office) => this.officerIn(meeting, office) ?? [],
    );
    if (!leader) throw new Error(`Nobody led ${meeting.key}: take another seed`);
    return leader;
  }

  /** @param {Letter | undefined} letter */
  #isThere(letter) {
    return letter === 'P' || letter === 'L';
  }

  /** @param {Act[]} acts */
  #readMeetings(acts) {
    const closings = new Map(
      acts.flatMap((act) => (act.act === 'closeMeeting' ? [[act.meeting, minuteOfAct(act)]] : [])),
    );
    const letters = new Map(
      acts.flatMap((act) => (act.act === 'recordAttendance' ? [[act.meeting, act.letters]] : [])),
    );
    for (const act of acts) {
      const closesAt = act.act === 'planMeeting' ? closings.get(act.key) : undefined;
      if (act.act !== 'planMeeting' || closesAt === undefined) continue;
      const startsAt = minuteOf(act.startsAt.day, act.startsAt.time);
      this.meetings.push({ key: act.key, club: act.club, startsAt, closesAt, letters: letters.get(act.key) ?? {} });
    }
    this.meetings.sort((one, other) => one.startsAt - other.startsAt);
  }

  /** @param {Act[]} acts */
  #readVisitors(acts) {
    const came = new Set(acts.flatMap((act) => (act.act === 'recordVisit' ? [act.visitor] : [])));
    const joined = new Map(acts.flatMap((act) => (act.act === 'identifyContact' ? [[act.contact, act.person]] : [])));
    for (const act of acts) {
      const meeting = act.act === 'inviteVisitor' && this.meetings.find(({ key }) => key === act.meeting);
      if (act.act !== 'inviteVisitor' || !meeting) continue;
      this.visitors.push({
        key: act.key,
        meeting,
        inviter: this.chronicle.member(act.invitedBy),
        member: joined.get(act.contact),
        invitedAt: minuteOfAct(act),
        came: came.has(act.key),
      });
    }
  }
}

/** @param {Act} act */
export function minuteOfAct({ at }) {
  return minuteOf(at.day, at.time);
}

/** The acts told and those told besides, in order of time; at the same minute the told ones come first. @param {Act[]} told @param {Act[]} besides @returns {Act[]} */
export function interleaved(told, besides) {
  const rest = [...besides];
  const acts = told.flatMap((act) => {
    const before = rest.findIndex((other) => minuteOfAct(other) >= minuteOfAct(act));
    return [...rest.splice(0, before === -1 ? rest.length : before), act];
  });
  return [...acts, ...rest];
}
