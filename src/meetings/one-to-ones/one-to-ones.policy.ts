import type { FindOptionsWhere } from 'typeorm';
import { isFellow, type TodayIn } from '../../identity/identity.policy.js';
import type { Place } from '../../identity/places.sql.js';
import type { Viewer } from '../../identity/viewer.js';
import type { OneToOne } from './one-to-one.entity.js';
import type { OneToOneAbilities } from './one-to-ones.types.js';

/** A one-to-one is between its two people. */
export function visibleOneToOnes(viewer: Viewer): FindOptionsWhere<OneToOne>[] {
  return [{ proposerId: viewer.personId }, { partnerId: viewer.personId }];
}

/** One meets others from his own seat. */
export function canPropose(viewer: Viewer): boolean {
  return viewer.clubIds.length > 0;
}

/** To whom it was proposed last answers; all else is for both. */
export function canAnswer(viewer: Viewer, oneToOne: OneToOne): boolean {
  return viewer.is(oneToOne.partnerId);
}

/** What the viewer may do with a one-to-one of his in the state it is in. */
export function abilitiesOf(viewer: Viewer, oneToOne: OneToOne, now: Date): OneToOneAbilities {
  return {
    accept: canAnswer(viewer, oneToOne) && oneToOne.canBecome('accepted'),
    decline: canAnswer(viewer, oneToOne) && oneToOne.canBecome('declined'),
    cancel: oneToOne.canBecome('cancelled'),
    reschedule: oneToOne.canBecome('proposed'),
    record: oneToOne.canBecome('held'),
    withdraw: oneToOne.isWithdrawableAt(now),
  };
}

/**
 * A sheet is personal: it is for himself, for his fellow members today, and for whoever he agreed with on
 * a one-to-one or proposed one to. No office opens it.
 */
export function canSeeSheet(
  viewer: Viewer,
  person: { id: string; places: Place[]; isOpenedToViewer: boolean },
  todayIn: TodayIn,
): boolean {
  return viewer.is(person.id) || person.isOpenedToViewer || isFellow(viewer, person.places, todayIn);
}
