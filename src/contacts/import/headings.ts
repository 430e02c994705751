import { ContactImportField } from './import-field.js';

/**
 * The headings that are known: plain ones in Dutch, English and French, and those of the exports of Google Contacts,
 * Outlook (in the three languages) and LinkedIn. As `plain` below writes them.
 */
const headings: Record<ContactImportField, string[]> = {
  name: ['name', 'full name', 'display name', 'contact', 'naam', 'volledige naam', 'nom', 'nom complet', 'fn'],
  first_name: ['first name', 'given name', 'voornaam', 'prenom', 'first'],
  middle_name: [
    ...['middle name', 'additional name', 'tussenvoegsel', 'tussenvoegsels', 'tweede naam', 'middelste naam'],
    ...['deuxieme prenom', 'particule'],
  ],
  last_name: ['last name', 'family name', 'surname', 'achternaam', 'familienaam', 'nom de famille', 'last'],
  company: [
    ...['company', 'company name', 'organization', 'organisation', 'organization name', 'organization 1 name'],
    ...['bedrijf', 'bedrijfsnaam', 'organisatie', 'firma', 'onderneming', 'werkgever', 'societe', 'entreprise'],
  ],
  role: [
    ...['role', 'job title', 'title', 'position', 'function', 'organization title', 'organization 1 title', 'functie'],
    ...['functietitel', 'rol', 'fonction', 'poste', 'titre', 'intitule du poste'],
  ],
  email: [
    ...['email', 'e mail', 'email address', 'e mail address', 'mail', 'e mailadres', 'emailadres', 'e mail adres'],
    ...['mailadres', 'courriel', 'adresse e mail', 'adresse email', 'adresse de messagerie', 'adresse mail'],
    ...['e mail 2 address', 'e mail 3 address', 'e mailadres 2', 'e mailadres 3', 'adresse de messagerie 2'],
  ],
  phone: [
    ...['phone', 'phone number', 'telephone', 'mobile', 'mobile phone', 'cell phone', 'business phone', 'home phone'],
    ...[
      'primary phone',
      'company main phone',
      'tel',
      'telefoon',
      'telefoonnummer',
      'mobiel',
      'mobiele telefoon',
      'gsm',
    ],
    ...['telefoon op werk', 'telefoon werk', 'telefoon thuis', 'numero de telephone', 'portable', 'tel mobile'],
    ...['telephone mobile', 'telephone bureau', 'telephone domicile', 'telephone principal'],
  ],
  profession: ['profession', 'trade', 'occupation', 'beroep', 'vak', 'metier'],
  place: [
    ...['place', 'city', 'town', 'location', 'business city', 'home city', 'plaats', 'stad', 'gemeente', 'woonplaats'],
    ...['plaats op werk', 'plaats werk', 'plaats thuis', 'ville', 'lieu', 'localite', 'ville bureau', 'ville domicile'],
  ],
  strength: ['strength', 'how well', 'sterkte', 'relatie', 'hoe goed', 'force'],
  last_spoken_on: [
    ...['last spoken', 'last spoken on', 'last contact', 'laatst gesproken', 'laatst gesproken op', 'laatste contact'],
    ...['dernier contact', 'dernier echange'],
  ],
};

/** Google numbers what there may be several of. */
const numbered: [RegExp, ContactImportField][] = [
  [/^e mail \d+ value$/, ContactImportField.EMAIL],
  [/^phone \d+ value$/, ContactImportField.PHONE],
  [/^address \d+ city$/, ContactImportField.PLACE],
];

const fields = new Map(
  Object.entries(headings).flatMap(([field, texts]) => texts.map((text) => [text, field as ContactImportField])),
);

/** What a column of that heading holds, or null when it is not known. */
export function fieldOfHeading(heading: string): ContactImportField | null {
  const text = plain(heading);
  return fields.get(text) ?? numbered.find(([form]) => form.test(text))?.[1] ?? null;
}

/**
 * What each column is likely to hold. A name beside a first name, with no last name anywhere, is the last name: so it
 * is headed in Dutch and in French.
 */
export function suggestedFields(columns: readonly string[]): (ContactImportField | null)[] {
  const suggested = columns.map(fieldOfHeading);
  const isParted =
    suggested.includes(ContactImportField.FIRST_NAME) && !suggested.includes(ContactImportField.LAST_NAME);
  return suggested.map((field) =>
    isParted && field === ContactImportField.NAME ? ContactImportField.LAST_NAME : field,
  );
}

/** Small letters without accents, and one space for whatever else there is between them. */
function plain(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
