import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Contact } from '../contacts/contact.entity.js';
import { accessKey, contactAccess } from '../contacts/contact-access.js';
import { contactById } from '../contacts/contacts.loaders.js';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { Introduction } from '../network/introduction.entity.js';
import { canSeeIntroduction } from '../network/introductions.policy.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Money, money } from '../platform/money.js';
import { AmountBand, amountBand } from './amount-band.js';
import { creditsOf } from './credits.js';
import { Deal } from './deal.entity.js';
import type { DealAdjustment } from './deal-adjustment.entity.js';
import { netByDeal, originOf } from './deals.loaders.js';
import { canChangeDeal, canSeeAmount, canSeeBand } from './deals.policy.js';
import { DealsService } from './deals.service.js';
import { Credit, DealAbilities, DealAdjustmentConnection, ThanksConnection } from './deals.types.js';
import type { Thanks } from './thanks.entity.js';

@Resolver(() => Deal)
export class DealFieldsResolver {
  constructor(private readonly deals: DealsService) {}

  @ResolveField(() => Person, { description: 'Who sold.' })
  seller(@Parent() deal: Deal, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, deal.sellerId);
  }

  @ResolveField(() => Contact, {
    nullable: true,
    description: 'The contact who bought; null for a person of the clubs, or one the viewer may not see.',
  })
  async buyerContact(
    @Parent() { buyerContactId }: Deal,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Contact | null> {
    const access = buyerContactId && (await loaders.load(contactAccess, accessKey(buyerContactId, viewer)));
    return buyerContactId && access ? loaders.load(contactById, buyerContactId) : null;
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'The person of the clubs who bought; null for a contact, and for anybody but the seller.',
  })
  buyerPerson(
    @Parent() deal: Deal,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Person> | null {
    const visible = deal.buyerPersonId !== null && canChangeDeal(viewer, deal);
    return visible && deal.buyerPersonId ? loaders.loadExisting(personById, deal.buyerPersonId) : null;
  }

  @ResolveField(() => Person, { nullable: true, description: 'The root member of its chain; null without one.' })
  root(@Parent() deal: Deal, @RequestLoaders() loaders: Loaders): Promise<Person> | null {
    return deal.rootId === null ? null : loaders.loadExisting(personById, deal.rootId);
  }

  @ResolveField(() => Introduction, {
    nullable: true,
    description: 'The introduction it goes back to; null without one, or when the viewer has no part in it.',
  })
  async origin(
    @Parent() deal: Deal,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Introduction | null> {
    const origin = await originOf(deal, loaders);
    return origin && canSeeIntroduction(viewer, origin) ? origin : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'What was sold; null for anybody but the seller.' })
  description(@Parent() deal: Deal, @CurrentViewer() viewer: Viewer): string | null {
    return canChangeDeal(viewer, deal) ? deal.description : null;
  }

  @ResolveField(() => Money, {
    nullable: true,
    description:
      'The amount as recorded; null when the seller does not show it to the viewer, or the buyer does not want it told.',
  })
  async amount(
    @Parent() deal: Deal,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Money | null> {
    return canSeeAmount(viewer, deal, await originOf(deal, loaders)) ? money(deal.amountMinor, deal.currency) : null;
  }

  @ResolveField(() => Money, {
    nullable: true,
    description:
      'The amount with all adjustments; null when the seller does not show it to the viewer, or the buyer does not want it told.',
  })
  async netAmount(
    @Parent() deal: Deal,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Money | null> {
    if (!canSeeAmount(viewer, deal, await originOf(deal, loaders))) return null;
    return money(await loaders.loadExisting(netByDeal, deal.id), deal.currency);
  }

  @ResolveField(() => AmountBand, {
    nullable: true,
    description:
      'Between which powers of ten the amount lies; null when the seller does not show it to the viewer, or the buyer does not want it told.',
  })
  async amountBand(
    @Parent() deal: Deal,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<AmountBand | null> {
    return canSeeBand(viewer, deal, await originOf(deal, loaders))
      ? amountBand(BigInt(deal.amountMinor), deal.currency)
      : null;
  }

  @ResolveField(() => DealAdjustmentConnection, {
    nullable: true,
    description: 'Its adjustments by day; null when the viewer does not see the amount.',
  })
  async adjustments(
    @Parent() deal: Deal,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
    @Args() page: PageArguments,
  ): Promise<Connection<DealAdjustment> | null> {
    return canSeeAmount(viewer, deal, await originOf(deal, loaders)) ? this.deals.adjustments(deal, page) : null;
  }

  @ResolveField(() => [Credit], {
    description:
      'Who is credited with it, at most 10: all for the seller, for others their own credit. Empty without a root.',
  })
  credits(
    @Parent() deal: Deal,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Credit[]> {
    return creditsOf(deal, viewer, loaders);
  }

  @ResolveField(() => ThanksConnection, {
    description: 'The thanks said for it, the first first: all for the seller, for others those said to them.',
  })
  thanks(
    @Parent() deal: Deal,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Thanks>> {
    return this.deals.thanks(viewer, deal, page);
  }

  @ResolveField(() => DealAbilities, { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() deal: Deal, @CurrentViewer() viewer: Viewer): DealAbilities {
    return { change: canChangeDeal(viewer, deal) };
  }
}
