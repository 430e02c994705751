import { type Sight, sight } from '../sights.js';

/** Address books from files. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const importRows: Sight[] = [
  sight('Query', 'upload', 'contactImport U - - - - - - - - s'),
  sight(
    'ContactImport',
    'upload',
    `
    columns    . . . . . . . . . s
    contacts   . . . . . . . . . e
    createdAt  . . . . . . . . . s
    format     . . . . . . . . . s
    id         . . . . . . . . . s
    preview    . . . . . . . . . s
    result     . . . . . . . . . -
    rowCount   . . . . . . . . . s
    state      . . . . . . . . . s
    viewerCan  . . . . . . . . . s
  `,
  ),
  sight(
    'ContactImport',
    'import',
    `
    appliedAt  . . . . . . . . . s
    columns    . . . . . . . . . e
    contacts   . . . . . . . . . s
    preview    . . . . . . . . . -
    result     . . . . . . . . . s
    undoneAt   . . . . . . . . . -
  `,
  ),
  sight(
    'ContactImportAbilities',
    'import',
    `
    apply      . . . . . . . . . f
    discard    . . . . . . . . . f
    undo       . . . . . . . . . t
    undoUntil  . . . . . . . . . s
  `,
  ),
];
