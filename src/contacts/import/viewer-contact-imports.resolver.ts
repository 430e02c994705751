import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import type { ContactImport } from './contact-import.entity.js';
import { ContactImportsService } from './contact-imports.service.js';
import { ContactImportConnection } from './contact-imports.types.js';

@Resolver(() => Viewer)
export class ViewerContactImportsResolver {
  constructor(private readonly imports: ContactImportsService) {}

  @ResolveField(() => ContactImportConnection, { description: 'The address books he brought along, the latest first.' })
  contactImports(@Parent() viewer: Viewer, @Args() page: PageArguments): Promise<Connection<ContactImport>> {
    return this.imports.list(viewer, page);
  }
}
