import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Input } from '../platform/graphql/payload.js';
import { DateScalar, UuidScalar } from '../platform/graphql/scalars.js';
import { AcquaintanceStrength, Contact } from './contact.entity.js';
import { accessKey, contactAccess } from './contact-access.js';
import { canChangeContact } from './contacts.policy.js';
import { ContactsService } from './contacts.service.js';
import {
  AddContactInput,
  ChangeContactInput,
  ContactPayload,
  IdentifyContactInput,
  RecordTalkInput,
} from './contacts.types.js';

@Resolver(() => Contact)
export class ContactsResolver {
  constructor(private readonly contacts: ContactsService) {}

  @Query(() => Contact, { nullable: true, description: 'The contact; null when there is none the viewer may see.' })
  contact(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the contact.' }) id: string,
  ): Promise<Contact | null> {
    return this.contacts.find(viewer, id);
  }

  @Mutation(() => ContactPayload, { description: "Adds a contact to the viewer's address book." })
  async addContact(@CurrentViewer() viewer: Viewer, @Input() input: AddContactInput): Promise<ContactPayload> {
    return { contact: await this.contacts.add(viewer, input) };
  }

  @Mutation(() => ContactPayload, { description: "Changes a contact's details. For its owner." })
  async changeContact(@CurrentViewer() viewer: Viewer, @Input() input: ChangeContactInput): Promise<ContactPayload> {
    return { contact: await this.contacts.change(viewer, input) };
  }

  @Mutation(() => ContactPayload, {
    description: 'Says that a contact is a person of the clubs. For its owner and for whom it was introduced to.',
  })
  async identifyContact(
    @CurrentViewer() viewer: Viewer,
    @Input() input: IdentifyContactInput,
  ): Promise<ContactPayload> {
    return { contact: await this.contacts.identify(viewer, input) };
  }

  @Mutation(() => ContactPayload, {
    description: 'Records that the viewer spoke with a contact: of several days the latest stays. For its owner.',
  })
  async recordTalk(@CurrentViewer() viewer: Viewer, @Input() input: RecordTalkInput): Promise<ContactPayload> {
    return { contact: await this.contacts.recordTalk(viewer, input) };
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The name; null until there is a basis of consent, and once erased.',
  })
  name(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer, @RequestLoaders() loaders: Loaders) {
    return ifOpen(contact, viewer, loaders, () => contact.name);
  }

  @ResolveField(() => String, { nullable: true, description: 'The company; null without one or without consent.' })
  company(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer, @RequestLoaders() loaders: Loaders) {
    return ifOpen(contact, viewer, loaders, () => contact.company);
  }

  @ResolveField(() => String, { nullable: true, description: 'The e-mail address; null without one or consent.' })
  email(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer, @RequestLoaders() loaders: Loaders) {
    return ifOpen(contact, viewer, loaders, () => contact.email);
  }

  @ResolveField(() => String, { nullable: true, description: 'The phone in E.164; null without one or consent.' })
  phone(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer, @RequestLoaders() loaders: Loaders) {
    return ifOpen(contact, viewer, loaders, () => contact.phone);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What he is by trade; null when not noted or no consent.',
  })
  profession(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer, @RequestLoaders() loaders: Loaders) {
    return ifOpen(contact, viewer, loaders, () => contact.profession);
  }

  @ResolveField(() => String, { nullable: true, description: 'Where he works or lives; null without one or consent.' })
  place(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer, @RequestLoaders() loaders: Loaders) {
    return ifOpen(contact, viewer, loaders, () => contact.place);
  }

  @ResolveField(() => AcquaintanceStrength, {
    nullable: true,
    description: 'How well his owner knows him, for the owner alone; null for others and when not noted.',
  })
  strength(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer): AcquaintanceStrength | null {
    return canChangeContact(viewer, contact) ? contact.strength : null;
  }

  @ResolveField(() => DateScalar, {
    nullable: true,
    description: 'The day the owner last spoke with him, for the owner alone; null for others and when not noted.',
  })
  lastSpokenOn(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer): string | null {
    return canChangeContact(viewer, contact) ? contact.lastSpokenOn : null;
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Whether he is kept out of all searching by others, for the owner alone; null for others.',
  })
  isPrivate(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer): boolean | null {
    return canChangeContact(viewer, contact) ? contact.isPrivate : null;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether all that was held of him is erased: nothing is left but his places in chains.',
  })
  isErased(@Parent() contact: Contact): boolean {
    return contact.erasedAt !== null;
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'The person of the clubs he is or has become; null when not known, or without consent.',
  })
  person(@Parent() contact: Contact, @CurrentViewer() viewer: Viewer, @RequestLoaders() loaders: Loaders) {
    return ifOpen(contact, viewer, loaders, () => contact.personId && loaders.load(personById, contact.personId));
  }
}

async function ifOpen<T>(contact: Contact, viewer: Viewer, loaders: Loaders, detail: () => T): Promise<T | null> {
  return (await loaders.load(contactAccess, accessKey(contact.id, viewer))) === 'details' ? detail() : null;
}
