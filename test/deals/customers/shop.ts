import { type ChainLink, Circle } from '../../support/circle.js';
import type { TestApp } from '../../support/test-app.js';
import type { CastMember, World } from '../../support/world.js';

/** What the tests ask of a customer, unless they ask for less. */
export const customerFields = `stage firstDealOn lastDealOn deals money { amount currency } introducedOnward toAsk
  buyerContact { id name } buyerPerson { id givenName } broughtBy { id degree introducer { givenName } }
  lastQuestion { askedOn outcome until note } viewerCan { recordOnwardIntroduction }`;

type Input = Record<string, unknown>;

/** A day on which everything has happened that the tests tell of. */
export const now = '2028-06-15T10:00:00Z';
export const today = '2028-06-15';

/** What happens between a seller and his customers, in the tests' words; the clock stands at `now`. */
export class Shop {
  readonly circle: Circle;

  constructor(
    private readonly app: TestApp,
    world: World,
  ) {
    this.circle = new Circle(app, world);
  }

  /** A contact of the introducer, introduced to the seller on a day. */
  async brought(introducer: CastMember, seller: CastMember, name: string, happenedOn: string, details: Input = {}) {
    const contactId = await this.circle.contact(introducer, name);
    const { introduction } = await this.circle.introduce(introducer, { contactId }, seller, { happenedOn, ...details });
    return { contactId, id: introduction.id } as ChainLink;
  }

  /** The key of a deal for 100 euro. */
  async sell(seller: CastMember, buyer: Input, closedOn: string, input: Input = {}): Promise<string> {
    const { deal, errors } = await this.circle.sell(seller, buyer, { closedOn, ...input });
    if (!deal) throw new Error(JSON.stringify(errors));
    return deal.id;
  }

  refund(seller: CastMember, dealId: string, amount = '-100') {
    return this.app.act(seller, 'adjustDeal', { dealId, amount, reason: 'Taken back' }, 'deal { id }');
  }

  identify(owner: CastMember, contactId: string, { personId }: CastMember) {
    return this.app.act(owner, 'identifyContact', { contactId, personId }, 'contact { id }');
  }

  async list(seller: CastMember, asked: Input = {}, fields: string = customerFields) {
    const query = `query ($stage: CustomerStage, $toAsk: Boolean, $first: Int! = 20, $after: String) { viewer {
      customers(stage: $stage, toAsk: $toAsk, first: $first, after: $after) {
        totalCount nodes { ${fields} } pageInfo { hasNextPage endCursor }
      }
    } }`;
    return (await this.app.query(seller, query, asked)).viewer.customers;
  }

  async names(seller: CastMember, asked: Input = {}): Promise<string[]> {
    const { nodes } = await this.list(seller, asked, 'buyerContact { name role } buyerPerson { givenName }');
    return nodes.map(
      ({ buyerContact, buyerPerson }: { buyerContact: Input | null; buyerPerson: Input | null }) =>
        buyerContact?.name ?? buyerPerson?.givenName ?? 'somebody',
    );
  }

  async counts(seller: CastMember) {
    const query = '{ viewer { customerCounts { potential new loyal former toAsk } } }';
    return (await this.app.query(seller, query)).viewer.customerCounts;
  }

  async after(viewer: CastMember, dealId: string, fields: string = customerFields) {
    return (await this.circle.deal(viewer, dealId, `customer { ${fields} }`)).customer;
  }

  answer(seller: CastMember, input: Input, fields: string = customerFields) {
    return this.app.act(seller, 'answerCustomerQuestion', input, `customer { ${fields} }`);
  }

  onward(seller: CastMember, input: Input) {
    return this.app.act(
      seller,
      'recordOnwardIntroduction',
      input,
      `introduction { id degree happenedOn consentBasis root { id } parent { id } introducer { id }
         introducerContact { id } introducedContact { id name role company email phone } }
       customer { ${customerFields} }`,
    );
  }
}
