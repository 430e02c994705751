import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Acts } from './acts.js';
import { Afterwards } from './afterwards.js';
import { Clock } from './clock.js';
import { DatabaseListener } from './database-listener.js';
import { OpenStreams } from './graphql/open-streams.js';
import { Jobs } from './jobs.js';
import { JobsWorker } from './jobs-worker.js';
import { Mail } from './mail.js';
import { Replica } from './replica.js';
import { SETTINGS, type Settings } from './settings.js';

/** What every module stands on and no domain word describes: settings, the clock, acts that happen once, mail, jobs,
 * what the database notifies, the streams that are open,
 * and where reports read. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings & { DATABASE_URL: string }): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        Clock,
        Acts,
        Afterwards,
        Mail,
        DatabaseListener,
        OpenStreams,
        Jobs,
        JobsWorker,
        Replica,
      ],
      exports: [SETTINGS, Clock, Acts, Afterwards, Mail, DatabaseListener, OpenStreams, Jobs, Replica],
    };
  }
}
