import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReferralsModule } from '../../referrals/referrals.module.js';
import { AnsweredAsk } from './answered-ask.entity.js';
import { AnswerAbilitiesResolver, AnswersResolver } from './answers.resolver.js';
import { AnswersService } from './answers.service.js';
import {
  AskMatchResolver,
  MatchedContactResolver,
  PresentationMatchesResolver,
  ViewerAskMatchesResolver,
} from './ask-matches.resolver.js';
import { DismissedMatch } from './dismissed-match.entity.js';

/**
 * What members ask for, matched with one's own contacts: "you know two people who fit Sara's ask". A contact fits by
 * the words of role, profession, company and place, in Dutch and in English (ask-matches.sql.ts), never by his name.
 * Each sees the matches of his own book alone, and the asker none; he hears of a contact when he is given to him. That
 * is one step, an ordinary referral that says which ask it answers. A contact is given for an ask once.
 */
@Module({
  imports: [TypeOrmModule.forFeature([AnsweredAsk, DismissedMatch]), ReferralsModule],
  providers: [
    AnswersService,
    AnswersResolver,
    AnswerAbilitiesResolver,
    ViewerAskMatchesResolver,
    PresentationMatchesResolver,
    AskMatchResolver,
    MatchedContactResolver,
  ],
})
export class AsksModule {}
