import type { INestApplicationContext } from '@nestjs/common';
import { RetentionService } from '../contacts/retention/retention.service.js';
import type { Settings } from '../platform/settings.js';
import { withDatabase } from './database.js';
import { withServices } from './services.js';

export interface RetentionOptions {
  /** Without it nothing is erased; it is only told what would be. */
  erase?: boolean;
}

/**
 * Erases the details of the contacts whose time is up, as the server does every night.
 * @returns what was done, or what there is to do by club, in sentences
 */
export function runRetention(
  settings: Settings,
  { erase = false }: RetentionOptions,
  interrupted: AbortSignal,
): Promise<string> {
  return withDatabase(settings, interrupted, ({ url }) =>
    withServices({ ...settings, DATABASE_URL: url }, (context) => (erase ? eraseDue(context) : describeDue(context))),
  );
}

async function eraseDue(context: INestApplicationContext): Promise<string> {
  const erased = await context.get(RetentionService, { strict: false }).eraseDue();
  return `Erased the details of ${counted(erased)}.`;
}

async function describeDue(context: INestApplicationContext): Promise<string> {
  const clubs = await context.get(RetentionService, { strict: false }).due();
  if (clubs.length === 0) return 'No details of contacts are due to be erased.';
  const lines = clubs.map(({ clubName, contacts }) => `${clubName}: ${counted(contacts)}`);
  return ['Details are due to be erased; --erase erases them.', ...lines].join('\n');
}

function counted(contacts: number): string {
  return contacts === 1 ? '1 contact' : `${contacts} contacts`;
}
