import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import { byId, type Loaders } from '../../platform/graphql/loaders.js';
import { Contact } from '../contact.entity.js';
import { contactById } from '../contacts.loaders.js';
import { canChangeContact } from '../contacts.policy.js';
import { ContactPayload } from '../contacts.types.js';
import { ContactMerge } from './contact-merge.entity.js';
import { ContactDetailsBefore, ContactMergeConnection } from './duplicates.types.js';
import { MergeContactsService } from './merge-contacts.service.js';

/** The row itself, although another contact stands for it. */
const rowById = byId(Contact);

@Resolver(() => Contact)
export class ContactMergesResolver {
  constructor(private readonly merging: MergeContactsService) {}

  @ResolveField(() => ContactMergeConnection, {
    nullable: true,
    description: 'What was merged into it, the latest first, for the owner alone; null for others.',
  })
  merges(
    @Parent() contact: Contact,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<ContactMerge>> | null {
    return canChangeContact(viewer, contact) ? this.merging.history(contact, page) : null;
  }
}

@Resolver(() => ContactMerge)
export class ContactMergeResolver {
  @ResolveField(() => ContactDetailsBefore, {
    nullable: true,
    description: 'The details of the kept contact as they were before; null once erased.',
  })
  kept(@Parent() merge: ContactMerge): ContactDetailsBefore | null {
    return merge.keptBefore;
  }

  @ResolveField(() => ContactDetailsBefore, {
    nullable: true,
    description: 'The details of the merged contact as they were; null once erased.',
  })
  async merged(
    @Parent() merge: ContactMerge,
    @RequestLoaders() loaders: Loaders,
  ): Promise<ContactDetailsBefore | null> {
    const row = await loaders.loadExisting(rowById, merge.mergedId);
    return row.erasedAt === null ? row : null;
  }
}

/** A repeated act answers with its contact as it is now: the one that stands for it, if it was merged since. */
@Resolver(() => ContactPayload)
export class ContactPayloadResolver {
  @ResolveField(() => Contact, {
    nullable: true,
    description: 'The contact as it is now; null when the act was refused.',
  })
  contact(@Parent() { contact }: ContactPayload, @RequestLoaders() loaders: Loaders) {
    return contact?.mergedIntoId ? loaders.load(contactById, contact.id) : (contact ?? null);
  }
}
