/** What stands in the address book of one member. */
export interface Known {
  role?: string;
  company?: string;
  profession?: string;
  place?: string;
}

/** Forty contacts as members write them down, in Dutch and in English, by a word to speak of them. */
export const book: Record<string, Known> = {
  facilityHospital: { role: 'Facility manager', company: 'UZ Gent', profession: 'Hospital', place: 'Ghent' },
  ziekenhuisDirecteur: { role: 'Directeur', company: 'AZ Sint-Lucas ziekenhuis', place: 'Gent' },
  ziekenhuisManager: { role: 'Ziekenhuismanager', company: 'AZ Maria Middelares', place: 'Gent' },
  aankoperZiekenhuis: { role: 'Aankoper', company: 'OLV Ziekenhuis', place: 'Aalst' },
  verpleegkundige: { role: 'Verpleegkundige', company: 'Thuiszorg Vlaanderen', place: 'Gent' },
  tandarts: { role: 'Tandarts', company: 'Tandartspraktijk De Molen', place: 'Merelbeke' },
  huisarts: { role: 'Huisarts', company: 'Groepspraktijk Centrum', place: 'Gent' },
  dentist: { role: 'Dentist', profession: 'Dental surgeon', place: 'London' },
  schooldirecteur: { role: 'Schooldirecteur', company: 'Sint-Bavo', place: 'Gent' },
  leerkracht: { role: 'Leerkracht', company: 'Basisschool De Regenboog', place: 'Deinze' },
  headTeacher: { role: 'Head teacher', company: 'Oakwood Primary School', place: 'Leeds' },
  itManager: { role: 'IT manager', company: 'Stad Antwerpen', place: 'Antwerpen' },
  cioBank: { role: 'CIO', company: 'Argenta Bank', place: 'Antwerpen' },
  bankkantoor: { role: 'Kantoordirecteur', company: 'KBC Bank', profession: 'Bankier', place: 'Brugge' },
  hrManager: { role: 'HR manager', company: 'Volvo Cars', profession: 'Automotive', place: 'Gent' },
  hrDirector: { role: 'HR director', company: 'Colruyt Group', profession: 'Retail', place: 'Halle' },
  salesManager: { role: 'Sales manager', company: 'Proximus', place: 'Gent' },
  accountManager: { role: 'Account manager', company: 'Ricoh Belgium', place: 'Vilvoorde' },
  accountant: { role: 'Accountant', company: 'Boekhoudkantoor Peeters', place: 'Lokeren' },
  boekhouder: { role: 'Zelfstandig boekhouder', profession: 'Boekhouding', place: 'Gent' },
  notaris: { role: 'Notaris', company: 'Notariskantoor Wouters', place: 'Aalst' },
  advocaat: { role: 'Advocaat', profession: 'Arbeidsrecht', company: 'Advocatenkantoor Lex', place: 'Brussel' },
  lawyer: { role: 'Partner', company: 'Smith & Jones Solicitors', profession: 'Employment lawyer', place: 'London' },
  architect: { role: 'Architect', company: 'Architectenbureau Lijn', profession: 'Woningbouw', place: 'Gent' },
  interieur: { role: 'Interieurarchitecte', company: 'Studio Zes', place: 'Brugge' },
  aannemer: { role: 'Zaakvoerder', company: 'Aannemersbedrijf De Backer', profession: 'Aannemer', place: 'Eeklo' },
  projectontwikkelaar: { role: 'Projectontwikkelaar', company: 'Matexi', profession: 'Vastgoed', place: 'Waregem' },
  makelaar: { role: 'Vastgoedmakelaar', company: 'Immo Schelde', place: 'Dendermonde' },
  verzekeringen: { role: 'Verzekeringsmakelaar', company: 'Verzekeringen Claes', place: 'Sint-Niklaas' },
  hotelManager: { role: 'Hotel manager', company: 'Grand Hotel Reylof', place: 'Gent' },
  hotelierBrugge: { role: 'Zaakvoerster', company: 'Hotel Dukes', profession: 'Hotelier', place: 'Brugge' },
  restaurant: { role: 'Chef-kok', company: 'Restaurant Vijf Seizoenen', profession: 'Horeca', place: 'Gent' },
  bakker: { role: 'Bakker', company: 'Bakkerij Van Damme', place: 'Zottegem' },
  eventManager: { role: 'Event manager', company: 'Flanders Expo', place: 'Gent' },
  logistiek: {
    role: 'Logistiek verantwoordelijke',
    company: 'Katoen Natie',
    profession: 'Transport',
    place: 'Antwerpen',
  },
  transporteur: { role: 'Zaakvoerder', company: 'Transport Verhelst', place: 'Oostende' },
  warehouse: { role: 'Warehouse manager', company: 'DHL Logistics', place: 'Manchester' },
  garagehouder: { role: 'Garagehouder', company: 'Garage Dierick', place: 'Wetteren' },
  marketing: { role: 'Marketingmanager', company: 'Lotus Bakeries', profession: 'Voeding', place: 'Lembeke' },
  café: { role: 'Caféhouder', company: 'Café De Dulle Griet', place: 'Gent' },
};

/**
 * Thirty asks as members make them, each with the contacts of the book whom a sensible member would think of. Written
 * down before the rule was tried on them; also where the rule cannot know, such as in another language.
 */
export const asks: [ask: string, fits: string[]][] = [
  ['Facility manager of a hospital in Ghent', ['facilityHospital', 'ziekenhuisManager']],
  ['Ik zoek de facility manager van een ziekenhuis in Gent', ['facilityHospital', 'ziekenhuisManager']],
  ['De directeur of aankoper van een ziekenhuis', ['ziekenhuisDirecteur', 'aankoperZiekenhuis', 'ziekenhuisManager']],
  ['Kennismaking met een tandarts', ['tandarts']],
  ['Tandartsen die een nieuwe praktijk beginnen', ['tandarts']],
  ['An introduction to a dentist in London', ['dentist']],
  ['Schooldirecteurs in Oost-Vlaanderen', ['schooldirecteur']],
  ['Directeur van een lagere school', ['schooldirecteur']],
  ['Head teacher of a primary school', ['headTeacher']],
  ['IT-manager van een stad of gemeente', ['itManager']],
  ['I am looking for an IT manager at a bank', ['cioBank']],
  ['Iemand die een HR manager kent bij Volvo', ['hrManager']],
  ['HR directors in retail', ['hrDirector']],
  ['Who knows an accountant in Lokeren?', ['accountant']],
  ['Zelfstandige boekhouders met kleine klanten', ['boekhouder']],
  ['Een notaris in Aalst', ['notaris']],
  ['Advocaat arbeidsrecht', ['advocaat']],
  ['Employment lawyer in a small firm', ['lawyer']],
  ['Architecten die woningen bouwen', ['architect']],
  ['Interieurarchitect met een studio in Brugge', ['interieur']],
  ['Aannemers en architectenbureaus', ['aannemer', 'architect']],
  ['Projectontwikkelaar in de vastgoedsector', ['projectontwikkelaar']],
  ['Makelaar in verzekeringen', ['verzekeringen']],
  ['De zaakvoerder van een hotel in Brugge', ['hotelierBrugge']],
  ['Hotel manager with a seminar room in Gent', ['hotelManager']],
  ['Zaakvoerders van een transportbedrijf', ['transporteur']],
  ['Logistics or warehouse manager in Manchester', ['warehouse']],
  ['Een garagehouder in de buurt van Wetteren', ['garagehouder']],
  ['Marketing manager in de voeding', ['marketing']],
  ['Cafehouder of restaurant in Gent centrum', ['café', 'restaurant']],
];
