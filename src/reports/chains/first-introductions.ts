import { Args, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { Viewer } from '../../identity/viewer.js';
import { Introduction } from '../../network/introduction.entity.js';
import { introductionById } from '../../network/introductions.loaders.js';
import { type Connection, connectionOf, PageArguments } from '../../platform/graphql/connection.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import { pageOfList } from '../../platform/graphql/list-page.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { CurrencyCodeScalar } from '../../platform/graphql/scalars.js';
import { Money, money } from '../../platform/money.js';

@ObjectType({ description: 'What one first introduction has borne for the member it served, in one currency.' })
export class FirstIntroduction {
  introductionId: string;

  @Field(() => Int, { description: 'How many deals go back to it, of any degree.' })
  deals: number;

  @Field(() => Money, { description: 'Its lifetime value: what those deals brought, with all adjustments.' })
  lifetimeValue: Money;

  @Field(() => Money, { description: 'What of that is of the third degree and beyond.' })
  beyondSecondDegree: Money;
}

export const FirstIntroductionConnection = connectionOf(FirstIntroduction);

/** Chains that served a person ($1) and the deals that go back to them in a currency ($2); those that bore most first. */
const text = `
  WITH RECURSIVE links AS (
    SELECT id AS top_id, id, degree FROM introductions WHERE beneficiary_id = $1 AND parent_id IS NULL
    UNION ALL
    SELECT links.top_id, below.id, below.degree
    FROM links JOIN introductions below ON below.parent_id = links.id
  ),
  net AS (
    SELECT links.top_id, links.degree,
      d.amount_minor + coalesce((SELECT sum(a.amount_minor) FROM deal_adjustments a WHERE a.deal_id = d.id), 0) AS amount
    FROM links JOIN deals d ON d.origin_id = links.id
    WHERE d.currency = $2 AND NOT d.direct
  )
  SELECT top_id AS "introductionId", count(*)::int AS deals, sum(amount)::text AS whole,
    coalesce(sum(amount) FILTER (WHERE degree > 2), 0)::text AS beyond
  FROM net GROUP BY top_id
  ORDER BY coalesce(sum(amount) FILTER (WHERE degree > 2), 0) DESC, sum(amount) DESC, top_id`;

interface Row {
  introductionId: string;
  deals: number;
  whole: string;
  beyond: string;
}

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
    const rows = await this.dataSource.query<Row[]>(text, [viewer.personId, currency]);
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
