import { Command } from 'commander';
import type { AdministratorOptions } from './administrator-details.js';
import { runCommand } from './command.js';
import { readEnvironment } from './environment.js';
import type { RatesOptions } from './rates.js';
import type { RetentionOptions } from './retention.js';

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
  .command('rates')
  .argument('<file>', 'eurofxref-hist.csv or eurofxref.csv, as the European Central Bank publishes them')
  .description('import exchange rates, whole or not at all; a rate that was imported never changes')
  .option('--source <name>', 'who published the rates', 'ECB')
  .addHelpText('after', database)
  .action((path: string, options: RatesOptions) =>
    runCommand(async (interrupted) => {
      const settings = readEnvironment();
      const { importRates } = await import('./rates.js');
      say(await importRates(settings, { path, ...options }, interrupted));
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
