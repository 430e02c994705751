import type { PartyKey } from '../../../src/cli/season/season.types.js';
import { linkFromClaim, linkOf } from './chain.js';
import { requireSeat, sameHuman } from './humans.js';
import type { ActOf, Claim, IntroductionRow, Journal } from './journal.js';
import { humansAbove, refuseLoop, refuseLoopBelow, refuseSelfGiving, refuseUnfitParent } from './loop-rules.js';
import { ModelRefusal } from './model-refusal.js';

type Told = Pick<IntroductionRow, 'beneficiary' | 'introduced' | 'happenedOn'> & { claim: Claim };

export function recordIntroduction(journal: Journal, act: ActOf<'recordIntroduction'>): void {
  const claim: Claim = { introducer: act.introducer, parent: act.parent };
  const { beneficiary, introduced } = act;
  requireSeat(journal, beneficiary, act.at.day);
  refuseIntroduction(journal, { beneficiary, introduced, happenedOn: act.at.day, claim });
  const order = journal.append(act);
  const happenedOn = act.at.day;
  const row = { key: act.key, order, at: act.at, beneficiary, introduced, happenedOn, claim };
  journal.introductions.set(act.key, { ...row, referral: null, above: null });
}

export function giveReferral(journal: Journal, act: ActOf<'giveReferral'>): void {
  const { giver, receiver: beneficiary, prospect, at } = act;
  if (giver === beneficiary) throw new ModelRefusal('GIVER_IS_RECEIVER', `referral ${act.key}`);
  requireSeat(journal, giver, at.day);
  requireSeat(journal, beneficiary, at.day);
  if (prospect === 'giver') {
    journal.append(act);
    return;
  }
  const introduced: PartyKey = 'contact' in prospect ? { contact: prospect.contact } : { person: prospect.person };
  const claim: Claim = { introducer: { person: giver } };
  refuseIntroduction(journal, { beneficiary, introduced, happenedOn: at.day, claim });
  const order = journal.append(act);
  const row = { key: prospect.introduction, order, at, beneficiary, introduced, happenedOn: at.day, claim };
  journal.introductions.set(row.key, { ...row, referral: act.key, above: null });
}

export function insertIntroduction(journal: Journal, act: ActOf<'insertIntroduction'>): void {
  const below = journal.introduction(act.above);
  const { beneficiary, happenedOn } = below;
  const introduced: PartyKey = { contact: act.introduced };
  const claim = act.introducer === undefined ? null : { introducer: { person: act.introducer } };
  if (claim) refuseClaim(journal, { beneficiary, happenedOn, introduced, claim });
  refuseIntroducedBeneficiary(journal, beneficiary, introduced);
  const link = claim ? linkFromClaim(journal, claim, below) : linkOf(journal, below.key);
  const above = humansAbove(journal, link);
  refuseLoop(journal, introduced, above);
  // Without a new introducer only the inserted human is new to those below.
  refuseLoopBelow(journal, below.key, claim ? link.parent : null, [introduced, ...(claim ? above : [])]);
  const order = journal.append(act);
  const row = { key: act.key, order, at: act.at, beneficiary, introduced, happenedOn, claim };
  journal.introductions.set(act.key, { ...row, referral: null, above: below.key });
}

export function correctIntroduction(journal: Journal, act: ActOf<'correctIntroduction'>): void {
  const { key, beneficiary, introduced, happenedOn } = journal.introduction(act.introduction);
  const claim: Claim = { introducer: act.introducer, parent: act.parent };
  refuseClaim(journal, { beneficiary, introduced, happenedOn, claim });
  const link = linkFromClaim(journal, claim, { beneficiary, happenedOn });
  refuseLoopBelow(journal, key, link.parent, humansAbove(journal, link));
  journal.append(act);
}

/** Everything for which a new introduction with nothing below it is refused. */
export function refuseIntroduction(journal: Journal, told: Told): void {
  requireParty(journal, told.introduced);
  refuseClaim(journal, told);
  refuseIntroducedBeneficiary(journal, told.beneficiary, told.introduced);
  refuseLoop(journal, told.introduced, humansAbove(journal, linkFromClaim(journal, told.claim, told)));
}

/** What is wrong with the introducer as told, whoever was introduced. */
function refuseClaim(journal: Journal, told: Told): void {
  const { introducer } = told.claim;
  if ('contact' in introducer) requireParty(journal, { contact: introducer.contact });
  refuseSelfGiving(journal, told.beneficiary, told.claim);
  refuseUnfitParent(journal, told.beneficiary, told.claim);
  const member = 'person' in introducer ? introducer.person : introducer.asker;
  if (member !== undefined) requireSeat(journal, member, told.happenedOn);
}

/** The rules name no code of their own for this: whoever comes back to the beneficiary closes a loop. */
function refuseIntroducedBeneficiary(journal: Journal, beneficiary: string, introduced: PartyKey): void {
  if (!sameHuman(journal, introduced, { person: beneficiary })) return;
  throw new ModelRefusal('INTRODUCTION_LOOP', `${beneficiary} is introduced to himself`);
}

function requireParty(journal: Journal, party: PartyKey): void {
  if ('contact' in party) journal.contact(party.contact);
}
