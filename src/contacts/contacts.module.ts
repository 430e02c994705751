import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Contact } from './contact.entity.js';
import { ContactsResolver } from './contacts.resolver.js';
import { ContactsService } from './contacts.service.js';
import { ViewerContactsResolver } from './viewer-contacts.resolver.js';

/**
 * Address books. A contact's details belong to the contact: its owner sees them, and somebody it was introduced
 * to sees them once there is a basis of consent; until then he sees the role.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Contact])],
  providers: [ContactsService, ContactsResolver, ViewerContactsResolver],
  exports: [ContactsService],
})
export class ContactsModule {}
