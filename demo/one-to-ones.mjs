import { atWork, DAY, HOUR, momentOf } from './clock.mjs';

/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./story.mjs').Story} Story */

/** Held in a week, per club. */
const A_WEEK = 1.6;
const FIRST_DAY = -172;
const PROPOSED = 0.25;
const RECORDED_BY_BOTH = 0.18;
/** Between the clubs. */
const ACROSS = 4;
/** A pair does not meet again within so many days. */
const AGAIN_AFTER = 60;
const EAGER = { much: 3, normal: 1.2, little: 0.5, seller: 0.3 };
/** The two turns that go another way. */
const DECLINED_ON = -58;
const WITHDRAWN_ON = -23;
/** How many of ten fill their sheet. */
const SHEETS = 0.5;

/** Members meet two by two outside the meeting. @param {Story} story */
export function planOneToOnes(story) {
  const pairs = new Pairs(story);
  const { dice } = story.chronicle;
  for (const club of story.clubs) {
    for (let week = FIRST_DAY; week < -4; week += 7) {
      for (let times = dice.times(A_WEEK); times > 0; times -= 1)
        planOne(story, pairs, { clubs: [club, club], day: week + dice.between(0, 6) });
    }
  }
  for (let times = ACROSS; times > 0; times -= 1) {
    planOne(story, pairs, { clubs: story.clubs, day: dice.between(-150, -10) });
  }
  planDeclined(story, pairs);
  planWithdrawn(story, pairs);
}

/** @param {Story} story @param {Pairs} pairs @param {{ clubs: string[], day: number }} when */
function planOne(story, pairs, { clubs, day }) {
  const { chronicle } = story;
  const { dice } = chronicle;
  const at = atWork(day * DAY + dice.between(9, 17) * HOUR + dice.between(0, 59), dice);
  if (dice.chance(PROPOSED)) {
    chronicle.plan(at, () => planProposed(story, pairs.next(clubs)));
    return;
  }
  chronicle.plan(at, () => {
    const [one, other] = pairs.next(clubs);
    const on = chronicle.day;
    chronicle.write({ act: 'recordOneToOne', by: one.key, with: other.key, on });
    if (!dice.chance(RECORDED_BY_BOTH)) return;
    chronicle.plan(chronicle.now + dice.between(3, 40) * HOUR, () => {
      if (!chronicle.isSeated(one) || !chronicle.isSeated(other)) return;
      chronicle.write({ act: 'recordOneToOne', by: other.key, with: one.key, on });
    });
  });
}

/** Proposed, accepted, and written down when they met. @param {Story} story @param {[Member, Member]} pair */
function planProposed(story, [one, other]) {
  const { chronicle } = story;
  const { dice } = chronicle;
  const startsAt = quarter(atWork(chronicle.now + dice.between(4, 10) * DAY, dice));
  const key = propose(story, one, other, startsAt);
  const accepted = atWork(chronicle.now + dice.between(2, 30) * HOUR, dice);
  const happens = () => chronicle.isSeated(one) && chronicle.isSeated(other);
  chronicle.plan(accepted, () => {
    if (!happens()) return;
    chronicle.write({ act: 'acceptOneToOne', oneToOne: key, by: other.key });
    const by = dice.pick([one, other]).key;
    chronicle.plan(startsAt + dice.between(2, 8) * HOUR, () => {
      if (happens()) chronicle.write({ act: 'holdOneToOne', oneToOne: key, by, on: Math.floor(startsAt / DAY) });
    });
  });
}

/** @param {Story} story @param {Member} one @param {Member} other @param {number} startsAt */
export function propose({ chronicle, words }, one, other, startsAt) {
  const { dice } = chronicle;
  const key = chronicle.key('o');
  const { places, messages } = words.oneToOne;
  const said = { place: dice.pick(places), message: dice.pick(messages) };
  chronicle.write({ act: 'proposeOneToOne', key, by: one.key, with: other.key, startsAt: momentOf(startsAt), ...said });
  return key;
}

/** @param {Story} story @param {Pairs} pairs */
function planDeclined(story, pairs) {
  const { chronicle } = story;
  const { dice } = chronicle;
  chronicle.plan(atWork(DECLINED_ON * DAY + 14 * HOUR, dice), () => {
    const [one, other] = pairs.next([story.clubs[0], story.clubs[0]]);
    const key = propose(story, one, other, quarter(atWork(chronicle.now + 6 * DAY, dice)));
    chronicle.plan(atWork(chronicle.now + 5 * HOUR, dice), () => {
      chronicle.write({ act: 'declineOneToOne', oneToOne: key, by: other.key });
    });
  });
}

/** Recorded for the wrong day, withdrawn, and recorded for the right one. @param {Story} story @param {Pairs} pairs */
function planWithdrawn(story, pairs) {
  const { chronicle, words } = story;
  chronicle.plan(atWork(WITHDRAWN_ON * DAY + 17 * HOUR, chronicle.dice), () => {
    const [one, other] = pairs.next([story.clubs[0], story.clubs[0]]);
    const key = chronicle.key('o');
    const on = chronicle.day;
    chronicle.write({ act: 'recordOneToOne', key, by: one.key, with: other.key, on });
    chronicle.plan(chronicle.now + 3 * HOUR, () => {
      chronicle.write({ act: 'withdrawOneToOne', oneToOne: key, by: other.key, reason: words.oneToOne.withdrawal });
      chronicle.write({ act: 'recordOneToOne', by: other.key, with: one.key, on: on - 1 });
    });
  });
}

/** The more active half of each club has written about itself. @param {Story} story */
export function planSheets(story) {
  const { chronicle, words, referralsGiven } = story;
  const { dice, cast } = chronicle;
  for (const club of story.clubs) {
    const members = cast.members.filter((member) => member.club === club && member.leaves === undefined);
    const given = (/** @type {Member} */ { key }) => referralsGiven.get(key) ?? 0;
    const active = members.sort((one, other) => given(other) - given(one)).slice(0, Math.ceil(members.length * SHEETS));
    for (const member of active) {
      const place = dice.pick(cast.places[club === 'gent' ? 'BE' : 'NL']);
      const text = (/** @type {keyof typeof words.sheets} */ name) =>
        dice.chance(0.85) ? dice.pick(words.sheets[name]).replace('{plaats}', place) : null;
      chronicle.plan(dice.between(-75, -6) * DAY + dice.between(19, 22) * HOUR, () => {
        const [goals, accomplishments, interests] = [text('goals'), text('accomplishments'), text('interests')];
        const [networks, skills] = [text('networks'), text('skills')];
        const sheet = { goals, accomplishments, interests, networks, skills };
        chronicle.write({ act: 'changeMemberSheet', person: member.key, ...sheet });
      });
    }
  }
}

/** @param {number} minute */
function quarter(minute) {
  return Math.ceil(minute / 15) * 15;
}

/** Who meets whom; no pair too often. */
class Pairs {
  /** The day on which a pair met last. @type {Map<string, number>} */
  #met = new Map();

  /** @param {Story} story */
  constructor(story) {
    this.story = story;
  }

  /** Two who sit now: one of each club. @param {string[]} clubs @returns {[Member, Member]} */
  next([first, second]) {
    const { chronicle } = this.story;
    const eager = (/** @type {Member} */ { gives }) => EAGER[gives];
    for (;;) {
      const one = chronicle.dice.weighted(chronicle.seated(first), eager);
      const other = chronicle.dice.weighted(chronicle.seated(second, one), eager);
      const pair = [one.key, other.key].sort().join(' ');
      if (chronicle.day - (this.#met.get(pair) ?? Number.NEGATIVE_INFINITY) < AGAIN_AFTER) continue;
      this.#met.set(pair, chronicle.day);
      return [one, other];
    }
  }
}
