import { type Sight, sight } from '../sights.js';

/** Customers. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const customerRows: Sight[] = [
  sight(
    'Customer',
    'exact',
    `
    broughtBy         . . . . . . . . . s
    buyerContact      . . . . . . . . . s
    deals             . . . . . . . . . s
    firstDealOn       . . . . . . . . . s
    introducedOnward  . . . . . . . . . s
    lastDealOn        . . . . . . . . . s
    lastQuestion      . . . . . . . . . s
    money             . . . . . . . . . s
    stage             . . . . . . . . . s
    toAsk             . . . . . . . . . f
    viewerCan         . . . . . . . . . s
  `,
  ),
  sight('Customer', 'toPerson', 'buyerPerson . . . . . . . . . s'),
  sight('CustomerAbilities', 'exact', 'recordOnwardIntroduction . . . . . . . . . t'),
  sight('CustomerAbilities', 'own', 'recordOnwardIntroduction . . . . . . . . . f'),
];
