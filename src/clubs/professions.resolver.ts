import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../identity/viewer.js';
import { type Connection, PageArguments } from '../platform/graphql/connection.js';
import { Input } from '../platform/graphql/payload.js';
import { Profession } from './profession.entity.js';
import { ProfessionsService } from './professions.service.js';
import { AddProfessionInput, ProfessionConnection, ProfessionPayload } from './regions.types.js';

@Resolver(() => Profession)
export class ProfessionsResolver {
  constructor(private readonly professions: ProfessionsService) {}

  @Query(() => ProfessionConnection, { name: 'professions', description: 'The catalogue of professions, by name.' })
  list(@Args() page: PageArguments): Promise<Connection<Profession>> {
    return this.professions.list(page);
  }

  @Mutation(() => ProfessionPayload, { description: 'Adds a profession to the catalogue. For administrators.' })
  async addProfession(@CurrentViewer() viewer: Viewer, @Input() input: AddProfessionInput): Promise<ProfessionPayload> {
    return { profession: await this.professions.add(viewer, input) };
  }
}
