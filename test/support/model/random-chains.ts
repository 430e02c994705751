import type { PartyKey } from '../../../src/cli/season/season.types.js';
import { linkOf, rootOf } from './chain.js';
import { areFellows, personOf, sameHuman } from './humans.js';
import type { Claim, IntroductionRow } from './journal.js';
import { humansAbove } from './loop-rules.js';
import type { Dice } from './random-dice.js';
import { isContact, others, randomConsent, type SeasonDraft } from './random-draft.js';
import { someContact } from './random-people.js';

/** A member introduces a contact of his: to a fellow, across clubs, or as one who was himself introduced. */
export function introduceByMember(draft: SeasonDraft, dice: Dice): void {
  const pair = (dice.chance(40) ? dice.choose(introducedAcrossClubs(draft)) : undefined) ?? somePair(draft, dice);
  if (!pair) return;
  const introduced = { contact: someContact(draft, dice, pair.introducer) };
  introduce(draft, dice, { ...pair, introduced, claim: { introducer: { person: pair.introducer } } });
}

/** A member introduces another person of the clubs. */
export function introducePerson(draft: SeasonDraft, dice: Dice): void {
  const pair = somePair(draft, dice);
  if (!pair) return;
  const person = dice.choose(others(draft.members(), pair.introducer, pair.beneficiary));
  if (person === undefined) return;
  introduce(draft, dice, { ...pair, introduced: { person }, claim: { introducer: { person: pair.introducer } } });
}

/** A contact introduces another because a member asked him to; both are in the asker's address book. */
export function introduceByAsker(draft: SeasonDraft, dice: Dice): void {
  const pair = somePair(draft, dice);
  if (!pair) return;
  const { introducer: asker, beneficiary } = pair;
  const contact = someContact(draft, dice, asker, 30);
  // A contact who has become the beneficiary cannot be asked to introduce somebody to himself.
  if (personOf(draft.journal, { contact }) === beneficiary) return;
  const introduced = { contact: someContact(draft, dice, asker) };
  introduce(draft, dice, { beneficiary, introduced, claim: { introducer: { contact, asker } } });
}

/** Somebody who was introduced introduces the next one. */
export function introduceOnward(draft: SeasonDraft, dice: Dice): void {
  const parent = dice.choose(possibleParents(draft));
  if (!parent || !isContact(parent.introduced)) return;
  const { beneficiary } = parent;
  const person = dice.chance(15) ? dice.choose(others(draft.members(), beneficiary)) : undefined;
  const introduced: PartyKey =
    person === undefined ? { contact: someContact(draft, dice, beneficiary, 70) } : { person };
  introduce(draft, dice, { beneficiary, introduced, claim: { introducer: parent.introduced, parent: parent.key } });
}

/** An onward introduction that leads back to somebody of the chain; the rules refuse it. */
export function tryLoop(draft: SeasonDraft, dice: Dice): void {
  const parent = dice.choose(possibleParents(draft));
  if (!parent || !isContact(parent.introduced)) return;
  const { beneficiary } = parent;
  const above = humansAbove(draft.journal, linkOf(draft.journal, parent.key));
  const own = draft.contactsOf(beneficiary).map((contact) => ({ contact }));
  const back: PartyKey[] = own.filter((party) => above.some((human) => sameHuman(draft.journal, party, human)));
  const root = rootOf(draft.journal, parent.key);
  if (draft.isMember(root, draft.day)) back.push({ person: root });
  const introduced = dice.choose(back);
  if (!introduced) return;
  introduce(draft, dice, { beneficiary, introduced, claim: { introducer: parent.introduced, parent: parent.key } });
}

/** A forgotten introduction is put above an earlier one; the one put in is a contact of the beneficiary. */
export function insertForgotten(draft: SeasonDraft, dice: Dice): void {
  const below = dice.choose(introductionsOfMembers(draft));
  if (!below) return;
  const introducer = dice.chance(50) ? dice.choose(seatedThenAndNow(draft, below)) : undefined;
  const introduced = someContact(draft, dice, below.beneficiary, 70);
  const key = draft.newKey('introduction');
  const said = introducer === undefined ? {} : { introducer };
  draft.perform({ act: 'insertIntroduction', key, above: below.key, introduced, ...said });
}

/** Another introducer is named, such as could have been recorded at once. */
export function correctIntroducer(draft: SeasonDraft, dice: Dice): void {
  const row = dice.choose(introductionsOfMembers(draft));
  if (!row) return;
  const claim = dice.choose([
    () => claimOfMember(draft, dice, row),
    () => claimOfAskedContact(draft, dice, row),
    () => claimOfParent(draft, dice, row),
  ])?.();
  if (!claim) return;
  draft.perform({ act: 'correctIntroduction', introduction: row.key, reason: 'told wrongly', ...claim });
}

function claimOfMember(draft: SeasonDraft, dice: Dice, row: IntroductionRow): Claim | undefined {
  const person = dice.choose(possibleMembers(draft, row));
  return person === undefined ? undefined : { introducer: { person } };
}

function claimOfAskedContact(draft: SeasonDraft, dice: Dice, row: IntroductionRow): Claim | undefined {
  const asker = dice.choose(possibleMembers(draft, row));
  // The beneficiary makes the correction, so he names the contact as he has noted him himself.
  const contact = dice.choose(draft.contactsOf(row.beneficiary));
  if (asker === undefined || contact === undefined) return undefined;
  if (personOf(draft.journal, { contact }) === row.beneficiary) return undefined;
  return { introducer: { contact, asker } };
}

function claimOfParent(draft: SeasonDraft, dice: Dice, row: IntroductionRow): Claim | undefined {
  if (isContact(row.introduced) && draft.ownerOf(row.introduced.contact) !== row.beneficiary) return undefined;
  const parents = possibleParents(draft)
    .filter((parent) => parent.beneficiary === row.beneficiary && parent.key !== row.key)
    .filter((parent) => parent.happenedOn <= row.happenedOn);
  const parent = dice.choose(parents);
  if (!parent || !isContact(parent.introduced)) return undefined;
  return { introducer: parent.introduced, parent: parent.key };
}

/** Those who could have made the introduction, or asked for it: the introduced contact is in their own book. */
function possibleMembers(draft: SeasonDraft, row: IntroductionRow): string[] {
  const { introduced } = row;
  const seated = seatedThenAndNow(draft, row);
  return isContact(introduced)
    ? seated.filter((person) => draft.ownerOf(introduced.contact) === person)
    : others(seated, introduced.person);
}

function seatedThenAndNow(draft: SeasonDraft, row: IntroductionRow): string[] {
  return others(draft.members(), row.beneficiary).filter((person) => draft.isMember(person, row.happenedOn));
}

function introductionsOfMembers(draft: SeasonDraft): IntroductionRow[] {
  return draft.namedIntroductions().filter((row) => draft.isMember(row.beneficiary, draft.day));
}

/** Accepted introductions of contacts whom the beneficiary can ask to introduce somebody further. */
function possibleParents(draft: SeasonDraft): IntroductionRow[] {
  return introductionsOfMembers(draft).filter(
    (row) =>
      isContact(row.introduced) &&
      draft.isAccepted(row) &&
      draft.isOpenToBeneficiary(row) &&
      personOf(draft.journal, row.introduced) !== row.beneficiary,
  );
}

interface Pair {
  introducer: string;
  beneficiary: string;
}

function somePair(draft: SeasonDraft, dice: Dice): Pair | undefined {
  const beneficiary = dice.choose(draft.members());
  const introducer = dice.choose(others(draft.members(), beneficiary));
  return introducer === undefined || beneficiary === undefined ? undefined : { introducer, beneficiary };
}

/** Members who were themselves introduced to a member they share no club with. */
function introducedAcrossClubs(draft: SeasonDraft): Pair[] {
  return introductionsOfMembers(draft).flatMap((row) => {
    const { beneficiary } = row;
    const introducer = personOf(draft.journal, row.introduced);
    if (introducer === null || introducer === beneficiary || !draft.isMember(introducer, draft.day)) return [];
    return areFellows(draft.journal, introducer, beneficiary, draft.day) ? [] : [{ introducer, beneficiary }];
  });
}

function introduce(
  draft: SeasonDraft,
  dice: Dice,
  told: { beneficiary: string; introduced: PartyKey; claim: Claim },
): void {
  const { beneficiary, introduced, claim } = told;
  const key = draft.newKey('introduction');
  const consent = randomConsent(dice);
  draft.perform({ act: 'recordIntroduction', key, beneficiary, introduced, consent, ...claim });
}
