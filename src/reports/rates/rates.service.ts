import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { type DifferingRate, differingRates } from './differing-rates.sql.js';
import { type FileRate, type RatesFileError, readRatesFile } from './read-rates-file.js';
import { storeRates } from './store-rates.sql.js';

/** What came of a file. With errors nothing of it was stored. */
export interface ImportedRates {
  added: number;
  /** How many were there already, with the same rate. */
  known: number;
  errors: RatesFileError[];
}

/** Where the day of the European Central Bank ends. */
const timeZone = 'Europe/Berlin';

/** Rolls the import back. */
class RatesDiffer extends Error {
  constructor(readonly rates: DifferingRate[]) {
    super('Rates are stored otherwise.');
  }
}

@Injectable()
export class RatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports a file of the European Central Bank's format, whole or not at all. What is stored stays as it is: the same
   * file again adds nothing, and one that has another rate for a currency and day is refused.
   * @param source who published the rates
   */
  async import(file: Buffer, source: string): Promise<ImportedRates> {
    const { rates, errors } = readRatesFile(file, this.clock.today(timeZone));
    if (errors.length > 0) return { added: 0, known: 0, errors };
    try {
      const added = await this.store(rates, source);
      return { added, known: rates.length - added, errors: [] };
    } catch (error) {
      if (!(error instanceof RatesDiffer)) throw error;
      return { added: 0, known: 0, errors: error.rates.map((rate) => errorOf(rate, rates)) };
    }
  }

  /** Compares after storing: what others stored meanwhile is there by then. */
  private store(rates: FileRate[], source: string): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const added = await storeRates(manager, { rates, source, importedAt: this.clock.now() });
      const differing = await differingRates(manager, rates);
      if (differing.length > 0) throw new RatesDiffer(differing);
      return added;
    });
  }
}

function errorOf({ currency, day, stored, given }: DifferingRate, rates: FileRate[]): RatesFileError {
  const line = rates.find((rate) => rate.day === day)?.line ?? 0;
  return { line, message: `${currency}: the rate of ${day} is ${stored} for good, and not ${given}.` };
}
