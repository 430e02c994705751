import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { Input } from '../platform/graphql/payload.js';
import { UuidScalar } from '../platform/graphql/scalars.js';
import { Deal } from './deal.entity.js';
import { DealsService } from './deals.service.js';
import { AdjustDealInput, DealPayload, RecordDealInput, SplitCreditInput, ThankForDealInput } from './deals.types.js';
import { RecordDealService } from './record-deal.service.js';

@Resolver(() => Deal)
export class DealsResolver {
  constructor(
    private readonly recording: RecordDealService,
    private readonly deals: DealsService,
  ) {}

  @Query(() => Deal, {
    nullable: true,
    description: 'The deal; null unless the viewer made it or is credited with it.',
  })
  deal(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the deal.' }) id: string,
  ): Promise<Deal | null> {
    return this.deals.find(viewer, id);
  }

  @Mutation(() => DealPayload, { description: 'Records a deal of the viewer; its degree and root are derived.' })
  async recordDeal(@CurrentViewer() viewer: Viewer, @Input() input: RecordDealInput): Promise<DealPayload> {
    return { deal: await this.recording.record(viewer, input) };
  }

  @Mutation(() => DealPayload, { description: 'Adjusts or refunds a deal by a new row. For its seller.' })
  async adjustDeal(@CurrentViewer() viewer: Viewer, @Input() input: AdjustDealInput): Promise<DealPayload> {
    return { deal: await this.deals.adjust(viewer, input) };
  }

  @Mutation(() => DealPayload, { description: 'Shares the credit for a deal among members. For its seller.' })
  async splitCredit(@CurrentViewer() viewer: Viewer, @Input() input: SplitCreditInput): Promise<DealPayload> {
    return { deal: await this.deals.split(viewer, input) };
  }

  @Mutation(() => DealPayload, { description: 'Thanks the root member, or another one, for a deal. For its seller.' })
  async thankForDeal(@CurrentViewer() viewer: Viewer, @Input() input: ThankForDealInput): Promise<DealPayload> {
    return { deal: await this.deals.thank(viewer, input) };
  }
}
