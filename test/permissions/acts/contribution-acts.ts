import { type Act, act } from './act.js';

/** Presentations, testimonials, education. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const contributionActs: Record<string, Act> = {
  recordAllPresent: act('U N N N N F F ok F F', (world) => ({ meetingId: world.id('open') }), { meetingId: 'Meeting' }),
  recordPresentation: act(
    'U N N N N F F ok F ok',
    (world) => ({
      meetingId: world.id('open'),
      membershipId: world.id('saraSeat'),
      kind: 'WEEKLY',
      ask: 'A school in Aalst',
    }),
    { meetingId: 'Meeting', membershipId: 'Membership' },
  ),
  markPresentationFocus: act(
    'U N N N N N F F F ok',
    (world) => ({ presentationId: world.id('presentation'), focus: 'SELLS_TO_ROOM' }),
    { presentationId: 'Presentation' },
  ),
  giveTestimonial: act(
    'U N N F F F ok ok ok ok',
    (world) => ({ receiverMembershipId: world.id('vikSeat'), text: 'He drew our house.' }),
    { receiverMembershipId: 'Membership' },
  ),
  recordEducation: act(
    'U N N F F F F ok F ok',
    (world) => ({
      clubId: world.id('ghent'),
      membershipId: world.id('saraSeat'),
      units: '1',
      topic: 'A book',
      earnedOn: '2026-03-05',
    }),
    { clubId: 'Club', membershipId: 'Membership' },
  ),
};
