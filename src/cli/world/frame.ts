import { defaultRules } from '../../clubs/club-rules.entity.js';
import type { WorldRows } from './copy-text.js';
import { none } from './copy-text.js';
import { professions } from './words.js';
import { membersPerClub, type WorldPlan } from './world-plan.js';

/** What a club asks of each member for twelve months, in euros. */
const fee = 900;
const founded = '2015-01-01';

/** What all clubs stand in: the network with its regions, the catalogue of professions, and the clubs with their rules. */
export function addFrame(plan: WorldPlan, rows: WorldRows): void {
  const networkId = plan.networkId();
  rows.regions.add(networkId, networkId, none, 'network', 'Kring World', founded);
  for (const [index, { name }] of plan.countries.entries()) {
    rows.regions.add(plan.regionId(1 + index), networkId, networkId, 'country', name, founded);
  }
  for (let region = 0; region < plan.regions; region += 1) {
    const country = region % plan.countries.length;
    const { name } = plan.countries[country] ?? {};
    const place = 1 + Math.floor(region / plan.countries.length);
    rows.regions.add(
      regionIdOf(plan, region),
      networkId,
      plan.regionId(1 + country),
      'region',
      `${name} ${place}`,
      founded,
    );
  }
  for (const [index, name] of professions.entries()) rows.professions.add(plan.professionId(index), name, founded);
  for (let club = 0; club < plan.size.clubs; club += 1) addClub(plan, rows, club);
}

function regionIdOf(plan: WorldPlan, region: number): string {
  return plan.regionId(1 + plan.countries.length + region);
}

function addClub(plan: WorldPlan, rows: WorldRows, club: number): void {
  const { timeZone, locale, currency, minorPerEuro } = plan.countryOf(club);
  const id = plan.clubId(club);
  const regionId = regionIdOf(plan, plan.regionOf(club));
  const name = `Club ${String(club + 1).padStart(5, '0')}`;
  rows.clubs.add(id, plan.networkId(), regionId, name, timeZone, locale, currency, fee * minorPerEuro, 12, founded);
  const { absenceWindow, educationUnitsBeforeFeature, ...numbers } = defaultRules;
  rows.club_rules.add(
    plan.key('rules', club, 0),
    id,
    1,
    founded,
    numbers.firstContactTargetHours,
    numbers.formerCustomerAfterMonths,
    numbers.absenceAlertCount,
    absenceWindow,
    numbers.absenceWindowMonths,
    numbers.latePerAbsence,
    numbers.substituteCap,
    numbers.visitorVisitCap,
    numbers.officeTermMonths,
    educationUnitsBeforeFeature,
    numbers.educationWindowMonths,
    numbers.contactRetentionMonths,
    founded,
  );
}

/** Who looks after the regions: a member of the first club of each, and one more after the network. */
export function addDirectors(plan: WorldPlan, rows: WorldRows, club: number): void {
  const region = plan.regionOf(club);
  const isFirst = club === 0 || plan.regionOf(club - 1) !== region;
  const since = plan.calendar.day(0);
  const member = (index: number): string => plan.personId(club * membersPerClub + index);
  if (isFirst) {
    const key = plan.key('director', club, 0);
    rows.region_directors.add(key, regionIdOf(plan, region), member(directorIndex), since, since);
  }
  if (club === 0) {
    const key = plan.key('director', club, 1);
    rows.region_directors.add(key, plan.networkId(), member(networkDirectorIndex), since, since);
  }
}

/** Which members of a club those are, counted from 0. */
export const directorIndex = 20;
export const networkDirectorIndex = 21;
