import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChainCorrectionsService } from './chain-corrections.service.js';
import { ChainsResolver, ViewerChainsResolver } from './chains.resolver.js';
import { ChainsService } from './chains.service.js';
import { Introduction } from './introduction.entity.js';
import { IntroductionFieldsResolver } from './introduction-fields.resolver.js';
import { IntroductionsResolver } from './introductions.resolver.js';
import { IntroductionsService } from './introductions.service.js';

/**
 * The circle: introductions, and the chains they form. All introductions of a chain serve one beneficiary. Degree
 * and root are derived from the place in the chain; nobody stands twice in it. Whoever changes a chain changes
 * all that hangs below, in one transaction.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Introduction])],
  providers: [
    IntroductionsService,
    ChainCorrectionsService,
    IntroductionsResolver,
    IntroductionFieldsResolver,
    ChainsService,
    ChainsResolver,
    ViewerChainsResolver,
  ],
  exports: [IntroductionsService, ChainCorrectionsService],
})
export class NetworkModule {}
