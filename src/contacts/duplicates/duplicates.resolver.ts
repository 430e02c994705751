import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { Input } from '../../platform/graphql/payload.js';
import { ContactPayload } from '../contacts.types.js';
import { DuplicatesService } from './duplicates.service.js';
import {
  type ContactDuplicate,
  ContactDuplicateConnection,
  DismissDuplicateInput,
  MergeContactsInput,
} from './duplicates.types.js';
import { MergeContactsService } from './merge-contacts.service.js';

@Resolver(() => Viewer)
export class DuplicatesResolver {
  constructor(
    private readonly duplicates: DuplicatesService,
    private readonly merging: MergeContactsService,
  ) {}

  @ResolveField(() => ContactDuplicateConnection, {
    description:
      'Pairs of his own address book that may be one human, the surest first; without those he dismissed and those known as two persons of the clubs.',
  })
  contactDuplicates(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<ContactDuplicate>> {
    return this.duplicates.list(viewer, page);
  }

  @Mutation(() => ContactPayload, {
    description:
      'Merges two contacts that are one human. All that refers to either stays as it was, and is shown of the kept one; so is the key of the merged one from then on. For their owner.',
  })
  async mergeContacts(@CurrentViewer() viewer: Viewer, @Input() input: MergeContactsInput): Promise<ContactPayload> {
    return { contact: await this.merging.merge(viewer, input) };
  }

  @Mutation(() => ContactPayload, {
    description:
      'Says of two contacts that they are two, so that they are not proposed again; answers with the first. For their owner.',
  })
  async dismissDuplicate(
    @CurrentViewer() viewer: Viewer,
    @Input() input: DismissDuplicateInput,
  ): Promise<ContactPayload> {
    return { contact: await this.duplicates.dismiss(viewer, input) };
  }
}
