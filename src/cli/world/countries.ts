export interface Country {
  name: string;
  timeZone: string;
  locale: string;
  currency: string;
  /** How many of the smallest units of the currency a euro is worth, about. */
  minorPerEuro: number;
}

/** Name, time zone, locale, currency and its smallest units for a euro, in the order in which a network grows. */
const table = `
Belgium|Europe/Brussels|nl-BE|EUR|100
United Kingdom|Europe/London|en-GB|GBP|86
Netherlands|Europe/Amsterdam|nl-NL|EUR|100
United States|America/New_York|en-US|USD|108
India|Asia/Kolkata|en-IN|INR|9000
France|Europe/Paris|fr-FR|EUR|100
Germany|Europe/Berlin|en-DE|EUR|100
Japan|Asia/Tokyo|en-JP|JPY|160
Brazil|America/Sao_Paulo|en-BR|BRL|600
Canada|America/Toronto|en-CA|CAD|147
Australia|Australia/Sydney|en-AU|AUD|164
Italy|Europe/Rome|en-IT|EUR|100
Spain|Europe/Madrid|en-ES|EUR|100
Portugal|Europe/Lisbon|en-PT|EUR|100
Ireland|Europe/Dublin|en-IE|EUR|100
Poland|Europe/Warsaw|en-PL|PLN|430
Sweden|Europe/Stockholm|en-SE|SEK|1130
Norway|Europe/Oslo|en-NO|NOK|1150
Denmark|Europe/Copenhagen|en-DK|DKK|746
Finland|Europe/Helsinki|en-FI|EUR|100
Austria|Europe/Vienna|en-AT|EUR|100
Switzerland|Europe/Zurich|fr-CH|CHF|96
Luxembourg|Europe/Luxembourg|fr-LU|EUR|100
Czechia|Europe/Prague|en-CZ|CZK|2500
Slovakia|Europe/Bratislava|en-SK|EUR|100
Hungary|Europe/Budapest|en-HU|HUF|39000
Romania|Europe/Bucharest|en-RO|RON|497
Bulgaria|Europe/Sofia|en-BG|EUR|100
Greece|Europe/Athens|en-GR|EUR|100
Croatia|Europe/Zagreb|en-HR|EUR|100
Slovenia|Europe/Ljubljana|en-SI|EUR|100
Estonia|Europe/Tallinn|en-EE|EUR|100
Latvia|Europe/Riga|en-LV|EUR|100
Lithuania|Europe/Vilnius|en-LT|EUR|100
Cyprus|Asia/Nicosia|en-CY|EUR|100
Malta|Europe/Malta|en-MT|EUR|100
Turkey|Europe/Istanbul|en-TR|TRY|3500
Ukraine|Europe/Kyiv|en-UA|UAH|4300
Israel|Asia/Jerusalem|en-IL|ILS|400
United Arab Emirates|Asia/Dubai|en-AE|AED|397
Saudi Arabia|Asia/Riyadh|en-SA|SAR|405
Qatar|Asia/Qatar|en-QA|QAR|393
Bahrain|Asia/Bahrain|en-BH|BHD|407
Kuwait|Asia/Kuwait|en-KW|KWD|332
Oman|Asia/Muscat|en-OM|OMR|415
Jordan|Asia/Amman|en-JO|JOD|766
Lebanon|Asia/Beirut|fr-LB|USD|108
Egypt|Africa/Cairo|en-EG|EGP|5200
Morocco|Africa/Casablanca|fr-MA|MAD|1080
Tunisia|Africa/Tunis|fr-TN|TND|3370
Algeria|Africa/Algiers|fr-DZ|DZD|14500
Senegal|Africa/Dakar|fr-SN|XOF|656
Ivory Coast|Africa/Abidjan|fr-CI|XOF|656
Ghana|Africa/Accra|en-GH|GHS|1600
Nigeria|Africa/Lagos|en-NG|NGN|170000
Kenya|Africa/Nairobi|en-KE|KES|14000
Uganda|Africa/Kampala|en-UG|UGX|4000
Tanzania|Africa/Dar_es_Salaam|en-TZ|TZS|280000
South Africa|Africa/Johannesburg|en-ZA|ZAR|2000
Botswana|Africa/Gaborone|en-BW|BWP|1470
Mauritius|Indian/Mauritius|fr-MU|MUR|4950
Sri Lanka|Asia/Colombo|en-LK|LKR|32500
Bangladesh|Asia/Dhaka|en-BD|BDT|12800
Thailand|Asia/Bangkok|en-TH|THB|3900
Vietnam|Asia/Ho_Chi_Minh|en-VN|VND|27500
Malaysia|Asia/Kuala_Lumpur|en-MY|MYR|510
Singapore|Asia/Singapore|en-SG|SGD|146
Indonesia|Asia/Jakarta|en-ID|IDR|1750000
Philippines|Asia/Manila|en-PH|PHP|6200
Hong Kong|Asia/Hong_Kong|en-HK|HKD|843
Taiwan|Asia/Taipei|en-TW|TWD|3480
South Korea|Asia/Seoul|en-KR|KRW|1480
New Zealand|Pacific/Auckland|en-NZ|NZD|179
Mexico|America/Mexico_City|en-MX|MXN|1950
Costa Rica|America/Costa_Rica|en-CR|CRC|56000
Colombia|America/Bogota|en-CO|COP|430000
Peru|America/Lima|en-PE|PEN|405
Chile|America/Santiago|en-CL|CLP|1020`;

export const countries: readonly Country[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', timeZone = '', locale = '', currency = '', minor] = line.split('|');
    return { name, timeZone, locale, currency, minorPerEuro: Number(minor) };
  });
