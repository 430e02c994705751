import { Module } from '@nestjs/common';
import {
  AcquaintanceMatrixResolver,
  AcquaintanceRowResolver,
  AcquaintanceTieResolver,
  ClubAcquaintanceResolver,
} from './acquaintance.resolver.js';
import { AcquaintanceService } from './acquaintance.service.js';

/**
 * Who has not met whom: the members of a club against each other. That two held a one-to-one goes both ways, that one
 * gave the other a referral goes one way. It is seen by the members of the club and nobody else.
 */
@Module({
  providers: [
    AcquaintanceService,
    ClubAcquaintanceResolver,
    AcquaintanceMatrixResolver,
    AcquaintanceRowResolver,
    AcquaintanceTieResolver,
  ],
  exports: [AcquaintanceService],
})
export class AcquaintanceModule {}
