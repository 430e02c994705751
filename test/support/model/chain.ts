import type { Moment, PartyKey } from '../../../src/cli/season/season.types.js';
import { areFellows, personOf } from './humans.js';
import { type Claim, type IntroductionRow, type Journal, NOW, sameMoment } from './journal.js';

/** How an introduction hangs in its chain, with everything derived that the teller did not say. */
export interface Link {
  introducer: PartyKey;
  asker: string | null;
  parent: string | null;
}

/** When something was accepted: an act's moment and its place in the order of recording. */
interface Acceptance {
  at: Moment;
  order: number;
}

/** The first act by which the receiver took the referral up; null as long as he has not. */
export function referralAcceptance(journal: Journal, referral: string, before = NOW): Acceptance | null {
  const accepting = ['PROSPECT', 'HOT_PROSPECT', 'CUSTOMER'];
  const acts = [
    ...journal.of('promiseFirstContact', before).filter(({ act }) => act.referral === referral),
    ...journal.of('moveReferral', before).filter(({ act }) => act.referral === referral && accepting.includes(act.to)),
    ...journal.of('recordDeal', before).filter(({ act }) => act.referral === referral),
  ];
  const first = acts.sort((one, other) => one.order - other.order)[0];
  return first ? { at: first.act.at, order: first.order } : null;
}

/** An inserted introduction shares what the one below it had at the insertion, for good or for ill. */
export function acceptanceOf(journal: Journal, row: IntroductionRow, before = NOW): Acceptance | null {
  if (row.above !== null) return acceptanceOf(journal, journal.introduction(row.above), row.order);
  if (row.referral !== null) return referralAcceptance(journal, row.referral, before);
  return { at: row.at, order: row.order };
}

/** Accepted introductions of somebody to this beneficiary up to that day, the first accepted first. */
export function acceptedIntroductions(
  journal: Journal,
  sought: { beneficiary: string; by: number; isSought: (introduced: PartyKey) => boolean },
  before = NOW,
): IntroductionRow[] {
  return [...journal.introductions.values()]
    .filter((row) => row.order < before && row.beneficiary === sought.beneficiary && row.happenedOn <= sought.by)
    .filter((row) => sought.isSought(row.introduced))
    .flatMap((row) => {
      const acceptance = acceptanceOf(journal, row, before);
      return acceptance ? [{ row, acceptance }] : [];
    })
    .sort((one, other) =>
      sameMoment(one.acceptance.at, other.acceptance.at)
        ? one.row.order - other.row.order
        : one.acceptance.order - other.acceptance.order,
    )
    .map(({ row }) => row);
}

/** What a claim comes to, judged with what had been recorded before it. */
export function linkFromClaim(
  journal: Journal,
  claim: Claim,
  place: { beneficiary: string; happenedOn: number },
  before = NOW,
): Link {
  const { introducer } = claim;
  if ('contact' in introducer) {
    return {
      introducer: { contact: introducer.contact },
      asker: introducer.asker ?? null,
      parent: claim.parent ?? null,
    };
  }
  const person = introducer.person;
  if (areFellows(journal, person, place.beneficiary, place.happenedOn, before)) {
    return { introducer, asker: null, parent: null };
  }
  // Not a fellow member: whoever introduced him to the beneficiary stands above him, if somebody did.
  const isSought = (introduced: PartyKey) => personOf(journal, introduced, before) === person;
  const [first] = acceptedIntroductions(
    journal,
    { beneficiary: place.beneficiary, by: place.happenedOn, isSought },
    before,
  );
  return { introducer, asker: null, parent: first?.key ?? null };
}

/** The link of an introduction as the latest act that touched it left it. */
export function linkOf(journal: Journal, key: string, before = NOW): Link {
  const row = journal.introduction(key);
  const correction = journal
    .of('correctIntroduction', before)
    .filter(({ act }) => act.introduction === key)
    .at(-1);
  const insertion = journal
    .of('insertIntroduction', before)
    .filter(({ act }) => act.above === key)
    .at(-1);
  if (insertion && insertion.order > (correction?.order ?? -1)) {
    return { introducer: { contact: insertion.act.introduced }, asker: null, parent: insertion.act.key };
  }
  if (correction) return linkFromClaim(journal, correction.act, row, correction.order);
  if (row.claim) return linkFromClaim(journal, row.claim, row, row.order);
  if (row.above === null) throw new Error(`Introduction ${key} has neither a claim nor one to take over from`);
  return linkOf(journal, row.above, row.order);
}

export function degreeOf(journal: Journal, key: string): number {
  const link = linkOf(journal, key);
  if (link.parent !== null) return degreeOf(journal, link.parent) + 1;
  return 'contact' in link.introducer ? 3 : 2;
}

export function rootOf(journal: Journal, key: string): string {
  const link = linkOf(journal, key);
  if (link.parent !== null) return rootOf(journal, link.parent);
  if (link.asker !== null) return link.asker;
  if ('person' in link.introducer) return link.introducer.person;
  throw new Error(`The chain of ${key} begins with a contact whom nobody asked`);
}

/** The introduction itself and all above it, the nearest first. */
export function lineage(journal: Journal, key: string): IntroductionRow[] {
  const { parent } = linkOf(journal, key);
  return [journal.introduction(key), ...(parent === null ? [] : lineage(journal, parent))];
}

/** The introduction itself and all below it. */
export function branch(journal: Journal, key: string): IntroductionRow[] {
  const { beneficiary } = journal.introduction(key);
  return [...journal.introductions.values()]
    .filter((row) => row.beneficiary === beneficiary)
    .filter((row) => lineage(journal, row.key).some((above) => above.key === key));
}
