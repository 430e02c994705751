import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { todayOf } from '../../members/club-of.js';
import { lockChains } from '../../network/introductions.service.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { canChangeDeal } from '../deals.policy.js';
import { DealsService } from '../deals.service.js';
import type { Customer } from './customer.js';
import { CustomerQuestion } from './customer-question.entity.js';
import { customersOf } from './customers.loaders.js';
import type { AnswerCustomerQuestionInput, CustomerInput } from './customers.types.js';
import { contactParty, personParty } from './derive-customers.js';

/** The input's field that names the customer, and his party where it is one. */
interface Naming {
  field: 'dealId' | 'contactId' | 'personId';
  names: (customer: Customer) => boolean;
}

/** What an answer says. */
type Answer = Pick<CustomerQuestion, 'outcome' | 'until' | 'note'>;

@Injectable()
export class CustomersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly deals: DealsService,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError INVALID, NOT_FOUND; by constraint INVALID, DATE_OUT_OF_RANGE */
  async answer(viewer: Viewer, input: AnswerCustomerQuestionInput): Promise<Customer> {
    const act = { personId: viewer.personId, verb: 'answerCustomerQuestion', input, result: CustomerQuestion };
    await this.acts.once(act, async (manager) => {
      await lockChains(manager, viewer.personId);
      await this.find(viewer, input, manager);
      return this.record(manager, viewer, input, input);
    });
    return this.find(viewer, input);
  }

  /**
   * The customer an input names, among those of the viewer.
   * @throws DomainError INVALID unless it names exactly one; NOT_FOUND for nobody he has to do with
   */
  async find(
    viewer: Viewer,
    input: CustomerInput,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Customer> {
    const { field, names } = namingOf(input);
    if (input.dealId !== null) {
      const deal = found(await this.deals.find(viewer, input.dealId, manager), 'deal', 'dealId');
      authorise(canChangeDeal(viewer, deal));
    }
    return found((await customersOf(manager, viewer)).find(names), 'customer', field);
  }

  /** Records an answer, for this and other acts within their transaction. */
  async record(
    manager: EntityManager,
    viewer: Viewer,
    { dealId, contactId, personId }: CustomerInput,
    { outcome, until, note }: Answer,
  ): Promise<CustomerQuestion> {
    const deal = dealId === null ? null : await this.deals.find(viewer, dealId, manager);
    const question = await insert(manager, CustomerQuestion, {
      id: newId(),
      sellerId: viewer.personId,
      contactId: deal ? deal.buyerContactId : contactId,
      personId: deal ? deal.buyerPersonId : personId,
      dealId,
      askedOn: await todayOf(manager, viewer.personId, this.clock),
      outcome,
      until,
      note,
      answeredAt: this.clock.now(),
    });
    await this.activity.record(manager, {
      actorId: viewer.personId,
      verb: 'customer_question.answered',
      subject: question,
      details: { outcome, dealId, contactId: question.contactId, personId: question.personId },
    });
    return question;
  }
}

/** @throws DomainError INVALID unless the input names exactly one */
export function namingOf({ dealId, contactId, personId }: CustomerInput): Naming {
  if ([dealId, contactId, personId].filter((id) => id !== null).length !== 1) {
    throw new DomainError('INVALID', 'Name exactly one: a deal with the customer, a contact or a person.', ['dealId']);
  }
  if (dealId !== null) return { field: 'dealId', names: (customer) => customer.dealIds.includes(dealId) };
  if (contactId !== null) {
    return { field: 'contactId', names: (customer) => customer.parties.has(contactParty(contactId)) };
  }
  return { field: 'personId', names: (customer) => customer.parties.has(personParty(personId ?? '')) };
}
