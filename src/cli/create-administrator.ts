import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RegionsService } from '../clubs/regions.service.js';
import { constraintErrors } from '../constraint-errors.js';
import { AccountsService } from '../identity/accounts.service.js';
import { violatedConstraint } from '../platform/graphql/payload.js';
import type { Settings } from '../platform/settings.js';
import {
  type AdministratorDetails,
  type AdministratorOptions,
  checkOptions,
  readDetails,
} from './administrator-details.js';
import { withDatabase } from './database.js';
import { withServices } from './services.js';

/**
 * Makes a person with an account who administers a network, and the network when there is none of that name.
 * @returns what was done, in a sentence
 * @throws Problem or DomainError for details that are refused; then nothing was done
 */
export async function createAdministrator(
  settings: Settings,
  options: AdministratorOptions,
  interrupted: AbortSignal,
): Promise<string> {
  checkOptions(options);
  return withDatabase(settings, interrupted, async ({ url }) => {
    const details = await readDetails(options, interrupted);
    return withServices({ ...settings, DATABASE_URL: url }, (context) => create(context, details));
  });
}

async function create(context: INestApplicationContext, details: AdministratorDetails): Promise<string> {
  const { network: name, ...registration } = details;
  const regions = context.get(RegionsService, { strict: false });
  const isKnown = await context
    .get(DataSource)
    .transaction(async (manager) => {
      const person = await context.get(AccountsService, { strict: false }).register(manager, registration);
      const network = await regions.networkNamed(manager, name);
      if (network) await regions.addAdministrator(manager, network, person);
      else await regions.found(manager, name, person);
      return network !== null;
    })
    .catch((error: unknown) => {
      throw constraintErrors[violatedConstraint(error) ?? ''] ?? error;
    });
  const who = `${details.givenName} ${details.familyName}`;
  return isKnown ? `${who} now administers ${name}, too.` : `${who} founded ${name} and administers it.`;
}
