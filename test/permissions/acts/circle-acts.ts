import { type Act, act } from './act.js';

const details = { name: 'New', company: null, role: null, email: null, phone: null };
const consentBasis = 'ASKED_AND_AGREED';

/** Contacts, introductions, referrals, deals. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const circleActs: Record<string, Act> = {
  addContact: act('U ok ok ok ok ok ok ok ok ok', () => details),
  changeContact: act('U N N N N N N N ok F', (world) => ({ contactId: world.id('carl'), ...details }), {
    contactId: 'Contact',
  }),
  identifyContact: act(
    'U N N N N N N N ok ok',
    (world) => ({ contactId: world.id('carl'), personId: world.world.ulf.personId }),
    { contactId: 'Contact', personId: 'Person' },
  ),
  recordIntroduction: act(
    'U N N F F F F F ok ok',
    ({ world }) => ({
      beneficiaryId: world.sara.personId,
      introduced: { personId: world.tess.personId },
      introducer: { personId: world.bram.personId },
      happenedOn: '2026-03-04',
      consentBasis,
    }),
    {
      beneficiaryId: 'Person',
      'introduced.contactId': { type: 'Contact', put: (id) => ({ introduced: { contactId: id } }) },
      'introduced.personId': { type: 'Person', put: (id) => ({ introduced: { personId: id } }) },
      'introducer.askerId': { type: 'Person', put: (id) => ({ introducer: { personId: null, askerId: id } }) },
      'introducer.contactId': { type: 'Contact', put: (id) => ({ introducer: { contactId: id } }) },
      'introducer.parentId': { type: 'Introduction', put: (id) => ({ introducer: { personId: null, parentId: id } }) },
      'introducer.personId': { type: 'Person', put: (id) => ({ introducer: { personId: id } }) },
    },
  ),
  insertIntroduction: act(
    'U N N N N N N N F ok',
    (world) => ({ introductionId: world.id('carlIntro'), contactId: world.id('kobe'), introducerId: null }),
    { introductionId: 'Introduction', contactId: 'Contact', introducerId: 'Person' },
  ),
  correctIntroduction: act(
    'U N N N N N N N F ok',
    (world) => ({
      introductionId: world.id('carlIntro'),
      introducer: { personId: world.id('vik') },
      reason: 'It was Vik.',
    }),
    {
      introductionId: 'Introduction',
      'introducer.askerId': { type: 'Person', put: (id) => ({ introducer: { askerId: id } }) },
      'introducer.contactId': { type: 'Contact', put: (id) => ({ introducer: { contactId: id } }) },
      'introducer.parentId': { type: 'Introduction', put: (id) => ({ introducer: { parentId: id } }) },
      'introducer.personId': { type: 'Person', put: (id) => ({ introducer: { personId: id } }) },
    },
  ),
  stateConsent: act('U N N N N N N N ok F', (world) => ({ introductionId: world.id('wimIntro'), consentBasis }), {
    introductionId: 'Introduction',
  }),
  giveReferral: act(
    'U N N F F F ok ok ok ok',
    (world) => ({
      clubId: world.id('ghent'),
      receiverMembershipId: world.id('inesSeat'),
      prospect: null,
      need: 'Glasses',
      warmth: 3,
      consentBasis,
    }),
    {
      clubId: 'Club',
      receiverMembershipId: 'Membership',
      'prospect.contactId': { type: 'Contact', put: (id) => ({ prospect: { contactId: id } }) },
      'prospect.personId': { type: 'Person', put: (id) => ({ prospect: { personId: id } }) },
    },
  ),
  promiseFirstContact: act(
    'U N N N N N N N F ok',
    (world) => ({ referralId: world.id('openReferral'), promisedFor: '2026-03-06T09:00:00Z' }),
    { referralId: 'Referral' },
  ),
  recordFirstContact: act('U N N N N N N N F ok', (world) => ({ referralId: world.id('openReferral') }), {
    referralId: 'Referral',
  }),
  moveReferral: act('U N N N N N N N F ok', (world) => ({ referralId: world.id('openReferral'), to: 'PROSPECT' }), {
    referralId: 'Referral',
  }),
  loseReferral: act(
    'U N N N N N N N F ok',
    (world) => ({ referralId: world.id('carlReferral'), reason: 'Somebody else was faster.' }),
    { referralId: 'Referral' },
  ),
  declineReferral: act(
    'U N N N N N N N F ok',
    (world) => ({ referralId: world.id('openReferral'), reason: 'NO_NEED' }),
    { referralId: 'Referral' },
  ),
  recordDeal: act(
    'U N N NOT_A_MEMBER NOT_A_MEMBER NOT_A_MEMBER ok ok ok ok',
    (world) => ({
      clubId: world.id('ghent'),
      buyer: { personId: world.id('ines') },
      amount: '10.00',
      description: 'Advice',
    }),
    {
      clubId: 'Club',
      'buyer.contactId': { type: 'Contact', put: (id) => ({ buyer: { contactId: id } }) },
      'buyer.personId': { type: 'Person', put: (id) => ({ buyer: { personId: id } }) },
      'buyer.visitorId': { type: 'Visitor', put: (id) => ({ buyer: { visitorId: id } }) },
      referralId: 'Referral',
    },
  ),
  adjustDeal: act(
    'U N N N N N N N F ok',
    (world) => ({ dealId: world.id('exact'), amount: '-1.00', reason: 'A discount' }),
    { dealId: 'Deal' },
  ),
  splitCredit: act(
    'U N N N N N N N F ok',
    (world) => ({ dealId: world.id('exact'), shares: [{ personId: world.id('vik'), percent: '100' }] }),
    {
      dealId: 'Deal',
      'shares.personId': { type: 'Person', put: (id) => ({ shares: [{ personId: id, percent: '100' }] }) },
    },
  ),
  thankForDeal: act('U N N N N N N N F ok', (world) => ({ dealId: world.id('band'), message: 'Thank you.' }), {
    dealId: 'Deal',
    personId: 'Person',
  }),
};
