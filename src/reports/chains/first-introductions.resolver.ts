import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { Viewer } from '../../identity/viewer.js';
import { Introduction } from '../../network/introduction.entity.js';
import { introductionById } from '../../network/introductions.loaders.js';
import { type Connection, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { CurrencyCodeScalar } from '../../platform/graphql/scalars.js';
import { money } from '../../platform/money.js';
import { firstIntroductionRows } from './first-introductions.sql.js';
import { FirstIntroduction, FirstIntroductionConnection } from './first-introductions.types.js';

@Resolver(() => Viewer)
export class ViewerFirstIntroductionsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @ResolveField(() => FirstIntroductionConnection, {
    description:
      'Which first introductions bore most for him: the chains that served him and brought at least one deal in a currency, that with the most return of degree 3 and beyond first.',
  })
  async firstIntroductions(
    @Parent() viewer: Viewer,
    @Args('currency', { type: () => CurrencyCodeScalar, description: 'The currency; others are left out.' })
    currency: string,
    @Args() page: PageArguments,
  ): Promise<Connection<FirstIntroduction>> {
    const rows = await firstIntroductionRows(this.dataSource, viewer.personId, currency);
    const borne = rows.map(({ whole, beyond, ...row }) => ({
      ...row,
      lifetimeValue: money(whole, currency),
      beyondSecondDegree: money(beyond, currency),
    }));
    return pageOfList(borne, page, ({ introductionId }) => introductionId);
  }
}

@Resolver(() => FirstIntroduction)
export class FirstIntroductionResolver {
  @ResolveField(() => Introduction, { description: 'The introduction.' })
  introduction(
    @Parent() { introductionId }: FirstIntroduction,
    @RequestLoaders() loaders: Loaders,
  ): Promise<Introduction> {
    return loaders.loadExisting(introductionById, introductionId);
  }
}
