import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ContactMerge } from './contact-merge.entity.js';
import { ContactMergeResolver, ContactMergesResolver, ContactPayloadResolver } from './contact-merges.resolver.js';
import { DuplicatesResolver } from './duplicates.resolver.js';
import { DuplicatesService } from './duplicates.service.js';
import { MergeContactsService } from './merge-contacts.service.js';

/**
 * Contacts of one book that are one human. Pairs that may be are proposed to their owner alone, who merges them or says
 * that they are two. The merged row stays as it was and points at the one that stands for it; chains, deals and visits
 * keep what they refer to. Everywhere the key of a merged contact means the one that stands for it.
 */
@Module({
  imports: [TypeOrmModule.forFeature([ContactMerge])],
  providers: [
    DuplicatesService,
    MergeContactsService,
    DuplicatesResolver,
    ContactMergesResolver,
    ContactMergeResolver,
    ContactPayloadResolver,
  ],
})
export class DuplicatesModule {}
