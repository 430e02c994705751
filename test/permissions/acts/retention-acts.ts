import { type Act, act } from './act.js';

/** Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const retentionActs: Record<string, Act> = {
  eraseContact: act('U N N N N N N N ok F', (world) => ({ contactId: world.id('carl') }), { contactId: 'Contact' }),
};
