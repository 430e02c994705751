import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ActivityModule } from './activity/activity.module.js';
import { ClubsModule } from './clubs/clubs.module.js';
import { constraintErrors } from './constraint-errors.js';
import { dataSourceOptions } from './data-source.js';
import { graphqlOptions } from './graphql-options.js';
import { IdentityModule } from './identity/identity.module.js';
import { SignedInGuard } from './identity/signed-in.guard.js';
import { Clock } from './platform/clock.js';
import { CONSTRAINT_ERRORS, PayloadInterceptor, validationErrors } from './platform/graphql/payload.js';
import { PlatformModule } from './platform/platform.module.js';
import type { Settings } from './platform/settings.js';

/** The server: every module, in the order in which they may import each other. */
@Module({})
export class AppModule {
  static with(settings: Settings & { DATABASE_URL: string }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(settings.DATABASE_URL),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [DataSource, Clock],
          useFactory: graphqlOptions,
        }),
        PlatformModule.with(settings),
        IdentityModule,
        ActivityModule,
        ClubsModule,
      ],
      providers: [
        { provide: CONSTRAINT_ERRORS, useValue: constraintErrors },
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_INTERCEPTOR, useClass: PayloadInterceptor },
        {
          provide: APP_PIPE,
          useFactory: () =>
            new ValidationPipe({ transform: true, stopAtFirstError: true, exceptionFactory: validationErrors }),
        },
      ],
    };
  }
}
