import { DAY, dayOf, momentOf } from './clock.mjs';

/** @typedef {import('../src/cli/season/season.types.ts').Act} Act */
/** @typedef {Act extends infer One ? One extends Act ? Omit<One, 'at'> : never : never} ActWithoutMoment */
/** @typedef {import('./cast.types.ts').Cast} Cast */
/** @typedef {import('./cast.types.ts').Member} Member */

/** The day on which both clubs are founded. */
export const FOUNDED_ON = -186;
/** Seats begin and end during office hours; nobody acts on the day he leaves. */
const ADMISSION_MINUTE = 10 * 60;

/**
 * The season as it unfolds: an agenda of what will happen and the acts that did, in order of time because
 * every act is written at the moment it happens.
 */
export class Chronicle {
  /** @type {Act[]} */
  acts = [];
  now = FOUNDED_ON * DAY;
  /** @type {{ minute: number, happen: () => void }[]} */
  #agenda = [];
  /** @type {Map<string, number>} */
  #counts = new Map();

  /** @param {Cast} cast @param {import('./dice.mjs').Dice} dice */
  constructor(cast, dice) {
    this.cast = cast;
    this.dice = dice;
    this.professions = new Map(cast.professions.map((profession) => [profession.name, profession]));
  }

  get day() {
    return dayOf(this.now);
  }

  /** What would happen after the season's end, or in its past, does not. @param {number} minute @param {() => void} happen */
  plan(minute, happen) {
    if (minute >= 0 || minute < this.now) return;
    let place = this.#agenda.length;
    while (place > 0 && this.#agenda[place - 1].minute <= minute) place -= 1;
    this.#agenda.splice(place, 0, { minute, happen });
  }

  /** Lets everything on the agenda happen, and what comes of it. */
  unfold() {
    for (let next = this.#agenda.pop(); next; next = this.#agenda.pop()) {
      this.now = next.minute;
      next.happen();
    }
  }

  /** @param {ActWithoutMoment} act */
  write(act) {
    this.acts.push(/** @type {Act} */ ({ at: momentOf(this.now), ...act }));
  }

  /** The next key of its kind: r1, r2, … @param {string} kind */
  key(kind) {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    return `${kind}${count}`;
  }

  /** @param {string} key @returns {Member} */
  member(key) {
    const found = this.cast.members.find((member) => member.key === key);
    if (!found) throw new Error(`Nobody in the cast is called ${key}`);
    return found;
  }

  /** Whether the member can act at this moment. @param {Member} member */
  isSeated(member) {
    return (member.joins ?? FOUNDED_ON) * DAY + ADMISSION_MINUTE < this.now && this.day < (member.leaves ?? 0);
  }

  /** Those with a seat now. @param {string} club @param {...Member} except @returns {Member[]} */
  seated(club, ...except) {
    return this.cast.members.filter(
      (member) => member.club === club && this.isSeated(member) && !except.includes(member),
    );
  }

  /** @param {Member} member */
  professionOf(member) {
    const profession = this.professions.get(member.profession);
    if (!profession) throw new Error(`No profession ${member.profession} in the cast`);
    return profession;
  }
}
