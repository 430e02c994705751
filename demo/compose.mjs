/**
 * Composes the demo season: two clubs, half a year. What happens is drawn from two seeded streams, so the same
 * cast and seed give the same file: one for business and who introduces whom, one for what belongs to the weekly
 * meeting besides, so that no number of a report moves when that changes.
 * Run from the root of the repository: `node demo/compose.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { countryOf, emailOf } from './address-book.mjs';
import { letSalesHaveAftermath } from './aftermath.mjs';
import { letBuyersBringOthers, planIntroductions } from './chains.mjs';
import { Chronicle } from './chronicle.mjs';
import { Dice } from './dice.mjs';
import { planMeetings } from './meetings.mjs';
import { planSeats } from './membership.mjs';
import { planReferrals, planReferralsOfHolidays } from './referrals.mjs';
import { planOtherSales } from './sales.mjs';
import { World } from './season-world.mjs';
import { interleaved } from './story.mjs';
import { planTurns } from './turns.mjs';
import { weeklyLife } from './weekly-life.mjs';

/** @typedef {import('../src/cli/season/season.types.ts').Season} Season */

/**
 * The first one from 20251101 on that gives 680 to 720 referrals, 280 to 330 deals, at least four of degree 4 and two
 * of degree 5, and a buyer referred twice of whom the second referral was accepted first. Nothing else was looked at:
 * what share of the return is indirect is as it came.
 */
const SEED = 20251102;
/**
 * Of the second stream: the first one from 20251103 on with a speaker who stays away on his day, and of whom nobody who
 * looks after what members learn speaks without having learnt.
 */
const WEEKLY_SEED = 20251104;

/** @param {World} world @returns {Season} */
function season(world) {
  const { cast, acts } = world.chronicle;
  const { network, regions, clubs } = cast;
  const people = cast.members.map((member) => ({
    key: member.key,
    givenName: member.givenName,
    familyName: member.familyName,
    email: emailOf(member),
    phone: world.chronicle.dice.chance(0.85) ? world.book.newPhone(countryOf(member)) : null,
  }));
  const professions = cast.professions.map(({ name }) => name);
  return { network, regions, clubs, professions, people, acts };
}

/** One row of a list per line, so that a change reads well. @param {Season} written */
function asText(written) {
  const parts = Object.entries(written).map(([name, value]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    return `${JSON.stringify(name)}: [\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** @param {number} seed */
function compose(seed) {
  const cast = read('cast.json');
  const world = new World(new Chronicle(cast, new Dice(seed)));
  planSeats(world);
  planMeetings(world, (meeting, absent) => {
    planReferrals(world, meeting.club, { startsAt: meeting.startsAt, absent });
  });
  planReferralsOfHolidays(world);
  planOtherSales(world);
  planIntroductions(world);
  planTurns(world);
  letSalesHaveAftermath(world);
  letBuyersBringOthers(world);
  world.chronicle.unfold();
  const told = season(world);
  const besides = weeklyLife(told.acts, { cast, words: read('weekly-words.json'), dice: new Dice(WEEKLY_SEED) });
  return { ...told, acts: interleaved(told.acts, besides) };
}

/** @param {string} file beside this one */
function read(file) {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

const target = new URL('season.json', import.meta.url);
const text = asText(compose(Number(process.argv[2] ?? SEED)));
writeFileSync(target, text);
console.log(`demo/season.json: ${text.split('\n').length} lines, ${Math.round(Buffer.byteLength(text) / 1024)} kB`);
