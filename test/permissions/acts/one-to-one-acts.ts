import { type Act, act } from './act.js';

const ofTheTwo = 'U N N N N N N N ok ok';

/** One-to-ones and sheets. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const oneToOneActs: Record<string, Act> = {
  proposeOneToOne: act('U N N ok F F ok ok ok ok', (world) => ({ partnerId: world.id('vik') }), {
    partnerId: 'Person',
  }),
  acceptOneToOne: act('U N N N N N N N F ok', (world) => ({ oneToOneId: world.id('asked') }), {
    oneToOneId: 'OneToOne',
  }),
  declineOneToOne: act('U N N N N N N N F ok', (world) => ({ oneToOneId: world.id('asked') }), {
    oneToOneId: 'OneToOne',
  }),
  cancelOneToOne: act(ofTheTwo, (world) => ({ oneToOneId: world.id('agreed') }), { oneToOneId: 'OneToOne' }),
  rescheduleOneToOne: act(ofTheTwo, (world) => ({ oneToOneId: world.id('agreed'), startsAt: '2026-03-10T09:00:00Z' }), {
    oneToOneId: 'OneToOne',
  }),
  recordOneToOne: act(ofTheTwo, (world) => ({ oneToOneId: world.id('agreed'), heldOn: '2026-03-05' }), {
    oneToOneId: 'OneToOne',
    partnerId: { type: 'Person', put: (id) => ({ oneToOneId: null, partnerId: id }) },
  }),
  withdrawOneToOne: act(ofTheTwo, (world) => ({ oneToOneId: world.id('metOnce'), reason: 'It was the day before' }), {
    oneToOneId: 'OneToOne',
  }),
  changeMemberSheet: act('U ok ok ok ok ok ok ok ok ok', () => ({ goals: 'More customers' })),
};
