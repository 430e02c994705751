import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, ExternalContextCreator } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivityModule } from './activity/activity.module.js';
import { ClubsModule } from './clubs/clubs.module.js';
import { constraintErrors } from './constraint-errors.js';
import { ContactsModule } from './contacts/contacts.module.js';
import { DuplicatesModule } from './contacts/duplicates/duplicates.module.js';
import { ContactImportsModule } from './contacts/import/contact-imports.module.js';
import { RetentionModule } from './contacts/retention/retention.module.js';
import { dataSourceOptions } from './data-source.js';
import { CustomersModule } from './deals/customers/customers.module.js';
import { DealsModule } from './deals/deals.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { graphqlOptions } from './graphql-options.js';
import { IdentityModule } from './identity/identity.module.js';
import { SignedInGuard } from './identity/signed-in.guard.js';
import { AgendaModule } from './meetings/agenda/agenda.module.js';
import { AsksModule } from './meetings/asks/asks.module.js';
import { ClosingModule } from './meetings/closing/closing.module.js';
import { ContributionsModule } from './meetings/contributions.module.js';
import { LiveModule } from './meetings/live/live.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { OneToOnesModule } from './meetings/one-to-ones/one-to-ones.module.js';
import { SpeakersModule } from './meetings/speakers/speakers.module.js';
import { VisitorsModule } from './meetings/visitors/visitors.module.js';
import { MembersModule } from './members/members.module.js';
import { ConsentModule } from './network/consent/consent.module.js';
import { NetworkModule } from './network/network.module.js';
import { PathsModule } from './network/paths/paths.module.js';
import { IntroductionRequestsModule } from './network/requests/introduction-requests.module.js';
import { Clock } from './platform/clock.js';
import { ErrorFilter } from './platform/graphql/error-filter.js';
import { CONSTRAINT_ERRORS, PayloadInterceptor, validationErrors } from './platform/graphql/payload.js';
import { PlatformModule } from './platform/platform.module.js';
import { Replica } from './platform/replica.js';
import { SETTINGS, type Settings } from './platform/settings.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { AcquaintanceModule } from './reports/acquaintance/acquaintance.module.js';
import { ClubChainsModule } from './reports/chains/chains.module.js';
import { ClubScorecardsModule } from './reports/club-scorecards/club-scorecards.module.js';
import { CountsModule } from './reports/counts/counts.module.js';
import { RegionReportsModule } from './reports/regions/region-reports.module.js';
import { ReturnModule } from './reports/return/return.module.js';
import { ScorecardsModule } from './reports/scorecards/scorecards.module.js';

/** The server: every module, in the order in which they may import each other. */
@Module({})
export class AppModule {
  /** @param connection what the driver shall be told beyond what every connection of Kring has */
  static with(settings: Settings & { DATABASE_URL: string }, connection: object = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(settings.DATABASE_URL),
          extra: connection,
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [Replica, Clock, SETTINGS, ExternalContextCreator],
          useFactory: graphqlOptions,
        }),
        PlatformModule.with(settings),
        ActivityModule,
        IdentityModule,
        ClubsModule,
        MembersModule,
        ContactsModule,
        DuplicatesModule,
        ContactImportsModule,
        RetentionModule,
        NetworkModule,
        ConsentModule,
        PathsModule,
        IntroductionRequestsModule,
        ReferralsModule,
        MeetingsModule,
        ContributionsModule,
        OneToOnesModule,
        VisitorsModule,
        ClosingModule,
        AgendaModule,
        SpeakersModule,
        LiveModule,
        AsksModule,
        DealsModule,
        CustomersModule,
        ReturnModule,
        CountsModule,
        AcquaintanceModule,
        ClubChainsModule,
        ScorecardsModule,
        ClubScorecardsModule,
        RegionReportsModule,
        ExportsModule,
      ],
      providers: [
        { provide: CONSTRAINT_ERRORS, useValue: constraintErrors },
        { provide: APP_FILTER, useClass: ErrorFilter },
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
