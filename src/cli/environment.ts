import { errorCode } from '../platform/embedded-postgres/error.js';
import { readSettings, type Settings } from '../platform/settings.js';
import { Problem } from './problem.js';

/**
 * The settings of the environment and, where that is silent, of the file `.env` in the working directory.
 * @throws BadSetting or Problem in one line
 */
export function readEnvironment(): Settings {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw new Problem(`The file .env cannot be read (${errorCode(error)}).`);
  }
  return readSettings(process.env);
}
