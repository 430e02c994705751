import type { AmountVisibility } from '../../deals/deal.entity.js';
import { DealsService } from '../../deals/deals.service.js';
import { RecordDealService } from '../../deals/record-deal.service.js';
import { party } from './play-network.js';
import type { Performances } from './season.player.js';
import type { SeasonStage } from './season.stage.js';
import type { PartyKey } from './season.types.js';

function buyerOf(stage: SeasonStage, buyer: PartyKey | { visitor: string }) {
  if ('visitor' in buyer) return { contactId: null, personId: null, visitorId: stage.id('visitor', buyer.visitor) };
  return { ...party(stage, buyer), visitorId: null };
}

export const playDeals: Performances<'recordDeal' | 'adjustDeal' | 'splitCredit' | 'thankForDeal'> = {
  recordDeal: async (stage, act) => {
    const deal = await stage.service(RecordDealService).record(
      await stage.as(act.seller),
      stage.input({
        clubId: stage.id('club', act.club),
        buyer: buyerOf(stage, act.buyer),
        referralId: act.referral === undefined ? null : stage.id('referral', act.referral),
        amount: act.amount,
        currency: act.currency,
        closedOn: stage.day(act.on),
        description: act.description,
        amountVisibility: act.amountVisibility.toLowerCase() as AmountVisibility,
      }),
    );
    stage.put('deal', act.key, deal.id);
    stage.put('seller', act.key, act.seller);
  },

  adjustDeal: async (stage, { deal, amount, on, reason }) => {
    const input = stage.input({ dealId: stage.id('deal', deal), amount, adjustedOn: stage.day(on), reason });
    await stage.service(DealsService).adjust(await stage.asOwner('seller', deal), input);
  },

  splitCredit: async (stage, { deal, shares }) => {
    const input = stage.input({
      dealId: stage.id('deal', deal),
      shares: Object.entries(shares).map(([person, percent]) => ({ personId: stage.id('person', person), percent })),
    });
    await stage.service(DealsService).split(await stage.asOwner('seller', deal), input);
  },

  thankForDeal: async (stage, { deal, message }) => {
    const input = stage.input({ dealId: stage.id('deal', deal), personId: null, message });
    await stage.service(DealsService).thank(await stage.asOwner('seller', deal), input);
  },
};
