import { DataSource, type DataSourceOptions } from 'typeorm';
import { PlatformAndIdentity1763000000001 } from '../migrations/1763000000001-platform-and-identity.js';
import { ClubsAndMembers1763000000002 } from '../migrations/1763000000002-clubs-and-members.js';
import { ContactsAndReferrals1763000000003 } from '../migrations/1763000000003-contacts-and-referrals.js';
import { MeetingsAndDeals1763000000004 } from '../migrations/1763000000004-meetings-and-deals.js';
import { RulesOfTheMeeting1763000000005 } from '../migrations/1763000000005-rules-of-the-meeting.js';
import { Contributions1763000000006 } from '../migrations/1763000000006-contributions.js';
import { OneToOnes1763000000007 } from '../migrations/1763000000007-one-to-ones.js';
import { Calendar1763000000008 } from '../migrations/1763000000008-calendar.js';
import { Agenda1763000000009 } from '../migrations/1763000000009-agenda.js';
import { Live1763000000010 } from '../migrations/1763000000010-live.js';
import { Visitors1763000000011 } from '../migrations/1763000000011-visitors.js';
import { ClosingAndAlerts1763000000012 } from '../migrations/1763000000012-closing-and-alerts.js';
import { Circle1763000000013 } from '../migrations/1763000000013-circle.js';
import { ContactImports1763000000014 } from '../migrations/1763000000014-contact-imports.js';
import { ContactMerges1763000000015 } from '../migrations/1763000000015-contact-merges.js';
import { Consent1763000000016 } from '../migrations/1763000000016-consent.js';
import { Retention1763000000017 } from '../migrations/1763000000017-retention.js';
import { Sharing1763000000018 } from '../migrations/1763000000018-sharing.js';
import { IntroductionRequests1763000000019 } from '../migrations/1763000000019-introduction-requests.js';
import { AnsweredAsks1763000000020 } from '../migrations/1763000000020-answered-asks.js';
import { Customers1763000000021 } from '../migrations/1763000000021-customers.js';
import { ReturnOnEffort1763000000022 } from '../migrations/1763000000022-return-on-effort.js';
import { RollUps1763000000023 } from '../migrations/1763000000023-roll-ups.js';
import { ExchangeRates1763000000025 } from '../migrations/1763000000025-exchange-rates.js';
import { SnakeNamingStrategy } from './platform/naming.js';

const migrations = [
  PlatformAndIdentity1763000000001,
  ClubsAndMembers1763000000002,
  ContactsAndReferrals1763000000003,
  MeetingsAndDeals1763000000004,
  RulesOfTheMeeting1763000000005,
  Contributions1763000000006,
  OneToOnes1763000000007,
  Calendar1763000000008,
  Agenda1763000000009,
  Live1763000000010,
  Visitors1763000000011,
  ClosingAndAlerts1763000000012,
  Circle1763000000013,
  ContactImports1763000000014,
  ContactMerges1763000000015,
  Consent1763000000016,
  Retention1763000000017,
  Sharing1763000000018,
  IntroductionRequests1763000000019,
  AnsweredAsks1763000000020,
  Customers1763000000021,
  ReturnOnEffort1763000000022,
  ExchangeRates1763000000025,
  RollUps1763000000023,
];

/** How Kring reaches its database. The schema comes from the migrations alone, never from the entities. */
export function dataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    migrations,
    migrationsTransactionMode: 'each',
    synchronize: false,
    namingStrategy: new SnakeNamingStrategy(),
    applicationName: 'kring',
    // Quiet unless DEBUG asks: what goes wrong is thrown, and told by whoever catches it.
    logger: 'debug',
    poolSize: 20,
    connectTimeoutMS: 5_000,
    // An idle connection that breaks must not take the process with it; the next query opens another.
    poolErrorHandler: () => undefined,
  };
}

/** A data source without entities, for migrations and for tools that speak plain SQL. */
export function createDataSource(url: string): DataSource {
  return new DataSource(dataSourceOptions(url));
}
