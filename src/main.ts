import { Command, Option } from 'commander';
import { runCommand } from './cli/command.js';
import { readEnvironment } from './cli/environment.js';

/** For the tests, to which a whole season would be too long. */
const season = new Option('--season <file>', 'load this season instead of the demo').hideHelp();

await runCommand(async (interrupted) => {
  const program = new Command('npm start').addOption(season).parse();
  const settings = readEnvironment();
  // Loaded only now, so that a setting that is wrong is told at once.
  const { serve } = await import('./cli/serve.js');
  await serve({ settings, interrupted, seasonPath: program.opts<{ season?: string }>().season });
});
