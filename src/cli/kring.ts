import { Command } from 'commander';
import type { AdministratorOptions } from './administrator-details.js';
import { runCommand } from './command.js';
import { readEnvironment } from './environment.js';
import type { RetentionOptions } from './retention.js';
import type { CreateWorldOptions } from './world/create-world.js';

const database = `
The database is that of DATABASE_URL, or Kring's own in DATA_DIR (.kring) while the server is not running.
Settings are read from the environment and from the file .env.`;

const kring = new Command('kring').description('Looks after a Kring server. To run it: npm start.');

kring
  .command('migrate')
  .description('bring the schema of the database up to date; npm start does this as well')
  .addHelpText('after', database)
  .action(() =>
    runCommand(async (interrupted) => {
      const settings = readEnvironment();
      const { withDatabase } = await import('./database.js');
      const { all, applied } = await withDatabase(settings, interrupted, async ({ migrated }) => migrated);
      say(applied === 0 ? `The schema is up to date: ${all} migrations.` : `Applied ${applied} of ${all} migrations.`);
    }),
  );

kring
  .command('admin')
  .description('look after the administrators of networks')
  .command('create')
  .description('make a person with an account an administrator, and found the network when there is none of that name')
  .option('--given-name <name>')
  .option('--family-name <name>')
  .option('--email <address>', 'what to sign in with')
  .option('--network <name>', 'the network to administer')
  .option('--locale <locale>', 'Dutch, English or French with a country, such as nl-BE', 'en-GB')
  .addHelpText(
    'after',
    `\nWhat is missing is asked for. The password is asked for or read from standard input.${database}`,
  )
  .action((options: AdministratorOptions) =>
    runCommand(async (interrupted) => {
      const settings = readEnvironment();
      const { createAdministrator } = await import('./create-administrator.js');
      say(await createAdministrator(settings, options, interrupted));
    }),
  );

kring
  .command('retention')
  .description('tell how many contacts are due to be erased, by club; the running server erases them every night')
  .option('--erase', 'erase their details now')
  .addHelpText('after', database)
  .action((options: RetentionOptions) =>
    runCommand(async (interrupted) => {
      const settings = readEnvironment();
      const { runRetention } = await import('./retention.js');
      say(await runRetention(settings, options, interrupted));
    }),
  );

kring
  .command('world')
  .description(
    'fill an empty database with a year of a whole world of clubs, to measure with; goes on where it was broken off',
  )
  .option('--clubs <number>', 'how many clubs, of thirty members each', '11200')
  .option('--seed <number>', 'which world: the same number makes the same one', '1')
  .option('--contacts <number>', 'how many contacts each member has', '30')
  .option('--until <day>', 'the last day of the year; the last Sunday that is over unless it says otherwise')
  .option('--password <password>', 'what the few members with an account sign in with; one by chance if it is left out')
  .addHelpText('after', `\nThe full size takes some 60 GB.${database}`)
  .action((options: CreateWorldOptions) =>
    runCommand(async (interrupted) => {
      const settings = readEnvironment();
      const { createWorld } = await import('./world/create-world.js');
      say(await createWorld(settings, options, interrupted));
    }),
  );

kring
  .command('verify')
  .description(
    'work out all degrees, roots and sums anew from the facts, and tell every difference; 1 when there is one',
  )
  .addHelpText('after', database)
  .action(() =>
    runCommand(async (interrupted) => {
      const settings = readEnvironment();
      const { runVerify } = await import('./roll-ups.js');
      say(await runVerify(settings, interrupted));
    }),
  );

kring
  .command('rebuild')
  .description('work out the sums of every club and month anew from the facts; the server may run meanwhile')
  .addHelpText('after', database)
  .action(() =>
    runCommand(async (interrupted) => {
      const settings = readEnvironment();
      const { runRebuild } = await import('./roll-ups.js');
      say(await runRebuild(settings, interrupted));
    }),
  );

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

await kring.parseAsync();
