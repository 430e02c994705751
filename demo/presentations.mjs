import { DAY, HOUR } from './clock.mjs';
import { fill } from './wording.mjs';

/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./story.mjs').Meeting} Meeting */
/** @typedef {import('./story.mjs').Story} Story */
/** @typedef {{ meeting: Meeting, assigned: Member, speaker: Member }} Feature */

/** For so many weeks the clubs have written down what is said in the round. */
const WEEKS = 8;
/** The share of those who ask for somebody, in the first of these weeks, and by how much it grows each week. */
const ASKS = { first: 0.45, growth: 0.06 };
const WRITES_BEFORE = 0.12;
/** Not every turn is marked before the meeting closes. */
const MARKED = 0.95;
/** When the round begins and ends, and when the feature presentation is over, in minutes of the meeting. */
const ROUND = { from: 21, to: 45 };
const FEATURE_OVER = 62;
const CITIES = { gent: 'Gent', utrecht: 'Utrecht' };

/** What members ask for in the last weeks, and who speaks at length. @param {Story} story @returns {Feature[]} */
export function planPresentations(story) {
  const { dice } = story.chronicle;
  return story.clubs.flatMap((club) => {
    const asks = new Asks(story);
    /** @type {Feature[]} */
    const features = [];
    for (const [week, meeting] of story.meetingsOf(club).slice(-WEEKS).entries()) {
      planRound(story, meeting, { asks, share: ASKS.first + ASKS.growth * week });
      const spoken = features.flatMap(({ assigned, speaker }) => [assigned, speaker]);
      const isFree = (/** @type {Member} */ member) => !spoken.includes(member) && !story.onLeave.has(member);
      const seated = Object.keys(meeting.letters).map((key) => story.chronicle.member(key));
      const assigned = dice.pick(seated.filter(isFree));
      const present = story.present(meeting);
      const speaker = present.includes(assigned) ? assigned : dice.pick(present.filter(isFree));
      const feature = { meeting, assigned, speaker };
      planFeature(story, feature, asks);
      features.push(feature);
    }
    return features;
  });
}

/** @param {Story} story @param {Meeting} meeting @param {{ asks: Asks, share: number }} round */
function planRound(story, meeting, { asks, share }) {
  const { chronicle } = story;
  const { dice } = chronicle;
  const marker = story.officerIn(meeting, 'EDUCATION');
  const by = (marker ?? story.leader(meeting)).key;
  const present = story.present(meeting);
  for (const [index, member] of present.entries()) {
    const isAsking = dice.chance(share);
    const ask = isAsking ? asks.next(member) : null;
    const focus = marker && dice.chance(MARKED) ? (isAsking ? 'ASKS_FOR_REFERRAL' : 'SELLS_TO_ROOM') : null;
    const turn = { meeting: meeting.key, person: member.key, kind: /** @type {const} */ ('WEEKLY') };
    const minute = Math.floor(ROUND.from + (index * (ROUND.to - ROUND.from)) / present.length);
    const writesBefore = ask !== null && dice.chance(WRITES_BEFORE);
    if (writesBefore) {
      chronicle.plan(meeting.startsAt - dice.between(9 * HOUR, 34 * HOUR), () => {
        chronicle.write({ act: 'recordPresentation', ...turn, by: member.key, ask, focus: null });
      });
    }
    chronicle.plan(meeting.startsAt + minute, () => {
      if (!writesBefore) chronicle.write({ act: 'recordPresentation', ...turn, by, ask, focus });
      else if (focus) chronicle.write({ act: 'markPresentationFocus', ...turn, by, focus });
    });
  }
}

/** Who does not come on the day is replaced when the meeting begins. @param {Story} story @param {Feature} feature @param {Asks} asks */
function planFeature(story, { meeting, assigned, speaker }, asks) {
  const { chronicle } = story;
  const { dice } = chronicle;
  const by = story.officer(meeting.club, 'EDUCATION').key;
  chronicle.plan(meeting.startsAt - dice.between(12, 16) * DAY + dice.between(2, 9) * HOUR, () => {
    chronicle.write({ act: 'assignSpeaker', meeting: meeting.key, person: assigned.key, by });
  });
  const leader = story.leader(meeting).key;
  if (speaker !== assigned) {
    chronicle.plan(meeting.startsAt + 3, () => {
      chronicle.write({ act: 'releaseSpeaker', meeting: meeting.key, person: assigned.key, by: leader });
      chronicle.write({ act: 'assignSpeaker', meeting: meeting.key, person: speaker.key, by: leader });
    });
  }
  const marker = story.officerIn(meeting, 'EDUCATION');
  const ask = asks.next(speaker);
  chronicle.plan(meeting.startsAt + FEATURE_OVER, () => {
    chronicle.write({
      act: 'recordPresentation',
      meeting: meeting.key,
      person: speaker.key,
      by: marker?.key ?? leader,
      kind: 'FEATURE',
      ask,
      focus: marker ? 'ASKS_FOR_REFERRAL' : null,
    });
  });
}

/** Whom members ask for: each goes through the wordings of his profession, so that no week is as the one before. */
class Asks {
  /** @type {Map<Member, number>} */
  #given = new Map();

  /** @param {Story} story */
  constructor(story) {
    this.story = story;
  }

  /** @param {Member} member */
  next(member) {
    const { chronicle, words } = this.story;
    const { dice, cast } = chronicle;
    const wordings = words.asks[member.profession];
    const count = this.#given.get(member) ?? dice.between(0, wordings.length - 1);
    this.#given.set(member, count + 1);
    const stad = CITIES[/** @type {keyof typeof CITIES} */ (member.club)];
    const plaats = dice.pick(cast.places[member.club === 'gent' ? 'BE' : 'NL']);
    return fill(chronicle, wordings[count % wordings.length], { stad, plaats });
  }
}
