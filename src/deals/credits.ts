import { personById } from '../identity/person.loaders.js';
import type { Viewer } from '../identity/viewer.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { money } from '../platform/money.js';
import { allocate, type Share } from './allocation.js';
import type { Deal } from './deal.entity.js';
import { netByDeal, originOf, splitByDeal } from './deals.loaders.js';
import { canChangeDeal, canSeeAmount } from './deals.policy.js';
import type { Credit } from './deals.types.js';

/** The credits for a deal that the viewer may see: the split in force, or all of it to the root. */
export async function creditsOf(deal: Deal, viewer: Viewer, loaders: Loaders): Promise<Credit[]> {
  const shares = (await loaders.load(splitByDeal, deal.id)) ?? rootTakesAll(deal);
  const isShown = canSeeAmount(viewer, deal, await originOf(deal, loaders));
  const amounts = isShown && allocate(await loaders.loadExisting(netByDeal, deal.id), shares);
  const visible = shares.filter((share) => canChangeDeal(viewer, deal) || viewer.is(share.personId));
  return Promise.all(
    visible.map(async ({ personId, hundredths }) => ({
      person: await loaders.loadExisting(personById, personId),
      percent: (hundredths / 100).toString(),
      amount: amounts ? money(amounts.get(personId) ?? 0n, deal.currency) : null,
    })),
  );
}

function rootTakesAll(deal: Deal): Share[] {
  return deal.rootId === null ? [] : [{ personId: deal.rootId, hundredths: 10_000 }];
}
