import type { StageName } from '../../../src/cli/season/season.types.js';
import type { ActOf } from './journal.js';
import type { Dice } from './random-dice.js';
import { others, randomConsent, type SeasonDraft } from './random-draft.js';
import { CLUBS, newContact, someContact } from './random-people.js';
import { stageOf } from './referral-acts.js';

type Referral = ActOf<'giveReferral'>;
type Step = { to: StageName; note: string | null };

/** Moves that are allowed whatever else a club may rule; going on stands first and is the most usual. */
const STEPS: Record<StageName, readonly Step[]> = {
  SUSPECT: [
    { to: 'PROSPECT', note: null },
    { to: 'DECLINED', note: 'not a fit' },
  ],
  PROSPECT: [
    { to: 'HOT_PROSPECT', note: 'offer sent' },
    { to: 'LOST', note: 'too dear' },
  ],
  HOT_PROSPECT: [
    { to: 'CUSTOMER', note: null },
    { to: 'PROSPECT', note: 'wants to think again' },
    { to: 'LOST', note: 'chose another' },
  ],
  CUSTOMER: [],
  LOST: [],
  DECLINED: [],
};

export function referOutside(draft: SeasonDraft, dice: Dice): void {
  const pair = fellowPair(draft, dice);
  if (!pair) return;
  const person = dice.chance(15) ? dice.choose(others(draft.members(), pair.giver, pair.receiver)) : undefined;
  const introduction = draft.newKey('introduction');
  const prospect =
    person === undefined ? { contact: someContact(draft, dice, pair.giver), introduction } : { person, introduction };
  refer(draft, dice, { ...pair, prospect });
}

export function referInside(draft: SeasonDraft, dice: Dice): void {
  const pair = fellowPair(draft, dice);
  if (pair) refer(draft, dice, { ...pair, prospect: 'giver' });
}

/** Somebody gives to himself, by a referral or by an introduction; the rules refuse it. */
export function giveToSelf(draft: SeasonDraft, dice: Dice): void {
  const club = dice.choose(CLUBS);
  const giver = dice.choose(draft.members(club));
  if (club === undefined || giver === undefined) return;
  const contact = someContact(draft, dice, giver, 0);
  const key = draft.newKey('introduction');
  if (dice.chance(50)) {
    const prospect = dice.chance(30) ? 'giver' : { contact, introduction: key };
    refer(draft, dice, { club, giver, receiver: giver, prospect });
    return;
  }
  const consent = randomConsent(dice);
  const introducer = { person: giver };
  draft.perform({ act: 'recordIntroduction', key, beneficiary: giver, introduced: { contact }, introducer, consent });
}

export function promise(draft: SeasonDraft, dice: Dice): void {
  const promised = draft.journal.of('promiseFirstContact').map(({ act }) => act.referral);
  const open = receivedByMembers(draft).filter(
    ({ key }) => stageOf(draft.journal, key) === 'SUSPECT' && !promised.includes(key),
  );
  const referral = dice.choose(open);
  if (!referral) return;
  const day = Math.min(draft.day + dice.between(0, 2), -1);
  draft.perform({ act: 'promiseFirstContact', referral: referral.key, promisedFor: { day, time: '23:00' } });
}

export function move(draft: SeasonDraft, dice: Dice): void {
  const movable = receivedByMembers(draft).filter(({ key }) => STEPS[stageOf(draft.journal, key)].length > 0);
  const referral = dice.choose(movable);
  if (!referral) return;
  const [forward, ...others] = STEPS[stageOf(draft.journal, referral.key)];
  const step = (dice.chance(30) ? dice.choose(others) : undefined) ?? forward;
  if (step) draft.perform({ act: 'moveReferral', referral: referral.key, ...step });
}

/** One meeting of a club from plan to close, to which a member brings a contact of his. */
export function meetWithVisitor(draft: SeasonDraft, dice: Dice): void {
  const club = dice.choose(CLUBS);
  const members = draft.members(club);
  const invitedBy = dice.choose(members);
  if (club === undefined || invitedBy === undefined || meetsToday(draft, club)) return;
  const contact = dice.choose(strangersOf(draft, invitedBy)) ?? newContact(draft, dice, invitedBy);
  const [meeting, visitor] = [draft.newKey('meeting'), draft.newKey('visitor')];
  draft.perform({ act: 'planMeeting', key: meeting, club, startsAt: draft.moment(30) });
  const isInvited = draft.perform({ act: 'inviteVisitor', key: visitor, meeting, contact, invitedBy });
  draft.passMinutes(26);
  draft.perform({ act: 'openMeeting', meeting });
  const letters = Object.fromEntries(members.map((member) => [member, 'P' as const]));
  draft.perform({ act: 'recordAttendance', meeting, letters });
  if (isInvited && dice.chance(85)) draft.perform({ act: 'recordVisit', visitor });
  draft.passMinutes(55);
  draft.perform({ act: 'closeMeeting', meeting });
}

function meetsToday(draft: SeasonDraft, club: string): boolean {
  return draft.journal.of('planMeeting').some(({ act }) => act.club === club && act.startsAt.day === draft.day);
}

/** Contacts who have not been invited to any meeting. */
function strangersOf(draft: SeasonDraft, member: string): string[] {
  const invited = draft.journal.of('inviteVisitor').map(({ act }) => act.contact);
  return draft.contactsOf(member).filter((contact) => !invited.includes(contact));
}

function fellowPair(draft: SeasonDraft, dice: Dice) {
  const club = dice.choose(CLUBS);
  const giver = dice.choose(draft.members(club));
  const receiver = dice.choose(others(draft.members(club), giver));
  if (club === undefined || giver === undefined || receiver === undefined) return undefined;
  return { club, giver, receiver };
}

function receivedByMembers(draft: SeasonDraft): Referral[] {
  return draft.journal
    .of('giveReferral')
    .map(({ act }) => act)
    .filter((act) => draft.isMember(act.receiver, draft.day, act.club));
}

function refer(draft: SeasonDraft, dice: Dice, told: Pick<Referral, 'club' | 'giver' | 'receiver' | 'prospect'>): void {
  const warmth = dice.choose([1, 2, 3, 4, 5] as const) ?? 3;
  const key = draft.newKey('referral');
  const consent = randomConsent(dice);
  draft.perform({ act: 'giveReferral', key, need: 'a new roof', warmth, consent, ...told });
}
