import { contactToken } from '../write-consent.js';
import { type Act, act } from './act.js';

const token = contactToken('ghent');
/** Whoever has the link is the contact. */
const anybody = 'ok ok ok ok ok ok ok ok ok ok';

/** Consents and the links of contacts. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const consentActs: Record<string, Act> = {
  withdrawConsent: act('U N N N N N N N ok F', (world) => ({ introductionId: world.id('carlIntro') }), {
    introductionId: 'Introduction',
  }),
  createContactLink: act(
    'U N N N N N N N ok N',
    (world) => ({ contactId: world.id('carl'), introductionId: world.id('carlIntro') }),
    { contactId: 'Contact', introductionId: 'Introduction', requestId: 'IntroductionRequest' },
  ),
  revokeContactLink: act('U N N N N N N N ok N', (world) => ({ linkId: world.id('contactLink') }), {
    linkId: 'ContactLink',
  }),
  agreeAsContact: act(anybody, () => ({ token, textVersion: '2026-11', detailsForward: true, outcomeBack: false })),
  declineAsContact: act(anybody, () => ({ token })),
  withdrawAsContact: act(anybody, (world) => ({ token, introductionId: world.id('nelIntro') }), {
    introductionId: {
      type: 'Introduction',
      put: (id) => ({ introductionId: id }),
      // It is his: his page tells him of it.
      except: (world) => [world.id('nelIntro')],
    },
  }),
  correctAsContact: act(anybody, () => ({ token, name: 'Nel', email: 'nel@client.example' })),
  eraseAsContact: act(anybody, () => ({ token })),
};
