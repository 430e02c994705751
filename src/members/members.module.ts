import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClubsModule } from '../clubs/clubs.module.js';
import { AdmissionService } from './admission.service.js';
import { ClubMembersAbilitiesResolver, ClubMembersResolver } from './club-members.resolver.js';
import { HourlyRateAbilitiesResolver, HourlyRateResolver } from './hourly-rate.resolver.js';
import { HourlyRateService } from './hourly-rate.service.js';
import { Leave } from './leave.entity.js';
import { LeavesResolver, MembershipLeavesAbilitiesResolver, MembershipLeavesResolver } from './leaves.resolver.js';
import { LeavesService } from './leaves.service.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';
import { Membership } from './membership.entity.js';
import { Office } from './office.entity.js';
import { OfficesResolver } from './offices.resolver.js';
import { OfficesService } from './offices.service.js';
import { PersonMembershipsResolver, ViewerMembershipsResolver } from './person-memberships.resolver.js';

/**
 * Who sits in a club, and who leads it. A profession has one live seat per club, a person one seat; the terms of
 * seats and offices never overlap, and no office outlasts its holder's seat. Members of a network see each
 * other's directory entries; who left is seen by the club he left.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Membership, Office, Leave]), ClubsModule],
  providers: [
    AdmissionService,
    MembersService,
    OfficesService,
    LeavesService,
    MembersResolver,
    OfficesResolver,
    LeavesResolver,
    MembershipLeavesResolver,
    MembershipLeavesAbilitiesResolver,
    ClubMembersResolver,
    ClubMembersAbilitiesResolver,
    PersonMembershipsResolver,
    ViewerMembershipsResolver,
    HourlyRateService,
    HourlyRateResolver,
    HourlyRateAbilitiesResolver,
  ],
  exports: [AdmissionService, MembersService, OfficesService],
})
export class MembersModule {}
