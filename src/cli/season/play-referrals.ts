import { GiveReferralService } from '../../referrals/give-referral.service.js';
import type { DeclineReason, ReferralStage } from '../../referrals/referral-stage.js';
import { ReferralsService } from '../../referrals/referrals.service.js';
import { consentBasis, party } from './play-network.js';
import type { Performances } from './season.player.js';
import type { SeasonStage } from './season.stage.js';

/** How the demo's Dutch notes begin that tell why something was declined. */
const declineReasons: [string, DeclineReason][] = [
  ['Geen nood', 'no_need'],
  ['Is al klant', 'already_a_customer'],
  ['Geen toestemming', 'no_consent'],
];

function declineReason(note: string | null): DeclineReason {
  return declineReasons.find(([beginning]) => note?.startsWith(beginning))?.[1] ?? 'not_a_fit';
}

/** The receiver's seat in the giver's club, or else the one he has elsewhere. */
function seatOf(stage: SeasonStage, club: string, person: string): string {
  const clubs = [club, ...stage.season.clubs.map(({ key }) => key)];
  const held = clubs.find((key) => stage.has('seat', `${key} ${person}`));
  return stage.id('seat', `${held ?? club} ${person}`);
}

export const playReferrals: Performances<'giveReferral' | 'promiseFirstContact' | 'moveReferral'> = {
  giveReferral: async (stage, act) => {
    const { prospect } = act;
    const referral = await stage.service(GiveReferralService).give(
      await stage.as(act.giver),
      stage.input({
        clubId: stage.id('club', act.club),
        receiverMembershipId: seatOf(stage, act.club, act.receiver),
        prospect: prospect === 'giver' ? null : party(stage, prospect),
        need: act.need,
        warmth: act.warmth,
        consentBasis: consentBasis(act.consent),
      }),
    );
    stage.put('referral', act.key, referral.id);
    stage.put('receiver', act.key, act.receiver);
    if (prospect === 'giver' || referral.introductionId === null) return;
    stage.put('introduction', prospect.introduction, referral.introductionId);
    stage.put('beneficiary', prospect.introduction, act.receiver);
  },

  promiseFirstContact: async (stage, { referral, promisedFor }) => {
    const input = stage.input({
      referralId: stage.id('referral', referral),
      promisedFor: stage.instant(promisedFor),
    });
    await stage.service(ReferralsService).promiseFirstContact(await stage.asOwner('receiver', referral), input);
  },

  moveReferral: async (stage, { referral, to, note }) => {
    const referrals = stage.service(ReferralsService);
    const viewer = await stage.asOwner('receiver', referral);
    const referralId = stage.id('referral', referral);
    if (to === 'DECLINED') {
      return referrals.decline(viewer, stage.input({ referralId, reason: declineReason(note), note }));
    }
    if (to === 'LOST') return referrals.lose(viewer, stage.input({ referralId, reason: note ?? '' }));
    return referrals.move(viewer, stage.input({ referralId, to: to.toLowerCase() as ReferralStage, note }));
  },
};
