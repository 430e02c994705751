import { type Details, mergeDetails } from './merged-details.js';

const nothing: Details = {
  ...{ name: 'Carl', company: null, role: null, email: null, phone: null, profession: null, place: null },
  ...{ strength: null, lastSpokenOn: null, isPrivate: false },
};
const kept: Details = { ...nothing, company: 'Baert', email: 'carl@baert.example', strength: 'weak' };
const merged: Details = { ...nothing, name: 'C. Baert', company: 'Baert nv', phone: '+3292100001', strength: 'strong' };

test.each<[string, Partial<Details>, Details]>([
  ['the kept one’s details win', { name: 'Carl', company: 'Baert', strength: 'weak' }, mergeDetails(kept, merged, [])],
  ['gaps are filled from the other', { phone: '+3292100001' }, mergeDetails(kept, merged, [])],
  [
    'details are taken from the other where it is said so',
    { name: 'C. Baert', company: 'Baert', strength: 'strong' },
    mergeDetails(kept, merged, ['name', 'strength']),
  ],
  ['what the other does not have takes nothing away', { email: kept.email }, mergeDetails(kept, merged, ['email'])],
  [
    'the later talk stays',
    { lastSpokenOn: '2026-03-02' },
    mergeDetails({ ...kept, lastSpokenOn: '2026-02-01' }, { ...merged, lastSpokenOn: '2026-03-02' }, []),
  ],
  [
    'a talk that only one has stays',
    { lastSpokenOn: '2026-02-01' },
    mergeDetails({ ...kept, lastSpokenOn: '2026-02-01' }, merged, []),
  ],
  ['who was private in one is private', { isPrivate: true }, mergeDetails(kept, { ...merged, isPrivate: true }, [])],
])('%s', (_, expected, details) => {
  expect(details).toMatchObject(expected);
});
