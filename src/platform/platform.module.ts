import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Acts } from './acts.js';
import { Afterwards } from './afterwards.js';
import { Clock } from './clock.js';
import { Mail } from './mail.js';
import { SETTINGS, type Settings } from './settings.js';

/** What every module stands on and no domain word describes: settings, the clock, acts that happen once, and mail. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: PlatformModule,
      providers: [{ provide: SETTINGS, useValue: settings }, Clock, Acts, Afterwards, Mail],
      exports: [SETTINGS, Clock, Acts, Afterwards, Mail],
    };
  }
}
