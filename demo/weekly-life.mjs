import { planDecisions } from './alerts.mjs';
import { forgottenVisitor, planAdjustment, planAgenda, planLeaves, planReopening } from './board-work.mjs';
import { planCalendar } from './calendar-ahead.mjs';
import { Chronicle } from './chronicle.mjs';
import { planEducation, planTestimonials } from './learning.mjs';
import { planOneToOnes, planSheets } from './one-to-ones.mjs';
import { planPresentations } from './presentations.mjs';
import { Story } from './story.mjs';
import { planVisitorCare } from './visitor-care.mjs';

/** @typedef {import('../src/cli/season/season.types.ts').Act} Act */
/** @typedef {import('./cast.types.ts').Cast} Cast */
/** @typedef {import('./dice.mjs').Dice} Dice */
/** @typedef {import('./presentations.mjs').Feature} Feature */
/** @typedef {import('./weekly-words.types.ts').WeeklyWords} Words */

/** Which feature presentations of each club are given without education units, of its last ones: by their place from 0. */
const UNLEARNED = [3, 7];

/**
 * What happens around the weekly meetings of a season that is told already. None of it changes a chain or a deal, and
 * none of the acts that are there.
 * @param {Act[]} told @param {{ cast: Cast, words: Words, dice: Dice }} from @returns {Act[]} the acts besides
 */
export function weeklyLife(told, { cast, words, dice }) {
  const chronicle = new Chronicle(cast, dice);
  const story = new Story(chronicle, words, told);
  const forgotten = forgottenVisitor(story);
  planLeaves(story);
  const features = planPresentations(story);
  const without = story.clubs.flatMap((club, index) =>
    features.filter(({ meeting }) => meeting.club === club).filter((_, place) => place === UNLEARNED[index]),
  );
  planEducation(story, features, without);
  planTestimonials(story);
  planVisitorCare(story, forgotten);
  planReopening(story, forgotten);
  planAdjustment(story);
  planAgenda(story);
  planDecisions(story, without);
  planOneToOnes(story);
  planSheets(story);
  planCalendar(
    story,
    features.map(({ speaker }) => speaker),
  );
  chronicle.unfold();
  return chronicle.acts;
}
