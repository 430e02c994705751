import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Contact } from '../contact.entity.js';
import { contactById } from '../contacts.loaders.js';
import {
  ContactImportOutcome,
  ContactImportRow,
  ContactImportRowConnection,
  ContactImportRowsArguments,
} from './contact-imports.types.js';
import { ImportOutcomeService } from './import-outcome.service.js';

@Resolver(() => ContactImportOutcome)
export class ContactImportOutcomeResolver {
  constructor(private readonly outcomes: ImportOutcomeService) {}

  @ResolveField(() => ContactImportRowConnection, { description: 'The rows in the order of the file.' })
  rows(
    @Parent() outcome: ContactImportOutcome,
    @Args() asked: ContactImportRowsArguments,
  ): Connection<ContactImportRow> {
    return this.outcomes.page(outcome, asked);
  }
}

@Resolver(() => ContactImportRow)
export class ContactImportRowsResolver {
  @ResolveField(() => Contact, {
    nullable: true,
    description: 'The contact of the viewer with the same e-mail address or phone number; null without one.',
  })
  duplicateOf(@Parent() { duplicateOfId }: ContactImportRow, @RequestLoaders() loaders: Loaders) {
    return duplicateOfId && loaders.load(contactById, duplicateOfId);
  }

  @ResolveField(() => Contact, {
    nullable: true,
    description: 'The contact it was added as; null when none was, or when he has gone since.',
  })
  contact(@Parent() { contactId }: ContactImportRow, @RequestLoaders() loaders: Loaders) {
    return contactId && loaders.load(contactById, contactId);
  }
}
