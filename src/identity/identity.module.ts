import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Person } from './person.entity.js';

/** Who is who: persons, their accounts and sessions, and the viewer of a request. */
@Module({
  imports: [TypeOrmModule.forFeature([Person])],
})
export class IdentityModule {}
