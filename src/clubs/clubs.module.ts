import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Club } from './club.entity.js';
import { ClubRules } from './club-rules.entity.js';
import { ClubsResolver } from './clubs.resolver.js';
import { ClubsService } from './clubs.service.js';
import { NetworkAdministrator } from './network-administrator.entity.js';
import { Profession } from './profession.entity.js';
import { ProfessionsResolver } from './professions.resolver.js';
import { ProfessionsService } from './professions.service.js';
import { Region } from './region.entity.js';
import { RegionDirector } from './region-director.entity.js';
import { RegionDirectorsResolver } from './region-directors.resolver.js';
import { RegionsResolver } from './regions.resolver.js';
import { RegionsService } from './regions.service.js';
import { ViewerRegionsResolver } from './viewer-regions.resolver.js';

/**
 * Where clubs are: the region tree with its directors and administrators, the clubs with their versioned rules,
 * and the catalogue of professions. Administrators keep it; whoever sits in a network sees it.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Region, RegionDirector, NetworkAdministrator, Club, ClubRules, Profession])],
  providers: [
    RegionsService,
    ClubsService,
    ProfessionsService,
    RegionsResolver,
    RegionDirectorsResolver,
    ClubsResolver,
    ProfessionsResolver,
    ViewerRegionsResolver,
  ],
  exports: [RegionsService, ClubsService, ProfessionsService],
})
export class ClubsModule {}
