import { canReach, needsReason, ReferralStage } from './referral-stage.js';

/** From (row) to (column): + goes on, r needs a reason, . is not reachable. */
const table: Record<ReferralStage, string> = {
  //             S P H C L D
  suspect: /*    */ '. + + + r r',
  prospect: /*   */ 'r . + + r .',
  hot_prospect: /**/ 'r r . + r .',
  customer: /*   */ 'r r r . r .',
  lost: /*       */ 'r r r r . .',
  declined: /*   */ 'r r r r . .',
};

const stages = Object.values(ReferralStage);
const pairs = stages.flatMap((from) =>
  stages.map((to, column) => [from, to, table[from].split(' ')[column] ?? ''] as const),
);

test('the table holds all pairs of stages', () => {
  expect(pairs).toHaveLength(36);
});

test.each(pairs)('from %s to %s: %s', (from, to, cell) => {
  const reachable = canReach(from, to);
  expect(reachable).toBe(cell !== '.');
  if (reachable) expect(needsReason(from, to)).toBe(cell === 'r');
});
