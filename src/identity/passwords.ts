import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';
import { DomainError } from '../platform/graphql/errors.js';
import { commonPasswords } from './common-passwords.js';
import { Gate } from './gate.js';
import { newToken } from './session-token.js';

export const shortestPassword = 12;
export const longestPassword = 200;

/** What OWASP's password storage cheat sheet asks of argon2id, the default algorithm: 19 MiB, two passes, one lane. */
const costs: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each takes 19 MiB and a core for a while: more at once would only starve the rest of the server. */
const hashesAtOnce = 4;
const fewestDifferentCharacters = 5;
/** A shorter local part, such as "jo", stands in too many good passwords. */
const shortestTellingLocalPart = 3;

/** Turns passwords into argon2id hashes and compares them. */
@Injectable()
export class Passwords implements OnModuleInit {
  private readonly gate = new Gate(hashesAtOnce);
  private hashOfNobody: string;

  async onModuleInit(): Promise<void> {
    this.hashOfNobody = await this.hash(newToken());
  }

  /**
   * The hash of a password somebody chose.
   * @param field the input field it came by
   * @throws DomainError PASSWORD_TOO_WEAK
   */
  async choose(password: string, email: string, field: string): Promise<string> {
    const weakness = weaknessOf(password, email);
    if (weakness) throw new DomainError('PASSWORD_TOO_WEAK', weakness, [field]);
    return this.hash(password);
  }

  /** Whether it is the password. For no account it takes as long as for one, so that the time tells nothing. */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    const fits = await this.gate.pass(() => verify(passwordHash ?? this.hashOfNobody, normalised(password)));
    return fits && passwordHash !== null;
  }

  private hash(password: string): Promise<string> {
    return this.gate.pass(() => hash(normalised(password), costs));
  }
}

/** The same password typed on another keyboard is the same text (NIST SP 800-63B asks for this form). */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

/** Why a password is refused, in a sentence; null when it is not. */
export function weaknessOf(password: string, email: string): string | null {
  const length = [...normalised(password)].length;
  if (length < shortestPassword) return `The password has fewer than ${shortestPassword} characters.`;
  if (length > longestPassword) return `The password has more than ${longestPassword} characters.`;
  const plain = normalised(password).toLowerCase();
  if (commonPasswords.has(plain)) return 'This is one of the most common passwords.';
  if (new Set(plain).size < fewestDifferentCharacters) return 'The password repeats too few different characters.';
  const [localPart = ''] = email.toLowerCase().split('@');
  const tells = localPart.length >= shortestTellingLocalPart && plain.includes(localPart);
  return tells ? 'The password contains the e-mail address.' : null;
}
