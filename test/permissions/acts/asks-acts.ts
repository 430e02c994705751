import type { PermissionWorld } from '../permission-world.js';
import type { Role } from '../roles.js';
import { type Act, act } from './act.js';

const keys = { presentationId: 'Presentation', contactId: 'Contact' };
const ownContact = (world: PermissionWorld, role: Role) => world.id(role === 'anonymous' ? 'carl' : `${role}Contact`);

/** Asks and who fits them. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const asksActs: Record<string, Act> = {
  answerAsk: act(
    'U N N N N N ok ok ok GIVER_IS_RECEIVER',
    (world, role) => ({
      presentationId: world.id('presentation'),
      contactId: ownContact(world, role),
      warmth: 3,
      consentBasis: 'ASKED_AND_AGREED',
    }),
    keys,
  ),
  dismissMatch: act(
    'U N N N N N ok ok ok GIVER_IS_RECEIVER',
    (world, role) => ({ presentationId: world.id('presentation'), contactId: ownContact(world, role) }),
    keys,
  ),
};
