/**
 * The figures of a seat's return report in plain SQL, as somebody would write them who has nothing but them to give:
 * $1 the seat, $2 and $3 the first and last day. The floor sends them as they are; PostGraphile gets them as functions.
 */
const money = `
  SELECT d.id AS deal_id, d.currency, least(d.degree, 4) AS degree, d.repeat, d.origin_id, d.closed_on AS day,
    d.amount_minor, 1 AS deals
  FROM deals d WHERE d.seller_membership_id = $1 AND d.closed_on BETWEEN $2 AND $3
  UNION ALL
  SELECT d.id, d.currency, least(d.degree, 4), d.repeat, d.origin_id, a.adjusted_on, a.amount_minor, 0
  FROM deals d JOIN deal_adjustments a ON a.deal_id = d.id
  WHERE d.seller_membership_id = $1 AND a.adjusted_on BETWEEN $2 AND $3`;

export const byDegree = `
  WITH money AS (${money}),
  per_deal AS (
    SELECT deal_id, currency, degree, repeat, sum(amount_minor)::bigint AS amount, sum(deals)::int AS deals
    FROM money GROUP BY deal_id, currency, degree, repeat
  )
  SELECT currency, degree, sum(deals)::int AS deals, sum(amount)::bigint AS amount,
    coalesce(sum(deals) FILTER (WHERE repeat), 0)::int AS repeat_deals,
    coalesce(sum(amount) FILTER (WHERE repeat), 0)::bigint AS repeat_amount,
    array_agg(amount::float8) AS amounts
  FROM per_deal GROUP BY currency, degree`;

export const byMonth = `
  WITH money AS (${money})
  SELECT currency, to_char(day, 'YYYY-MM') AS month,
    coalesce(sum(amount_minor) FILTER (WHERE degree = 1), 0)::bigint AS direct,
    coalesce(sum(amount_minor) FILTER (WHERE degree > 1), 0)::bigint AS indirect
  FROM money WHERE degree IS NOT NULL GROUP BY currency, to_char(day, 'YYYY-MM')`;

export const fromReferrals = `
  WITH RECURSIVE indirect AS (SELECT * FROM (${money}) m WHERE degree > 1),
  lineage (origin_id, introduction_id) AS (
    SELECT DISTINCT origin_id, origin_id FROM indirect
    UNION
    SELECT l.origin_id, i.parent_id FROM lineage l JOIN introductions i ON i.id = l.introduction_id
    WHERE i.parent_id IS NOT NULL
  )
  SELECT currency, sum(amount_minor)::bigint AS amount FROM indirect
  WHERE origin_id IN (SELECT l.origin_id FROM lineage l JOIN referrals r ON r.introduction_id = l.introduction_id)
  GROUP BY currency`;

export const received = `
  SELECT count(*)::int AS count, (count(*) FILTER (WHERE stage = 'customer'))::int AS converted
  FROM referrals WHERE receiver_membership_id = $1 AND given_on BETWEEN $2 AND $3`;
