import type { OfficeName } from '../../members/office.entity.js';
import { type Language, languages } from '../../platform/language.js';

/** What stands in a template, in order. */
export interface PlannedPoint {
  title: string;
  plannedSeconds: number;
  office: OfficeName | null;
}

interface UsualPoint extends Record<Language, string> {
  seconds: number;
  office?: OfficeName;
}

/** The usual meeting of a business club: ninety minutes, with the members' own minute in the middle. */
const usualPoints: UsualPoint[] = [
  { seconds: 480, en: 'Open networking', nl: 'Vrij netwerken', fr: 'Réseautage libre' },
  {
    seconds: 120,
    office: 'president',
    en: 'Welcome by the president',
    nl: 'Welkom door de voorzitter',
    fr: 'Mot de bienvenue de la présidence',
  },
  {
    seconds: 120,
    office: 'president',
    en: 'Why we are here: more people who know what we do',
    nl: 'Waarom we hier zijn: meer mensen die weten wat we doen',
    fr: 'Pourquoi nous sommes ici : être connus pour ce que nous faisons',
  },
  {
    seconds: 120,
    office: 'vice_president',
    en: 'The board introduces itself',
    nl: 'Het bestuur stelt zich voor',
    fr: 'Le comité se présente',
  },
  {
    seconds: 240,
    office: 'education',
    en: 'Education: one thing to learn this week',
    nl: 'Leermoment: één ding om deze week te leren',
    fr: 'Formation : une chose à apprendre cette semaine',
  },
  {
    seconds: 120,
    office: 'secretary_treasurer',
    en: 'Business cards go round',
    nl: 'De visitekaartjes gaan rond',
    fr: 'Les cartes de visite font le tour',
  },
  {
    seconds: 1440,
    office: 'vice_president',
    en: 'Weekly presentations: 60 seconds for each member',
    nl: 'Weekpresentaties: 60 seconden voor elk lid',
    fr: 'Présentations de la semaine : 60 secondes par membre',
  },
  {
    seconds: 180,
    office: 'visitor_host',
    en: 'Visitors introduce themselves',
    nl: 'De bezoekers stellen zich voor',
    fr: 'Les visiteurs se présentent',
  },
  {
    seconds: 120,
    office: 'membership_committee',
    en: 'Membership: free professions, renewals, new members',
    nl: 'Lidmaatschap: vrije beroepen, verlengingen, nieuwe leden',
    fr: 'Adhésions : professions libres, renouvellements, nouveaux membres',
  },
  {
    seconds: 120,
    office: 'education',
    en: 'One-to-ones of the past week',
    nl: 'De een-op-eengesprekken van de voorbije week',
    fr: 'Les tête-à-tête de la semaine écoulée',
  },
  {
    seconds: 660,
    office: 'education',
    en: 'Feature presentation: 10 minutes, and questions',
    nl: 'Hoofdpresentatie: 10 minuten, en vragen',
    fr: 'Présentation principale : 10 minutes, et des questions',
  },
  {
    seconds: 60,
    office: 'education',
    en: 'Who speaks at the next meetings',
    nl: 'Wie spreekt op de volgende bijeenkomsten',
    fr: 'Qui parle aux prochaines réunions',
  },
  {
    seconds: 780,
    office: 'vice_president',
    en: 'Round of referrals and testimonials',
    nl: 'Ronde van doorverwijzingen en getuigenissen',
    fr: 'Tour des recommandations et des témoignages',
  },
  {
    seconds: 120,
    office: 'secretary_treasurer',
    en: 'Thanks for business done',
    nl: 'Dank voor gedane zaken',
    fr: 'Remerciements pour les affaires conclues',
  },
  {
    seconds: 120,
    office: 'vice_president',
    en: 'Numbers of the week',
    nl: 'De cijfers van de week',
    fr: 'Les chiffres de la semaine',
  },
  {
    seconds: 120,
    office: 'visitor_host',
    en: 'What the visitors take home',
    nl: 'Wat de bezoekers meenemen',
    fr: 'Ce que les visiteurs retiennent',
  },
  { seconds: 60, office: 'secretary_treasurer', en: 'Door prize', nl: 'Deurprijs', fr: 'Tirage au sort' },
  {
    seconds: 120,
    office: 'secretary_treasurer',
    en: 'Announcements',
    nl: 'Mededelingen',
    fr: 'Annonces',
  },
  {
    seconds: 60,
    office: 'president',
    en: 'Close by the president',
    nl: 'Afsluiting door de voorzitter',
    fr: 'Clôture par la présidence',
  },
  {
    seconds: 240,
    en: 'Open networking afterwards',
    nl: 'Vrij netwerken achteraf',
    fr: 'Réseautage libre pour finir',
  },
];

/** @param locale a BCP 47 locale; for a language that is not here the agenda is in English */
export function defaultAgenda(locale: string): PlannedPoint[] {
  const asked = new Intl.Locale(locale).language;
  const language = languages.find((each) => each === asked) ?? 'en';
  return usualPoints.map((point) => ({
    title: point[language],
    plannedSeconds: point.seconds,
    office: point.office ?? null,
  }));
}
