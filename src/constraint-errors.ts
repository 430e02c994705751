import { DomainError } from './platform/graphql/errors.js';
import type { ConstraintErrors } from './platform/graphql/payload.js';

/**
 * What a violated constraint is to the caller. Rules that are true of a row or of keys live in the database;
 * services do not ask first, they try, and this one table says what the refusal means.
 */
export const constraintErrors: ConstraintErrors = {
  accounts_one_per_person: new DomainError('ALREADY_HAS_ACCOUNT', 'The person has an account already.'),
  regions_name_is_used_once_below_its_parent: new DomainError('TAKEN', 'The parent has a region of that name.', [
    'name',
  ]),
  region_directors_terms_do_not_overlap: new DomainError(
    'OFFICE_TAKEN',
    'The person directs this region in part of this term already.',
    ['startsOn'],
  ),
  region_directors_end_after_start: new DomainError('DATE_OUT_OF_RANGE', 'A term does not end before it starts.', [
    'endsOn',
  ]),
  clubs_name_is_used_once_in_a_region: new DomainError('TAKEN', 'The region has a club of that name.', ['name']),
  club_rules_one_version_per_day: new DomainError('TAKEN', 'A version of the rules begins on that day already.', [
    'validFrom',
  ]),
  professions_name_is_used_once: new DomainError('TAKEN', 'The catalogue has a profession of that name.', ['name']),
  memberships_one_live_seat_per_profession: new DomainError(
    'SEAT_TAKEN',
    'The profession has a seat in this club in part of this term already.',
    ['professionId'],
  ),
  memberships_terms_of_one_person_do_not_overlap: new DomainError(
    'ALREADY_A_MEMBER',
    'The person has a seat in this club in part of this term already.',
    ['personId'],
  ),
  memberships_profession_id_fkey: new DomainError('NOT_FOUND', 'There is no such profession.', ['professionId']),
  memberships_renew_after_joining: new DomainError('DATE_OUT_OF_RANGE', 'A seat is renewed after its first day.', [
    'renewsOn',
  ]),
  memberships_leave_after_joining: new DomainError('DATE_OUT_OF_RANGE', 'Nobody leaves before he joined.', ['leftOn']),
  memberships_hourly_rate_is_positive: new DomainError('INVALID', 'An hourly rate is above zero.', ['hourlyRate']),
  offices_one_holder_at_a_time: new DomainError(
    'OFFICE_TAKEN',
    'Somebody holds this office in part of this term already.',
    ['office'],
  ),
  offices_terms_of_one_member_do_not_overlap: new DomainError(
    'OFFICE_TAKEN',
    'The member holds this office in part of this term already.',
    ['office'],
  ),
  offices_end_after_start: new DomainError('DATE_OUT_OF_RANGE', 'A term does not end before it starts.', ['endsOn']),
  leaves_of_one_member_do_not_overlap: new DomainError('ON_LEAVE', 'He is on leave in part of these days already.', [
    'startsOn',
  ]),
  leaves_end_after_start: new DomainError('DATE_OUT_OF_RANGE', 'A leave does not end before it starts.', ['endsOn']),
  persons_email_is_used_once: new DomainError('TAKEN', 'This e-mail address is known already.', ['newPerson', 'email']),
  contacts_owner_is_not_the_contact: new DomainError('INVALID', 'Nobody is a contact of himself.', ['personId']),
  deals_amount_is_positive: new DomainError('INVALID', 'The amount must be above zero.', ['amount']),
  deal_adjustments_change_something: new DomainError('INVALID', 'An adjustment of zero changes nothing.', ['amount']),
  thanks_said_once_per_deal_and_member: new DomainError('ALREADY_THANKED', 'He was thanked for this deal already.', [
    'personId',
  ]),
  customer_questions_only_later_has_a_day: new DomainError('INVALID', 'For later, and only then, say until when.', [
    'until',
  ]),
  customer_questions_later_comes_after_asking: new DomainError('DATE_OUT_OF_RANGE', 'Later is after today.', ['until']),
  meetings_one_start_per_club: new DomainError('DUPLICATE_MEETING', 'The club has a meeting at that moment already.', [
    'startsAt',
  ]),
  holidays_end_after_they_begin: new DomainError('DATE_OUT_OF_RANGE', 'A holiday does not end before it begins.', [
    'to',
  ]),
  holidays_last_100_days_at_most: new DomainError('DATE_OUT_OF_RANGE', 'A holiday lasts 100 days at most.', ['to']),
  holidays_of_a_club_do_not_overlap: new DomainError('TAKEN', 'The club has a holiday on part of these days already.', [
    'from',
  ]),
  attendances_only_a_substitute_is_named: new DomainError('INVALID', 'Only a substitute is named.', ['letters']),
  testimonials_giver_is_not_receiver: new DomainError('GIVER_IS_RECEIVER', 'Nobody gives a testimonial to himself.', [
    'receiverMembershipId',
  ]),
  education_units_count_something: new DomainError('INVALID', 'Zero units count for nothing.', ['units']),
  education_units_are_at_most_a_hundred: new DomainError('INVALID', 'At most 100 units are recorded at once.', [
    'units',
  ]),
  visitors_invited_once_per_meeting: new DomainError('ALREADY_INVITED', 'The contact is invited to it already.', [
    'contactId',
  ]),
  one_to_ones_take_two: new DomainError('INVALID', 'Nobody has a one-to-one with himself.', ['partnerId']),
  // He and the meeting are to blame together; in a swap the input names neither.
  speakers_speak_once_per_meeting: new DomainError('ALREADY_SPEAKS', 'He speaks in that meeting already.'),
  speaker_swaps_asked_once_while_pending: new DomainError('ALREADY_ASKED', 'You have asked him for this already.', [
    'withSpeakerId',
  ]),
  // A contact that was found a moment ago can have gone since: his owner undid the import he came by.
  introductions_introduced_contact_id_fkey: new DomainError('NOT_FOUND', 'There is no such contact.', [
    'introduced',
    'contactId',
  ]),
  introductions_introducer_contact_id_fkey: new DomainError('NOT_FOUND', 'There is no such contact.', [
    'introducer',
    'contactId',
  ]),
  deals_buyer_contact_id_fkey: new DomainError('NOT_FOUND', 'There is no such contact.', ['buyer', 'contactId']),
  visitors_contact_id_fkey: new DomainError('NOT_FOUND', 'There is no such contact.', ['contactId']),
  answered_asks_take_a_contact_once: new DomainError('ALREADY_ANSWERED', 'You gave him for this ask already.', [
    'contactId',
  ]),
  // He and the text are to blame together; when a request is passed on, the input has no text.
  introduction_requests_asked_once_while_open: new DomainError('ALREADY_ASKED', 'The same was asked of him already.'),
  introduction_requests_nobody_asks_himself: new DomainError('GIVER_IS_RECEIVER', 'Nobody asks himself.', [
    'askedMembershipId',
  ]),
  introduction_requests_via_is_another: new DomainError('INVALID', 'Nobody introduces himself.', ['viaContactId']),
  referrals_one_per_introduction: new DomainError('TAKEN', 'This introduction has its referral already.', [
    'introductionId',
  ]),
  scorecard_profiles_version_is_used_once: new DomainError('TAKEN', 'The network has this version of it already.', [
    'profile',
    'version',
  ]),
  scorecard_choices_one_per_day: new DomainError('TAKEN', 'A choice of the club begins on that day already.', ['from']),
};
