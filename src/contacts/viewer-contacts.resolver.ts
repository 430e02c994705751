import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '../identity/viewer.js';
import type { Connection } from '../platform/graphql/connection.js';
import type { Contact } from './contact.entity.js';
import { ContactsService } from './contacts.service.js';
import { ContactConnection, ContactsArguments } from './contacts.types.js';

@Resolver(() => Viewer)
export class ViewerContactsResolver {
  constructor(private readonly contactsService: ContactsService) {}

  @ResolveField(() => ContactConnection, { description: 'His own address book, or what matches in it, by name.' })
  contacts(@Parent() viewer: Viewer, @Args() wanted: ContactsArguments): Promise<Connection<Contact>> {
    return this.contactsService.list(viewer, wanted);
  }
}
