import { registerEnumType } from '@nestjs/graphql';

/**
 * Every reason for which an act can be refused, with its description for the schema: the one list of the
 * whole server, because clients see one enum.
 */
const reasons = {
  NOT_FOUND: 'What the field names does not exist, or the viewer may not see it.',
  INVALID: 'The field does not have the form it must have; the message says which.',
  TAKEN: 'The value must be unique and is in use already.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used before, for other input or for another act.',
  AMOUNT_TOO_PRECISE: 'The amount has more decimal places than its currency.',
  AMOUNT_TOO_LARGE: 'The amount has more digits than Kring keeps.',
  WRONG_CREDENTIALS: 'The e-mail address and the password do not belong together.',
  TOO_MANY_ATTEMPTS: 'Too many attempts for this account or from this address; try again later.',
  TOKEN_INVALID: 'The link was used before, has expired or never existed.',
  PASSWORD_TOO_WEAK: 'The password is too short, too long, too common or holds the e-mail address.',
  ALREADY_HAS_ACCOUNT: 'The person has an account already.',
  PARENT_DOES_NOT_FIT: 'A node of this kind does not go below that parent.',
  SEAT_TAKEN: 'The profession has a live seat in this club already.',
  ALREADY_A_MEMBER: 'The person has a live seat in this club already.',
  NOT_A_MEMBER: 'The person has no live seat in this club on that day.',
  ALREADY_LEFT: 'The membership has ended.',
  OFFICE_TAKEN: 'The office is held by somebody in part of this term.',
  DATE_OUT_OF_RANGE: 'The day does not fit the other days it must fit.',
  MEETING_NOT_OPEN: 'The meeting is not in the state this act needs.',
  ATTENDANCE_INCOMPLETE: 'A member with a seat on that day has no letter yet.',
  DUPLICATE_MEETING: 'The club has a meeting at that moment already.',
  ALREADY_INVITED: 'The visitor is invited to this meeting already.',
  GIVER_IS_RECEIVER: 'Nobody introduces or refers to himself.',
  INTRODUCTION_LOOP: 'The introduction would close a loop in its chain.',
  NO_CHAIN: 'The introducing contact was neither introduced to the beneficiary nor asked by a member.',
  ALREADY_IDENTIFIED: 'The contact is identified as another person already.',
  SAME_CONTACT: 'It takes two different contacts.',
  ALREADY_MERGED: 'The contact was merged with another one already.',
  STAGE_NOT_REACHABLE: 'The referral, or the visitor, cannot move from its stage to that one.',
  REASON_REQUIRED: 'This move needs a reason.',
  ALREADY_CONTACTED: 'The first contact was made already.',
  BUYER_IS_NOT_PROSPECT: 'The buyer is not the one the referral is about.',
  BUYER_IS_SELLER: 'Nobody sells to himself.',
  VISITOR_DID_NOT_COME: 'The visitor has not come to the meeting, or not by that day.',
  REFUND_EXCEEDS_DEAL: 'The adjustments would take the deal below zero.',
  SHARES_NOT_100: 'The shares of a split of credit sum to exactly 100 percent.',
  NO_ROOT: 'The deal has no root member who could be thanked or share the credit.',
  EDUCATION_BELOW_ZERO: 'The correction would take the education units of the member below zero.',
  ALREADY_THANKED: 'This member has been thanked for the deal already.',
  ONE_TO_ONE_NOT_OPEN: 'The one-to-one is not in the state this act needs.',
  NOTHING_TO_ADJUST: 'All is recorded already as the entries say.',
  OWN_ALERT: 'Nobody decides about himself.',
  DECISION_DOES_NOT_FIT: 'An alert about a visitor is no matter of seats.',
  ON_LEAVE: 'The member is on leave on that day.',
  ALREADY_SPEAKS: 'The member is to speak in this meeting already.',
  ALREADY_ASKED: 'The same was asked of him already, and he has not answered.',
  SWAP_ENDED: 'The swap was answered or withdrawn already.',
  CONTACT_SAID_NO: 'The contact himself said no to it, and he alone can say otherwise.',
  ALREADY_ANSWERED: 'It was answered already: the question of a link, or an ask with this contact.',
  NOTHING_ASKED: 'The link asks nothing: it shows what is held.',
  ASK_NOT_CURRENT: 'Nothing is asked, or not any more: it was too long ago, was cancelled, or the member has no seat.',
  SWAP_OUTDATED: 'One of the two does not speak any more where he did when the swap was asked for.',
  FILE_UNREADABLE: 'The file is no address book that Kring can read; the message says why.',
  FILE_TOO_LONG:
    'The file holds more contacts than can be imported at once, or would hold more rows than its format can.',
  ALREADY_APPLIED: 'The import was applied already.',
  NOTHING_TO_UNDO: 'The import was not applied, or was undone already.',
  UNDO_TOO_LATE: 'The import was applied too long ago to be undone.',
  REQUEST_NOT_OPEN: 'The introduction request is not in the state this act needs.',
  TOO_MANY_OPEN: 'As many of these are open as may be at once; wait, or take one back.',
} as const;

export type ErrorCode = keyof typeof reasons;

export const ErrorCode = Object.fromEntries(Object.keys(reasons).map((code) => [code, code])) as {
  readonly [code in ErrorCode]: code;
};

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'Why an act was refused. Programs decide by the code; the message beside it is for people.',
  valuesMap: Object.fromEntries(Object.entries(reasons).map(([code, description]) => [code, { description }])) as never,
});
