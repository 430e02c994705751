import { type Act, act } from './act.js';

/** One's own address book in use. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const duplicatesActs: Record<string, Act> = {
  recordTalk: act('U N N N N N N N ok F', (world) => ({ contactId: world.id('carl'), on: '2026-03-01' }), {
    contactId: 'Contact',
  }),
  mergeContacts: act(
    'U N N N N N N N ok F',
    (world) => ({ keptId: world.id('carl'), mergedId: world.id('novel'), fromMerged: [] }),
    { keptId: 'Contact', mergedId: 'Contact' },
  ),
  dismissDuplicate: act(
    'U N N N N N N N ok F',
    (world) => ({ firstId: world.id('carl'), secondId: world.id('novel') }),
    { firstId: 'Contact', secondId: 'Contact' },
  ),
};
