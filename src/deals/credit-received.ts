import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { DataSource } from 'typeorm';
import { Money, money } from '../platform/money.js';
import { allocate, type Share } from './allocation.js';
import { dealsCreditedTo, outcomeMayBeTold } from './deals.policy.js';
import { netAmount } from './net-amount.sql.js';

/** A sum in which fewer hide their amounts would tell what one of them had rather kept to himself. */
const fewestSellers = 3;

@ObjectType({ description: 'The credit somebody has for deals of others, in one currency.' })
export class CreditReceived {
  @Field(() => Int, { description: 'How many deals.' })
  deals: number;

  @Field(() => Int, { description: 'Of how many sellers.' })
  sellers: number;

  @Field(() => Money, {
    nullable: true,
    description: `His part of the amounts with all adjustments; null when some, yet fewer than ${fewestSellers} sellers do not show theirs.`,
  })
  amount: Money | null;
}

interface Row {
  sellerId: string;
  currency: string;
  isExact: boolean;
  net: string;
  /** Null for a deal that was never split. */
  shares: Share[] | null;
}

const text = `
  SELECT d.seller_id AS "sellerId", d.currency, d.amount_visibility = 'exact' AND ${outcomeMayBeTold} AS "isExact",
    ${netAmount('d')}::text
      AS net,
    (SELECT json_agg(json_build_object('personId', share.person_id, 'hundredths', (share.percent * 100)::int)
       ORDER BY share.percent DESC, share.person_id)
     FROM credit_shares share
     WHERE share.split_id = (SELECT s.id FROM credit_splits s WHERE s.deal_id = d.id
       ORDER BY s.decided_at DESC, s.id DESC LIMIT 1)) AS shares
  FROM deals d
  WHERE d.id IN (${dealsCreditedTo('$1')}) AND d.amount_visibility <> 'hidden'
  ORDER BY d.currency`;

/** The credit a person has received, by currency. */
export async function creditReceived(dataSource: DataSource, personId: string): Promise<CreditReceived[]> {
  const rows = await dataSource.query<Row[]>(text, [personId]);
  const currencies = [...new Set(rows.map((row) => row.currency))];
  return currencies.map((currency) =>
    sumOf(
      rows.filter((row) => row.currency === currency),
      currency,
      personId,
    ),
  );
}

function sumOf(rows: Row[], currency: string, personId: string): CreditReceived {
  const sellers = new Set(rows.map((row) => row.sellerId)).size;
  const hiding = new Set(rows.filter((row) => !row.isExact).map((row) => row.sellerId)).size;
  const isShown = hiding === 0 || hiding >= fewestSellers;
  const amount = rows.reduce((sum, row) => sum + partOf(row, personId), 0n);
  return { deals: rows.length, sellers, amount: isShown ? money(amount, currency) : null };
}

function partOf({ net, shares }: Row, personId: string): bigint {
  return shares ? (allocate(BigInt(net), shares).get(personId) ?? 0n) : BigInt(net);
}
