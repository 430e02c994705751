import { type Act, act } from './act.js';

const keys = { importId: 'ContactImport' };

/** Address books from files. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const importActs: Record<string, Act> = {
  applyContactImport: act(
    'U N N N N N N N N ok',
    (world) => ({ importId: world.id('upload'), mapping: null, onDuplicate: 'SKIP' }),
    keys,
  ),
  discardContactImport: act('U N N N N N N N N ok', (world) => ({ importId: world.id('upload') }), keys),
  undoContactImport: act('U N N N N N N N N ok', (world) => ({ importId: world.id('import') }), keys),
};
