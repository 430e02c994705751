import { DAY, HOUR, minuteOf } from './clock.mjs';

/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./story.mjs').Meeting} Meeting */
/** @typedef {import('./story.mjs').Story} Story */
/** @typedef {import('./story.mjs').Visitor} Visitor */

/** When the points of the usual agenda began in the last meetings, in minutes: a little late, as it goes. */
const POINTS = [0, 8, 10, 12, 15, 19, 21, 46, 49, 51, 53, 64, 66, 79, 81, 83, 85, 86, 88, 89];
/** The last day on which a forgotten visit is looked for: a closing is taken back for 31 days at most. */
const REOPENED_SINCE = -28;
/** The adjusted meeting is older than that, and is adjusted so many days after it. */
const ADJUSTED_UNTIL = -32;
const ADJUSTED_AFTER = 12;
/** How long the leave lasts that goes on when the season ends, in days. */
const LEAVE = 26;

/** Somebody of whom it was forgotten in a recent meeting that he did not come. @param {Story} story @returns {Visitor} */
export function forgottenVisitor({ visitors }) {
  const found = visitors.findLast(({ came, meeting }) => !came && meeting.startsAt > REOPENED_SINCE * DAY);
  if (!found) throw new Error('No visitor stayed away lately: take another seed');
  return found;
}

/** A closing is taken back the next evening, and what was forgotten is written down. @param {Story} story @param {Visitor} visitor */
export function planReopening(story, { key: visitor, meeting }) {
  const { chronicle, words } = story;
  const { key, club, closesAt } = meeting;
  const by = story.officer(club, 'PRESIDENT').key;
  const at = evening(closesAt + DAY, chronicle.dice);
  chronicle.plan(at, () => chronicle.write({ act: 'reopenMeeting', meeting: key, by, reason: words.reopening }));
  chronicle.plan(at + 2, () => chronicle.write({ act: 'recordVisitorAbsence', visitor, by }));
  chronicle.plan(at + 3, () => chronicle.write({ act: 'closeMeeting', meeting: key }));
}

/** A letter is corrected that was wrong and counts: of somebody who is seldom absent. @param {Story} story */
export function planAdjustment(story) {
  const { chronicle, words } = story;
  const { dice, cast } = chronicle;
  const club = story.clubs[0];
  const absences = (/** @type {string} */ person) =>
    story.meetingsOf(club).filter(({ letters }) => letters[person] === 'A').length;
  const wrong = story
    .meetingsOf(club)
    .filter(({ startsAt }) => startsAt < ADJUSTED_UNTIL * DAY)
    .flatMap((meeting) => Object.keys(meeting.letters).map((person) => ({ meeting, person })))
    .findLast(({ meeting, person }) => meeting.letters[person] === 'A' && absences(person) === 1);
  if (!wrong) throw new Error('No letter is fit for an adjustment: take another seed');
  const { meeting, person } = wrong;
  const by = story.officer(club, 'PRESIDENT').key;
  const substitutes = { [person]: dice.pick(cast.substitutes[club]) };
  chronicle.plan(evening(meeting.closesAt + ADJUSTED_AFTER * DAY, dice), () => {
    const told = { by, letters: { [person]: /** @type {const} */ ('S') }, substitutes, reason: words.adjustment };
    chronicle.write({ act: 'adjustMeeting', meeting: meeting.key, ...told });
  });
}

/** One was away in the past and one is away when the season ends. @param {Story} story */
export function planLeaves(story) {
  const { chronicle } = story;
  const [first, second] = story.clubs;
  const away = leaverOf(story, first, story.meetingsOf(first).slice(-14, -8));
  planLeave(story, away, { from: away.day - 3, until: away.day + 6 });
  const goesOn = leaverOf(story, second, story.meetingsOf(second).slice(-1));
  planLeave(story, goesOn, { from: goesOn.day - 1, until: goesOn.day + LEAVE });
  for (const { member } of [away, goesOn]) story.onLeave.add(chronicle.member(member.key));
}

/** Somebody who holds no office and was not in one of these meetings. @param {Story} story @param {string} club @param {Meeting[]} meetings */
function leaverOf({ chronicle }, club, meetings) {
  const found = meetings
    .flatMap(({ letters, startsAt }) =>
      Object.keys(letters).map((key) => ({ member: chronicle.member(key), letter: letters[key], startsAt })),
    )
    .findLast(({ member, letter }) => letter === 'A' && !member.office && member.leaves === undefined);
  if (!found) throw new Error(`Nobody of ${club} was away: take another seed`);
  return { member: found.member, day: Math.floor(found.startsAt / DAY) };
}

/** @param {Story} story @param {{ member: Member }} whose @param {{ from: number, until: number }} days */
function planLeave({ chronicle }, { member }, { from, until }) {
  const { club, key: person } = member;
  chronicle.plan((from - 8) * DAY + 20 * HOUR, () => {
    chronicle.write({ act: 'recordLeave', club, person, by: person, from, until });
  });
}

/** The last meeting of each club is run point by point. @param {Story} story */
export function planAgenda(story) {
  const { chronicle } = story;
  for (const club of story.clubs) {
    for (const meeting of story.meetingsOf(club).slice(-1)) {
      const by = story.leader(meeting).key;
      for (const [index, minute] of POINTS.entries()) {
        chronicle.plan(meeting.startsAt + minute, () => {
          chronicle.write({ act: 'startAgendaPoint', meeting: meeting.key, by, position: index + 1 });
        });
      }
    }
  }
}

/** In the evening of a day, when those who look after a club have time. @param {number} minute @param {import('./dice.mjs').Dice} dice */
export function evening(minute, dice) {
  return minuteOf(Math.floor(minute / DAY), '19:30') + dice.between(0, 120);
}
