import { FOUNDED_ON } from './chronicle.mjs';
import { atWork, DAY, HOUR } from './clock.mjs';
import { sellToMember } from './sales.mjs';

/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./season-world.mjs').World} World */

/** Who joins, holds office and leaves, and when. @param {World} world */
export function planSeats(world) {
  const { chronicle } = world;
  const { members } = chronicle.cast;
  for (const member of members) {
    chronicle.plan((member.joins ?? FOUNDED_ON) * DAY + 10 * HOUR, () => admit(world, member));
  }
  for (const { key: person, club, office } of members) {
    if (!office) continue;
    chronicle.plan(FOUNDED_ON * DAY + 10 * HOUR + 30, () => {
      chronicle.write({ act: 'appointOfficer', club, person, office });
    });
  }
  for (const { key: person, club, leaves } of members) {
    if (leaves === undefined) continue;
    chronicle.plan(leaves * DAY + 9 * HOUR, () => chronicle.write({ act: 'endMembership', club, person }));
  }
}

/** Whoever came as a visitor first is from now on known to be this member. @param {World} world @param {Member} member */
function admit(world, member) {
  const { chronicle } = world;
  const { key: person, club, profession, company } = member;
  chronicle.write({ act: 'admitMember', club, person, profession, company });
  const contact = world.candidates.get(person);
  if (!contact) return;
  chronicle.plan(chronicle.now + 12, () => {
    chronicle.write({ act: 'identifyContact', contact: contact.key, by: contact.owner.key, person });
  });
  const { buysFirst } = member;
  if (buysFirst === undefined) return;
  const days = chronicle.dice.between(20, 34);
  chronicle.plan(atWork(chronicle.now + days * DAY, chronicle.dice), () => {
    sellToMember(world, chronicle.member(buysFirst), member);
  });
}
