import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NetworkModule } from '../network.module.js';
import { AnswerRequestService } from './answer-request.service.js';
import { IntroduceOnRequest } from './introduce-on-request.js';
import { IntroductionRequest } from './introduction-request.entity.js';
import { IntroductionRequestFieldsResolver } from './introduction-request-fields.resolver.js';
import { IntroductionRequestListsService } from './introduction-request-lists.service.js';
import { IntroductionRequestsResolver, ViewerIntroductionRequestsResolver } from './introduction-requests.resolver.js';
import { IntroductionRequestsService } from './introduction-requests.service.js';
import { PassOnRequestService } from './pass-on-request.service.js';
import { RequestIntroductionService } from './request-introduction.service.js';
import { RequestLetters } from './request-letters.js';
import { RequestRemindersService } from './request-reminders.service.js';

/**
 * Introduction requests: a member asks a fellow member, who accepts with a contact of his, puts it off, passes it on or
 * declines; on the contact's yes the introduction exists. Whoever asked is told of a yes alone: every no looks like
 * silence until the request lapses, which it does by time and without a job. Whoever was asked is reminded.
 */
@Module({
  imports: [TypeOrmModule.forFeature([IntroductionRequest]), NetworkModule],
  providers: [
    IntroductionRequestsService,
    IntroductionRequestListsService,
    RequestIntroductionService,
    AnswerRequestService,
    PassOnRequestService,
    IntroduceOnRequest,
    RequestLetters,
    RequestRemindersService,
    IntroductionRequestsResolver,
    IntroductionRequestFieldsResolver,
    ViewerIntroductionRequestsResolver,
  ],
  exports: [
    IntroductionRequestsService,
    IntroductionRequestListsService,
    RequestIntroductionService,
    AnswerRequestService,
    PassOnRequestService,
    RequestRemindersService,
  ],
})
export class IntroductionRequestsModule {}
