import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Contact } from '../contact.entity.js';
import { contactById } from '../contacts.loaders.js';
import { canChangeContact } from '../contacts.policy.js';
import { ContactPayload } from '../contacts.types.js';
import { type Erasure, erasureDays } from './erasures.sql.js';
import { RetentionService } from './retention.service.js';
import { ContactToBeErased, ContactToBeErasedConnection, EraseContactInput } from './retention.types.js';

@Resolver(() => Contact)
export class ErasedContactsResolver {
  constructor(private readonly retention: RetentionService) {}

  @Mutation(() => ContactPayload, {
    description:
      'Erases all details of a contact. Referrals, deals and chains stay, without his name. For its owner; it cannot be undone.',
  })
  async eraseContact(@CurrentViewer() viewer: Viewer, @Input() input: EraseContactInput): Promise<ContactPayload> {
    return { contact: await this.retention.erase(viewer, input) };
  }

  @ResolveField(() => DateScalar, {
    nullable: true,
    description:
      'The day, in UTC, on which his details are erased, for the owner alone. Null for others and while none is set: a referral about him is open, or there never was one.',
  })
  erasesOn(
    @Parent() contact: Contact,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<string | null> | null {
    return canChangeContact(viewer, contact) ? loaders.load(erasureDays, contact.id) : null;
  }
}

@Resolver(() => Viewer)
export class ViewerErasuresResolver {
  constructor(private readonly retention: RetentionService) {}

  @ResolveField(() => ContactToBeErasedConnection, {
    description: 'The contacts of his address book whose details are erased within 30 days, the next first.',
  })
  contactsToBeErased(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<Erasure>> {
    return this.retention.toBeErased(viewer, page);
  }
}

@Resolver(() => ContactToBeErased)
export class ContactToBeErasedResolver {
  @ResolveField(() => Contact, { description: 'The contact.' })
  contact(@Parent() erasure: ContactToBeErased, @RequestLoaders() loaders: Loaders): Promise<Contact> {
    return loaders.loadExisting(contactById, erasure.contactId);
  }
}
