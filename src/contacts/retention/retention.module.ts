import { Module } from '@nestjs/common';
import { ErasureNotices } from './erasure-notices.service.js';
import { ContactToBeErasedResolver, ErasedContactsResolver, ViewerErasuresResolver } from './retention.resolver.js';
import { RetentionService } from './retention.service.js';

/**
 * How contacts are forgotten. The details of a contact who was referred are erased a set time, by the rules of the
 * receiver's club, after his referrals have closed and nothing has happened with him since; his owner is told 30 days
 * before, and puts it off by talking with him. A contact who was never referred stays: an address book is its owner's.
 * An owner erases a contact at once when he wishes it. Sums, degrees and the shape of chains stay as they were.
 */
@Module({
  providers: [
    RetentionService,
    ErasureNotices,
    ErasedContactsResolver,
    ViewerErasuresResolver,
    ContactToBeErasedResolver,
  ],
})
export class RetentionModule {}
