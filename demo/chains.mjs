import { countryOf } from './address-book.mjs';
import { atWork, DAY, HOUR } from './clock.mjs';
import { sell } from './sales.mjs';
import { degreeOf } from './season-world.mjs';
import { needFor, told } from './wording.mjs';

/** @typedef {import('./cast.types.ts').Contact} Contact */
/** @typedef {import('./cast.types.ts').Link} Link */
/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./cast.types.ts').Need} Need */
/** @typedef {import('./season-world.mjs').World} World */

/** How many of ten buyers bring somebody further; those who came by a customer themselves do it more readily. */
const BRINGS_FURTHER = { second: 0.3, beyond: 0.42 };
/** The degree beyond which nobody brings anybody. */
const FARTHEST = 5;
const BUYS = { broughtByCustomer: 0.6, asked: 0.45, withoutNeed: 0.3 };
/** In the whole season, over both clubs. */
const ASKED_FOR = 16;
const WITHOUT_NEED = 28;

/** Buyers who were introduced introduce others. @param {World} world */
export function letBuyersBringOthers(world) {
  const { chronicle } = world;
  const { dice } = chronicle;
  world.whenSold.push(({ link }) => {
    if (link === null || link.deals > 1 || degreeOf(link) >= FARTHEST) return;
    if (!dice.chance(degreeOf(link) > 2 ? BRINGS_FURTHER.beyond : BRINGS_FURTHER.second)) return;
    chronicle.plan(atWork(chronicle.now + dice.between(4, 26) * DAY, dice), () => bringFurther(world, link));
  });
}

/** @param {World} world @param {Link} parent */
function bringFurther(world, parent) {
  const { chronicle, book } = world;
  const { beneficiary } = parent;
  if (!chronicle.isSeated(beneficiary) || degreeOf(parent) >= FARTHEST) return;
  const { need, contact } = somebodyInNeed(world, beneficiary, (sought) => book.newContact(beneficiary, sought));
  const link = world.newLink({ beneficiary, contact, parent, start: parent.start, referral: false });
  const told = { beneficiary: beneficiary.key, introduced: { contact: contact.key } };
  const introducer = { contact: parent.contact.key };
  const consent = chronicle.dice.chance(0.8) ? 'ASKED_AND_AGREED' : 'EXISTING_REQUEST';
  chronicle.write({ act: 'recordIntroduction', key: link.key, ...told, introducer, parent: parent.key, consent });
  mayBuy(world, link, need, BUYS.broughtByCustomer);
}

/** A need for the seller, and somebody who has it. @param {World} world @param {Member} seller @param {(sought: Parameters<World['book']['newContact']>[1]) => Contact} find */
function somebodyInNeed({ chronicle }, seller, find) {
  const profession = chronicle.professionOf(seller);
  const need = needFor(chronicle, profession, null);
  const contact = find({ country: countryOf(seller), kind: need.kind, sphere: profession.sphere });
  return { need: told(chronicle, need, contact), contact };
}

/** @param {World} world @param {Link} link @param {Need} need @param {number} probability */
function mayBuy(world, link, need, probability) {
  const { chronicle } = world;
  const { dice } = chronicle;
  if (!dice.chance(probability)) return;
  const days = dice.around(chronicle.professionOf(link.beneficiary).cycleDays * 0.8, 0.4);
  chronicle.plan(atWork(chronicle.now + days * DAY, dice), () => {
    sell(world, {
      seller: link.beneficiary,
      buyer: { contact: link.contact.key },
      member: null,
      link,
      reach: { degree: null, root: null },
      referral: null,
      notBefore: link.day,
      description: need.deal,
      median: need.median,
    });
  });
}

/** Introductions that are no referrals: a contact whom a member asked to introduce somebody, and plain ones. @param {World} world */
export function planIntroductions(world) {
  const { chronicle } = world;
  const { dice } = chronicle;
  const somewhen = () => dice.between(-170, -3) * DAY + dice.between(9, 18) * HOUR + dice.between(0, 59);
  for (let count = 0; count < ASKED_FOR; count += 1) {
    chronicle.plan(atWork(somewhen(), dice), () => introduceByAsking(world));
  }
  for (let count = 0; count < WITHOUT_NEED; count += 1) {
    chronicle.plan(atWork(somewhen(), dice), () => introduceWithoutNeed(world));
  }
}

/** Two fellow members, the second being no seller to the room. @param {World} world */
function somePair({ chronicle }) {
  const { dice, cast } = chronicle;
  const club = dice.pick(cast.clubs).key;
  const giver = dice.weighted(
    chronicle.seated(club),
    ({ gives }) => ({ much: 3, normal: 1, little: 0.5, seller: 0 })[gives],
  );
  const beneficiary = dice.pick(chronicle.seated(club, giver).filter(({ gives }) => gives !== 'seller'));
  return { giver, beneficiary };
}

/** The asker's contact introduces an acquaintance of his; that one is a row in the asker's book as well. @param {World} world */
function introduceByAsking(world) {
  const { chronicle, book } = world;
  const { giver: asker, beneficiary } = somePair(world);
  const own = book.contacts.filter((contact) => contact.owner === asker && !contact.isVisitor);
  if (own.length === 0) return;
  const friend = chronicle.dice.pick(own);
  const { need, contact } = somebodyInNeed(world, beneficiary, (sought) => book.newContact(asker, sought));
  const start = { degree: 3, root: asker };
  const link = world.newLink({ beneficiary, contact, parent: null, start, referral: false });
  const told = { beneficiary: beneficiary.key, introduced: { contact: contact.key } };
  const introducer = { contact: friend.key, asker: asker.key };
  chronicle.write({ act: 'recordIntroduction', key: link.key, ...told, introducer, consent: 'ASKED_AND_AGREED' });
  mayBuy(world, link, need, BUYS.asked);
}

/** @param {World} world */
function introduceWithoutNeed(world) {
  const { chronicle, book } = world;
  const { giver, beneficiary } = somePair(world);
  const find = (/** @type {Parameters<World['book']['newContact']>[1]} */ sought) =>
    book.someoneFor(giver, beneficiary, sought);
  const { need, contact } = somebodyInNeed(world, beneficiary, find);
  const start = { degree: 2, root: giver };
  const link = world.newLink({ beneficiary, contact, parent: null, start, referral: false });
  const told = { beneficiary: beneficiary.key, introduced: { contact: contact.key } };
  const introducer = { person: giver.key };
  chronicle.write({ act: 'recordIntroduction', key: link.key, ...told, introducer, consent: 'ASKED_AND_AGREED' });
  mayBuy(world, link, need, BUYS.withoutNeed);
}
