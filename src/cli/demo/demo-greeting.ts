import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Club } from '../../clubs/club.entity.js';
import { viewerOf } from '../../identity/viewer.sql.js';
import { Clock } from '../../platform/clock.js';
import { Loaders } from '../../platform/graphql/loaders.js';
import { reportTable } from '../../reports/return/report-table.js';
import { ReturnReportsService } from '../../reports/return/return-reports.service.js';
import type { Season } from '../season/season.types.js';
import { administrator, demoPassword, director, members } from './demo-cast.js';

/** The locale of the numbers in the terminal, whose words are English. */
const locale = 'en-GB';

interface SignIn {
  email: string;
  name: string;
  role: string;
}

/** The return report of the demo club, as its president sees it; nothing when he sits in none any more. */
export async function demoReport(context: INestApplicationContext, season: Season): Promise<string[]> {
  const dataSource = context.get(DataSource);
  const email = emailOf(season, members[0].person);
  const [president] = await dataSource.query<{ id: string }[]>('SELECT id FROM persons WHERE email = $1', [email]);
  if (!president) return [];
  const viewer = await viewerOf(dataSource, president.id, context.get(Clock).now());
  const club = await dataSource.getRepository(Club).findOneBy({ id: viewer.clubIds[0] ?? president.id });
  if (!club) return [];
  const asking = { viewer, loaders: new Loaders(dataSource) };
  const report = await context.get(ReturnReportsService, { strict: false }).ofClub(asking, club, null);
  if (!report) return [];
  const [funnel, promises] = await Promise.all([report.funnel, report.promises]);
  return [reportTable(report, { funnel, promises }, locale)];
}

/** Who can sign in with the demo password, as lines of a table. Whoever changed his is left out. */
export async function demoSignIns(context: INestApplicationContext, season: Season): Promise<string[]> {
  const cast = [
    administrator,
    director,
    ...members.map((member) => ({ ...member, email: emailOf(season, member.person) })),
  ];
  const unchanged = await context.get(DataSource).query<{ email: string; name: string }[]>(
    `SELECT email, given_name || ' ' || family_name AS name FROM persons JOIN accounts ON person_id = persons.id
     WHERE email = ANY ($1::citext[]) AND password_changed_at = accounts.created_at`,
    [cast.map(({ email }) => email)],
  );
  const names = new Map(unchanged.map(({ email, name }) => [email, name]));
  const signIns = cast.flatMap(({ email, role }) => {
    const name = names.get(email);
    return name === undefined ? [] : [{ email, name, role }];
  });
  return signIns.length === 0 ? [] : signInLines(signIns);
}

function signInLines(signIns: SignIn[]): string[] {
  const width = (of: (signIn: SignIn) => string) => Math.max(...signIns.map((signIn) => of(signIn).length));
  const emailWidth = width(({ email }) => email);
  const nameWidth = width(({ name }) => name);
  return [
    `Sign in with the password  ${demoPassword}  as`,
    ...signIns.map(({ email, name, role }) => `  ${email.padEnd(emailWidth)}  ${name.padEnd(nameWidth)}  ${role}`),
  ];
}

function emailOf(season: Season, key: string): string {
  return season.people.find((person) => person.key === key)?.email ?? '';
}
