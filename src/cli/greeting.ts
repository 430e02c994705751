import { realpath } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Address, isPrivate, urlOf } from './address.js';
import type { Database } from './database.js';
import { demoReport, demoSignIns } from './demo/demo-greeting.js';
import { readDemoMark } from './demo/demo-mark.js';
import { readSeason } from './demo/season-file.js';

export interface Surroundings {
  address: Address;
  database: Database;
  dataDirectory: string;
  /** As for serving. */
  seasonPath?: string;
}

/** What the terminal shows of a server that is ready: the demo's report and sign-ins if it has them, and where it is. */
export async function greeting(context: INestApplicationContext, surroundings: Surroundings): Promise<string> {
  const { address, database, dataDirectory } = surroundings;
  const { report, signIns } = await demoOf(context, surroundings);
  const url = urlOf(address);
  const blocks = [
    report,
    [
      'Kring is ready.',
      `  GraphQL    ${url}/graphql`,
      `  Workbench  ${url}/ide`,
      `  Data       ${await dataOf(database, dataDirectory)}`,
    ],
    signIns.length > 0 ? signIns : await howToSignIn(context),
    signIns.length > 0 && !isPrivate(address) ? warning : [],
    ['Ctrl+C stops it.'],
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const warning = [
  'Others can reach this server, and everybody knows the password of the demo: set HOST to 127.0.0.1,',
  'or DATABASE_URL to a database of your own.',
];

async function demoOf(context: INestApplicationContext, { database, seasonPath }: Surroundings) {
  const isDemo = database.isEmbedded && (await readDemoMark(database.url)) === 'loaded';
  if (!isDemo) return { report: [], signIns: [] };
  const season = await readSeason(seasonPath);
  return { report: await demoReport(context, season), signIns: await demoSignIns(context, season) };
}

async function dataOf({ url, isEmbedded }: Database, dataDirectory: string): Promise<string> {
  if (isEmbedded) return `${await realpath(dataDirectory)} (embedded PostgreSQL)`;
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname} (DATABASE_URL)`;
}

async function howToSignIn(context: INestApplicationContext): Promise<string[]> {
  const accounts = await context.get(DataSource).query<unknown[]>('SELECT FROM accounts LIMIT 1');
  if (accounts.length > 0) return [];
  return ['Nobody has an account yet. Found a network and its first administrator:', '  npx kring admin create'];
}
