import { AddressBook } from './address-book.mjs';

/** @typedef {import('./cast.types.ts').Contact} Contact */
/** @typedef {import('./cast.types.ts').Link} Link */
/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./cast.types.ts').Referral} Referral */
/** @typedef {import('./cast.types.ts').Sold} Sold */

/** What has come about in the season so far, for whatever may spring from it. */
export class World {
  /** @type {Link[]} */
  links = [];
  /** @type {Referral[]} */
  referrals = [];
  /** @type {Sold[]} */
  sold = [];
  /** Visitors who will become members, by the member's key. @type {Map<string, Contact>} */
  candidates = new Map();
  /** Who introduced a member of another club to a member: 'introduced>beneficiary'. @type {Map<string, Member>} */
  bridges = new Map();
  /** What follows whenever business was closed. @type {((sold: Sold) => void)[]} */
  whenSold = [];

  /** @param {import('./chronicle.mjs').Chronicle} chronicle */
  constructor(chronicle) {
    this.chronicle = chronicle;
    this.book = new AddressBook(chronicle);
  }

  /** @param {Contact} contact */
  isCandidate(contact) {
    return [...this.candidates.values()].includes(contact);
  }

  /** @param {Pick<Link, 'beneficiary' | 'contact' | 'parent' | 'start' | 'referral'>} told @returns {Link} */
  newLink(told) {
    const { day, now } = this.chronicle;
    const link = { ...told, key: this.chronicle.key('i'), day, acceptedAt: told.referral ? null : now, deals: 0 };
    this.links.push(link);
    told.contact.knows.add(told.beneficiary.key);
    return link;
  }

  /** The first accepted introduction of the same human to the same beneficiary. @param {Link} link */
  originOf(link) {
    const { beneficiary, contact } = link;
    const isSame = (/** @type {Link} */ other) =>
      other.contact === contact || (contact.email !== null && other.contact.email === contact.email);
    const ways = this.links.filter((other) => other.beneficiary === beneficiary && isSame(other));
    return ways.reduce((first, other) => (acceptance(other) < acceptance(first) ? other : first), link);
  }
}

/** @param {Link} link */
function acceptance({ acceptedAt }) {
  return acceptedAt ?? 0;
}

/** @param {Link} link @returns {number} */
export function degreeOf(link) {
  return link.parent ? degreeOf(link.parent) + 1 : link.start.degree;
}

/** @param {Link} link @returns {Member} */
export function rootOf(link) {
  return link.parent ? rootOf(link.parent) : link.start.root;
}

/** The link and all above it, the nearest first. @param {Link} link @returns {Link[]} */
export function lineage(link) {
  return [link, ...(link.parent ? lineage(link.parent) : [])];
}
