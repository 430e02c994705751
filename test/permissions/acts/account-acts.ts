import { canary } from '../canaries.js';
import { secrets } from '../write-ghent.js';
import { type Act, act } from './act.js';

const password = 'another very long secret';
const keepSignedInAs = 'TOKEN';

/** Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const accountActs: Record<string, Act> = {
  invitePerson: act('U N N F F ok F ok F F', (world) => ({ personId: world.id('ines') }), { personId: 'Person' }),
  claimInvitation: {
    ...act('ok ok ok ok ok ok ok ok ok ok', () => ({ token: secrets.invitation, password, keepSignedInAs })),
    signsIn: true,
  },
  signIn: {
    ...act('ok ok ok ok ok ok ok ok ok ok', () => ({
      email: canary('persons.email', 'sara'),
      password: secrets.password,
      keepSignedInAs,
    })),
    signsIn: true,
  },
  // By her link; whoever has it is let in.
  resetPassword: act('ok ok ok ok ok ok ok ok ok ok', () => ({ token: secrets.reset, newPassword: password })),
  requestPasswordReset: act('ok ok ok ok ok ok ok ok ok ok', () => ({ email: canary('persons.email', 'sara') })),
  // With Sara's password; each would change his own.
  changePassword: act(`U ${'WRONG_CREDENTIALS '.repeat(8)} ok`, () => ({
    currentPassword: secrets.password,
    newPassword: password,
  })),
  changeProfile: act('U ok ok ok ok ok ok ok ok ok', () => ({
    givenName: 'New',
    familyName: 'Name',
    locale: 'nl-BE',
    phone: null,
  })),
  revokeSession: act('U N N N N N N N N ok', (world) => ({ sessionId: world.id('session') }), {
    sessionId: 'Session',
  }),
  signOut: act('U ok ok ok ok ok ok ok ok ok', () => ({})),
};
