import { describedEnum } from '../platform/graphql/enum.js';

export const ReferralStage = describedEnum('ReferralStage', 'How far a referral has come: the sales funnel.', {
  SUSPECT: 'Given, not yet contacted.',
  PROSPECT: 'Contacted, and the need is confirmed.',
  HOT_PROSPECT: 'An offer or an appointment is out.',
  CUSTOMER: 'Bought.',
  LOST: 'Will not buy; the reason is with the move.',
  DECLINED: 'The receiver did not take it up; the reason is with the move.',
});
export type ReferralStage = (typeof ReferralStage)[keyof typeof ReferralStage];

export const DeclineReason = describedEnum('DeclineReason', 'Why a receiver does not take a referral up.', {
  NOT_A_FIT: 'It does not fit what he does.',
  NO_NEED: 'There is no need.',
  ALREADY_A_CUSTOMER: 'He is a customer already.',
  NO_CONSENT: 'The contact does not want it.',
});
export type DeclineReason = (typeof DeclineReason)[keyof typeof DeclineReason];

/** Where a referral may go from each stage. Declining is for a need that was not confirmed. */
const reachable: Record<ReferralStage, ReferralStage[]> = {
  suspect: ['prospect', 'hot_prospect', 'customer', 'lost', 'declined'],
  prospect: ['suspect', 'hot_prospect', 'customer', 'lost'],
  hot_prospect: ['suspect', 'prospect', 'customer', 'lost'],
  customer: ['suspect', 'prospect', 'hot_prospect', 'lost'],
  lost: ['suspect', 'prospect', 'hot_prospect', 'customer'],
  declined: ['suspect', 'prospect', 'hot_prospect', 'customer'],
};

const funnel: ReferralStage[] = ['suspect', 'prospect', 'hot_prospect', 'customer'];

export function canReach(from: ReferralStage, to: ReferralStage): boolean {
  return reachable[from].includes(to);
}

/** Going on needs no reason; going back, losing, declining, and taking up again what had ended do. */
export function needsReason(from: ReferralStage, to: ReferralStage): boolean {
  return funnel.indexOf(from) === -1 || funnel.indexOf(to) < funnel.indexOf(from);
}

/** The stages that say the receiver has been in touch and has taken the referral up. */
export function isTakenUp(stage: ReferralStage): boolean {
  return ['prospect', 'hot_prospect', 'customer'].includes(stage);
}
