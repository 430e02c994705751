import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../../identity/identity.module.js';
import {
  ClubVisitorsResolver,
  MeetingVisitorsAbilitiesResolver,
  MeetingVisitorsResolver,
} from './meeting-visitors.resolver.js';
import { RegistrationsResolver } from './registrations.resolver.js';
import { RegistrationsService } from './registrations.service.js';
import { Visitor } from './visitor.entity.js';
import { VisitorLink } from './visitor-link.entity.js';
import { VisitorLinksResolver } from './visitor-links.resolver.js';
import { VisitorLinksService } from './visitor-links.service.js';
import { VisitorsResolver } from './visitors.resolver.js';
import { VisitorsService } from './visitors.service.js';

/**
 * Whom the members bring to a meeting: invited, confirmed, came or did not come, followed up, applied; each step is a
 * dated fact. A member invites a contact by name, or with a link of his own by which strangers register themselves.
 * The club sees the names; how to reach a visitor is for whoever invited him and for the offices that follow him up.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Visitor, VisitorLink]), IdentityModule],
  providers: [
    VisitorsService,
    VisitorLinksService,
    RegistrationsService,
    VisitorsResolver,
    VisitorLinksResolver,
    RegistrationsResolver,
    MeetingVisitorsResolver,
    MeetingVisitorsAbilitiesResolver,
    ClubVisitorsResolver,
  ],
  exports: [VisitorsService],
})
export class VisitorsModule {}
