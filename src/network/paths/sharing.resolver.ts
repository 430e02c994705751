import { Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Viewer } from '../../identity/viewer.js';
import { Input } from '../../platform/graphql/payload.js';
import { Sharing } from './sharing.entity.js';
import { SharingService } from './sharing.service.js';
import { ChangeSharingInput, SharingPayload } from './sharing.types.js';

@Resolver(() => Sharing)
export class SharingResolver {
  constructor(private readonly sharing: SharingService) {}

  @Mutation(() => SharingPayload, { description: "Says how far others may be led to the viewer's contacts by him." })
  async changeSharing(@CurrentViewer() viewer: Viewer, @Input() input: ChangeSharingInput): Promise<SharingPayload> {
    return { sharing: await this.sharing.change(viewer, input) };
  }

  @ResolveField(() => Int, {
    description:
      'How many of his contacts count for it: those in his book that are not private. He is shown at most as many members to ask.',
  })
  sharedContacts(@Parent() sharing: Sharing): Promise<number> {
    return this.sharing.sharedContacts(sharing);
  }
}

@Resolver(() => Viewer)
export class ViewerSharingResolver {
  constructor(private readonly sharingService: SharingService) {}

  @ResolveField(() => Sharing, { description: 'How far he lets others be led to his contacts.' })
  sharing(@Parent() viewer: Viewer): Promise<Sharing> {
    return this.sharingService.of(viewer);
  }
}
