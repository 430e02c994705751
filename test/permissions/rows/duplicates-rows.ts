import { type Sight, sight } from '../sights.js';

/** What was merged in address books. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const duplicatesRows: Sight[] = [
  sight(
    'ContactMerge',
    'carlMerge',
    `
    id        . . . . . . . . s .
    kept      . . . . . . . . s .
    merged    . . . . . . . . s .
    mergedAt  . . . . . . . . s .
  `,
  ),
];

/** Objects that hide nothing from whoever has come to them: all their fields. */
export const wholeDuplicates: Record<string, string> = {
  ContactDetailsBefore: 'company email isPrivate lastSpokenOn name phone place profession role strength',
  ContactDuplicate: 'first reasons second',
};
