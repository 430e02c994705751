import { type Money, money } from '../../platform/money.js';
import type { Customer } from './customer.js';
import type { CustomerFacts, IntroductionRow, QuestionRow, SaleRow } from './customer-facts.sql.js';
import { placeOf } from './customer-place.js';
import { latest, stageOf } from './customer-stage.js';
import { groupsOf, type Likeness } from './party-groups.js';

/** The names of parties. A person whom the seller may not know yet is nobody but his introduction. */
export const contactParty = (contactId: string): string => `contact ${contactId}`;
export const personParty = (personId: string): string => `person ${personId}`;
const unknownParty = (introductionId: string): string => `introduction ${introductionId}`;

/** All that happened with one human. */
interface Happened {
  parties: Set<string>;
  sales: SaleRow[];
  introductions: IntroductionRow[];
  /** With their keys, because the customer's is the first of all. */
  opened: { id: string; day: string; party: string }[];
  questions: QuestionRow[];
  introducedOnward: number;
}

/**
 * The customers of a seller, those to act on first (customer-place.ts).
 * @param open the contacts whose details the seller sees: only these are compared with others, so that nobody learns
 * who it is that was introduced to him
 */
export function deriveCustomers(facts: CustomerFacts, open: ReadonlySet<string>): Customer[] {
  const shown = shownContacts(facts);
  return gather(facts, open)
    .flatMap((happened) => customerOf(happened, shown) ?? [])
    .sort((one, other) => one.place - other.place || (one.key < other.key ? -1 : 1));
}

function gather(facts: CustomerFacts, open: ReadonlySet<string>): Happened[] {
  const groupOf = groupsOf(likenesses(facts, open));
  const groups = new Map<string, Happened>();
  const at = (party: string): Happened => {
    const group = groupOf(party);
    const happened = groups.get(group) ?? {
      parties: new Set(),
      sales: [],
      introductions: [],
      opened: [],
      questions: [],
      introducedOnward: 0,
    };
    groups.set(group, happened);
    happened.parties.add(party);
    return happened;
  };
  for (const sale of facts.sales) at(partyOf(sale)).sales.push(sale);
  for (const introduction of facts.introductions) {
    const { id, happenedOn: day, introducerId, introducerContactId } = introduction;
    const party = introducedIn(introduction);
    at(party).introductions.push(introduction);
    if (introduction.isOpen) at(party).opened.push({ id, day, party });
    at(partyOf({ contactId: introducerContactId, personId: introducerId })).introducedOnward += 1;
  }
  for (const { id, giverId, givenOn: day } of facts.insideReferrals) {
    at(personParty(giverId)).opened.push({ id, day, party: personParty(giverId) });
  }
  for (const question of facts.questions) at(partyOf(question)).questions.push(question);
  for (const { id, personId } of facts.contacts) {
    at(contactParty(id));
    if (personId !== null && open.has(id)) at(personParty(personId));
  }
  return [...groups.values()];
}

function* likenesses(facts: CustomerFacts, open: ReadonlySet<string>): Generator<Likeness> {
  for (const { id, otherId } of facts.alike) {
    if (open.has(id) && open.has(otherId)) yield [contactParty(id), contactParty(otherId)];
  }
  for (const { id, personId, mergedIntoId } of facts.contacts) {
    if (personId !== null && open.has(id)) yield [contactParty(id), personParty(personId)];
    if (mergedIntoId !== null) yield [contactParty(id), contactParty(mergedIntoId)];
  }
  // That a deal goes back to an introduction is told to its seller: whom it introduced has bought.
  const introduced = new Map(facts.introductions.map((each) => [each.id, introducedIn(each)]));
  for (const sale of facts.sales) {
    const party = sale.originId && introduced.get(sale.originId);
    if (party) yield [partyOf(sale), party];
  }
}

function partyOf({ contactId, personId }: { contactId: string | null; personId: string | null }): string {
  return contactId === null ? personParty(personId ?? '') : contactParty(contactId);
}

function introducedIn(introduction: IntroductionRow): string {
  const isKnown = introduction.contactId !== null || introduction.isSeen;
  return isKnown ? partyOf(introduction) : unknownParty(introduction.id);
}

/** As which contact each is shown: the one it was merged into. Who was erased is not shown. */
function shownContacts({ contacts }: CustomerFacts): (contactId: string) => string | null {
  const byId = new Map(contacts.map((contact) => [contact.id, contact]));
  return (contactId) => {
    let contact = byId.get(contactId);
    while (contact?.mergedIntoId) contact = byId.get(contact.mergedIntoId);
    return contact && !contact.isErased ? contact.id : null;
  };
}

/** Null when there is no relation, or nobody left to have it with. */
function customerOf(happened: Happened, shown: (contactId: string) => string | null): Customer | null {
  const { parties, sales, introductions, opened } = happened;
  const deals = sales.filter(({ netMinor }) => BigInt(netMinor) > 0n);
  const stage = stageOf({ deals, openedOn: opened.map(({ day }) => day) });
  const buyer = shownBuyer(happened, deals, shown);
  if (stage === null || buyer === null) return null;
  const last = deals.at(-1);
  const asked = happened.questions.at(-1) ?? null;
  const keys = [...sales, ...introductions, ...opened].map(({ id }) => id);
  const lastDealOn = last?.closedOn ?? null;
  return {
    ...buyer,
    key: keys.reduce((first, key) => (key < first ? key : first)),
    parties,
    dealIds: sales.map(({ id }) => id),
    knownPersonId: idOf(parties, personParty('')),
    broughtById: broughtBy(introductions, deals[0])?.id ?? null,
    hook: hookOf(happened),
    stage,
    firstDealOn: deals[0]?.closedOn ?? null,
    lastDealOn,
    deals: deals.length,
    money: sums(deals),
    introducedOnward: happened.introducedOnward,
    lastQuestion: asked,
    toAsk: last !== undefined && isToAsk(last, asked),
    place: placeOf(stage, lastDealOn, latest(opened.map(({ day }) => day))),
  };
}

/** Who was introduced after he had bought was not brought by it; as long as he has not, a referral may yet do it. */
function broughtBy(introductions: IntroductionRow[], first: SaleRow | undefined): IntroductionRow | undefined {
  if (first === undefined) return introductions[0];
  return introductions.find(({ isAccepted, happenedOn }) => isAccepted && happenedOn <= first.closedOn);
}

function hookOf({ introductions, parties }: Happened): Customer['hook'] {
  const parent = introductions.find(({ isAccepted }) => isAccepted);
  const contactId = parent?.contactId ?? idOf(parties, contactParty(''));
  return parent && contactId !== null ? { contactId, parentId: parent.id } : null;
}

/** As whom he bought last; else as whom he was introduced or referred last. */
function shownBuyer(
  { opened }: Happened,
  deals: SaleRow[],
  shown: (contactId: string) => string | null,
): Pick<Customer, 'contactId' | 'personId'> | null {
  const lastOpened = [...opened].sort((one, other) => other.day.localeCompare(one.day)).map(({ party }) => party);
  for (const party of [...deals.map(partyOf).reverse(), ...lastOpened]) {
    const [kind, id = ''] = party.split(' ');
    if (kind === 'person') return { contactId: null, personId: id };
    if (kind === 'introduction') return { contactId: null, personId: null };
    const contactId = shown(id);
    if (contactId !== null) return { contactId, personId: null };
  }
  return null;
}

function idOf(parties: ReadonlySet<string>, kind: string): string | null {
  return [...parties].find((party) => party.startsWith(kind))?.slice(kind.length) ?? null;
}

function sums(deals: SaleRow[]): Money[] {
  const sum = new Map<string, bigint>();
  for (const { currency, netMinor } of deals) sum.set(currency, (sum.get(currency) ?? 0n) + BigInt(netMinor));
  return [...sum].sort(([one], [other]) => (one < other ? -1 : 1)).map(([currency, net]) => money(net, currency));
}

/** After each deal he is asked once, and once more when he was to be asked later. */
function isToAsk({ closedOn, today }: SaleRow, asked: QuestionRow | null): boolean {
  if (asked === null || asked.askedOn < closedOn) return true;
  return asked.until !== null && asked.until <= today;
}
