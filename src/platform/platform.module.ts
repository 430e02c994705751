import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Acts } from './acts.js';
import { Clock } from './clock.js';
import { SETTINGS, type Settings } from './settings.js';

/** What every module stands on and no domain word describes: settings, the clock, and acts that happen once. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: PlatformModule,
      providers: [{ provide: SETTINGS, useValue: settings }, Clock, Acts],
      exports: [SETTINGS, Clock, Acts],
    };
  }
}
