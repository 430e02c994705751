import { type Act, act } from './act.js';

/** The hourly rate. Cells: anonymous stranger foreigner neighbour director administrator member board party self. */
export const returnsActs: Record<string, Act> = {
  changeHourlyRate: act(
    'U N N F F F F F F ok',
    (world) => ({ membershipId: world.id('saraSeat'), hourlyRate: '75.00' }),
    { membershipId: 'Membership' },
  ),
};
