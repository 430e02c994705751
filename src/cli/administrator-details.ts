import { plainToInstance } from 'class-transformer';
import { IsEmail, Matches, validateSync } from 'class-validator';
import { shortestPassword, weaknessOf } from '../identity/passwords.js';
import { OneLine } from '../platform/graphql/text.js';
import { Problem } from './problem.js';
import { readInput, Terminal } from './terminal.js';

/** What the options of `kring admin create` may give. */
export interface AdministratorOptions {
  givenName?: string;
  familyName?: string;
  email?: string;
  network?: string;
  locale?: string;
}

export class AdministratorDetails {
  @OneLine(80)
  givenName: string;

  @OneLine(80)
  familyName: string;

  @IsEmail()
  email: string;

  @OneLine(120)
  network: string;

  @Matches(/^(nl|en|fr)-[A-Z]{2}$/)
  locale: string;

  password: string;
}

type Name = keyof AdministratorOptions;

const fields: Record<Name, { option: string; question: string; complaint: string }> = {
  givenName: { option: '--given-name', question: 'Given name', complaint: 'A name has 1 to 80 characters.' },
  familyName: { option: '--family-name', question: 'Family name', complaint: 'A name has 1 to 80 characters.' },
  email: { option: '--email', question: 'E-mail address', complaint: 'This is no e-mail address.' },
  network: { option: '--network', question: 'Network', complaint: 'The name of a network has 1 to 120 characters.' },
  locale: {
    option: '--locale',
    question: 'Locale',
    complaint: 'A locale is nl, en or fr with a country, such as nl-BE.',
  },
};
const names = Object.keys(fields) as Name[];

/** @throws Problem for an option that cannot be used, and for one that is missing where nobody can be asked */
export function checkOptions(options: AdministratorOptions): void {
  for (const name of names) {
    const { option, complaint } = fields[name];
    const value = options[name];
    if (value === undefined && !process.stdin.isTTY) throw new Problem(`${option} is missing.`);
    if (value !== undefined && !fits(name, value)) throw new Problem(`${option}: ${complaint}`);
  }
}

/** The details from the options and, for what they leave out, from whoever sits at the terminal. */
export async function readDetails(
  options: AdministratorOptions,
  interrupted: AbortSignal,
): Promise<AdministratorDetails> {
  if (!process.stdin.isTTY) {
    return plainToInstance(AdministratorDetails, { ...options, password: await readInput() });
  }
  const terminal = new Terminal(interrupted);
  try {
    const details: AdministratorOptions = {};
    for (const name of names) details[name] = options[name] ?? (await askFor(terminal, name));
    const password = await choosePassword(terminal, details.email ?? '');
    return plainToInstance(AdministratorDetails, { ...details, password });
  } finally {
    terminal.close();
  }
}

async function askFor(terminal: Terminal, name: Name): Promise<string> {
  const { question, complaint } = fields[name];
  for (;;) {
    const answer = await terminal.ask(question);
    if (fits(name, answer)) return answer;
    process.stdout.write(`${complaint}\n`);
  }
}

async function choosePassword(terminal: Terminal, email: string): Promise<string> {
  for (;;) {
    const password = await terminal.askHidden(`Password, ${shortestPassword} characters or more`);
    const weakness = weaknessOf(password, email);
    if (!weakness && (await terminal.askHidden('The same again')) === password) return password;
    process.stdout.write(`${weakness ?? 'These were two different passwords.'}\n`);
  }
}

function fits(name: Name, value: string): boolean {
  const details = plainToInstance(AdministratorDetails, { [name]: value });
  return !validateSync(details).some(({ property }) => property === name);
}
