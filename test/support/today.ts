import { civilDay } from '../../src/platform/clock.js';

/** The day it is in the clubs of the cast, which near midnight is another than in UTC; or so many days from it. */
export function dayInGhent(days = 0): string {
  return civilDay(new Date(Date.now() + days * 86_400_000), 'Europe/Brussels');
}
