import type { StageName } from '../../../src/cli/season/season.types.js';
import type { ActOf, Journal } from './journal.js';
import { ModelRefusal } from './model-refusal.js';

const FORWARD: readonly StageName[] = ['SUSPECT', 'PROSPECT', 'HOT_PROSPECT', 'CUSTOMER'];

/** Where the referral stands now: its last move, or the last deal recorded from it. */
export function stageOf(journal: Journal, referral: string): StageName {
  const moves = journal
    .of('moveReferral')
    .filter(({ act }) => act.referral === referral)
    .map(({ order, act }) => ({ order, stage: act.to }));
  const deals = journal
    .of('recordDeal')
    .filter(({ act }) => act.referral === referral)
    .map(({ order }) => ({ order, stage: 'CUSTOMER' as const }));
  const [last] = [...moves, ...deals].sort((one, other) => other.order - one.order);
  return last?.stage ?? 'SUSPECT';
}

export function promiseFirstContact(journal: Journal, act: ActOf<'promiseFirstContact'>): void {
  journal.referral(act.referral);
  journal.append(act);
}

export function moveReferral(journal: Journal, act: ActOf<'moveReferral'>): void {
  journal.referral(act.referral);
  const from = stageOf(journal, act.referral);
  if (from === act.to) throw new ModelRefusal('STAGE_UNCHANGED', `${act.referral} is ${from} already`);
  if (needsReason(from, act.to) && !act.note?.trim()) {
    throw new ModelRefusal('REASON_NEEDED', `${act.referral} from ${from} to ${act.to}`);
  }
  journal.append(act);
}

/** To lose, to decline and to go back need a reason; to go on does not. */
function needsReason(from: StageName, to: StageName): boolean {
  const [before, after] = [FORWARD.indexOf(from), FORWARD.indexOf(to)];
  return before === -1 || after < before;
}
