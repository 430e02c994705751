/** What contacts of the benchmark's world do, where and for whom: the words a search meets, some rare, some common. */
export const roles = [
  'zaakvoerder', 'facility manager', 'aankoper', 'marketing manager', 'bedrijfsleider', 'office manager', 'CEO',
  'HR manager', 'personeelsverantwoordelijke', 'financieel directeur', 'boekhouder', 'technisch directeur',
  'project manager', 'werfleider', 'hoofdverpleegkundige', 'directeur', 'sales manager', 'account manager',
  'operations manager', 'IT manager', 'preventieadviseur', 'magazijnier', 'logistiek manager', 'hoofdredacteur',
  'event manager', 'schooldirecteur', 'burgemeester', 'secretaris', 'kwaliteitsmanager', 'productieleider',
];

export const companies = [
  'ziekenhuis', 'hospital', 'woonzorgcentrum', 'bouwbedrijf', 'garage', 'hotel', 'restaurant', 'bakkerij', 'school',
  'stad', 'gemeente', 'advocatenkantoor', 'accountantskantoor', 'verzekeringskantoor', 'drukkerij', 'brouwerij',
  'transportbedrijf', 'supermarkt', 'apotheek', 'architectenbureau', 'vastgoedkantoor', 'softwarebedrijf',
  'schoonmaakbedrijf', 'uitzendkantoor', 'reclamebureau', 'tuincentrum', 'meubelzaak', 'kledingwinkel', 'bank',
  'landbouwbedrijf',
];

export const professions = [
  'tandarts', 'huisarts', 'notaris', 'architect', 'loodgieter', 'elektricien', 'dakwerker', 'schrijnwerker',
  'fotograaf', 'makelaar', 'verzekeraar', 'advocaat', 'vertaler', 'webdesigner', 'programmeur', 'kinesist',
  'dierenarts', 'apotheker', 'leraar', 'ingenieur', 'landmeter', 'interieurontwerper', 'slager', 'bakker', 'bloemist',
  'kapper', 'tuinaannemer', 'aannemer', 'drukker', 'drukwerkadviseur', 'zorgmanager', 'energieadviseur',
];

export const places = [
  'Gent', 'Ghent', 'Antwerpen', 'Brussel', 'Brugge', 'Leuven', 'Mechelen', 'Kortrijk', 'Hasselt', 'Aalst', 'Oostende',
  'Genk', 'Roeselare', 'Turnhout', 'Dendermonde', 'Deinze', 'Eeklo', 'Lokeren', 'Sint-Niklaas', 'Utrecht', 'Amsterdam',
  'Rotterdam', 'Den Haag', 'Eindhoven', 'Tilburg', 'Breda', 'Groningen', 'Arnhem', 'Nijmegen', 'Maastricht', 'London',
  'Manchester', 'Leeds', 'Lille', 'Paris', 'Namur', 'Luik', 'Charleroi', 'Keulen', 'Aken',
];
