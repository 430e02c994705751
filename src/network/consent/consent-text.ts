import type { Language } from '../../platform/language.js';

/** Of whom and for what a contact is asked. */
export interface QuestionFacts {
  /** The member who wants to pass the details on, and his club; null when he has no seat today. */
  member: string;
  memberClub: string | null;
  /** The member who would see them, with his profession and club; null when he has no seat today. */
  beneficiary: string;
  beneficiaryProfession: string | null;
  beneficiaryClub: string | null;
  /** What it is for; null when no need was stated. */
  need: string | null;
}

/** What is asked, sentence by sentence. */
export interface Wording {
  /** Who wants to pass on what to whom, and for what. */
  details: string;
  /** The question apart: whether who introduces him may hear what comes of it. */
  outcome: string;
  /** For how long it is kept. */
  keeping: string;
  /** How it is taken back. */
  withdrawing: string;
  /** What a no means. */
  declining: string;
}

/** A version is never changed once it has been shown: what contacts agreed to is kept by its name. */
export const currentVersion = '2026-11';

const whom = (name: string, ...rest: (string | null)[]): string => {
  const said = rest.filter((each) => each !== null);
  return said.length > 0 ? `${name} (${said.join(', ')})` : name;
};
const memberOf = ({ member, memberClub }: QuestionFacts) => whom(member, memberClub);
const beneficiaryOf = ({ beneficiary, beneficiaryProfession, beneficiaryClub }: QuestionFacts) =>
  whom(beneficiary, beneficiaryProfession, beneficiaryClub);

type Version = Record<Language, (facts: QuestionFacts) => Wording>;

const november2026: Version = {
  nl: (facts) => ({
    details: `${memberOf(facts)} wil uw naam, bedrijf, functie, beroep, plaats, e-mailadres en telefoonnummer doorgeven aan ${beneficiaryOf(facts)}. ${
      facts.need === null ? 'Zo kunnen jullie met elkaar kennismaken.' : `Waarvoor: ${facts.need}`
    } Mag dat?`,
    outcome: `Mag ${facts.member} horen wat ervan komt, ook het bedrag als u iets koopt en de verkoper dat toont? Zegt u nee, dan hoort ${facts.member} alleen dat het afgerond is.`,
    keeping: `Zegt u ja, dan ziet ${facts.beneficiary} uw gegevens in Kring gedurende twaalf maanden. Daarna niet meer, tenzij u opnieuw ja zegt. Uw gegevens blijven in het adresboek van ${facts.member} tot u of ${facts.member} ze wist.`,
    withdrawing: `U kunt dit altijd intrekken, op dit adres of door het ${facts.member} te zeggen. Op dit adres kunt u ook zien, verbeteren en wissen wat van u bewaard wordt. Wat ${facts.beneficiary} intussen elders heeft genoteerd, kan Kring niet wissen; vraag dat aan ${facts.beneficiary} zelf.`,
    declining: 'Zegt u nee, dan wordt niets doorgegeven. U hoeft niet te zeggen waarom. Kring stuurt u niets.',
  }),
  en: (facts) => ({
    details: `${memberOf(facts)} wants to pass on your name, company, role, profession, place, e-mail address and phone number to ${beneficiaryOf(facts)}. ${
      facts.need === null ? 'It is for the two of you to get to know each other.' : `What for: ${facts.need}`
    } Do you agree?`,
    outcome: `May ${facts.member} hear what comes of it, also the amount if you buy something and the seller shows it? If you say no, ${facts.member} hears only that it has closed.`,
    keeping: `If you say yes, ${facts.beneficiary} sees your details in Kring for twelve months, and no longer unless you say yes again. Your details stay in the address book of ${facts.member} until you or ${facts.member} erase them.`,
    withdrawing: `You may take this back at any time, at this address or by telling ${facts.member}. At this address you can also see, correct and erase what is held of you. What ${facts.beneficiary} has written down elsewhere by then, Kring cannot erase; ask ${facts.beneficiary} for that.`,
    declining: 'If you say no, nothing is passed on. You need not say why. Kring sends you nothing.',
  }),
  fr: (facts) => ({
    details: `${memberOf(facts)} souhaite transmettre votre nom, entreprise, fonction, profession, lieu, adresse e-mail et numéro de téléphone à ${beneficiaryOf(facts)}. ${
      facts.need === null ? "C'est pour que vous fassiez connaissance." : `À quelle fin : ${facts.need}`
    } Êtes-vous d'accord ?`,
    outcome: `${facts.member} peut-il apprendre ce qui en résulte, y compris le montant si vous achetez quelque chose et que le vendeur le montre ? Si vous dites non, ${facts.member} apprend seulement que c'est terminé.`,
    keeping: `Si vous dites oui, ${facts.beneficiary} voit vos coordonnées dans Kring pendant douze mois, et plus ensuite, sauf si vous dites oui à nouveau. Vos coordonnées restent dans le carnet d'adresses de ${facts.member} jusqu'à ce que vous ou ${facts.member} les effaciez.`,
    withdrawing: `Vous pouvez revenir sur votre accord à tout moment, à cette adresse ou en le disant à ${facts.member}. À cette adresse, vous pouvez aussi voir, corriger et effacer ce qui est conservé à votre sujet. Ce que ${facts.beneficiary} aura noté ailleurs, Kring ne peut pas l'effacer ; demandez-le à ${facts.beneficiary}.`,
    declining: "Si vous dites non, rien n'est transmis. Vous n'avez pas à dire pourquoi. Kring ne vous envoie rien.",
  }),
};

/** Every version that was ever shown, by its name. */
const versions: Record<string, Version> = { [currentVersion]: november2026 };

export function isVersion(name: string): boolean {
  return Object.hasOwn(versions, name);
}

/** What a contact is asked today, in a language. */
export function wordingFor(facts: QuestionFacts, language: Language): Wording {
  return november2026[language](facts);
}
