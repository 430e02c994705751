import { atWork, DAY, HOUR, minuteOf, momentOf } from './clock.mjs';
import { propose } from './one-to-ones.mjs';

/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./story.mjs').Story} Story */

/** The calendar is made on the Friday on which the season ends: all meetings of that week are closed. */
const MADE_ON = -3;
/** The meetings to come begin in the week after the one in which the season is played. */
const FIRST_ON = 7;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Two whole weeks. */
const HOLIDAY = { from: 35, to: 48 };
/** Of the meetings to come of the first club, the third is held a day earlier, and later in the morning. */
const MOVED = { number: 3, days: -1, time: '08:00', minutes: 90 };

/** What the clubs have planned when the season ends. @param {Story} story @param {Member[]} spoken those who spoke lately */
export function planCalendar(story, spoken) {
  const { chronicle } = story;
  for (const [index, club] of story.clubs.entries()) {
    const noon = MADE_ON * DAY + 12 * HOUR + index * 20;
    chronicle.plan(noon, () => makeCalendar(story, club));
    chronicle.plan(noon + 10, () => assignSpeakers(story, club, spoken));
  }
  chronicle.plan(MADE_ON * DAY + 13 * HOUR, () => moveOne(story, story.clubs[0]));
  chronicle.plan(MADE_ON * DAY + 14 * HOUR, () => proposeAhead(story, story.clubs[0]));
}

/** The day of the club's meeting in a week from the first one to come, counted from 1. @param {Story} story @param {string} club @param {number} number */
function dayAhead({ chronicle }, club, number) {
  return FIRST_ON + weekday(chronicle.cast.weeklyMeetings[club].firstDay) + (number - 1) * 7;
}

/** From 0 for a Monday. @param {number} day */
function weekday(day) {
  return ((day % 7) + 7) % 7;
}

/** @param {string} club */
const seriesOf = (club) => `${club}-ahead`;

/** @param {Story} story @param {string} club */
function makeCalendar(story, club) {
  const { chronicle, words } = story;
  const { firstDay, startsAt: startTime } = chronicle.cast.weeklyMeetings[club];
  const by = story.officer(club, 'SECRETARY_TREASURER').key;
  const rule = `FREQ=WEEKLY;BYDAY=${WEEKDAYS[weekday(firstDay)]}`;
  chronicle.write({ act: 'planMeetingSeries', key: seriesOf(club), club, by, rule, firstOn: FIRST_ON, startTime });
  chronicle.write({ act: 'addHoliday', club, by, name: words.holiday, ...HOLIDAY });
}

/** The next two speakers; in the first club one of them would rather swap. @param {Story} story @param {string} club @param {Member[]} spoken */
function assignSpeakers(story, club, spoken) {
  const { chronicle } = story;
  const { dice } = chronicle;
  const by = story.officer(club, 'EDUCATION').key;
  const free = chronicle.seated(club, ...spoken, ...story.onLeave);
  const first = dice.pick(free);
  const second = dice.pick(free.filter((member) => member !== first));
  const [meeting, withMeeting] = [1, 2].map((number) => `${seriesOf(club)}-${number}`);
  chronicle.write({ act: 'assignSpeaker', meeting, person: first.key, by });
  chronicle.write({ act: 'assignSpeaker', meeting: withMeeting, person: second.key, by });
  if (club !== story.clubs[0]) return;
  const [person, withPerson] = [first.key, second.key];
  chronicle.plan(chronicle.now + 2 * HOUR, () => {
    chronicle.write({ act: 'requestSpeakerSwap', meeting, person, withMeeting, withPerson });
  });
}

/** @param {Story} story @param {string} club */
function moveOne(story, club) {
  const { chronicle, words } = story;
  const by = story.officer(club, 'PRESIDENT').key;
  const { number, days, time, minutes } = MOVED;
  const startsAt = momentOf(minuteOf(dayAhead(story, club, number) + days, time));
  const meeting = `${seriesOf(club)}-${number}`;
  chronicle.write({ act: 'moveMeeting', meeting, by, startsAt, minutes, place: words.movedTo });
}

/** Two one-to-ones to come with the president: one that is agreed, one that waits for an answer. @param {Story} story @param {string} club */
function proposeAhead(story, club) {
  const { chronicle } = story;
  const { dice } = chronicle;
  const president = story.officer(club, 'PRESIDENT');
  const first = dice.pick(chronicle.seated(club, president, ...story.onLeave));
  const second = dice.pick(chronicle.seated(club, president, first, ...story.onLeave));
  const soon = (/** @type {number} */ day, /** @type {number} */ hour) => atWork(day * DAY + hour * HOUR, dice);
  const agreed = propose(story, president, first, soon(FIRST_ON + 2, 14));
  propose(story, second, president, soon(FIRST_ON + 4, 10));
  chronicle.plan(chronicle.now + 90, () => {
    chronicle.write({ act: 'acceptOneToOne', oneToOne: agreed, by: first.key });
  });
}
