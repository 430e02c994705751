import { type Act, act } from './act.js';

const forAsked = 'U N N N N N N N ok F';
const key = { requestId: 'IntroductionRequest' };

/** Introduction requests. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const requestActs: Record<string, Act> = {
  requestIntroduction: act(
    'U N N F F F ok ok ok ok',
    (world) => ({
      askedMembershipId: world.id('inesSeat'),
      lookingFor: 'A dentist',
      message: 'Could you introduce me?',
    }),
    { askedMembershipId: 'Membership' },
  ),
  withdrawIntroductionRequest: act('U N N N N N N N F ok', (world) => ({ requestId: world.id('request') }), key),
  acceptIntroductionRequest: act(
    forAsked,
    (world) => ({ requestId: world.id('request'), contactId: world.id('novel') }),
    { ...key, contactId: 'Contact', viaContactId: 'Contact' },
  ),
  declineIntroductionRequest: act(forAsked, (world) => ({ requestId: world.id('request') }), key),
  postponeIntroductionRequest: act(forAsked, (world) => ({ requestId: world.id('request'), until: '2026-03-20' }), key),
  passOnIntroductionRequest: act(
    forAsked,
    (world) => ({ requestId: world.id('request'), toPersonId: world.world.tess.personId, message: 'For Sara.' }),
    { ...key, toPersonId: 'Person' },
  ),
  recordContactAnswer: act(
    forAsked,
    (world) => ({ requestId: world.id('acceptedRequest'), agreed: true, outcomeBack: true }),
    key,
  ),
  referFromIntroduction: act(
    forAsked,
    (world) => ({ introductionId: world.id('personIntro'), need: 'Glasses', warmth: 3 }),
    { introductionId: 'Introduction' },
  ),
};
