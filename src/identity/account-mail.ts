import { inLanguageOf, type Language } from '../platform/language.js';
import type { MailMessage } from '../platform/mail.js';
import type { AccountTokenKind } from './account-token.entity.js';
import { fullName } from './full-name.js';
import { letterTo } from './letter.js';
import type { Person } from './person.entity.js';

interface Wording {
  subject: string;
  /** Each is a paragraph. */
  before: string[];
  after: string[];
}

/** What is to be said, with who invites where somebody does. */
type Letters = Record<AccountTokenKind, (inviter: string) => Wording>;

const english: Letters = {
  invitation: (inviter) => ({
    subject: 'Your invitation to Kring',
    before: [`${inviter} invites you to Kring.`, 'Choose a password here. The link works once, for 14 days:'],
    after: ['If you did not expect this, you need not do anything.'],
  }),
  password_reset: () => ({
    subject: 'A new password for Kring',
    before: ['Somebody, probably you, asked for a new password.', 'Choose it here. The link works once, for one hour:'],
    after: ['If it was not you, you need not do anything: your password stays as it is.'],
  }),
};

const dutch: Letters = {
  invitation: (inviter) => ({
    subject: 'Je uitnodiging voor Kring',
    before: [
      `${inviter} nodigt je uit voor Kring.`,
      'Kies hier een wachtwoord. De link werkt één keer, 14 dagen lang:',
    ],
    after: ['Verwachtte je dit niet? Dan hoef je niets te doen.'],
  }),
  password_reset: () => ({
    subject: 'Een nieuw wachtwoord voor Kring',
    before: [
      'Iemand, waarschijnlijk jij, vroeg om een nieuw wachtwoord.',
      'Kies het hier. De link werkt één keer, één uur lang:',
    ],
    after: ['Was jij het niet? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.'],
  }),
};

const french: Letters = {
  invitation: (inviter) => ({
    subject: 'Votre invitation à Kring',
    before: [
      `${inviter} vous invite à rejoindre Kring.`,
      'Choisissez ici un mot de passe. Le lien fonctionne une seule fois, pendant 14 jours :',
    ],
    after: ["Si vous ne vous y attendiez pas, vous n'avez rien à faire."],
  }),
  password_reset: () => ({
    subject: 'Un nouveau mot de passe pour Kring',
    before: [
      'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe.',
      'Choisissez-le ici. Le lien fonctionne une seule fois, pendant une heure :',
    ],
    after: ["Si ce n'était pas vous, vous n'avez rien à faire : votre mot de passe reste le même."],
  }),
};

const languages: Record<Language, Letters> = { en: english, nl: dutch, fr: french };

export function invitationMail(person: Person, inviter: Person, link: string): MailMessage {
  return letter(person, 'invitation', fullName(inviter), link);
}

export function passwordResetMail(person: Person, link: string): MailMessage {
  return letter(person, 'password_reset', '', link);
}

/** The letter in the language of the person it is for; in English where Kring does not speak it. */
function letter(person: Person, kind: AccountTokenKind, inviter: string, link: string): MailMessage {
  const { subject, before, after } = inLanguageOf(person.locale, languages)[kind](inviter);
  return letterTo(person, { subject, paragraphs: [...before, link, ...after] });
}
