import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplyImportService } from './apply-import.service.js';
import { ContactImport } from './contact-import.entity.js';
import { ContactImportLine } from './contact-import-row.entity.js';
import { ContactImportsResolver } from './contact-imports.resolver.js';
import { ContactImportsService } from './contact-imports.service.js';
import { ForgetImports } from './forget-imports.service.js';
import { ImportOutcomeService } from './import-outcome.service.js';
import { ContactImportOutcomeResolver, ContactImportRowsResolver } from './import-rows.resolver.js';
import { UndoImportService } from './undo-import.service.js';
import { UploadContactsService } from './upload-contacts.service.js';
import { ViewerContactImportsResolver } from './viewer-contact-imports.resolver.js';

/**
 * Address books from files. What somebody uploads waits, with nothing written into his book, until he applies or
 * discards it; a dry run says of each row what would become of it. A row is held to the rules of `addContact`. A
 * duplicate is found in the owner's own book alone. For 30 days an import can be undone, as far as its contacts were
 * neither changed nor used. The texts of a file are deleted as soon as it is decided.
 */
@Module({
  imports: [TypeOrmModule.forFeature([ContactImport, ContactImportLine])],
  providers: [
    ContactImportsService,
    ImportOutcomeService,
    UploadContactsService,
    ApplyImportService,
    UndoImportService,
    ForgetImports,
    ContactImportsResolver,
    ContactImportOutcomeResolver,
    ContactImportRowsResolver,
    ViewerContactImportsResolver,
  ],
})
export class ContactImportsModule {}
