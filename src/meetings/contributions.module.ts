import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClubsModule } from '../clubs/clubs.module.js';
import { MeetingReferralsResolver, ReferralInMeetingResolver } from './came-in/referrals-in-meeting.resolver.js';
import { Education } from './education/education.entity.js';
import { EducationResolver } from './education/education.resolver.js';
import { EducationService } from './education/education.service.js';
import {
  MeetingEducationResolver,
  MembershipEducationAbilitiesResolver,
  MembershipEducationResolver,
} from './education/education-lists.resolver.js';
import { Presentation } from './presentations/presentation.entity.js';
import {
  ClubAsksResolver,
  MeetingPresentationAbilitiesResolver,
  MeetingPresentationsResolver,
  MembershipPresentationsResolver,
} from './presentations/presentation-lists.resolver.js';
import { PresentationsResolver } from './presentations/presentations.resolver.js';
import { PresentationsService } from './presentations/presentations.service.js';
import { Testimonial } from './testimonials/testimonial.entity.js';
import {
  MeetingTestimonialsResolver,
  MembershipTestimonialAbilitiesResolver,
  MembershipTestimonialsResolver,
} from './testimonials/testimonial-lists.resolver.js';
import { TestimonialsResolver } from './testimonials/testimonials.resolver.js';
import { TestimonialsService } from './testimonials/testimonials.service.js';

/**
 * What members bring into a meeting: presentations with what they ask for, testimonials, education units; and what
 * the room hears of the referrals of the day. A member has one presentation of a kind in a meeting, which is locked
 * with the meeting. Testimonials and education units belong to a day and not to a meeting; they are only added, and no
 * correction takes a member's units below zero. All of it is seen by the members of the club.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Presentation, Testimonial, Education]), ClubsModule],
  providers: [
    PresentationsService,
    PresentationsResolver,
    MeetingPresentationsResolver,
    MeetingPresentationAbilitiesResolver,
    ClubAsksResolver,
    MembershipPresentationsResolver,
    TestimonialsService,
    TestimonialsResolver,
    MembershipTestimonialsResolver,
    MembershipTestimonialAbilitiesResolver,
    MeetingTestimonialsResolver,
    EducationService,
    EducationResolver,
    MembershipEducationResolver,
    MembershipEducationAbilitiesResolver,
    MeetingEducationResolver,
    MeetingReferralsResolver,
    ReferralInMeetingResolver,
  ],
})
export class ContributionsModule {}
