import { fullName } from '../../identity/full-name.js';
import { type Addressee, type Letter, letterTo } from '../../identity/letter.js';
import type { Person } from '../../identity/person.entity.js';
import { inLanguageOf, type Language } from '../../platform/language.js';
import type { MailMessage } from '../../platform/mail.js';

/** What is said of a request to whom it is asked of. */
export interface AskedWords {
  /** The name of whoever asks. */
  asking: string;
  /** The name of the requester, when somebody asks on his behalf. */
  onBehalfOf: string | null;
  lookingFor: string;
  message: string;
}

/** The requests that wait for a member: how many, and of whom. No contacts, since a mail is read by others too. */
export interface WaitingWords {
  count: number;
  requesters: string[];
}

interface Letters {
  asked: (words: AskedWords) => Letter;
  introduced: (introducer: string) => Letter;
  waiting: (words: WaitingWords) => Letter;
}

const english: Letters = {
  asked: ({ asking, onBehalfOf, lookingFor, message }) => ({
    subject: 'A request for an introduction',
    paragraphs: [
      onBehalfOf === null
        ? `${asking} asks you for an introduction.`
        : `${asking} asks you for an introduction on behalf of ${onBehalfOf}.`,
      `Sought: ${lookingFor}`,
      message,
      'Answer in Kring. If you decline, nobody is told.',
    ],
  }),
  introduced: (introducer) => ({
    subject: 'You have been introduced',
    paragraphs: [`${introducer} has introduced you, as you asked.`, 'You find the contact in Kring.'],
  }),
  waiting: ({ count, requesters }) => ({
    subject: 'Requests for an introduction wait for you',
    paragraphs: [
      `${count === 1 ? '1 request for an introduction waits' : `${count} requests for an introduction wait`} for you.`,
      `From: ${requesters.join(', ')}`,
      'Answer in Kring. If you decline, nobody is told.',
    ],
  }),
};

const dutch: Letters = {
  asked: ({ asking, onBehalfOf, lookingFor, message }) => ({
    subject: 'Een vraag om een introductie',
    paragraphs: [
      onBehalfOf === null
        ? `${asking} vraagt je om een introductie.`
        : `${asking} vraagt je om een introductie voor ${onBehalfOf}.`,
      `Gezocht: ${lookingFor}`,
      message,
      'Antwoord in Kring. Weiger je, dan hoort niemand dat.',
    ],
  }),
  introduced: (introducer) => ({
    subject: 'Je bent geïntroduceerd',
    paragraphs: [`${introducer} heeft je geïntroduceerd, zoals je vroeg.`, 'Je vindt het contact in Kring.'],
  }),
  waiting: ({ count, requesters }) => ({
    subject: 'Vragen om een introductie wachten op je',
    paragraphs: [
      `${count === 1 ? 'Er wacht 1 vraag' : `Er wachten ${count} vragen`} om een introductie op je.`,
      `Van: ${requesters.join(', ')}`,
      'Antwoord in Kring. Weiger je, dan hoort niemand dat.',
    ],
  }),
};

const french: Letters = {
  asked: ({ asking, onBehalfOf, lookingFor, message }) => ({
    subject: "Une demande d'introduction",
    paragraphs: [
      onBehalfOf === null
        ? `${asking} vous demande une introduction.`
        : `${asking} vous demande une introduction pour ${onBehalfOf}.`,
      `Recherche : ${lookingFor}`,
      message,
      "Répondez dans Kring. Si vous refusez, personne ne l'apprend.",
    ],
  }),
  introduced: (introducer) => ({
    subject: 'Vous avez été introduit',
    paragraphs: [`${introducer} vous a introduit, comme vous le demandiez.`, 'Vous trouverez le contact dans Kring.'],
  }),
  waiting: ({ count, requesters }) => ({
    subject: "Des demandes d'introduction vous attendent",
    paragraphs: [
      count === 1 ? "1 demande d'introduction vous attend." : `${count} demandes d'introduction vous attendent.`,
      `De : ${requesters.join(', ')}`,
      "Répondez dans Kring. Si vous refusez, personne ne l'apprend.",
    ],
  }),
};

const languages: Record<Language, Letters> = { en: english, nl: dutch, fr: french };

export function askedMail(person: Addressee, words: AskedWords): MailMessage {
  return letter(person, (letters) => letters.asked(words));
}

export function introducedMail(person: Addressee, introducer: Person): MailMessage {
  return letter(person, (letters) => letters.introduced(fullName(introducer)));
}

export function waitingMail(person: Addressee, words: WaitingWords): MailMessage {
  return letter(person, (letters) => letters.waiting(words));
}

/** The letter in the language of the person it is for; in English where Kring does not speak it. */
function letter(person: Addressee, choose: (letters: Letters) => Letter): MailMessage {
  return letterTo(person, choose(inLanguageOf(person.locale, languages)));
}
