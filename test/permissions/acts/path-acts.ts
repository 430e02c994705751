import { type Act, act } from './act.js';

/** What one shares is one's own to say. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const pathActs: Record<string, Act> = {
  changeSharing: act('U ok ok ok ok ok ok ok ok ok', () => ({ level: 'FELLOWS' })),
};
