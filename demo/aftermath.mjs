import { atWork, DAY } from './clock.mjs';
import { sell } from './sales.mjs';
import { rootOf } from './season-world.mjs';
import { fill } from './wording.mjs';

/** @typedef {import('./cast.types.ts').Sold} Sold */
/** @typedef {import('./season-world.mjs').World} World */

const THANKED = 0.87;
const REFUNDED = 0.035;
const EXTENDED = 0.012;
const SPLIT = 0.03;
/** Not every buyer who would come back does so within the season. */
const COMES_BACK = 0.6;

/** What follows on a deal: thanks, money back or more work, a shared credit, and the next purchase. @param {World} world */
export function letSalesHaveAftermath(world) {
  world.whenSold.push(
    (sold) => thank(world, sold),
    (sold) => adjust(world, sold),
    (sold) => shareWithTwin(world, sold),
    (sold) => comeBack(world, sold),
  );
}

/** @param {World} world @param {Sold} sold @param {[number, number]} days @param {() => void} happen */
function later({ chronicle }, { seller }, [low, high], happen) {
  const { dice } = chronicle;
  chronicle.plan(atWork(chronicle.now + dice.between(low * DAY, high * DAY), dice), () => {
    if (chronicle.isSeated(seller)) happen();
  });
}

/** @param {World} world @param {Sold} sold */
function thank(world, sold) {
  const { chronicle } = world;
  const { dice, cast } = chronicle;
  const { degree, link } = sold;
  if (degree === null || degree < 2 || !dice.chance(THANKED)) return;
  later(world, sold, [0, 6], () => {
    // A correction may have come in between.
    const root = link ? rootOf(link) : sold.root;
    if (root === null || !chronicle.isSeated(root)) return;
    const text = dice.pick(degree > 2 ? cast.thanksFurther : cast.thanks);
    const message = fill(chronicle, text, { root: root.givenName });
    chronicle.write({ act: 'thankForDeal', deal: sold.key, message });
  });
}

/** @param {World} world @param {Sold} sold */
function adjust(world, sold) {
  const { chronicle } = world;
  const { dice, cast } = chronicle;
  const isRefund = dice.chance(REFUNDED);
  if (!isRefund && !dice.chance(EXTENDED)) return;
  const part = dice.between(4, 30) / 100;
  const amount = (Math.max(1, Math.round(sold.amount * part)) * (isRefund ? -1 : 1)).toFixed(2);
  const reason = dice.pick(isRefund ? cast.refunds : cast.extras);
  later(world, sold, [6, 34], () => {
    chronicle.write({ act: 'adjustDeal', deal: sold.key, amount, on: chronicle.day, reason });
  });
}

/** Two members who introduced the same buyer often share the credit; now and then others do. @param {World} world @param {Sold} sold */
function shareWithTwin(world, sold) {
  const { chronicle } = world;
  const { dice } = chronicle;
  const { root, link, seller } = sold;
  if (root === null || link === null) return;
  const twins = world.referrals.filter(({ twin }) => twin !== null && twin === sold.referral);
  const givers = twins.flatMap(({ giver, twin }) => [giver, ...(twin ? [twin.giver] : [])]);
  const other = givers.find((giver) => giver !== root) ?? dice.pick(chronicle.seated(seller.club, seller, root));
  if (!dice.chance(givers.length > 0 ? 0.75 : SPLIT)) return;
  later(world, sold, [0, 3], () => {
    if (!chronicle.isSeated(other) || !chronicle.isSeated(root)) return;
    const share = dice.pick([50, 60, 66.67, 70]);
    const shares = { [root.key]: share.toFixed(2), [other.key]: (100 - share).toFixed(2) };
    chronicle.write({ act: 'splitCredit', deal: sold.key, shares });
  });
}

/** @param {World} world @param {Sold} sold */
function comeBack(world, sold) {
  const { dice, professions } = world.chronicle;
  const profession = professions.get(sold.seller.profession);
  if (!profession || !dice.chance(profession.repeat * COMES_BACK)) return;
  later(world, sold, [18, 75], () => {
    const { key, amount, degree, root, ...sale } = sold;
    sell(world, {
      ...sale,
      reach: { degree, root },
      referral: null,
      notBefore: world.chronicle.day,
      description: dice.pick(profession.again),
      median: profession.typical * 0.45,
    });
  });
}
