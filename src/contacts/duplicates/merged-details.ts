import type { Contact } from '../contact.entity.js';

/** The details of which the owner may say whose to keep. */
export const choosable = ['name', 'company', 'role', 'email', 'phone', 'profession', 'place', 'strength'] as const;
export type ChoosableDetail = (typeof choosable)[number];

/** All that an owner notes of a contact. */
export type Details = Pick<Contact, ChoosableDetail | 'lastSpokenOn' | 'isPrivate'>;

export function detailsOf(contact: Details): Details {
  const { name, company, role, email, phone, profession, place, strength, lastSpokenOn, isPrivate } = contact;
  return { name, company, role, email, phone, profession, place, strength, lastSpokenOn, isPrivate };
}

/**
 * What is noted of one human in two places, in one. The kept one's details win, or the other's where it is said so; what
 * one does not have is filled from the other. He was spoken with on the later day, and is private if either was.
 */
export function mergeDetails(kept: Details, merged: Details, fromMerged: readonly ChoosableDetail[]): Details {
  const [one, other] = [detailsOf(kept), detailsOf(merged)];
  const chosen = choosable.map((detail) => {
    const [first, second] = fromMerged.includes(detail) ? [other, one] : [one, other];
    return [detail, first[detail] ?? second[detail]];
  });
  const spokenOn = [one.lastSpokenOn, other.lastSpokenOn].filter((day) => day !== null).sort();
  return {
    ...one,
    ...(Object.fromEntries(chosen) as Pick<Details, ChoosableDetail>),
    lastSpokenOn: spokenOn.at(-1) ?? null,
    isPrivate: one.isPrivate || other.isPrivate,
  };
}
