import { describedEnum } from '../../platform/graphql/enum.js';

export const OneToOneState = describedEnum('OneToOneState', 'How far a one-to-one is.', {
  PROPOSED: 'One has proposed it; the other has not answered yet.',
  ACCEPTED: 'Both want it.',
  DECLINED: 'The other did not want it.',
  CANCELLED: 'One of the two called it off.',
  HELD: 'They met; it counts.',
  WITHDRAWN: 'It was recorded by mistake, and counts for nothing.',
});
export type OneToOneState = (typeof OneToOneState)[keyof typeof OneToOneState];

const statesAfter: Record<OneToOneState, OneToOneState[]> = {
  proposed: ['proposed', 'accepted', 'declined', 'cancelled', 'held'],
  accepted: ['proposed', 'cancelled', 'held'],
  declined: [],
  cancelled: [],
  held: ['withdrawn'],
  withdrawn: [],
};

export function canBecome(from: OneToOneState, to: OneToOneState): boolean {
  return statesAfter[from].includes(to);
}
