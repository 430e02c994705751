import { Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Meeting } from '../meeting.entity.js';
import { meetingById } from '../meetings.loaders.js';
import { VisitorLink } from './visitor-link.entity.js';
import { registrationsBy } from './visitor-links.loaders.js';
import { VisitorLinksService } from './visitor-links.service.js';
import {
  CreateVisitorLinkInput,
  NewVisitorLinkPayload,
  RevokeVisitorLinkInput,
  VisitorLinkPayload,
} from './visitor-links.types.js';

@Resolver(() => VisitorLink)
export class VisitorLinksResolver {
  constructor(private readonly links: VisitorLinksService) {}

  @Mutation(() => NewVisitorLinkPayload, {
    description:
      "Makes the viewer's own link by which strangers register for a meeting; his earlier one for it ends. For members.",
  })
  createVisitorLink(
    @CurrentViewer() viewer: Viewer,
    @Input() input: CreateVisitorLinkInput,
  ): Promise<NewVisitorLinkPayload> {
    return this.links.create(viewer, input);
  }

  @Mutation(() => VisitorLinkPayload, {
    description: 'Ends a link of the viewer. Who registered by it before stays registered.',
  })
  async revokeVisitorLink(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RevokeVisitorLinkInput,
  ): Promise<VisitorLinkPayload> {
    return { link: await this.links.revoke(viewer, input) };
  }

  @ResolveField(() => Meeting, { description: 'The meeting for which one registers by it.' })
  meeting(@Parent() link: VisitorLink, @RequestLoaders() loaders: Loaders): Promise<Meeting> {
    return loaders.loadExisting(meetingById, link.meetingId);
  }

  @ResolveField(() => Int, { description: 'How many registered by it.' })
  async registrations(@Parent() link: VisitorLink, @RequestLoaders() loaders: Loaders): Promise<number> {
    return (await loaders.load(registrationsBy, link.id)) ?? 0;
  }
}
