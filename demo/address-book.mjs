import { fill, slug } from './wording.mjs';

/** @typedef {import('./cast.types.ts').Contact} Contact */
/** @typedef {import('./cast.types.ts').Country} Country */
/** @typedef {import('./cast.types.ts').Member} Member */
/** @typedef {import('./cast.types.ts').Sphere} Sphere */
/** @typedef {{ country: Country, kind: 'firm' | 'home', sphere: Sphere | null }} Sought */

/** How often a member who thinks of somebody thinks of one he has introduced to another before. */
const KNOWN_AGAIN = 0.3;
/** Number ranges from which, as far as known, no subscriber has a number. */
const PHONE_RANGES = { BE: ['+32452', '+32453'], NL: ['+31300', '+31301'] };
const HOME_DOMAIN = 'thuis.example';

/** The outside world as far as the members know it. */
export class AddressBook {
  /** @type {Contact[]} */
  contacts = [];
  /** @type {Set<string>} */
  #taken = new Set();

  /** @param {import('./chronicle.mjs').Chronicle} chronicle */
  constructor(chronicle) {
    this.chronicle = chronicle;
  }

  /** A contact of the owner who fits and was not yet introduced to the receiver. @param {Member} owner @param {Member} receiver @param {Sought} sought */
  someoneFor(owner, receiver, sought) {
    const { dice } = this.chronicle;
    const fitting = this.contacts.filter(
      (contact) =>
        contact.owner === owner &&
        contact.country === sought.country &&
        contact.kind === sought.kind &&
        !contact.isVisitor &&
        !contact.knows.has(receiver.key) &&
        (!contact.only || !sought.sphere || contact.only.includes(sought.sphere)),
    );
    return fitting.length > 0 && dice.chance(KNOWN_AGAIN) ? dice.pick(fitting) : this.newContact(owner, sought);
  }

  /** @param {Member} owner @param {Sought} sought @returns {Contact} */
  newContact(owner, sought) {
    const { dice, cast } = this.chronicle;
    const { given, family } = this.#newName(sought.country);
    const place = dice.pick(cast.places[sought.country]);
    const work = sought.kind === 'firm' ? this.#newFirm(sought, place, family) : this.#home();
    const domain = work.company === null ? HOME_DOMAIN : `${slug(work.company)}.example`;
    const hasEmail = dice.chance(0.88);
    const email = hasEmail ? `${slug(given)}.${slug(family).replace(/-/g, '')}@${domain}` : null;
    const phone = !hasEmail || dice.chance(0.65) ? this.newPhone(sought.country) : null;
    const name = `${given} ${family}`;
    return this.add({ owner, name, email, phone, place, country: sought.country, kind: sought.kind, ...work });
  }

  /** The same human as a row in another member's book: name, firm and e-mail agree. @param {Contact} contact @param {Member} owner */
  copyFor(contact, owner) {
    const { knows, key, isVisitor, ...same } = contact;
    return this.add({ ...same, owner, phone: null });
  }

  /** A member before he was one. @param {Member} member @param {Member} inviter */
  visitorWhoJoins(member, inviter) {
    const country = countryOf(member);
    return this.add({
      owner: inviter,
      name: `${member.givenName} ${member.familyName}`,
      company: member.company,
      role: country === 'BE' ? 'zaakvoerder' : 'eigenaar',
      email: emailOf(member),
      phone: null,
      place: this.chronicle.cast.places[country][0],
      country,
      kind: 'firm',
      only: undefined,
    });
  }

  /** @param {Omit<Contact, 'key' | 'knows' | 'isVisitor'>} data @returns {Contact} */
  add(data) {
    const contact = { ...data, key: this.#newKey(slug(data.name)), knows: new Set(), isVisitor: false };
    this.contacts.push(contact);
    const { key, owner, name, company, role, email, phone } = contact;
    this.chronicle.write({ act: 'addContact', key, owner: owner.key, name, company, role, email, phone });
    return contact;
  }

  /** @param {Country} country */
  newPhone(country) {
    const { dice } = this.chronicle;
    let phone = '';
    do phone = dice.pick(PHONE_RANGES[country]) + String(dice.between(0, 999999)).padStart(6, '0');
    while (this.#taken.has(phone));
    this.#taken.add(phone);
    return phone;
  }

  /** @param {Country} country */
  #newName(country) {
    const { dice, cast } = this.chronicle;
    const members = cast.members.map((member) => `${member.givenName} ${member.familyName}`);
    for (;;) {
      const names = dice.weighted(cast.names[country], ({ share }) => share);
      const elsewhere = dice.chance(0.06) ? dice.pick(cast.names[country]) : names;
      const [given, family] = [dice.pick(names.given), dice.pick(elsewhere.family)];
      const name = `${given} ${family}`;
      if (this.#taken.has(name) || members.includes(name)) continue;
      this.#taken.add(name);
      return { given, family };
    }
  }

  /** @param {Sought} sought @param {string} place @param {string} ownName */
  #newFirm({ country, sphere }, place, ownName) {
    const { dice, cast } = this.chronicle;
    const kinds = cast.firms[country].filter(({ only }) => !only || (sphere !== null && only.includes(sphere)));
    const { names, roles, own, only } = dice.pick(kinds);
    const bearsOwnName = own === true && dice.chance(0.5);
    const everyone = cast.names[country][0];
    const family = bearsOwnName ? ownName : dice.pick(everyone.family);
    const company = fill(this.chronicle, dice.pick(names), {
      plaats: place,
      given: dice.pick(everyone.given),
      family: family.charAt(0).toUpperCase() + family.slice(1),
    });
    return { company, role: bearsOwnName ? roles[0] : dice.pick(roles), only };
  }

  #home() {
    const { dice, cast } = this.chronicle;
    return { company: null, role: dice.pick(cast.homeRoles), only: undefined };
  }

  /** @param {string} name */
  #newKey(name) {
    const used = this.contacts.filter(({ key }) => key === name || key.startsWith(`${name}-`)).length;
    return used === 0 ? name : `${name}-${used + 1}`;
  }
}

/** @param {Member} member @returns {Country} */
export function countryOf(member) {
  return member.club === 'gent' ? 'BE' : 'NL';
}

/** @param {Member} member */
export function emailOf(member) {
  return `${slug(member.givenName)}.${slug(member.familyName).replace(/-/g, '')}@${member.club}.example`;
}
