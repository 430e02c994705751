import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../identity/viewer.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { IntroductionRequest } from './introduction-request.entity.js';
import { findRequest } from './request-lookup.js';
import { type IntroductionRequestState, openProgress } from './request-progress.js';

/** `stateAt` of request-progress.ts in SQL: it reads nothing of what the member who was asked answers. */
const inState: Record<IntroductionRequestState, string> = {
  introduced: 'request.introducedAt IS NOT NULL',
  withdrawn: 'request.introducedAt IS NULL AND request.withdrawnAt IS NOT NULL',
  lapsed: 'request.introducedAt IS NULL AND request.withdrawnAt IS NULL AND request.lapsesAt <= :now',
  waiting: 'request.introducedAt IS NULL AND request.withdrawnAt IS NULL AND request.lapsesAt > :now',
};

/** Reads requests, each from its side. */
@Injectable()
export class IntroductionRequestListsService {
  constructor(private readonly dataSource: DataSource) {}

  /** The request, or null when the viewer has no part in one of that key. */
  find(viewer: Viewer, id: string): Promise<IntroductionRequest | null> {
    return findRequest(this.dataSource.manager, viewer, id);
  }

  /** Those the viewer asked, himself or on behalf of others, the latest first. @param state null for all */
  made(
    viewer: Viewer,
    state: IntroductionRequestState | null,
    page: PageArguments,
  ): Promise<Connection<IntroductionRequest>> {
    const requests = this.requests().where({ askingId: viewer.personId });
    if (state !== null) requests.andWhere(inState[state], { now: viewer.asOf });
    return list(requests, page);
  }

  /** Those asked of the viewer, the latest first. @param open null for all */
  received(viewer: Viewer, open: boolean | null, page: PageArguments): Promise<Connection<IntroductionRequest>> {
    const requests = this.requests().where({ askedId: viewer.personId });
    if (open !== null) {
      const isOpen = 'request.progress IN (:...openProgress) AND request.lapsesAt > :now';
      requests.andWhere(open ? isOpen : `NOT (${isOpen})`, { openProgress, now: viewer.asOf });
    }
    return list(requests, page);
  }

  private requests(): SelectQueryBuilder<IntroductionRequest> {
    return this.dataSource.getRepository(IntroductionRequest).createQueryBuilder('request');
  }
}

function list(
  requests: SelectQueryBuilder<IntroductionRequest>,
  page: PageArguments,
): Promise<Connection<IntroductionRequest>> {
  return paginate(requests, page, { property: 'askedAt', direction: 'DESC' });
}
