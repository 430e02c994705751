import type { ClubYear } from './club-year.js';
import { none } from './copy-text.js';
import type { Dice } from './dice.js';
import type { Origin } from './sales.js';

/** Who made an introduction, as `Link` of src/network/chain.ts has it. */
export interface Made {
  beneficiaryId: string;
  contactId?: string;
  /** A person who is introduced, instead of a contact. */
  personId?: string;
  introducerId?: string;
  introducerContactId?: string;
  askerId?: string;
  parent?: Origin;
  day: number;
  /** When it was recorded, and by whom. */
  at: number;
  byId: string;
  acceptedAt: number | null;
}

/** Writes an introduction with the first row of its consent; degree and root follow from who made it. */
export function addIntroduction(year: ClubYear, made: Made, dice: Dice): Origin {
  const introductionId = year.newKey('introduction');
  const degree = made.parent ? made.parent.degree + 1 : made.introducerContactId === undefined ? 2 : 3;
  const rootId = made.parent?.rootId ?? made.askerId ?? made.introducerId ?? '';
  const recorded = year.instant(made.at);
  const basis = basisOf(dice.throw());
  year.rows.introductions.add(
    introductionId,
    made.beneficiaryId,
    made.contactId ?? none,
    made.personId ?? none,
    made.introducerId ?? none,
    made.introducerContactId ?? none,
    made.askerId ?? none,
    made.parent?.introductionId ?? none,
    rootId,
    degree,
    year.day(made.day),
    made.acceptedAt === null ? none : year.instant(made.acceptedAt),
    made.byId,
    recorded,
    basis,
    made.byId,
    recorded,
  );
  const forward = basis === 'none_yet' ? 'f' : 't';
  year.rows.consents.add(year.newKey('consent'), introductionId, 'stated', basis, forward, 't', made.byId, recorded);
  return { introductionId, degree, rootId };
}

function basisOf(fate: number): string {
  if (fate < 0.55) return 'asked_and_agreed';
  if (fate < 0.78) return 'existing_request';
  return fate < 0.95 ? 'public_business_details' : 'none_yet';
}
