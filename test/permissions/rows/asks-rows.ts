import { type Sight, sight } from '../sights.js';

/** Who fits an ask; the rest stands with the presentations. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const asksRows: Sight[] = [
  sight(
    'AskMatch',
    'presentation',
    `
    ask       . . . . . . . . s .
    contacts  . . . . . . . . s .
    count     . . . . . . . . s .
  `,
  ),
  sight('Contact', 'fitting', 'name . . . . . . . . s .'),
];
