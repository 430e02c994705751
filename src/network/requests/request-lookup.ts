import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { authorise, found } from '../../platform/graphql/errors.js';
import { lockChains } from '../introductions.service.js';
import { IntroductionRequest } from './introduction-request.entity.js';
import { visibleRequests } from './introduction-requests.policy.js';

/** The request, or null when the viewer has no part in one of that key. */
export function findRequest(manager: EntityManager, viewer: Viewer, id: string): Promise<IntroductionRequest | null> {
  return manager.findOne(IntroductionRequest, { where: visibleRequests(viewer).map((part) => ({ ...part, id })) });
}

/**
 * The request, kept from changing until the transaction ends: all acts on the requests that serve one requester, and
 * on his chains, go one after the other.
 */
export async function lockRequest(manager: EntityManager, { id, requesterId }: { id: string; requesterId: string }) {
  await lockChains(manager, requesterId);
  return manager.findOneByOrFail(IntroductionRequest, { id });
}

/**
 * The request that the input names, locked, if the viewer may do this to it.
 * @throws DomainError NOT_FOUND
 */
export async function lockForAct(
  manager: EntityManager,
  viewer: Viewer,
  { id, allowed }: { id: string; allowed: (viewer: Viewer, request: IntroductionRequest) => boolean },
): Promise<IntroductionRequest> {
  const visible = found(await findRequest(manager, viewer, id), 'introduction request', 'requestId');
  authorise(allowed(viewer, visible));
  return lockRequest(manager, visible);
}

/** What was passed on from a request ends with it, or when whoever passed it on decides otherwise. */
export async function withdrawPassedOn(
  manager: EntityManager,
  parentId: string,
  { now, except }: { now: Date; except?: string },
): Promise<void> {
  const children = await manager.findBy(IntroductionRequest, { parentId });
  const open = children.filter((child) => child.id !== except && child.isOpenAt(now));
  for (const child of open) child.withdraw(now);
  await manager.save(open);
}
