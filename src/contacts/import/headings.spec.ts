import { fieldOfHeading, suggestedFields } from './headings.js';

test.each([
  ['Naam', 'name'],
  ['E-mailadres', 'email'],
  ['Bedrijf', 'company'],
  ['Telefoon', 'phone'],
  ['Plaats', 'place'],
  ['Société', 'company'],
  ['Adresse e-mail', 'email'],
  ['Téléphone', 'phone'],
  ['FONCTION', 'role'],
  ['E-mail 1 - Value', 'email'],
  ['Phone 12 - Value', 'phone'],
  ['Organization 1 - Title', 'role'],
  ['Address 1 - City', 'place'],
  ['E-mail 1 - Label', null],
  ['Notes', null],
  ['', null],
])('%s', (heading, field) => {
  expect(fieldOfHeading(heading)).toBe(field);
});

test.each([
  [
    'Google',
    ['First Name', 'Middle Name', 'Last Name', 'Organization Name'],
    'first_name middle_name last_name company',
  ],
  ['Outlook', ['Title', 'E-mail Address', 'Mobile Phone', 'Business City'], 'role email phone place'],
  ['LinkedIn', ['First Name', 'Last Name', 'Email Address', 'Position'], 'first_name last_name email role'],
  ['a name beside a first name', ['Voornaam', 'Naam'], 'first_name last_name'],
  ['a name before its parts', ['Name', 'Given Name', 'Family Name'], 'name first_name last_name'],
])('%s', (_, columns, fields) => {
  expect(suggestedFields(columns).join(' ')).toBe(fields);
});
