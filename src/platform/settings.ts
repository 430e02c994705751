import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

/** Addresses or networks (CIDR), separated by commas. */
const addresses = z.string().regex(/^[\da-f.:]+(\/\d{1,3})?(,[\da-f.:]+(\/\d{1,3})?)*$/i);

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The same database past a pooler, for what needs a connection to itself; the same URL without. */
  KRING_DIRECT_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** A streaming replica of that database, from which reports are read. */
  KRING_REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.kring'),
  KRING_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  KRING_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  KRING_MAIL_FROM: z.string().min(3).default('Kring <kring@localhost>'),
  /** The proxies whose X-Forwarded-For is believed. Without, a client's address is that of its connection. */
  KRING_TRUST_PROXY: addresses.optional(),
  /** Searches for people are answered at full steps of so many milliseconds; 0 lets the time tell what was found. */
  KRING_SEARCH_STEP_MILLISECONDS: z.coerce.number().int().min(0).max(10_000).default(100),
  KRING_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/** What says more of a database that is not Kring's own. */
const needDatabase = ['KRING_DIRECT_DATABASE_URL', 'KRING_REPLICA_URL'] as const;

export type Settings = z.infer<typeof schema>;
export const SETTINGS = Symbol('SETTINGS');

/** A setting that is unknown or has a value it cannot have; the message is one line, for the terminal. */
export class BadSetting extends Error {}

/**
 * The settings from the environment. Everything that begins with KRING_ must be a setting, so that a
 * misspelt one is not silently ignored.
 * @throws BadSetting naming the setting and what is wrong with it
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const unknown = Object.keys(environment).find((name) => name.startsWith('KRING_') && !(name in schema.shape));
  if (unknown) throw new BadSetting(`Unknown setting ${unknown}. Known are ${Object.keys(schema.shape).join(', ')}.`);
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new BadSetting(`Setting ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const orphan = needDatabase.find((name) => result.data[name] && !result.data.DATABASE_URL);
  if (orphan) throw new BadSetting(`Setting ${orphan} says where else DATABASE_URL is reached: set that, too.`);
  return result.data;
}

/** Where people reach this server, for links in mail. */
export function publicUrl(settings: Settings): string {
  return settings.KRING_PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${settings.PORT}`;
}

/** Where what needs a connection to itself connects: what listens, the worker of the jobs, migrations. */
export function directDatabaseUrl(settings: Settings & { DATABASE_URL: string }): string {
  return settings.KRING_DIRECT_DATABASE_URL ?? settings.DATABASE_URL;
}
