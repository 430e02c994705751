import { Injectable } from '@nestjs/common';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { PeriodReturn } from '../return/return-report.types.js';
import { convertedSum, currenciesToConvert } from './convert.js';
import { ConversionGap, type ConvertedReturn } from './converted-return.types.js';
import { rateKey, ratesOnDay } from './rates-on-day.sql.js';

@Injectable()
export class ConversionsService {
  /** The return of a period, as far as its viewer sees it, in one currency, with the rates of the period's last day. */
  async ofPeriod(
    loaders: Loaders,
    { to, currencies, suppressedCurrencies }: Pick<PeriodReturn, 'to' | 'currencies' | 'suppressedCurrencies'>,
    currency: string,
  ): Promise<ConvertedReturn> {
    const none = { currency, day: to, total: null, missingRates: [], rates: [] };
    if (suppressedCurrencies.length > 0) return { ...none, gap: ConversionGap.SUPPRESSED };
    const amounts = currencies.map((shown) => shown.return.amount);
    const needed = currenciesToConvert(
      amounts.map((amount) => amount.currency),
      currency,
    );
    const found = await Promise.all(needed.map((code) => loaders.load(ratesOnDay, rateKey(code, to))));
    const rates = found.flatMap((rate) => rate ?? []);
    const missingRates = needed.filter((_, place) => found[place] === null);
    if (missingRates.length > 0) return { ...none, gap: ConversionGap.RATE_MISSING, missingRates, rates };
    const perEuro = new Map(rates.map((rate) => [rate.currency, rate.rate]));
    return { ...none, total: convertedSum(amounts, currency, perEuro), gap: null, rates };
  }
}
