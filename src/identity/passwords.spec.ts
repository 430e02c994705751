import { weaknessOf } from './passwords.js';

const email = 'sara.peeters@kring.example';

test.each(['vijf gele ezels', 'aB3$eF6&hI9(', 'пять жёлтых ослов', '🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧', 'abcde'.repeat(40)])(
  'a good password is taken: %s',
  (password) => {
    expect(weaknessOf(password, email)).toBeNull();
  },
);

test.each([
  ['eleven characters', 'abcdefghij1'],
  ['six characters that take two places each', '🦊🐻🐼🐨🐯🦁'],
  ['more than two hundred', 'abcdef'.repeat(34)],
  ['a common one, in whatever capitals', 'PassWord1234'],
  ['a common one in wide letters', 'ｐａｓｓｗｏｒｄ１２３４'],
  ['one of few different characters', 'abababababababab'],
  ['one with the local part of the e-mail address', 'xx Sara.Peeters 99'],
])('%s is refused', (_, password) => {
  expect(weaknessOf(password, email)).not.toBeNull();
});

test('a local part of two letters may stand in a password', () => {
  expect(weaknessOf('jong geleerd is', 'jo@kring.example')).toBeNull();
});
