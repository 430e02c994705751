import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Contact } from '../contacts/contact.entity.js';
import { accessKey, contactAccess } from '../contacts/contact-access.js';
import { contactById } from '../contacts/contacts.loaders.js';
import { Person } from '../identity/person.entity.js';
import { personById } from '../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { RequestLoaders } from '../platform/graphql/context.js';
import type { Loaders } from '../platform/graphql/loaders.js';
import { Introduction } from './introduction.entity.js';
import { introductionById } from './introductions.loaders.js';
import {
  canCorrectChain,
  canSeeIntroduced,
  canSeeIntroducer,
  canSeeIntroduction,
  canStateConsent,
} from './introductions.policy.js';
import { IntroductionAbilities } from './introductions.types.js';

@Resolver(() => Introduction)
export class IntroductionFieldsResolver {
  @ResolveField(() => Person, { description: 'The member it served.' })
  beneficiary(@Parent() introduction: Introduction, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, introduction.beneficiaryId);
  }

  @ResolveField(() => Contact, {
    nullable: true,
    description: 'The contact who was introduced; null for a person of the clubs, or one the viewer may not see.',
  })
  introducedContact(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Contact | null> {
    return visibleContact(introduction.introducedContactId, viewer, loaders);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description:
      'The person of the clubs who was introduced; null for a contact, for the beneficiary until there is a basis of consent, and for a viewer who is only the root.',
  })
  introducedPerson(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Person> | null {
    return canSeeIntroduced(viewer, introduction) ? person(introduction.introducedPersonId, loaders) : null;
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'The member who made it; null when a contact did, and for a viewer who is only the root.',
  })
  introducer(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Person> | null {
    return canSeeIntroducer(viewer, introduction) ? person(introduction.introducerId, loaders) : null;
  }

  @ResolveField(() => Contact, {
    nullable: true,
    description: 'The contact who made it; null when a member did, or for one the viewer may not see.',
  })
  introducerContact(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Contact | null> {
    return visibleContact(introduction.introducerContactId, viewer, loaders);
  }

  @ResolveField(() => Person, { nullable: true, description: 'The member who asked his contact to make it, or null.' })
  asker(@Parent() introduction: Introduction, @RequestLoaders() loaders: Loaders): Promise<Person> | null {
    return person(introduction.askerId, loaders);
  }

  @ResolveField(() => Person, { description: 'The root member: who made the first introduction of the chain.' })
  root(@Parent() introduction: Introduction, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, introduction.rootId);
  }

  @ResolveField(() => Introduction, {
    nullable: true,
    description:
      'The introduction it springs from; null for the first of a chain, or when the viewer has no part in it.',
  })
  async parent(
    @Parent() introduction: Introduction,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Introduction | null> {
    const parent = introduction.parentId && (await loaders.load(introductionById, introduction.parentId));
    return parent && canSeeIntroduction(viewer, parent) ? parent : null;
  }

  @ResolveField(() => IntroductionAbilities, { description: 'What the viewer may do with it.' })
  viewerCan(@Parent() introduction: Introduction, @CurrentViewer() viewer: Viewer): IntroductionAbilities {
    return {
      introduction,
      correctChain: canCorrectChain(viewer, introduction),
      stateConsent: canStateConsent(viewer, introduction),
    };
  }
}

function person(personId: string | null, loaders: Loaders): Promise<Person> | null {
  return personId === null ? null : loaders.loadExisting(personById, personId);
}

async function visibleContact(contactId: string | null, viewer: Viewer, loaders: Loaders): Promise<Contact | null> {
  const access = contactId && (await loaders.load(contactAccess, accessKey(contactId, viewer)));
  return contactId && access ? loaders.load(contactById, contactId) : null;
}
