import type { PayloadError, TestApp } from './test-app.js';
import type { CastMember, World } from './world.js';

const introductionFields = 'introduction { id degree root { id } parent { id } }';
const dealFields = 'deal { id degree direct repeat root { id } origin { id degree } }';

type Input = Record<string, unknown>;

/** One introduction of a chain, and the contact it introduced. */
export interface ChainLink {
  id: string;
  contactId: string;
}

/** The acts of the circle in the tests' words. Each returns the whole payload, so that refusals can be read too. */
export class Circle {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  /** A contact in somebody's address book. */
  async contact(owner: CastMember, name: string, details: Input = {}): Promise<string> {
    const { contact, errors } = await this.app.act(owner, 'addContact', { name, ...details }, 'contact { id }');
    if (!contact) throw new Error(JSON.stringify(errors));
    return contact.id;
  }

  /** The introducer introduces his own contact, or a person, to the beneficiary. */
  introduce(introducer: CastMember, introduced: Input, beneficiary: CastMember, details: Input = {}) {
    return this.record(introducer, {
      beneficiaryId: beneficiary.personId,
      introduced,
      introducer: { personId: introducer.personId },
      ...details,
    });
  }

  /** A customer whom the beneficiary knows by an introduction brings another one; the beneficiary records it. */
  async onward(beneficiary: CastMember, parentId: string, contactId: string, name: string) {
    const introduced = await this.contact(beneficiary, name);
    const payload = await this.record(beneficiary, {
      introduced: { contactId: introduced },
      introducer: { contactId, parentId },
    });
    return { ...payload, contactId: introduced };
  }

  /** A chain that serves the beneficiary: a contact of the introducer, who brings the next, who brings the next. */
  async chain(introducer: CastMember, beneficiary: CastMember, [first = '', ...names]: string[]): Promise<ChainLink[]> {
    const contactId = await this.contact(introducer, first);
    const { introduction } = await this.introduce(introducer, { contactId }, beneficiary);
    const links = [{ contactId, id: introduction.id }];
    for (const name of names) {
      const above = links.at(-1) ?? { contactId, id: '' };
      const next = await this.onward(beneficiary, above.id, above.contactId, name);
      links.push({ contactId: next.contactId, id: next.introduction.id });
    }
    return links;
  }

  /** The introduction, read by its beneficiary or whoever else. */
  async introduction(viewer: CastMember, id: string, fields: string) {
    return (await this.app.query(viewer, `query ($id: UUID!) { introduction(id: $id) { ${fields} } }`, { id }))
      .introduction;
  }

  record(actor: CastMember, input: Input) {
    return this.app.act(
      actor,
      'recordIntroduction',
      { consentBasis: 'ASKED_AND_AGREED', ...input },
      introductionFields,
    );
  }

  insert(actor: CastMember, input: Input) {
    return this.app.act(actor, 'insertIntroduction', input, introductionFields);
  }

  correct(actor: CastMember, input: Input) {
    return this.app.act(actor, 'correctIntroduction', { reason: 'It was otherwise.', ...input }, introductionFields);
  }

  /** A referral from the giver's seat in Ghent; to another club with `receiverMembershipId`. */
  refer(giver: CastMember, receiver: CastMember, input: Input = {}) {
    return this.app.act(
      giver,
      'giveReferral',
      {
        clubId: this.world.ghentId,
        receiverMembershipId: receiver.membershipId,
        need: 'Five hundred menus before Easter',
        warmth: 3,
        consentBasis: 'ASKED_AND_AGREED',
        ...input,
      },
      'referral { id stage inside givenAt promisedFor promisedAt firstContactAt introduction { id degree acceptedAt root { id } } }',
    );
  }

  /** A deal of the seller in Ghent for 100 euro. */
  sell(seller: CastMember, buyer: Input | null, input: Input = {}) {
    const sale = { clubId: this.world.ghentId, buyer, amount: '100.00', description: 'Printing', ...input };
    return this.app.act(seller, 'recordDeal', sale, dealFields);
  }

  async deal(viewer: CastMember, id: string, fields: string = dealFields) {
    const selection = fields.startsWith('deal') ? fields.replace(/^deal /, '') : `{ ${fields} }`;
    return (await this.app.query(viewer, `query ($id: UUID!) { deal(id: $id) ${selection} }`, { id })).deal;
  }
}

export const code = (payload: { errors: { code: string }[] }): string | undefined => payload.errors[0]?.code;

/** All a payload refuses, each with the path of the field to blame below `input`: "NOT_FOUND buyer.contactId". */
export const refused = (payload: { errors: PayloadError[] }): string[] =>
  payload.errors.map((error) => [error.code, error.field?.slice(1).join('.')].filter(Boolean).join(' '));
