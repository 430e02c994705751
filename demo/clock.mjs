/** @typedef {import('../src/cli/season/season.types.ts').Moment} Moment */

/** Time in the composer is one number: minutes from the midnight at which the anchor Monday begins, so below zero. */
export const HOUR = 60;
export const DAY = 24 * HOUR;

/** @param {number} minute */
export function dayOf(minute) {
  return Math.floor(minute / DAY);
}

/** @param {number} day @param {string} time HH:MM */
export function minuteOf(day, time) {
  const [hours, minutes] = time.split(':').map(Number);
  return day * DAY + hours * HOUR + minutes;
}

/** @param {number} minute @returns {Moment} */
export function momentOf(minute) {
  const inDay = minute - dayOf(minute) * DAY;
  const twoDigits = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return { day: dayOf(minute), time: `${twoDigits(Math.floor(inDay / HOUR))}:${twoDigits(inDay % HOUR)}` };
}

/** @param {number} day */
function isWeekend(day) {
  return ((day % 7) + 7) % 7 >= 5;
}

/**
 * The same or the next moment at which people are at work: on a weekday (seldom on a Saturday) between 08:00
 * and 19:00. @param {number} minute @param {import('./dice.mjs').Dice} dice
 */
export function atWork(minute, dice) {
  const whole = Math.round(minute);
  const inDay = whole - dayOf(whole) * DAY;
  const late = inDay >= 19 * HOUR;
  let day = dayOf(whole) + (late ? 1 : 0);
  const worksSaturday = dice.chance(0.12);
  while (isWeekend(day) && !(worksSaturday && ((day % 7) + 7) % 7 === 5)) day += 1;
  const moved = day !== dayOf(whole);
  if (!moved && inDay >= 8 * HOUR) return whole;
  return day * DAY + 8 * HOUR + dice.between(5, 110);
}
