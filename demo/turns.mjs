import { countryOf } from './address-book.mjs';
import { atWork, DAY, HOUR } from './clock.mjs';
import { give, needOfMember } from './referrals.mjs';
import { degreeOf, lineage } from './season-world.mjs';
import { needFor, told } from './wording.mjs';

/** @typedef {import('./cast.types.ts').Bridge} Bridge */
/** @typedef {import('./cast.types.ts').Link} Link */
/** @typedef {import('./season-world.mjs').World} World */

/** How often two members refer the same human to the same receiver. */
const TWINS = 9;
const INSERTED_ON = -38;
const CORRECTED_ON = -24;
/** The corrections of the story make no chain longer than this degree. */
const DEEPEST = 5;

/** The turns of the story that would hardly come by chance. @param {World} world */
export function planTurns(world) {
  const { chronicle } = world;
  const { dice, cast } = chronicle;
  for (const bridge of cast.bridges) chronicle.plan(bridge.day * DAY + 10 * HOUR, () => build(world, bridge));
  for (let count = 0; count < TWINS; count += 1) {
    const day = dice.between(-165, -12);
    chronicle.plan(atWork(day * DAY + dice.between(9, 17) * HOUR + dice.between(0, 59), dice), () =>
      referSameHuman(world),
    );
  }
  chronicle.plan(INSERTED_ON * DAY + 20 * HOUR, () => insertForgotten(world));
  chronicle.plan(CORRECTED_ON * DAY + 20 * HOUR, () => correct(world));
}

/** A member is introduced to another, mostly across clubs, and may become a giver himself. @param {World} world @param {Bridge} bridge */
function build(world, bridge) {
  const { chronicle, book } = world;
  const [giver, prospect, receiver] = [bridge.giver, bridge.prospect, bridge.receiver].map((key) =>
    chronicle.member(key),
  );
  give(world, {
    giver,
    receiver,
    prospect,
    contact: null,
    need: needOfMember(world, prospect, receiver),
    sure: bridge.thenGives,
  });
  if (!bridge.thenGives) return;
  const days = chronicle.dice.between(24, 40);
  chronicle.plan(atWork(chronicle.now + days * DAY, chronicle.dice), () => {
    world.bridges.set(`${prospect.key}>${receiver.key}`, giver);
    const profession = chronicle.professionOf(receiver);
    const need = needFor(chronicle, profession, null);
    const contact = book.newContact(prospect, {
      country: countryOf(receiver),
      kind: need.kind,
      sphere: profession.sphere,
    });
    give(world, {
      giver: prospect,
      receiver,
      prospect: null,
      contact,
      need: told(chronicle, need, contact),
      sure: true,
    });
  });
}

/** Somebody who was referred a short while ago is referred again, by another member who knows him too. @param {World} world */
function referSameHuman(world) {
  const { chronicle, book } = world;
  const { dice } = chronicle;
  const recent = world.referrals.filter(
    ({ link, giver, receiver, givenAt, stage, consent, twin }) =>
      link?.contact.email &&
      giver.club === receiver.club &&
      receiver.gives !== 'seller' &&
      consent !== 'NONE_YET' &&
      twin === null &&
      chronicle.now - givenAt < 14 * DAY &&
      !['LOST', 'DECLINED', 'CUSTOMER'].includes(stage) &&
      chronicle.isSeated(receiver) &&
      chronicle.isSeated(giver),
  );
  const fresh = recent.filter((referral) => !world.referrals.some(({ twin }) => twin === referral));
  if (fresh.length === 0) return;
  const untouched = fresh.filter(({ link }) => link?.acceptedAt === null);
  const twin = dice.pick(untouched.length > 0 && dice.chance(0.6) ? untouched : fresh);
  const { receiver, giver, need, link } = twin;
  if (!link) return;
  const acquainted = book.contacts.filter(({ email }) => email === link.contact.email).map(({ owner }) => owner);
  const second = dice.pick(chronicle.seated(receiver.club, receiver, giver, ...acquainted));
  const contact = book.copyFor(link.contact, second);
  give(world, { giver: second, receiver, prospect: null, contact, need, twin });
}

/** What hangs below a link, itself not included. @param {World} world @param {Link} link */
function below({ links }, link) {
  return links.filter((other) => other !== link && lineage(other).includes(link));
}

/** How many introductions the longest way down from here counts, the link's own included. @param {World} world @param {Link} link */
function depthOf(world, link) {
  return 1 + Math.max(0, ...below(world, link).map((other) => degreeOf(other) - degreeOf(link)));
}

/** It turns out that the customer of a customer had come by one more person. @param {World} world */
function insertForgotten(world) {
  const { chronicle, book } = world;
  const fitting = world.links
    .filter((link) => link.parent && link.deals > 0 && chronicle.isSeated(link.beneficiary))
    .filter((link) => degreeOf(link) + depthOf(world, link) <= DEEPEST)
    .sort((one, other) => below(world, other).length - below(world, one).length);
  const above = fitting[0];
  if (!above?.parent) throw new Error('No chain is fit for a forgotten introduction: take another seed');
  const { beneficiary, parent } = above;
  const contact = book.newContact(beneficiary, { country: countryOf(beneficiary), kind: 'home', sphere: null });
  const inserted = world.newLink({ beneficiary, contact, parent, start: parent.start, referral: false });
  chronicle.write({ act: 'insertIntroduction', key: inserted.key, above: above.key, introduced: contact.key });
  above.parent = inserted;
}

/** A customer turns out to have been brought by another customer than was written down. @param {World} world */
function correct(world) {
  const { chronicle } = world;
  const candidates = world.links
    .filter((link) => link.parent && link.deals > 0 && degreeOf(link) === 3 && chronicle.isSeated(link.beneficiary))
    .flatMap((link) => otherIntroducers(world, link).map((parent) => ({ link, parent })));
  const found = candidates.sort((one, other) => degreeOf(other.parent) - degreeOf(one.parent))[0];
  if (!found) throw new Error('No introduction is fit for a correction: take another seed');
  const { link, parent } = found;
  const reason = chronicle.cast.correctionReason;
  const introducer = { contact: parent.contact.key };
  chronicle.write({ act: 'correctIntroduction', introduction: link.key, introducer, parent: parent.key, reason });
  link.parent = parent;
}

/** @param {World} world @param {Link} link */
function otherIntroducers(world, link) {
  return world.links.filter(
    (other) =>
      other.beneficiary === link.beneficiary &&
      other.deals > 0 &&
      other !== link.parent &&
      other.day < link.day &&
      !lineage(other).includes(link) &&
      degreeOf(other) + depthOf(world, link) <= DEEPEST,
  );
}
