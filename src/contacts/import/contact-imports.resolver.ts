import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import type { Contact } from '../contact.entity.js';
import { ContactConnection } from '../contacts.types.js';
import { ApplyImportService } from './apply-import.service.js';
import { columnsOf } from './columns.js';
import { ContactImport } from './contact-import.entity.js';
import { firstRowsByImport } from './contact-imports.loaders.js';
import { ContactImportsService } from './contact-imports.service.js';
import {
  ApplyContactImportInput,
  ContactImportAbilities,
  ContactImportColumn,
  ContactImportOutcome,
  ContactImportPayload,
  DiscardContactImportInput,
  PreviewArguments,
  UndoContactImportInput,
} from './contact-imports.types.js';
import { ImportOutcomeService } from './import-outcome.service.js';
import { UndoImportService } from './undo-import.service.js';

@Resolver(() => ContactImport)
export class ContactImportsResolver {
  constructor(
    private readonly imports: ContactImportsService,
    private readonly outcomes: ImportOutcomeService,
    private readonly applying: ApplyImportService,
    private readonly undoing: UndoImportService,
  ) {}

  @Query(() => ContactImport, { nullable: true, description: 'The import; null when there is none of the viewer.' })
  contactImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => UuidScalar, description: 'The key of the import.' }) id: string,
  ): Promise<ContactImport | null> {
    return this.imports.find(viewer, id);
  }

  @Mutation(() => ContactImportPayload, {
    description: "Brings an uploaded address book into the viewer's own. Rows with errors are left out.",
  })
  async applyContactImport(
    @CurrentViewer() viewer: Viewer,
    @Input() input: ApplyContactImportInput,
  ): Promise<ContactImportPayload> {
    return { contactImport: await this.applying.apply(viewer, input) };
  }

  @Mutation(() => ContactImportPayload, {
    description:
      'Takes out again what an import brought. Contacts that were changed since, or that something refers to, stay.',
  })
  async undoContactImport(
    @CurrentViewer() viewer: Viewer,
    @Input() input: UndoContactImportInput,
  ): Promise<ContactImportPayload> {
    return { contactImport: await this.undoing.undo(viewer, input) };
  }

  @Mutation(() => ContactImportPayload, { description: 'Forgets an uploaded address book that was not applied.' })
  async discardContactImport(
    @CurrentViewer() viewer: Viewer,
    @Input() input: DiscardContactImportInput,
  ): Promise<ContactImportPayload> {
    return { contactImport: await this.imports.discard(viewer, input) };
  }

  @ResolveField(() => [ContactImportColumn], {
    description: 'The columns of the file, with what they are likely to hold; empty once it does not wait any more.',
  })
  async columns(
    @Parent() { id, headings, waits }: ContactImport,
    @RequestLoaders() loaders: Loaders,
  ): Promise<ContactImportColumn[]> {
    return columnsOf(headings, (waits && (await loaders.load(firstRowsByImport, id))) || []);
  }

  @ResolveField(() => ContactImportOutcome, {
    nullable: true,
    description: 'A dry run: what applying would do, with nothing written; null for what does not wait.',
  })
  preview(
    @Parent() contactImport: ContactImport,
    @CurrentViewer() viewer: Viewer,
    @Args() { mapping }: PreviewArguments,
  ): Promise<ContactImportOutcome | null> {
    return this.outcomes.preview(viewer, contactImport, mapping);
  }

  @ResolveField(() => ContactImportOutcome, {
    nullable: true,
    description: 'What applying did; null when it was not applied, and once the rows are forgotten.',
  })
  result(@Parent() contactImport: ContactImport): Promise<ContactImportOutcome | null> {
    return this.outcomes.result(contactImport);
  }

  @ResolveField(() => ContactConnection, {
    description: 'The contacts in the book that came by it, by name; once it is undone, those that stayed.',
  })
  contacts(
    @Parent() contactImport: ContactImport,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<Contact>> {
    return this.imports.contacts(viewer, contactImport, page);
  }

  @ResolveField(() => ContactImportAbilities, { description: 'What the viewer may do with it as it is now.' })
  viewerCan(
    @Parent() { waits, undoableUntil }: ContactImport,
    @CurrentViewer() viewer: Viewer,
  ): ContactImportAbilities {
    const undoUntil = undoableUntil !== null && viewer.asOf <= undoableUntil ? undoableUntil : null;
    return { apply: waits, discard: waits, undo: undoUntil !== null, undoUntil };
  }
}
