import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { RegionsService } from '../../clubs/regions.service.js';
import { AccountsService } from '../../identity/accounts.service.js';
import { Passwords } from '../../identity/passwords.js';
import { Person } from '../../identity/person.entity.js';
import { Clock } from '../../platform/clock.js';
import type { Settings } from '../../platform/settings.js';
import { playSeason } from '../season/season.player.js';
import { SeasonStage } from '../season/season.stage.js';
import type { Season } from '../season/season.types.js';
import { withServices } from '../services.js';
import { administrator, demoPassword, director, members } from './demo-cast.js';
import { setDemoMark } from './demo-mark.js';
import { PreparingClient } from './preparing-client.js';

/** What is lost with the machine while the season loads is loaded anew, so that no commit waits for the disk. */
const quickConnection = { Client: PreparingClient, options: '-c synchronous_commit=off' };

/** May throw, which ends the loading. */
type Progress = (done: number, all: number) => void;

/**
 * Plays the demo season into an empty embedded database, through the use cases that the members themselves would use.
 * Marked as unfinished until all of it is there: broken off, it is cleared away at the next start and begins anew.
 */
export async function loadDemo(
  settings: Settings & { DATABASE_URL: string },
  season: Season,
  onProgress: Progress,
): Promise<void> {
  await setDemoMark(settings.DATABASE_URL, 'loading');
  await withServices(settings, (context) => performDemo(context, season, onProgress), quickConnection);
  await setDemoMark(settings.DATABASE_URL, 'loaded');
}

/** Plays a season with the people who can sign in, as of the week it is. */
export async function performDemo(
  context: INestApplicationContext,
  season: Season,
  onProgress?: Progress,
): Promise<void> {
  const anchor = mondayOf(context.get(Clock).today(season.clubs[0]?.timeZone ?? 'UTC'));
  const stage = await openStage(context, season, anchor);
  await playSeason(stage, onProgress);
  const { at: last } = season.acts.at(-1) ?? { at: { day: 0, time: '00:00' } };
  await context.get(Clock).at(stage.instant(last), async () => {
    await appointDirector(stage);
    await openAccounts(stage);
  });
}

function mondayOf(day: string): Temporal.PlainDate {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 });
}

/** The network and its administrator, on the day before the rest. */
async function openStage(context: INestApplicationContext, season: Season, anchor: Temporal.PlainDate) {
  const founding = anchor.add({ days: (season.acts[0]?.at.day ?? 0) - 2 });
  const instant = new Date(founding.toZonedDateTime(season.clubs[0]?.timeZone ?? 'UTC').epochMilliseconds);
  const { id } = await context.get(Clock).at(instant, () =>
    context.get(DataSource).transaction(async (manager) => {
      const { role: _, ...details } = administrator;
      const accounts = context.get(AccountsService, { strict: false });
      const person = await accounts.register(manager, { ...details, password: demoPassword });
      await context.get(RegionsService, { strict: false }).found(manager, season.network, person);
      return person;
    }),
  );
  return new SeasonStage(context, season, anchor, id);
}

/** He looks after his region since the season began. */
async function appointDirector(stage: SeasonStage): Promise<void> {
  const { role: _, region, ...details } = director;
  const { id } = await stage
    .service(DataSource)
    .transaction((manager) => stage.service(AccountsService).register(manager, { ...details, password: demoPassword }));
  const startsOn = stage.day(stage.season.acts[0]?.at.day ?? 0);
  const input = stage.input({ regionId: stage.id('region', region), personId: id, startsOn });
  await stage.service(RegionsService).appointDirector(await stage.asAdministrator(), input);
}

async function openAccounts(stage: SeasonStage): Promise<void> {
  await stage.service(DataSource).transaction(async (manager) => {
    for (const { person: key } of members) {
      const person = await manager.findOneByOrFail(Person, { id: stage.id('person', key) });
      const passwordHash = await stage.service(Passwords).choose(demoPassword, person.email, 'password');
      await stage.service(AccountsService).open(manager, person, passwordHash);
    }
  });
}
