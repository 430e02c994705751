import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Contact } from '../../contacts/contact.entity.js';
import { contactById } from '../../contacts/contacts.loaders.js';
import { Person } from '../../identity/person.entity.js';
import { personById } from '../../identity/person.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Introduction } from '../introduction.entity.js';
import { introductionById } from '../introductions.loaders.js';
import { canSeeIntroduction } from '../introductions.policy.js';
import { IntroductionRequest } from './introduction-request.entity.js';
import { introductionRequestById } from './introduction-requests.loaders.js';
import { abilitiesOf, canAnswer, canSeeRequest } from './introduction-requests.policy.js';
import { IntroductionRequestAbilities } from './introduction-requests.types.js';
import { IntroductionRequestProgress, IntroductionRequestState, progressAt, stateAt } from './request-progress.js';

/** What everybody in a request sees; then what is for the member who was asked alone, and null for all others. */
@Resolver(() => IntroductionRequest)
export class IntroductionRequestFieldsResolver {
  @ResolveField(() => Person, { description: 'Whom the introduction is to serve.' })
  requester(@Parent() request: IntroductionRequest, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, request.requesterId);
  }

  @ResolveField(() => Person, {
    description: 'Who asks: the requester himself, or the member who passed his request on.',
  })
  askedBy(@Parent() request: IntroductionRequest, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, request.askingId);
  }

  @ResolveField(() => Person, { description: 'The member who is asked.' })
  asked(@Parent() request: IntroductionRequest, @RequestLoaders() loaders: Loaders): Promise<Person> {
    return loaders.loadExisting(personById, request.askedId);
  }

  @ResolveField(() => IntroductionRequestState, { description: 'What whoever asked knows of it.' })
  state(@Parent() request: IntroductionRequest, @CurrentViewer() viewer: Viewer): IntroductionRequestState {
    return stateAt(request, viewer.asOf);
  }

  @ResolveField(() => Introduction, {
    nullable: true,
    description: 'The introduction it led to; null until then, or when the viewer has no part in it.',
  })
  async introduction(
    @Parent() request: IntroductionRequest,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Introduction | null> {
    const introduction = request.introductionId && (await loaders.load(introductionById, request.introductionId));
    return introduction && canSeeIntroduction(viewer, introduction) ? introduction : null;
  }

  @ResolveField(() => IntroductionRequest, {
    nullable: true,
    description: 'The request that was passed on by this one; null for others than who passed it on.',
  })
  async parent(
    @Parent() request: IntroductionRequest,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<IntroductionRequest | null> {
    const parent = request.parentId && (await loaders.load(introductionRequestById, request.parentId));
    return parent && canSeeRequest(viewer, parent) ? parent : null;
  }

  @ResolveField(() => IntroductionRequestProgress, {
    nullable: true,
    description: 'What has become of it, for the member who was asked alone; null for others.',
  })
  progress(
    @Parent() request: IntroductionRequest,
    @CurrentViewer() viewer: Viewer,
  ): IntroductionRequestProgress | null {
    return canAnswer(viewer, request) ? progressAt(request, viewer.asOf) : null;
  }

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description: 'When it came to its progress, but for lapsing, for the member who was asked alone; null for others.',
  })
  movedAt(@Parent() request: IntroductionRequest, @CurrentViewer() viewer: Viewer): Date | null {
    return canAnswer(viewer, request) ? request.movedAt : null;
  }

  @ResolveField(() => DateScalar, {
    nullable: true,
    description:
      'Until when it was last put off, for the member who was asked alone; null for others and when it was not.',
  })
  postponedUntil(@Parent() request: IntroductionRequest, @CurrentViewer() viewer: Viewer): string | null {
    return canAnswer(viewer, request) ? request.postponedUntil : null;
  }

  @ResolveField(() => DateScalar, {
    nullable: true,
    description:
      'When he is reminded next, for the member who was asked alone; null for others and without a reminder.',
  })
  remindsOn(@Parent() request: IntroductionRequest, @CurrentViewer() viewer: Viewer): string | null {
    return canAnswer(viewer, request) ? request.remindsOn : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What he noted when he declined, for the member who was asked alone; null for others and without one.',
  })
  note(@Parent() request: IntroductionRequest, @CurrentViewer() viewer: Viewer): string | null {
    return canAnswer(viewer, request) ? request.note : null;
  }

  @ResolveField(() => Contact, {
    nullable: true,
    description: 'The contact he chose, for the member who was asked alone; null for others and before he accepted.',
  })
  contact(
    @Parent() request: IntroductionRequest,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Contact | null> | null {
    return canAnswer(viewer, request) && request.contactId ? loaders.load(contactById, request.contactId) : null;
  }

  @ResolveField(() => Contact, {
    nullable: true,
    description:
      'His contact who makes the introduction, for the member who was asked alone; null for others and without one.',
  })
  viaContact(
    @Parent() request: IntroductionRequest,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Contact | null> | null {
    return canAnswer(viewer, request) && request.viaContactId ? loaders.load(contactById, request.viaContactId) : null;
  }

  @ResolveField(() => IntroductionRequestAbilities, { description: 'What the viewer may do with it as it is now.' })
  viewerCan(@Parent() request: IntroductionRequest, @CurrentViewer() viewer: Viewer): IntroductionRequestAbilities {
    return abilitiesOf(viewer, request, viewer.asOf);
  }
}
