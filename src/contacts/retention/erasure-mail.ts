import { type Letter, letterTo } from '../../identity/letter.js';
import type { Person } from '../../identity/person.entity.js';
import { inLanguageOf, type Language } from '../../platform/language.js';
import type { MailMessage } from '../../platform/mail.js';
import { noticeDays } from './erasures.sql.js';

/** The link comes after it. */
const english = (contacts: number): Letter => ({
  subject: 'Details in your address book will be erased',
  paragraphs: [
    contacts === 1
      ? `The details of 1 contact in your address book will be erased within ${noticeDays} days: his referrals are closed, and nothing has happened with him for as long as your club keeps details.`
      : `The details of ${contacts} contacts in your address book will be erased within ${noticeDays} days: their referrals are closed, and nothing has happened with them for as long as your club keeps details.`,
    'If you are still in touch, note here when you last spoke:',
  ],
});

const dutch = (contacts: number): Letter => ({
  subject: 'Gegevens in je adresboek worden gewist',
  paragraphs: [
    contacts === 1
      ? `Binnen ${noticeDays} dagen worden de gegevens van 1 contact in je adresboek gewist: zijn doorverwijzingen zijn afgesloten, en er is niets meer met hem gebeurd zolang je club gegevens bewaart.`
      : `Binnen ${noticeDays} dagen worden de gegevens van ${contacts} contacten in je adresboek gewist: hun doorverwijzingen zijn afgesloten, en er is niets meer met hen gebeurd zolang je club gegevens bewaart.`,
    'Heb je nog contact? Noteer dan hier wanneer je elkaar het laatst sprak:',
  ],
});

const french = (contacts: number): Letter => ({
  subject: "Des données de votre carnet d'adresses seront effacées",
  paragraphs: [
    contacts === 1
      ? `Les données d'un contact de votre carnet d'adresses seront effacées dans les ${noticeDays} jours : ses recommandations sont closes, et rien ne s'est passé avec lui depuis aussi longtemps que votre club garde des données.`
      : `Les données de ${contacts} contacts de votre carnet d'adresses seront effacées dans les ${noticeDays} jours : leurs recommandations sont closes, et rien ne s'est passé avec eux depuis aussi longtemps que votre club garde des données.`,
    'Si vous êtes toujours en contact, notez ici quand vous vous êtes parlé la dernière fois :',
  ],
});

const letters: Record<Language, typeof english> = { en: english, nl: dutch, fr: french };

/** Tells an owner, in his language or else in English, of how many contacts details go soon. It names none of them. */
export function erasureMail(owner: Person, contacts: number, link: string): MailMessage {
  const { subject, paragraphs } = inLanguageOf(owner.locale, letters)(contacts);
  return letterTo(owner, { subject, paragraphs: [...paragraphs, link] });
}
