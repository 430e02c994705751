import { type Sight, sight } from '../sights.js';

/** What is to be erased. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const retentionRows: Sight[] = [sight('Contact', 'forgotten', 'erasesOn . . . . . . . . s -')];
