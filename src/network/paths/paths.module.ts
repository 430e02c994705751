import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../../identity/identity.module.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import { Pace } from './pace.js';
import { Sharing } from './sharing.entity.js';
import { SharingResolver, ViewerSharingResolver } from './sharing.resolver.js';
import { SharingService } from './sharing.service.js';
import { WarmPathsResolver } from './warm-paths.resolver.js';
import { WarmPathsService } from './warm-paths.service.js';

/**
 * Warm paths: who can introduce a member to somebody he does not know. One finds as far as one is found. A member must
 * not be able to learn by searching, counting, sorting, paging or timing whether another member knows a given person:
 * names are not searched, an answer needs three humans in three books to choose among, it names the member to ask and
 * nothing beyond him, and the searcher's own book changes nothing but how many he is shown.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Sharing]), IdentityModule],
  providers: [
    SharingService,
    SharingResolver,
    ViewerSharingResolver,
    WarmPathsService,
    WarmPathsResolver,
    {
      provide: Pace,
      inject: [SETTINGS],
      useFactory: (settings: Settings) => new Pace(settings.KRING_SEARCH_STEP_MILLISECONDS),
    },
  ],
})
export class PathsModule {}
