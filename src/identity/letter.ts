import type { MailMessage } from '../platform/mail.js';
import { fullName } from './full-name.js';
import type { Person } from './person.entity.js';

/** Whom a letter is for. */
export type Addressee = Pick<Person, 'givenName' | 'familyName' | 'email' | 'locale'>;

export interface Letter {
  subject: string;
  paragraphs: string[];
}

/** A mail to a person: his name, and the paragraphs below it. */
export function letterTo(person: Addressee, { subject, paragraphs }: Letter): MailMessage {
  const name = fullName(person);
  return { to: { name, address: person.email }, subject, text: [name, ...paragraphs].join('\n\n') };
}
