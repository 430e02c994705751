import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NetworkModule } from '../../network/network.module.js';
import { DealsModule } from '../deals.module.js';
import { CustomerQuestion } from './customer-question.entity.js';
import { CustomersResolver } from './customers.resolver.js';
import { CustomersService } from './customers.service.js';
import { RecordOnwardIntroductionService } from './record-onward-introduction.service.js';
import { DealCustomerResolver, ViewerCustomersResolver } from './viewer-customers.resolver.js';

/**
 * Customers as introducers: after each deal, who brought this customer, and whom could he introduce the seller to?
 * Where a seller stands with a customer is derived from his own deals and from the introductions that served him; only
 * the answer to the question is recorded. All of it is the seller's alone. Rows are taken for one human only where the
 * seller sees the details of both, so that he learns neither who was introduced to him nor who knows him besides.
 */
@Module({
  imports: [TypeOrmModule.forFeature([CustomerQuestion]), NetworkModule, DealsModule],
  providers: [
    CustomersService,
    RecordOnwardIntroductionService,
    CustomersResolver,
    ViewerCustomersResolver,
    DealCustomerResolver,
  ],
})
export class CustomersModule {}
