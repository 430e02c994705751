import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Activity } from './activity.entity.js';
import { ActivityService } from './activity.service.js';

/** What happened: who did what to what, and when. Written by every service, read by notifications. Append-only. */
@Global()
@Module({ imports: [TypeOrmModule.forFeature([Activity])], providers: [ActivityService], exports: [ActivityService] })
export class ActivityModule {}
