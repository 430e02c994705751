import { type Sight, sight } from '../sights.js';

/** Consents and the links of contacts. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const consentRows: Sight[] = [
  sight(
    'Contact',
    'nel',
    `
    isErased  . . . . . . . . f f
    links     . . . . . . . . s -
  `,
  ),
  sight(
    'Consent',
    'carlStated',
    `
    basis           . . . . . . . . s s
    byContact       . . . . . . . . f f
    detailsForward  . . . . . . . . t t
    expiresAt       . . . . . . . . - -
    id              . . . . . . . . s s
    kind            . . . . . . . . s s
    outcomeBack     . . . . . . . . t t
    reason          . . . . . . . . - -
    statedAt        . . . . . . . . s s
    statedBy        . . . . . . . . s s
    textVersion     . . . . . . . . - -
  `,
  ),
  sight(
    'Consent',
    'carlAgreed',
    `
    byContact    . . . . . . . . t t
    expiresAt    . . . . . . . . s s
    statedBy     . . . . . . . . - -
    textVersion  . . . . . . . . s s
  `,
  ),
  sight('Consent', 'wimWithdrawn', 'reason . . . . . . . . s s'),
  // That he said no is for those who asked him.
  sight('Consent', 'nelDeclined', 'kind . . . . . . . . s .'),
  // The root learns on what basis it went on, and not by whom.
  sight('Consent', 'doraStated', 'statedBy . . . . . . . . - s'),
  sight(
    'ContactLink',
    'contactLink',
    `
    answeredAt    . . . . . . . . s .
    createdAt     . . . . . . . . s .
    expiresAt     . . . . . . . . s .
    id            . . . . . . . . s .
    introduction  . . . . . . . . s .
    revokedAt     . . . . . . . . - .
  `,
  ),
  sight('ContactLink', 'pastLinkOfNel', 'revokedAt . . . . . . . . s .'),
];
