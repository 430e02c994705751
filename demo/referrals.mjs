import { countryOf } from './address-book.mjs';
import { atWork, DAY, HOUR } from './clock.mjs';
import { followUp } from './follow-up.mjs';
import { afterLead, needFor, told } from './wording.mjs';

/** @typedef {import('./cast.types.ts').Contact} Contact */
/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./cast.types.ts').Need} Need */
/** @typedef {import('./cast.types.ts').Referral} Referral */
/** @typedef {import('./season-world.mjs').World} World */
/** @typedef {import('../src/cli/season/season.types.ts').ConsentBasisName} Consent */
/** @typedef {Pick<Referral, 'giver' | 'receiver' | 'need' | 'prospect'> & { contact: Contact | null, twin?: Referral, sure?: boolean }} Given */

/** Referrals a member gives in a week. */
const PER_WEEK = { much: 0.96, normal: 0.58, little: 0.28, seller: 0.11 };
const IN_THE_MEETING = 0.6;
const INSIDE = 0.06;
const TO_THE_OTHER_CLUB = 0.04;

/** @type {Record<Referral['warmth'], number>} */
const WARMTHS = { 1: 8, 2: 22, 3: 32, 4: 23, 5: 15 };
/** @type {Record<Consent, number>} */
const CONSENTS = { ASKED_AND_AGREED: 72, EXISTING_REQUEST: 17, PUBLIC_BUSINESS_DETAILS: 7, NONE_YET: 4 };
/** Of those of whom only the name was passed on. @type {Record<Consent, number>} */
const COLD_CONSENTS = { ASKED_AND_AGREED: 15, EXISTING_REQUEST: 5, PUBLIC_BUSINESS_DETAILS: 45, NONE_YET: 35 };

/** A club's referrals of a week: most in the meeting, the others on the days after. @param {World} world @param {string} club @param {{ startsAt: number, absent: Member[] | null }} meeting */
export function planReferrals(world, club, { startsAt, absent }) {
  const { chronicle } = world;
  const { dice } = chronicle;
  for (const giver of chronicle.seated(club)) {
    for (let referrals = dice.times(PER_WEEK[giver.gives]); referrals > 0; referrals -= 1) {
      const inMeeting = absent !== null && !absent.includes(giver) && dice.chance(IN_THE_MEETING);
      const later = atWork(startsAt + dice.between(3, 6 * 24) * HOUR, dice);
      chronicle.plan(inMeeting ? startsAt + dice.between(32, 84) : later, () => refer(world, giver));
    }
  }
}

/** @param {World} world @param {Member} giver */
function refer(world, giver) {
  const { chronicle, book } = world;
  const { dice } = chronicle;
  if (!chronicle.isSeated(giver)) return;
  const inside = dice.chance(INSIDE);
  const receiver = someReceiver(world, giver, inside);
  const profession = chronicle.professionOf(receiver);
  if (inside) {
    const own = needOfMember(world, giver, receiver);
    const need = { ...own, text: afterLead(chronicle.cast.insideLead[own.kind], own.text) };
    give(world, { giver, receiver, prospect: giver, contact: null, need });
    return;
  }
  const need = needFor(chronicle, profession, null);
  const sought = { country: countryOf(receiver), kind: need.kind, sphere: profession.sphere };
  const contact = book.someoneFor(giver, receiver, sought);
  give(world, { giver, receiver, prospect: null, contact, need: told(chronicle, need, contact) });
}

/** @param {World} world @param {Member} giver @param {boolean} inside */
function someReceiver({ chronicle }, giver, inside) {
  const { dice, cast } = chronicle;
  const elsewhere = cast.clubs.filter(({ key }) => key !== giver.club);
  const club = !inside && dice.chance(TO_THE_OTHER_CLUB) ? dice.pick(elsewhere).key : giver.club;
  const { sphere } = chronicle.professionOf(giver);
  return dice.weighted(chronicle.seated(club, giver), (member) => {
    const profession = chronicle.professionOf(member);
    const near = profession.sphere === sphere ? 2.2 : 1;
    // Nobody thinks readily of one who only sells to the room, and less of one who answers late.
    const thoughtOf = member.gives === 'seller' && !inside ? 0.2 : 1;
    return profession.demand * near * thoughtOf * (member.pace === 'slow' ? 0.75 : 1);
  });
}

/** What a member needs for his own firm or house. @param {World} world @param {Member} member @param {Member} receiver @returns {Need} */
export function needOfMember({ chronicle }, member, receiver) {
  const { dice, cast } = chronicle;
  const wanted = dice.chance(0.7) ? 'firm' : 'home';
  const need = needFor(chronicle, chronicle.professionOf(receiver), wanted, true);
  const place = dice.pick(cast.places[countryOf(member)]);
  return told(chronicle, need, { place, company: member.company });
}

/** Writes the referral down and lets the receiver follow it up. @param {World} world @param {Given} given */
export function give(world, { giver, receiver, prospect, contact, need, twin, sure = false }) {
  const { chronicle } = world;
  const { dice } = chronicle;
  const isInside = prospect === giver;
  const warmths = /** @type {Referral['warmth'][]} */ ([1, 2, 3, 4, 5]);
  const warmth = isInside ? 5 : dice.weighted(warmths, (level) => WARMTHS[level]);
  const odds = warmth === 1 ? COLD_CONSENTS : CONSENTS;
  const drawn = dice.weighted(/** @type {Consent[]} */ (Object.keys(odds)), (basis) => odds[basis]);
  const consent = prospect || sure ? 'ASKED_AND_AGREED' : drawn;
  const key = chronicle.key('r');
  const told = { club: giver.club, giver: giver.key, receiver: receiver.key };
  const link = contact ? newLink(world, giver, receiver, contact) : null;
  const person = isInside ? 'giver' : { person: (prospect ?? giver).key, introduction: link ? '' : chronicle.key('i') };
  const party = link && contact ? { contact: contact.key, introduction: link.key } : person;
  chronicle.write({ act: 'giveReferral', key, ...told, prospect: party, need: need.text, warmth, consent });
  const givenAt = chronicle.now;
  /** @type {Referral} */
  const referral = {
    key,
    giver,
    receiver,
    link,
    prospect,
    need,
    warmth,
    consent,
    givenAt,
    stage: 'SUSPECT',
    twin: twin ?? null,
    sure,
  };
  world.referrals.push(referral);
  followUp(world, referral);
  return referral;
}

/** @param {World} world @param {Member} giver @param {Member} receiver @param {Contact} contact */
function newLink(world, giver, receiver, contact) {
  const bridge = giver.club === receiver.club ? undefined : world.bridges.get(`${giver.key}>${receiver.key}`);
  const start = bridge ? { degree: 3, root: bridge } : { degree: 2, root: giver };
  return world.newLink({ beneficiary: receiver, contact, parent: null, start, referral: true });
}

/** Weeks without a meeting have their referrals as well. @param {World} world */
export function planReferralsOfHolidays(world) {
  const { chronicle } = world;
  for (const { key: club } of chronicle.cast.clubs) {
    const { firstDay, notHeld } = chronicle.cast.weeklyMeetings[club];
    for (const week of notHeld) {
      const startsAt = (firstDay + week * 7) * DAY + 9 * HOUR;
      chronicle.plan(startsAt, () => planReferrals(world, club, { startsAt, absent: null }));
    }
  }
}
