import type { WarmNetwork } from './warm-network.js';

/** The drawn network without what the rules of the database forbid. */
export function lawful(network: WarmNetwork): WarmNetwork {
  const { seats, contacts } = network;
  const held = once(
    seats.filter(({ joinedOn, leftOn }) => leftOn === null || leftOn >= joinedOn),
    ({ person, club }) => `${person} ${club}`,
  );
  const sits = (person: number) => held.some((seat) => seat.person === person);
  const known = contacts.map((contact) => {
    const isAlone = !contacts.some((other) => other !== contact && other.owner === contact.owner);
    const person = contact.person === contact.owner ? null : contact.person;
    return { ...contact, person, ...(isAlone && contact.fate === 'merged' && { fate: 'private' as const }) };
  });
  return {
    ...network,
    seats: held,
    oneToOnes: once(
      network.oneToOnes.filter(({ one, other }) => one !== other),
      ({ one, other, day }) => `${[one, other].sort().join()} ${day}`,
    ),
    referrals: network.referrals.filter(({ giver, receiver }) => giver !== receiver && sits(giver) && sits(receiver)),
    contacts: known,
    introductions: network.introductions.filter(
      ({ by, of, asker, beneficiary }) => by !== of && by < known.length && of < known.length && asker !== beneficiary,
    ),
  };
}

function once<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  return [...new Map(things.map((thing) => [keyOf(thing), thing])).values()];
}
