import { visitorToken } from '../write-visitors.js';
import { type Act, act } from './act.js';

const visitor = { visitorId: 'Visitor' };

/** Visitors and links. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const visitorActs: Record<string, Act> = {
  inviteVisitor: act(
    'U N N N N F ok ok ok ok',
    (world, role) => ({
      meetingId: world.id('planned'),
      contactId: world.id(`${role === 'anonymous' ? 'self' : role}Contact`),
    }),
    { meetingId: 'Meeting', contactId: 'Contact' },
  ),
  confirmVisitor: act('U N N N N N F ok ok F', (world) => ({ visitorId: world.id('visitToCome') }), visitor),
  recordVisit: act('U N N N N N F ok ok F', (world) => ({ visitorId: world.id('visitToCome') }), visitor),
  recordVisitorAbsence: act('U N N N N N F ok ok F', (world) => ({ visitorId: world.id('visitToCome') }), visitor),
  recordVisitorFollowUp: act('U N N N N N F ok ok F', (world) => ({ visitorId: world.id('visitDone') }), visitor),
  recordVisitorApplication: act('U N N N N N F ok ok F', (world) => ({ visitorId: world.id('visitDone') }), visitor),
  createVisitorLink: act('U N N N N F ok ok ok ok', (world) => ({ meetingId: world.id('planned') }), {
    meetingId: 'Meeting',
  }),
  revokeVisitorLink: act('U N N N N N N N ok N', (world) => ({ linkId: world.id('link') }), { linkId: 'VisitorLink' }),
  // Whoever has the link may register whomever he likes.
  registerAsVisitor: act('ok ok ok ok ok ok ok ok ok ok', () => ({
    token: visitorToken('ghent'),
    name: 'Carl Baert',
    email: 'carl@client.example',
  })),
};
