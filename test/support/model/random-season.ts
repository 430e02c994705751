import fc from 'fast-check';
import type { Season } from '../../../src/cli/season/season.types.js';
import * as chains from './random-chains.js';
import * as deals from './random-deals.js';
import { Dice } from './random-dice.js';
import type { SeasonDraft } from './random-draft.js';
import * as people from './random-people.js';
import * as referrals from './random-referrals.js';

/** What somebody wants to do; nothing happens when nobody can do it just then. */
type Intention = (draft: SeasonDraft, dice: Dice) => void;

/** How often each is drawn. The first is what shrinking leads to: a season in which less happens. */
const INTENTIONS: readonly { weight: number; intention: Intention }[] = [
  { weight: 1, intention: () => {} },
  { weight: 5, intention: people.meetSomebody },
  { weight: 4, intention: people.joinClub },
  { weight: 4, intention: people.becomeMember },
  { weight: 3, intention: people.leaveClub },
  { weight: 10, intention: chains.introduceByMember },
  { weight: 4, intention: chains.introducePerson },
  { weight: 6, intention: chains.introduceByAsker },
  { weight: 11, intention: chains.introduceOnward },
  { weight: 3, intention: chains.tryLoop },
  { weight: 7, intention: chains.insertForgotten },
  { weight: 6, intention: chains.correctIntroducer },
  { weight: 11, intention: referrals.referOutside },
  { weight: 3, intention: referrals.referInside },
  { weight: 2, intention: referrals.giveToSelf },
  { weight: 5, intention: referrals.promise },
  { weight: 9, intention: referrals.move },
  { weight: 3, intention: referrals.meetWithVisitor },
  { weight: 5, intention: deals.sellToMember },
  { weight: 14, intention: deals.sellToIntroduced },
  { weight: 4, intention: deals.sellToOwnContact },
  { weight: 7, intention: deals.sellFromReferral },
  { weight: 5, intention: deals.sellToVisitor },
  { weight: 6, intention: deals.sellAgain },
  { weight: 6, intention: deals.adjust },
  { weight: 2, intention: deals.refundTooMuch },
  { weight: 3, intention: deals.split },
  { weight: 1, intention: deals.splitWrongly },
  { weight: 4, intention: deals.thank },
];

/** How many acts may follow the set-up; the last intention may go a little beyond. */
const MOST_ACTS = 60;

const intentions = INTENTIONS.flatMap(({ weight, intention }) => Array.from({ length: weight }, () => intention));

const intent = fc.record({
  number: fc.nat({ max: intentions.length - 1 }),
  days: fc.nat({ max: 6 }),
  throws: fc.array(fc.nat({ max: 9_999 }), { minLength: 16, maxLength: 16 }),
});

const seat = fc.constantFrom<people.FirstSeat>('later', 'elm', 'oak', 'both');

/**
 * Small seasons of two clubs and four to eight people. All acts name only what is there and are done by those
 * who may do them; a few are refused by the rules, so that the refusals are played too. Every season is
 * written by the same choices again, and shrinks by doing less.
 */
export function randomSeason(): fc.Arbitrary<Season> {
  // Without bias: small numbers are no corner cases here, they would only make the seasons alike.
  const drawn = fc.record({
    extraSeats: fc.array(seat, { maxLength: 4, size: 'max' }),
    intents: fc.array(intent, { minLength: 48, maxLength: 60 }),
  });
  return fc.noBias(drawn).map(({ extraSeats, intents }) => {
    const draft = people.setUp(extraSeats);
    const afterSetUp = draft.acts.length;
    for (const { number, days, throws } of intents) {
      if (draft.isOver || draft.acts.length - afterSetUp >= MOST_ACTS) break;
      draft.passDays(days);
      intentions[number]?.(draft, new Dice(throws));
    }
    return { ...draft.season, acts: draft.acts };
  });
}
