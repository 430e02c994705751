import { countryOf } from './address-book.mjs';
import { atWork, DAY, HOUR } from './clock.mjs';
import { degreeOf, rootOf } from './season-world.mjs';
import { amountAround, needFor, told } from './wording.mjs';

/** @typedef {import('./cast.types.ts').Contact} Contact */
/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./cast.types.ts').Sale} Sale */
/** @typedef {import('./season-world.mjs').World} World */
/** @typedef {import('../src/cli/season/season.types.ts').AmountVisibilityName} Visibility */

/** @type {Record<Visibility, number>} */
const VISIBILITIES = { EXACT: 46, BAND: 24, ONLY_THE_SUM: 20, HIDDEN: 10 };
/** Per club and week, without any referral. */
const DIRECT_SALES = 1.2;
const OWN_ACQUISITIONS = 0.3;
/** Part of the spread of a profession's amounts lies between its needs already. */
const SPREAD_WITHIN_A_NEED = 0.7;
/** What sellers to the room sell there, against others. */
const SELLER_WEIGHT = 7;

/** Closes business, unless somebody has left meanwhile. @param {World} world @param {Sale} sale */
export function sell(world, sale) {
  const { chronicle } = world;
  const { dice } = chronicle;
  const { seller, buyer, link, referral, notBefore, description } = sale;
  if (!chronicle.isSeated(seller) || (sale.member && !chronicle.isSeated(sale.member))) return;
  const key = chronicle.key('d');
  const amount = amountAround(chronicle, sale.median, chronicle.professionOf(seller).spread * SPREAD_WITHIN_A_NEED);
  const on = Math.max(notBefore, chronicle.day - dice.weighted([0, 1, 2, 3], (days) => 6 / (1 + days * days)));
  const names = /** @type {Visibility[]} */ (Object.keys(VISIBILITIES));
  const amountVisibility = dice.weighted(names, (name) => VISIBILITIES[name]);
  const from = referral ? { referral: referral.key } : {};
  chronicle.write({
    act: 'recordDeal',
    key,
    club: seller.club,
    seller: seller.key,
    buyer,
    ...from,
    amount,
    currency: 'EUR',
    on,
    description,
    amountVisibility,
  });
  const origin = link && world.originOf(link);
  if (origin) origin.deals += 1;
  const reach = origin ? { degree: degreeOf(origin), root: rootOf(origin) } : sale.reach;
  const sold = { ...sale, ...reach, link: origin, key, amount: Number(amount) };
  world.sold.push(sold);
  for (const follow of world.whenSold) follow(sold);
}

/** @param {World} world @param {{ visitor: string, contact: Contact, inviter: Member, seller: Member | null, from: number }} visit */
export function sellToVisitor(world, { visitor, contact, inviter, seller, from }) {
  const { chronicle } = world;
  const { dice } = chronicle;
  const visitedOn = Math.floor(from / DAY);
  chronicle.plan(atWork(from + dice.between(3, 13) * DAY, dice), () => {
    const others = chronicle.seated(inviter.club, inviter).filter(({ gives }) => gives !== 'seller');
    const chosen = seller ?? dice.pick(others);
    const need = told(chronicle, needFor(chronicle, chronicle.professionOf(chosen), 'firm', true), contact);
    sell(world, {
      seller: chosen,
      buyer: { visitor },
      member: null,
      link: null,
      reach: { degree: 2, root: inviter },
      referral: null,
      notBefore: visitedOn,
      description: need.deal,
      median: need.median,
    });
  });
}

/** What members close without any referral: they sell to each other, and to people they find themselves. @param {World} world */
export function planOtherSales(world) {
  const { chronicle } = world;
  const { dice, cast } = chronicle;
  for (const { key: club } of cast.clubs) {
    for (let monday = -182; monday < 0; monday += 7) {
      for (let sales = dice.times(DIRECT_SALES); sales > 0; sales -= 1) {
        chronicle.plan(someTime(monday, dice), () => {
          const seller = dice.weighted(chronicle.seated(club), eagerness(chronicle));
          sellToMember(world, seller, dice.pick(chronicle.seated(club, seller)));
        });
      }
      for (let sales = dice.times(OWN_ACQUISITIONS); sales > 0; sales -= 1) {
        chronicle.plan(someTime(monday, dice), () => {
          sellOnOwnAccount(world, dice.weighted(chronicle.seated(club), eagerness(chronicle)));
        });
      }
    }
  }
}

/** On a working day of that week. @param {number} monday @param {import('./dice.mjs').Dice} dice */
function someTime(monday, dice) {
  return (monday + dice.between(0, 4)) * DAY + dice.between(9 * HOUR, 18 * HOUR);
}

/** @param {import('./chronicle.mjs').Chronicle} chronicle */
function eagerness(chronicle) {
  return (/** @type {Member} */ member) =>
    (0.3 + chronicle.professionOf(member).repeat * 3) * (member.gives === 'seller' ? SELLER_WEIGHT : 1);
}

/** @param {World} world @param {Member} seller @param {Member} member */
export function sellToMember(world, seller, member) {
  const { chronicle } = world;
  const place = chronicle.dice.pick(chronicle.cast.places[countryOf(member)]);
  const wanted = chronicle.dice.chance(0.65) ? 'firm' : 'home';
  const need = needFor(chronicle, chronicle.professionOf(seller), wanted, true);
  const { deal, median } = told(chronicle, need, { place, company: member.company });
  sell(world, {
    seller,
    buyer: { person: member.key },
    member,
    link: null,
    reach: { degree: 1, root: null },
    referral: null,
    notBefore: chronicle.day,
    description: deal,
    median,
  });
}

/** @param {World} world @param {Member} seller */
function sellOnOwnAccount(world, seller) {
  const { chronicle } = world;
  const profession = chronicle.professionOf(seller);
  const need = needFor(chronicle, profession, null);
  const contact = world.book.newContact(seller, {
    country: countryOf(seller),
    kind: need.kind,
    sphere: profession.sphere,
  });
  const { deal, median } = told(chronicle, need, contact);
  sell(world, {
    seller,
    buyer: { contact: contact.key },
    member: null,
    link: null,
    reach: { degree: null, root: null },
    referral: null,
    notBefore: chronicle.day,
    description: deal,
    median,
  });
}
