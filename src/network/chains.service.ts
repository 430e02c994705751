import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere, In, IsNull } from 'typeorm';
import type { Viewer } from '../identity/viewer.js';
import {
  type Connection,
  decodeCursor,
  encodeCursor,
  type PageArguments,
  pageSize,
  paginate,
  toConnection,
} from '../platform/graphql/connection.js';
import { branchPage, branchSize } from './branch-page.sql.js';
import { Introduction } from './introduction.entity.js';
import { visibleIntroductions } from './introductions.policy.js';

/** Reads chains: the first introductions of them, and all that springs from one. */
@Injectable()
export class ChainsService {
  constructor(private readonly dataSource: DataSource) {}

  /** The first introductions of the chains that served the viewer, the latest recorded first. */
  serving(viewer: Viewer, page: PageArguments): Promise<Connection<Introduction>> {
    return this.list({ beneficiaryId: viewer.personId, parentId: IsNull() }, page);
  }

  /** The first introductions of the chains the viewer began for others: those whose root he is. */
  begun(viewer: Viewer, page: PageArguments): Promise<Connection<Introduction>> {
    return this.list({ rootId: viewer.personId, parentId: IsNull() }, page);
  }

  /** The introductions that spring from one directly and in which the viewer has a part, the latest recorded first. */
  onward(viewer: Viewer, { id }: Introduction, page: PageArguments): Promise<Connection<Introduction>> {
    return this.list(
      visibleIntroductions(viewer).map((part) => ({ ...part, parentId: id })),
      page,
    );
  }

  /** An introduction and all that springs from it and in which the viewer has a part, each followed by its own. */
  async branch(viewer: Viewer, { id }: Introduction, page: PageArguments): Promise<Connection<Introduction>> {
    const branch = { id, viewerId: viewer.personId };
    const after = page.after === null ? '' : String(decodeCursor(page.after)[0]);
    const rows = await branchPage(this.dataSource, branch, { after, limit: pageSize(page) + 1 });
    const found = await this.dataSource.getRepository(Introduction).findBy({ id: In(rows.map((row) => row.id)) });
    const byId = new Map(found.map((introduction) => [introduction.id, introduction]));
    const paths = new Map(rows.map((row) => [row.id, row.path]));
    const nodes = rows.flatMap((row) => byId.get(row.id) ?? []);
    return toConnection(
      nodes,
      page,
      (node) => encodeCursor(paths.get(node.id), node.id),
      () => branchSize(this.dataSource, branch),
    );
  }

  private list(
    where: FindOptionsWhere<Introduction> | FindOptionsWhere<Introduction>[],
    page: PageArguments,
  ): Promise<Connection<Introduction>> {
    const introductions = this.dataSource.getRepository(Introduction).createQueryBuilder('introduction').where(where);
    return paginate(introductions, page, { property: 'recordedAt', direction: 'DESC' });
  }
}
