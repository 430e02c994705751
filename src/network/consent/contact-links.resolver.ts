import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Contact } from '../../contacts/contact.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { Introduction } from '../introduction.entity.js';
import { introductionById } from '../introductions.loaders.js';
import { canSeeIntroduction } from '../introductions.policy.js';
import { ContactLink } from './contact-link.entity.js';
import { ContactLinksService } from './contact-links.service.js';
import {
  ContactLinkConnection,
  ContactLinkPayload,
  CreateContactLinkInput,
  NewContactLinkPayload,
  RevokeContactLinkInput,
} from './contact-links.types.js';

@Resolver(() => ContactLink)
export class ContactLinksResolver {
  constructor(private readonly linksService: ContactLinksService) {}

  @Mutation(() => NewContactLinkPayload, {
    description:
      'Makes an address at which a contact sees what is held of him and answers for himself; an earlier one with the same question ends unless it was answered. For his owner.',
  })
  createContactLink(
    @CurrentViewer() viewer: Viewer,
    @Input() input: CreateContactLinkInput,
  ): Promise<NewContactLinkPayload> {
    return this.linksService.createFor(viewer, input);
  }

  @Mutation(() => ContactLinkPayload, {
    description: 'Ends a link. What the contact said by it stands. For the owner of the contact.',
  })
  async revokeContactLink(
    @CurrentViewer() viewer: Viewer,
    @Input() input: RevokeContactLinkInput,
  ): Promise<ContactLinkPayload> {
    return { link: await this.linksService.revoke(viewer, input) };
  }

  @ResolveField(() => Introduction, {
    nullable: true,
    description: 'The introduction it asks about; null when it asks about none, or the viewer has no part in it.',
  })
  async introduction(
    @Parent() { introductionId }: ContactLink,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Introduction | null> {
    const introduction = introductionId && (await loaders.load(introductionById, introductionId));
    return introduction && canSeeIntroduction(viewer, introduction) ? introduction : null;
  }
}

/** What this module adds to a contact. */
@Resolver(() => Contact)
export class ContactLinksOfContactResolver {
  constructor(private readonly linksService: ContactLinksService) {}

  @ResolveField(() => ContactLinkConnection, {
    nullable: true,
    description: 'The links made for him, the latest first, for his owner alone; null for others.',
  })
  links(
    @Parent() contact: Contact,
    @CurrentViewer() viewer: Viewer,
    @Args() page: PageArguments,
  ): Promise<Connection<ContactLink>> | null {
    return this.linksService.of(viewer, contact, page);
  }
}
