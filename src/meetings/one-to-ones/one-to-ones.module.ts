import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  ClubOneToOnesResolver,
  HeldOneToOnesResolver,
  MeetingOneToOnesResolver,
  MembershipOneToOnesResolver,
} from './club-one-to-ones.resolver.js';
import { HeldOneToOnesService } from './held-one-to-ones.service.js';
import { MemberSheet } from './member-sheet.entity.js';
import { MemberSheetsResolver } from './member-sheets.resolver.js';
import { MemberSheetsService } from './member-sheets.service.js';
import { OneToOne } from './one-to-one.entity.js';
import { OneToOnesResolver } from './one-to-ones.resolver.js';
import { OneToOnesService } from './one-to-ones.service.js';
import { PersonOneToOneAbilitiesResolver, ViewerOneToOnesResolver } from './person-one-to-ones.resolver.js';
import { RecordOneToOneService } from './record-one-to-one.service.js';

/**
 * Two members meet outside the meeting. One proposes, the other answers; either may propose something else, call it
 * off, or record that it was held. Either side records and both are credited: a pair is held once a day. What was
 * recorded by mistake can be withdrawn by either within seven days. All of it is between the two; their clubs see
 * that they met and when, and count it. The sheet a member keeps is for whom he meets, and for his fellow members.
 */
@Module({
  imports: [TypeOrmModule.forFeature([OneToOne, MemberSheet])],
  providers: [
    OneToOnesService,
    RecordOneToOneService,
    HeldOneToOnesService,
    MemberSheetsService,
    OneToOnesResolver,
    ViewerOneToOnesResolver,
    PersonOneToOneAbilitiesResolver,
    MembershipOneToOnesResolver,
    ClubOneToOnesResolver,
    MeetingOneToOnesResolver,
    HeldOneToOnesResolver,
    MemberSheetsResolver,
  ],
})
export class OneToOnesModule {}
