import type { Role } from './roles.js';

/**
 * A value that stands nowhere else, in one personal column of one row, and who may ever find it in an answer.
 * Stated from section 11 of docs/domain.md alone: the rows of the fields know nothing of it, nor it of them.
 */
export interface Canary {
  /** `table.column`. */
  column: string;
  /** Of whom or what the row is, in the words of the permission world. */
  of: string;
  seenBy: readonly Role[];
  because: string;
}

const nobody: Role[] = [];
const self: Role[] = ['self'];
const party: Role[] = ['party'];
const both: Role[] = ['party', 'self'];
const following: Role[] = ['board', 'party'];
const club: Role[] = ['member', 'board', 'party', 'self'];
const clubAndAdministrator: Role[] = ['administrator', ...club];
const network: Role[] = ['neighbour', 'director', ...clubAndAdministrator];

const each = (seenBy: Role[], of: string, because: string, columns: string): Canary[] =>
  columns.split(' ').map((column) => ({ column, of, seenBy, because }));

const boardAndSelf: Role[] = ['board', 'self'];

const adjustments =
  'meeting_adjustments.reason meeting_adjustments.substitute_before meeting_adjustments.substitute_after';
const contactDetails =
  'contacts.name contacts.company contacts.email contacts.phone contacts.profession contacts.place';

const sheetTexts =
  'member_sheets.goals member_sheets.accomplishments member_sheets.interests member_sheets.networks member_sheets.skills';

const requestTexts = 'introduction_requests.looking_for introduction_requests.message';

export const canaries: Canary[] = [
  ...each(network, 'sara', 'A directory entry: the name.', 'persons.given_name persons.family_name'),
  ...each(network, 'sara', 'A directory entry: whose seat it is.', 'memberships.company'),
  ...each(clubAndAdministrator, 'sara', "The club's directory; administrators keep profiles.", 'persons.email'),
  ...each(clubAndAdministrator, 'sara', "The club's directory; administrators keep profiles.", 'persons.phone'),
  ...each(self, 'sara', 'Own data.', 'persons.locale sessions.client'),
  ...each(network, 'lena', 'Who left is still named where he had a part.', 'persons.given_name persons.family_name'),
  ...each(nobody, 'lena', 'Who left is in no directory any more.', 'persons.email persons.phone persons.locale'),
  ...each(clubAndAdministrator, 'lena', "The club's past seats; administrators keep profiles.", 'memberships.company'),
  ...each(nobody, 'vik', 'What signs in is for nobody.', 'accounts.password_hash'),
  ...each(nobody, 'vik', 'What signs in is for nobody.', 'sessions.token_hash account_tokens.token_hash'),
  ...each(nobody, 'vik', 'Own data.', 'sessions.client'),
  ...each(nobody, 'sara', 'What happened is kept, and not shown as it is kept.', 'activities.details'),
  ...each(nobody, 'sara', 'Who tries to sign in is watched, and not shown.', 'sign_in_attempts.throttle_key'),
  ...each(network, 'ghent', 'Clubs and regions are known in their network, and there alone.', 'clubs.name'),
  ...each(network, 'ghent', 'Clubs and regions are known in their network, and there alone.', 'regions.name'),
  ...each(network, 'ghent', 'What a seat costs is known in the network.', 'clubs.fee_minor'),
  ...each(both, 'carl', 'Own referrals with their contacts: owner, and receiver with consent.', contactDetails),
  ...each(both, 'carl', 'Own referrals with their contacts: owner, and receiver with consent.', 'contacts.role'),
  ...each(party, 'carl', 'What his owner once noted of him is his owner’s own.', 'contact_merges.kept_before'),
  ...each(party, 'wim', 'Until there is consent the receiver sees role and need.', contactDetails),
  ...each(both, 'wim', 'Until there is consent the receiver sees role and need.', 'contacts.role'),
  ...each(self, 'kobe', 'An address book is its owner’s own.', `${contactDetails} contacts.role`),
  ...each(self, 'dora', 'Whom a contact brought is not for the root of the chain.', `${contactDetails} contacts.role`),
  ...each(self, 'yan', 'The same below a chain of another root.', `${contactDetails} contacts.role`),
  ...each(club, 'guest', 'Who visits a meeting is named to the club.', 'contacts.name'),
  ...each(party, 'guest', 'What he does stays with whoever invited him.', 'contacts.role'),
  ...each(following, 'guest', 'Only offices that follow visitors up need it.', 'contacts.company'),
  ...each(following, 'guest', 'Only offices that follow visitors up need it.', 'contacts.email contacts.phone'),
  ...each(
    party,
    'guest',
    'What his inviter knows of him besides is not for the club.',
    'contacts.profession contacts.place',
  ),
  ...each(nobody, 'contactLink', 'Whoever has the address of a link is the contact.', 'contact_links.token_hash'),
  ...each(nobody, 'link', 'Whoever has the address of a link may register.', 'visitor_links.token_hash'),
  ...each(clubAndAdministrator, 'closed', "The club's meetings.", 'meetings.place'),
  ...each(clubAndAdministrator, 'cancelled', "The club's meetings.", 'meetings.cancellation_reason'),
  ...each(clubAndAdministrator, 'series', "The club's meetings.", 'meeting_series.place'),
  ...each(clubAndAdministrator, 'holiday', "The club's meetings.", 'holidays.name'),
  ...each(nobody, 'ownFeed', 'What opens a calendar is for nobody.', 'calendar_feeds.token_hash'),
  ...each(club, 'closed', 'Who stood in is known to who was there.', 'attendances.substitute_name'),
  ...each(club, 'presentation', "The club's asks.", 'presentations.ask'),
  ...each(club, 'testimonial', 'Said in the room.', 'testimonials.text'),
  ...each(club, 'learnt', "The club's counts.", 'education_units.units education_units.topic'),
  ...each(both, 'ofTheDay', 'The room hears that it was given, and not for what.', 'referrals.need'),
  ...each(both, 'toPerson', 'The room hears that he was thanked, and not what was said.', 'thanks.message'),
  ...each(club, 'closed', 'What was corrected after closing is told to the members of the club.', adjustments),
  ...each(
    club,
    'closed',
    'Why a meeting was reopened is told to the members of the club.',
    'meeting_reopenings.reason',
  ),
  ...each(boardAndSelf, 'absences', 'An alert is for the board and for whom it is about.', 'alerts.measured'),
  ...each(boardAndSelf, 'absences', 'An alert is for the board and for whom it is about.', 'alert_evidence.units'),
  ...each(boardAndSelf, 'absences', 'An alert is for the board and for whom it is about.', 'alert_decisions.note'),
  ...each(club, 'ghent', 'What a club does in its meetings is for its members.', 'agenda_template_points.title'),
  ...each(club, 'point', 'What a club does in its meetings is for its members.', 'agenda_points.title'),
  ...each(both, 'carlReferral', 'Own referrals given and received.', 'referrals.need'),
  ...each(both, 'declined', 'Own referrals given and received.', 'referrals.need referral_moves.note'),
  ...each(self, 'fromVik', 'A referral is between its giver and its receiver.', 'referrals.need'),
  ...each(
    both,
    'exact',
    'The seller lets the root see the amount.',
    'deals.amount_minor deal_adjustments.amount_minor',
  ),
  ...each(self, 'exact', 'What was sold is the seller’s.', 'deals.description deal_adjustments.reason'),
  ...each(both, 'exact', 'Thanks are for whom they were said to.', 'thanks.message'),
  ...each(self, 'band', 'A band is no amount.', 'deals.amount_minor deals.description'),
  ...each(self, 'summed', 'It is seen in sums only.', 'deals.amount_minor deals.description'),
  ...each(self, 'hidden', 'The seller hides the amount.', 'deals.amount_minor deals.description'),
  ...each(self, 'hidden', 'The seller hides the amount.', 'deal_adjustments.amount_minor deal_adjustments.reason'),
  ...each(self, 'hidden', 'Thanks are for whom they were said to.', 'thanks.message'),
  ...each(both, 'hidden', 'One’s own credit.', 'credit_shares.percent'),
  ...each(self, 'hiddenRest', 'The credit of somebody else.', 'credit_shares.percent'),
  ...each(both, 'toPerson', 'The seller lets the root see the amount.', 'deals.amount_minor'),
  ...each(self, 'toPerson', 'What was sold is the seller’s.', 'deals.description'),
  ...each(self, 'own', 'Own acquisition has no root.', 'deals.amount_minor deals.description'),
  ...each(self, 'exact', 'What a seller heard from a customer is his alone.', 'customer_questions.note'),
  ...each(both, 'asked', 'A one-to-one is between its two people.', 'one_to_ones.place one_to_ones.message'),
  ...each(both, 'metOnce', 'Clubs see that they met, not where.', 'one_to_ones.place one_to_ones.message'),
  ...each(both, 'mistaken', 'A one-to-one is between its two people.', 'one_to_ones.withdrawal_reason'),
  ...each(club, 'sara', 'A sheet is for fellow members.', sheetTexts),
  ...each(self, 'upload', 'What one brought along is one’s own.', 'contact_imports.headings contact_import_rows.cells'),
  ...each(both, 'request', 'A request is between who asks and who is asked.', requestTexts),
  ...each(both, 'declinedRequest', 'A request is between who asks and who is asked.', requestTexts),
  ...each(party, 'declinedRequest', 'A no is quiet, and what was noted with it.', 'introduction_requests.note'),
  ...each(party, 'passedRequest', 'The requester does not learn that it was passed on.', requestTexts),
  ...each(self, 'sara', 'What an hour is worth to somebody is his own.', 'memberships.hourly_rate_minor'),
  ...each(nobody, 'lena', 'Who left shares her sheet with nobody any more.', sheetTexts),
  ...each(boardAndSelf, 'february', "A scorecard is the member's and the board's.", 'scorecard_results.metrics'),
];

/** Columns that could hold something personal by their type, and why they do not. */
export const impersonal: Record<string, string> = {
  'activities.subject_type': 'A word of the code.',
  'activities.verb': 'A word of the code.',
  'club_rules.education_units_before_feature': 'A rule of the club, known in the network.',
  'club_months.present_by': 'A set that names nobody; in no answer.',
  'club_months.absent_by': 'A set that names nobody; in no answer.',
  'club_months.late_by': 'A set that names nobody; in no answer.',
  'club_months.medical_by': 'A set that names nobody; in no answer.',
  'club_months.substitute_by': 'A set that names nobody; in no answer.',
  'club_months.visitors_by': 'A set that names nobody; in no answer.',
  'club_months.given_inside_by': 'A set that names nobody; in no answer.',
  'club_months.given_outside_by': 'A set that names nobody; in no answer.',
  'club_months.received_by': 'A set that names nobody; in no answer.',
  'club_months.one_to_ones_by': 'A set that names nobody; in no answer.',
  'club_months.education_by': 'A set that names nobody; in no answer.',
  'club_months.testimonials_by': 'A set that names nobody; in no answer.',
  'club_month_returns.currency': 'A code of ISO 4217.',
  'club_month_returns.amount_own':
    'A sum of a club, of which directors see what five or more made; the specs of regions watch it.',
  'club_month_returns.amount_1':
    'A sum of a club, of which directors see what five or more made; the specs of regions watch it.',
  'club_month_returns.amount_2':
    'A sum of a club, of which directors see what five or more made; the specs of regions watch it.',
  'club_month_returns.amount_3':
    'A sum of a club, of which directors see what five or more made; the specs of regions watch it.',
  'club_month_returns.amount_4':
    'A sum of a club, of which directors see what five or more made; the specs of regions watch it.',
  'club_month_returns.squares_direct':
    'A sum of a club, of which directors see what five or more made; the specs of regions watch it.',
  'club_month_returns.squares_indirect':
    'A sum of a club, of which directors see what five or more made; the specs of regions watch it.',
  'club_month_returns.sellers': 'A set that names nobody; in no answer.',
  'club_month_returns.sellers_1': 'A set that names nobody; in no answer.',
  'club_month_returns.sellers_2': 'A set that names nobody; in no answer.',
  'club_month_returns.sellers_3': 'A set that names nobody; in no answer.',
  'club_month_returns.sellers_4': 'A set that names nobody; in no answer.',
  'club_month_returns.sellers_own': 'A set that names nobody; in no answer.',
  'stale_club_months.kind': 'A word of the code.',
  'stale_club_months.likeness': 'Gone before anybody else could read it; in no answer.',
  'clubs.currency': 'A code of ISO 4217.',
  'clubs.locale': "The club's, not a person's.",
  'clubs.time_zone': "The club's, not a person's.",
  'consents.text_version': 'A word of the code.',
  'contact_import_rows.contact_digest': 'A digest; in no answer.',
  'contact_import_rows.errors': 'Words of the code.',
  'contact_import_rows.filled': 'Words of the code.',
  'contacts.search_text': 'Made of columns that have canaries; in no answer.',
  'deals.currency': 'A code of ISO 4217.',
  'exchange_rates.currency': 'A code of ISO 4217.',
  'exchange_rates.rate': 'Published for everybody.',
  'exchange_rates.source': 'A bank.',
  'idempotency_keys.act': 'A word of the code.',
  'idempotency_keys.input_hash': 'A hash of what the caller sent himself.',
  'meeting_series.rule': 'A rule of days.',
  'scorecard_choices.profile_code': 'A rule of the club, known in the network.',
  'scorecard_profiles.code': 'A rule of the network, known in it.',
  'scorecard_profiles.content': 'A rule of the network, known in it.',
  'scorecard_results.colour': 'A word of the profile; whose it is, the metrics beside it watch.',
  'scorecard_results.profile_code': 'A rule of the club, known in the network.',
  'professions.name': 'The catalogue is for whoever has an account.',
};

const adjusted = 'deal_adjustments.amount_minor';

/** What stands in the column: the text, the number or the bytes. */
export function canary(column: string, of: string): string {
  const place = canaries.findIndex((each) => each.column === column && each.of === of);
  if (place < 0) throw new Error(`There is no canary for ${column} of ${of}: state who may see it.`);
  const number = String(1000 + place);
  if (column.endsWith('.email')) return `canary-${of.toLowerCase()}@${column.replaceAll(/[._]/g, '-')}.example`;
  if (column.endsWith('.phone')) return `+32470${number}7`;
  if (column.endsWith('.locale')) return `nl-BE-x-canary${number}`;
  if (column.endsWith('.amount_minor') && column.startsWith('deal_adjustments')) return `-${number}7`;
  if (column.endsWith('_minor')) return `7${number}37`;
  if (column === 'education_units.units') return '47.29';
  if (column === 'scorecard_results.metrics') return `${number}.25`;
  if (column === 'alerts.measured') return `${number}.25`;
  if (column === 'alert_evidence.units') return `9${number.slice(2)}.75`;
  if (column.endsWith('.percent')) return of === 'hidden' ? '61.37' : '38.63';
  return `canary ${column} ${of}`;
}

/** In what forms the value could stand in an answer: an amount also with its adjustment. */
export function formsOf({ column, of }: Canary): string[] {
  const value = canary(column, of);
  if (column === 'deals.amount_minor' && canaries.some((each) => each.column === adjusted && each.of === of)) {
    return [value, String(Number(value) + Number(canary(adjusted, of)))].map(decimal);
  }
  if (column.endsWith('_minor')) return [decimal(value)];
  if (column.endsWith('_hash'))
    return [value, Buffer.from(value).toString('hex'), Buffer.from(value).toString('base64')];
  return [value];
}

function decimal(minor: string): string {
  return minor.replace(/(\d\d)$/, '.$1');
}
