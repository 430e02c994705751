import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { CurrencyCodeScalar } from '../../platform/graphql/scalars.js';
import { PeriodReturn, ReturnReport } from '../return/return-report.types.js';
import { ConversionsService } from './conversions.service.js';
import { ConvertedReturn } from './converted-return.types.js';

const description = 'The return of all currencies converted to one.';
const Currency = () =>
  Args('currency', { type: () => CurrencyCodeScalar, description: 'The currency to convert it to.' });

@Resolver(() => PeriodReturn)
export class PeriodConversionResolver {
  constructor(private readonly conversions: ConversionsService) {}

  @ResolveField(() => ConvertedReturn, { description })
  converted(
    @Parent() period: PeriodReturn,
    @RequestLoaders() loaders: Loaders,
    @Currency() currency: string,
  ): Promise<ConvertedReturn> {
    return this.conversions.ofPeriod(loaders, period, currency);
  }
}

/** A report is a period of its own; what is resolved does not come with the fields it has from there. */
@Resolver(() => ReturnReport)
export class ReportConversionResolver extends PeriodConversionResolver {}
