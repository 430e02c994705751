import { FOUNDED_ON } from './chronicle.mjs';
import { atWork, DAY, dayOf, HOUR } from './clock.mjs';

/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./presentations.mjs').Feature} Feature */
/** @typedef {import('./story.mjs').Story} Story */

/** How much is earned at once, of a hundred times. */
const UNITS = { 0.5: 30, 1: 45, 1.5: 10, 2: 15 };
/** What is asked before a feature presentation. */
const NEEDED = 1;
const RECORDED_BY_HIMSELF = 0.7;
const TESTIMONIALS_A_WEEK = 1.3;
/** When testimonials are given, in minutes of the meeting. */
const ROUND = { from: 65, to: 76 };

/**
 * Everybody learns now and then, and whoever speaks at length has learnt enough before, but for those without units.
 * @param {Story} story @param {Feature[]} features @param {Feature[]} without
 */
export function planEducation(story, features, without) {
  const { dice, cast } = story.chronicle;
  for (const member of cast.members) {
    const feature = features.find(({ speaker }) => speaker === member);
    const isUnlearned = without.some(({ speaker }) => speaker === member);
    const first = Math.max(
      (member.joins ?? FOUNDED_ON) + 4,
      isUnlearned && feature ? dayOf(feature.meeting.startsAt) + 1 : FOUNDED_ON + 6,
    );
    const last = (member.leaves ?? 0) - 3;
    let before = 0;
    for (let times = dice.between(1, 4); times > 0 && first < last; times -= 1) {
      const at = atWork(dice.between(first, last) * DAY + dice.between(9, 18) * HOUR, dice);
      const units = /** @type {keyof typeof UNITS} */ (
        dice.weighted(Object.keys(UNITS), (name) => UNITS[/** @type {keyof typeof UNITS} */ (name)])
      );
      if (feature && at < feature.meeting.startsAt) before += Number(units);
      learn(story, member, { at, units });
    }
    if (!feature || isUnlearned || before >= NEEDED) continue;
    learn(story, member, { at: atWork(feature.meeting.startsAt - dice.between(4, 14) * DAY, dice), units: '1' });
  }
}

/** @param {Story} story @param {Member} member @param {{ at: number, units: string }} earned */
function learn(story, member, { at, units }) {
  const { chronicle, words } = story;
  const { dice } = chronicle;
  const topic = dice.pick(words.topics);
  const daysLater = dice.between(0, 2);
  const by = dice.chance(RECORDED_BY_HIMSELF) ? member : story.officer(member.club, 'EDUCATION');
  chronicle.plan(at, () => {
    const { club, key: person } = member;
    const on = chronicle.day - daysLater;
    if (!chronicle.isSeated(member)) return;
    chronicle.write({ act: 'recordEducation', club, person, by: by.key, units, topic, on });
  });
}

/** In the round of referrals members say who did good work for them. @param {Story} story */
export function planTestimonials(story) {
  const { chronicle, words } = story;
  const { dice } = chronicle;
  for (const meeting of story.meetings) {
    for (let times = dice.times(TESTIMONIALS_A_WEEK); times > 0; times -= 1) {
      const giver = dice.pick(story.present(meeting));
      const text = dice.pick(words.testimonials);
      chronicle.plan(meeting.startsAt + dice.between(ROUND.from, ROUND.to), () => {
        const receiver = dice.pick(chronicle.seated(meeting.club, giver));
        const { club } = meeting;
        const told = { giver: giver.key, receiver: receiver.key, text: text.replace('{wie}', receiver.givenName) };
        chronicle.write({ act: 'giveTestimonial', club, ...told });
      });
    }
  }
}
