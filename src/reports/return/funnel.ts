import type { FunnelRow } from './funnel.sql.js';
import type { Funnel, FunnelStage } from './funnel.types.js';
import { isSafe, mayBeSplit, type Part } from './shown-parts.js';

const stages = ['suspect', 'prospect', 'hot_prospect', 'customer'] as const;

/**
 * The funnel of a member or a club. Those that reached a stage are among those that reached the one before: a stage is
 * shown when they, and those that stayed behind since the last stage shown, are each of nobody or of enough receivers.
 * @returns null when some members, yet fewer than the smallest group, received any
 */
export function funnelOf(rows: readonly FunnelRow[], smallestGroup: number): Funnel | null {
  if (!isSafe([partOf(rows)], smallestGroup)) return null;
  const shown = shownStages(rows, smallestGroup);
  const ended = (...how: FunnelRow['ended'][]) => rows.filter((row) => how.includes(row.ended));
  const isEndTold = mayBeSplit([ended('lost'), ended('declined'), ended(null)].map(partOf), smallestGroup);
  return {
    stages: stages.map((stage, step): FunnelStage => {
      const referrals = shown[step] ?? null;
      const next = shown[step + 1] ?? null;
      return {
        stage,
        referrals,
        conversionToNext: referrals && next !== null ? next / referrals : null,
        medianDays: referrals ? medianOf(rows, step) : null,
      };
    }),
    lost: isEndTold ? countOf(ended('lost')) : null,
    declined: isEndTold ? countOf(ended('declined')) : null,
  };
}

/** For each stage how many reached it, or null. */
function shownStages(rows: readonly FunnelRow[], smallestGroup: number): (number | null)[] {
  let lastShown = 0;
  return stages.map((_, step) => {
    const reached = rows.filter((row) => row.reached >= step);
    const behind = rows.filter((row) => lastShown <= row.reached && row.reached < step);
    if (!mayBeSplit([partOf(reached), partOf(behind)], smallestGroup)) return null;
    lastShown = step;
    return countOf(reached);
  });
}

/** To suspect it takes no time: that is the giving itself. */
function medianOf(rows: readonly FunnelRow[], step: number): number | null {
  return step === 0 ? 0 : (rows[0]?.medianDays[step - 1] ?? null);
}

function countOf(rows: readonly FunnelRow[]): number {
  return rows.reduce((sum, { referrals }) => sum + referrals, 0);
}

function partOf(rows: readonly FunnelRow[]): Part {
  return { contributors: rows.map(({ receiverId }) => receiverId) };
}
