import type { PartyKey } from '../../../src/cli/season/season.types.js';
import { branch, type Link, lineage, linkOf } from './chain.js';
import { sameHuman } from './humans.js';
import type { Claim, IntroductionRow, Journal } from './journal.js';
import { ModelRefusal } from './model-refusal.js';

/**
 * Everybody who stands between the introduced human and the beneficiary: the introducer, the asker, and the
 * same and the introduced human of every introduction above. The root of the chain is the last of them.
 */
export function humansAbove(journal: Journal, link: Link): PartyKey[] {
  const here = link.asker === null ? [link.introducer] : [link.introducer, { person: link.asker }];
  if (link.parent === null) return here;
  const introducedAbove = journal.introduction(link.parent).introduced;
  return [...here, introducedAbove, ...humansAbove(journal, linkOf(journal, link.parent))];
}

export function refuseSelfGiving(journal: Journal, beneficiary: string, claim: Claim): void {
  const { introducer } = claim;
  const givers: PartyKey[] =
    'contact' in introducer
      ? [{ contact: introducer.contact }, ...(introducer.asker === undefined ? [] : [{ person: introducer.asker }])]
      : [introducer];
  if (!givers.some((giver) => sameHuman(journal, giver, { person: beneficiary }))) return;
  throw new ModelRefusal('GIVER_IS_RECEIVER', `${beneficiary} cannot introduce anybody to himself`);
}

/** A parent is said exactly where it cannot be derived, and it must lead to this introducer. */
export function refuseUnfitParent(journal: Journal, beneficiary: string, claim: Claim): void {
  const { introducer, parent } = claim;
  if ('person' in introducer) {
    if (parent === undefined) return;
    throw new ModelRefusal('PARENT_NOT_ALLOWED', `what stands above ${introducer.person} is derived`);
  }
  if ((parent === undefined) === (introducer.asker === undefined)) {
    throw new ModelRefusal('PARENT_OR_ASKER', `${introducer.contact} needs either a parent or an asker`);
  }
  if (parent === undefined) return;
  const above = journal.introduction(parent);
  const fits =
    above.beneficiary === beneficiary && sameHuman(journal, above.introduced, { contact: introducer.contact });
  if (!fits) throw new ModelRefusal('PARENT_DOES_NOT_FIT', `${parent} did not introduce ${introducer.contact}`);
}

/** Nobody may stand twice on the way from the buyer to the seller. */
export function refuseLoop(journal: Journal, introduced: PartyKey, others: PartyKey[]): void {
  const twice = others.find((other) => sameHuman(journal, introduced, other));
  if (!twice) return;
  throw new ModelRefusal('INTRODUCTION_LOOP', `${JSON.stringify(introduced)} already stands in the chain`);
}

/** For a change above an existing introduction: neither the new parent nor the new humans may come from below. */
export function refuseLoopBelow(journal: Journal, changed: string, parent: string | null, above: PartyKey[]): void {
  const below: IntroductionRow[] = branch(journal, changed);
  const comesFromBelow = parent !== null && lineage(journal, parent).some((row) => row.key === changed);
  if (comesFromBelow) throw new ModelRefusal('INTRODUCTION_LOOP', `${parent} hangs below ${changed}`);
  for (const row of below) refuseLoop(journal, row.introduced, above);
}
