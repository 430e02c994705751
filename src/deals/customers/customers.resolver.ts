import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Contact } from '../../contacts/contact.entity.js';
import { accessKey, contactAccess } from '../../contacts/contact-access.js';
import { contactById } from '../../contacts/contacts.loaders.js';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Introduction } from '../../network/introduction.entity.js';
import { introductionById } from '../../network/introductions.loaders.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Customer } from './customer.js';
import { CustomersService } from './customers.service.js';
import {
  AnswerCustomerQuestionInput,
  CustomerAbilities,
  CustomerPayload,
  OnwardIntroductionPayload,
  RecordOnwardIntroductionInput,
} from './customers.types.js';
import { RecordOnwardIntroductionService } from './record-onward-introduction.service.js';

/** A customer is only ever told to his seller, so that none of his fields asks once more who looks. */
@Resolver(() => Customer)
export class CustomersResolver {
  constructor(
    private readonly customers: CustomersService,
    private readonly onward: RecordOnwardIntroductionService,
  ) {}

  @Mutation(() => CustomerPayload, {
    description: 'Notes what came of asking a customer of the viewer whom he could introduce him to.',
  })
  async answerCustomerQuestion(
    @CurrentViewer() viewer: Viewer,
    @Input() input: AnswerCustomerQuestionInput,
  ): Promise<CustomerPayload> {
    return { customer: await this.customers.answer(viewer, input) };
  }

  @Mutation(() => OnwardIntroductionPayload, {
    description:
      'Records whom a customer introduces to the viewer: adds him to the address book of the viewer, hangs the introduction on the one that brought the customer, and notes that he introduces.',
  })
  async recordOnwardIntroduction(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RecordOnwardIntroductionInput,
  ): Promise<OnwardIntroductionPayload> {
    const introduction = await this.onward.record(viewer, input);
    return { introduction, customer: await this.customers.find(viewer, input) };
  }

  @ResolveField(() => Contact, {
    nullable: true,
    description: 'The contact who he is; null for a person of the clubs, or one the viewer may not see.',
  })
  async buyerContact(
    @Parent() { contactId }: Customer,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Contact | null> {
    const access = contactId && (await loaders.load(contactAccess, accessKey(contactId, viewer)));
    return contactId && access ? loaders.load(contactById, contactId) : null;
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'The person of the clubs who he is; null for a contact, and until there is a basis of consent.',
  })
  buyerPerson(@Parent() { personId }: Customer, @RequestLoaders() loaders: Loaders): Promise<Person> | null {
    return personId === null ? null : loaders.loadExisting(personById, personId);
  }

  @ResolveField(() => Introduction, {
    nullable: true,
    description:
      'The introduction that brought him; null for own acquisition and for a fellow member nobody introduced.',
  })
  broughtBy(@Parent() { broughtById }: Customer, @RequestLoaders() loaders: Loaders): Promise<Introduction> | null {
    return broughtById === null ? null : loaders.loadExisting(introductionById, broughtById);
  }

  @ResolveField(() => CustomerAbilities, { description: 'What the viewer may do with him.' })
  viewerCan(@Parent() { hook, knownPersonId }: Customer): CustomerAbilities {
    return { recordOnwardIntroduction: hook !== null || knownPersonId !== null };
  }
}
