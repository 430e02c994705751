import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Speaker } from './speaker.entity.js';
import {
  ClubSpeakersResolver,
  MeetingSpeakersAbilitiesResolver,
  MeetingSpeakersResolver,
} from './speaker-fields.resolver.js';
import { SpeakerSwap } from './speaker-swap.entity.js';
import { SpeakerSwapsResolver, ViewerSwapsResolver } from './speaker-swaps.resolver.js';
import { SpeakerSwapsService } from './speaker-swaps.service.js';
import { SpeakerProposalsResolver, SpeakersResolver } from './speakers.resolver.js';
import { SpeakersService } from './speakers.service.js';

/**
 * Who gives the feature presentation of a meeting. Kring proposes whose turn it is, a human assigns; nobody is
 * assigned who is on leave or has no seat on the day. Two speakers may swap: the one asks, the other answers, and both
 * meetings change at once or not at all. What they agree is between them until it is done.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Speaker, SpeakerSwap])],
  providers: [
    SpeakersService,
    SpeakerSwapsService,
    SpeakersResolver,
    SpeakerProposalsResolver,
    SpeakerSwapsResolver,
    ViewerSwapsResolver,
    MeetingSpeakersResolver,
    MeetingSpeakersAbilitiesResolver,
    ClubSpeakersResolver,
  ],
})
export class SpeakersModule {}
