/**
 * Words with which one asks, whatever one asks for: they match nothing. Their other forms are found by their stems;
 * articles and the like are stop words of the dictionaries.
 */
export const wordsOfAsking = [
  ...['introduction', 'introduce', 'contact', 'look', 'seek', 'search', 'find', 'need', 'like', 'want', 'meet'],
  ...[
    'know',
    'knows',
    'someone',
    'somebody',
    'anyone',
    'person',
    'people',
    'one',
    'would',
    'good',
    'new',
    'small',
    'large',
  ],
  ...['near', 'works', 'please', 'ask', 'referral', 'customers', 'clients'],
  ...['zoek', 'zoekt', 'gezocht', 'iemand', 'kennismaking', 'kennismaken', 'kennis', 'kent', 'ken', 'kennen'],
  ...['introductie', 'contacten', 'doorverwijzing', 'spreken', 'graag', 'persoon', 'personen', 'mensen', 'goede'],
  ...['nieuwe', 'kleine', 'grote', 'buurt', 'regio', 'omgeving', 'werkt', 'klanten', 'vraag'],
];

/**
 * Words that say which place somebody has, or that there is a company, but not in what: they count, yet they make a fit
 * only when the contact has every word of the ask.
 */
export const titles = [
  ...['manager', 'director', 'owner', 'head', 'partner', 'founder', 'officer', 'company', 'firm', 'business', 'group'],
  ...['directeur', 'zaakvoerder', 'zaakvoerster', 'eigenaar', 'hoofd', 'verantwoordelijke', 'medewerker', 'ondernemer'],
  ...['bedrijf', 'kantoor', 'bureau', 'praktijk', 'dienst', 'sector', 'centrum'],
];
