import { atWork, DAY, HOUR } from './clock.mjs';

/** @typedef {import('./story.mjs').Story} Story */
/** @typedef {import('./story.mjs').Visitor} Visitor */

const CONFIRMS = 0.4;
/** Of those who do not come some had said they would. */
const CONFIRMS_IN_VAIN = 0.3;
const FOLLOWED_UP = 0.45;
/** Of the visitors of the last weeks so many have applied and wait for an answer. */
const WAITING = 2;
const RECENTLY = -6 * 7 * DAY;

/**
 * What becomes of those who were invited.
 * @param {Story} story @param {Visitor | null} forgotten one of whom nobody wrote down in the meeting that he did not come
 */
export function planVisitorCare(story, forgotten) {
  const { dice } = story.chronicle;
  const waiting = story.visitors
    .filter(({ came, member, meeting }) => came && !member && meeting.startsAt > RECENTLY)
    .slice(-WAITING);
  for (const visitor of story.visitors) {
    if (dice.chance(visitor.came ? CONFIRMS : CONFIRMS_IN_VAIN)) confirm(story, visitor);
    if (!visitor.came) {
      if (visitor !== forgotten) noteAbsence(story, visitor);
      continue;
    }
    const applies = visitor.member !== undefined || waiting.includes(visitor);
    if (applies || dice.chance(FOLLOWED_UP)) followUp(story, visitor, applies);
  }
}

/** @param {Story} story @param {Visitor} visitor */
function confirm({ chronicle }, { key: visitor, inviter, invitedAt, meeting }) {
  const { dice } = chronicle;
  const at = Math.min(atWork(invitedAt + dice.between(4, 40) * HOUR, dice), meeting.startsAt - 2 * HOUR);
  chronicle.plan(at, () => chronicle.write({ act: 'confirmVisitor', visitor, by: inviter.key }));
}

/** @param {Story} story @param {Visitor} visitor */
function noteAbsence(story, { key: visitor, meeting }) {
  const { chronicle } = story;
  const by = (story.officerIn(meeting, 'VISITOR_HOST') ?? story.leader(meeting)).key;
  chronicle.plan(meeting.startsAt + chronicle.dice.between(50, 80), () => {
    chronicle.write({ act: 'recordVisitorAbsence', visitor, by });
  });
}

/** @param {Story} story @param {Visitor} visitor @param {boolean} applies */
function followUp(story, { key: visitor, inviter, meeting }, applies) {
  const { chronicle } = story;
  const { dice } = chronicle;
  const host = story.officer(meeting.club, 'VISITOR_HOST');
  const by = (dice.chance(0.5) ? host : inviter).key;
  const called = atWork(meeting.closesAt + dice.between(4, 40) * HOUR, dice);
  chronicle.plan(called, () => chronicle.write({ act: 'recordVisitorFollowUp', visitor, by }));
  if (!applies) return;
  const committee = story.officer(meeting.club, 'MEMBERSHIP_COMMITTEE').key;
  chronicle.plan(atWork(called + dice.between(20, 60) * HOUR, dice), () => {
    chronicle.write({ act: 'recordVisitorApplication', visitor, by: committee });
  });
}
