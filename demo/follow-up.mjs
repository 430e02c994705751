import { atWork, DAY, dayOf, HOUR, momentOf } from './clock.mjs';
import { sell } from './sales.mjs';
import { fill } from './wording.mjs';

/** @typedef {import('./cast.types.ts').Referral} Referral */
/** @typedef {import('./season-world.mjs').World} World */

/** How receivers follow up: median hours to the first contact, and the odds of promising, of promising what they can keep, of forgetting and of closing. */
const PACES = {
  prompt: { hours: 4, promises: 0.8, knows: 0.9, forgets: 0.02, closes: 1 },
  normal: { hours: 10, promises: 0.64, knows: 0.75, forgets: 0.06, closes: 0.9 },
  slow: { hours: 34, promises: 0.42, knows: 0.4, forgets: 0.15, closes: 0.7 },
};
/** First contacts are promised within so many hours. */
const TERMS = [4, 24, 48, 72];
const DECLINED = 0.06;
const LOST = 0.38;
const STEPS_BACK = 0.05;

/** What the receiver does with a referral from the moment it is given. @param {World} world @param {Referral} referral */
export function followUp(world, referral) {
  const { dice } = world.chronicle;
  const pace = PACES[referral.receiver.pace];
  const { givenAt } = referral;
  if (referral.consent === 'NONE_YET') {
    if (dice.chance(0.5)) later(world, referral, dice.between(1, 8) * DAY, () => decline(world, referral));
    return;
  }
  if (referral.twin) {
    settleTwin(world, referral);
    return;
  }
  const promiseAt = atWork(givenAt + dice.between(8, 260), dice);
  const contactAt = atWork(givenAt + dice.around(pace.hours, 0.9) * HOUR, dice);
  const forgets = dice.chance(pace.forgets) && !referral.sure;
  if (dice.chance(pace.promises) && (forgets || promiseAt < contactAt)) {
    world.chronicle.plan(promiseAt, () => promise(world, referral, forgets ? null : contactAt));
  }
  if (forgets) return;
  if (referral.prospect === null && dice.chance(DECLINED) && !referral.sure) {
    later(world, referral, dice.between(20, 110) * HOUR, () => decline(world, referral));
    return;
  }
  world.chronicle.plan(contactAt, () => makeContact(world, referral));
}

/** During office hours, that many minutes from now. @param {World} world @param {Referral} referral @param {number} minutes @param {() => void} happen */
function later({ chronicle }, { receiver }, minutes, happen) {
  chronicle.plan(atWork(chronicle.now + minutes, chronicle.dice), () => {
    if (chronicle.isSeated(receiver)) happen();
  });
}

/** @param {World} world @param {Referral} referral @param {number | null} contactAt null when the receiver will not come to it */
function promise({ chronicle }, referral, contactAt) {
  const { dice } = chronicle;
  if (referral.stage !== 'SUSPECT' || !chronicle.isSeated(referral.receiver)) return;
  const dues = TERMS.map((hours) => Math.ceil(atWork(chronicle.now + hours * HOUR, dice) / 15) * 15);
  const keepable = dues.find((term) => contactAt !== null && term >= contactAt);
  const knowsHisWeek = dice.chance(PACES[referral.receiver.pace].knows);
  const due =
    keepable !== undefined && knowsHisWeek
      ? keepable
      : dice.weighted(dues.slice(0, 3), (term) => (term === dues[1] ? 6 : 2));
  if (due >= 0) return;
  chronicle.write({ act: 'promiseFirstContact', referral: referral.key, promisedFor: momentOf(due) });
  if (referral.link) referral.link.acceptedAt ??= chronicle.now;
}

/** @param {World} world @param {Referral} referral @param {Referral['stage']} to @param {string | null} note */
function move({ chronicle }, referral, to, note) {
  referral.stage = to;
  chronicle.write({ act: 'moveReferral', referral: referral.key, to, note });
  if (referral.link && to !== 'DECLINED') referral.link.acceptedAt ??= chronicle.now;
}

/** @param {World} world @param {Referral} referral */
function decline(world, referral) {
  const { dice, cast } = world.chronicle;
  if (referral.stage !== 'SUSPECT') return;
  move(world, referral, 'DECLINED', dice.pick(referral.consent === 'NONE_YET' ? cast.noConsent : cast.declined));
}

/**
 * The second referral of the same human: perhaps promised at once, then declined because he is coming already.
 * It reminds the receiver of the first one. @param {World} world @param {Referral} referral
 */
function settleTwin(world, referral) {
  const { chronicle } = world;
  const { dice, cast } = chronicle;
  const { twin } = referral;
  if (!twin) return;
  if (dice.chance(0.6)) later(world, referral, dice.between(4, 40), () => promise(world, referral, null));
  later(world, twin, dice.between(5, 40) * HOUR, () => makeContact(world, twin));
  later(world, referral, dice.between(3, 8) * DAY, () => {
    move(world, referral, 'DECLINED', fill(chronicle, cast.alreadyComing, { first: twin.giver.givenName }));
  });
}

/** @param {World} world @param {Referral} referral */
function makeContact(world, referral) {
  const { chronicle } = world;
  const { dice, cast } = chronicle;
  const { receiver, prospect, warmth } = referral;
  if (!chronicle.isSeated(receiver) || referral.stage !== 'SUSPECT') return;
  move(world, referral, 'PROSPECT', dice.pick(cast.contacted));
  const sellsOutside = receiver.gives !== 'seller' || prospect !== null;
  const closing = (0.14 + 0.06 * warmth) * PACES[receiver.pace].closes * (prospect ? 1.25 : 1);
  const praisedTwice = world.referrals.some(({ twin }) => twin === referral) ? 1.8 : 1;
  const days = dice.around(chronicle.professionOf(receiver).cycleDays, 0.5);
  const makesOffer = dice.chance(0.75);
  if (makesOffer) later(world, referral, days * 0.4 * DAY, () => makeOffer(world, referral, days * 0.4));
  const outcome = dice.next();
  if (sellsOutside && (referral.sure || outcome < closing * praisedTwice))
    later(world, referral, days * DAY, () => close(world, referral));
  else if (outcome > 1 - LOST) later(world, referral, (days + 4) * DAY, () => lose(world, referral));
}

/** @param {World} world @param {Referral} referral @param {number} days that are left for taking it back */
function makeOffer(world, referral, days) {
  const { dice, cast } = world.chronicle;
  if (referral.stage !== 'PROSPECT') return;
  move(world, referral, 'HOT_PROSPECT', dice.pick(cast.offered));
  if (!dice.chance(STEPS_BACK)) return;
  later(world, referral, days * DAY, () => {
    if (referral.stage === 'HOT_PROSPECT') move(world, referral, 'PROSPECT', dice.pick(cast.movesBack));
  });
}

/** @param {World} world @param {Referral} referral */
function lose(world, referral) {
  const { dice, cast } = world.chronicle;
  if (referral.stage === 'PROSPECT' || referral.stage === 'HOT_PROSPECT') {
    move(world, referral, 'LOST', dice.pick(cast.lost));
  }
}

/** @param {World} world @param {Referral} referral */
function close(world, referral) {
  const { giver, receiver, link, prospect, need } = referral;
  if (prospect && !world.chronicle.isSeated(prospect)) return;
  const isFellow = prospect !== null && prospect.club === receiver.club;
  referral.stage = 'CUSTOMER';
  const contact = link ? { contact: link.contact.key } : null;
  sell(world, {
    seller: receiver,
    buyer: contact ?? { person: (prospect ?? giver).key },
    member: prospect,
    link,
    reach: { degree: isFellow ? 1 : 2, root: giver },
    referral,
    notBefore: dayOf(referral.givenAt),
    description: need.deal,
    median: need.median,
  });
}
