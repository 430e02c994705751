import { degreeOf, type Link, rootOf } from './chain.js';

const none: Link = { introducerId: null, introducerContactId: null, askerId: null, parentId: null };

test.each([
  ['a member introduces: 2, and he is the root', { introducerId: 'bram' }, null, 2, 'bram'],
  [
    'a contact asked by a member: 3, and the member is the root',
    { introducerContactId: 'c', askerId: 'bram' },
    null,
    3,
    'bram',
  ],
  [
    'a contact introduced at 2 introduces: 3, same root',
    { introducerContactId: 'c', parentId: 'p' },
    { degree: 2, rootId: 'bram' },
    3,
    'bram',
  ],
  [
    'each further hop is one more',
    { introducerContactId: 'e', parentId: 'p' },
    { degree: 7, rootId: 'bram' },
    8,
    'bram',
  ],
  [
    'a member who was introduced himself',
    { introducerId: 'tess', parentId: 'p' },
    { degree: 2, rootId: 'bram' },
    3,
    'bram',
  ],
])('%s', (_, link, parent, degree, root) => {
  expect([degreeOf({ ...none, ...link }, parent), rootOf({ ...none, ...link }, parent)]).toEqual([degree, root]);
});

test('a chain that begins with nobody has no root', () => {
  expect(() => rootOf({ ...none, introducerContactId: 'c' }, null)).toThrow('begins with a member');
});
