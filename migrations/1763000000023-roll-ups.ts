import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One kind of sums: the columns it fills, and the facts they are made of, by club and month. */
interface Kind {
  name: string;
  /** Whole numbers; the rest are sets of contributors. */
  counts: string[];
  contributors: string[];
  /** From `asked (club_id, first_day, end_day)`, the last of them the first day outside. */
  select: string;
}

const first = (day: string) => `month_of(${day})`;
const within = (day: string) => `${day} >= asked.first_day AND ${day} < asked.end_day`;
/** Seat s was held on at least one day of the month, as the counts of a club have it. */
const sits = (day: string) => `daterange(s.joined_on, s.left_on) && days_of_month(${day})`;
const asked = 'unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)';
const heldMeetings = `
  FROM ${asked} JOIN meetings m ON m.club_id = asked.club_id AND m.state = 'closed' AND ${within('m.held_on')}`;

const letterNames = ['present', 'absent', 'late', 'medical', 'substitute'];

/** As in visitors/first-visit.sql.ts on the day of this migration. */
const sameContact = (one: string, other: string) =>
  `(${other}.id = coalesce(${one}.merged_into_id, ${one}.id) OR ${other}.merged_into_id = coalesce(${one}.merged_into_id, ${one}.id))`;
const sameHuman = (contact: string, other: string) => `${other}.id = ANY (ARRAY (
    SELECT human_one.id FROM contacts human_own
    JOIN contacts human_alike ON (human_alike.id = human_own.id OR human_alike.person_id = human_own.person_id
      OR human_alike.email = human_own.email OR human_alike.phone = human_own.phone)
    JOIN contacts human_one ON ${sameContact('human_alike', 'human_one')}
    WHERE ${sameContact(contact, 'human_own')}))`;
const firstVisit = `coalesce(v.earlier_visits = 0, NOT EXISTS (
    SELECT FROM contacts c JOIN contacts same ON ${sameHuman('c', 'same')}
    JOIN visitors earlier ON earlier.contact_id = same.id JOIN meetings e ON e.id = earlier.meeting_id
    WHERE c.id = v.contact_id AND earlier.club_id = v.club_id AND earlier.came_at IS NOT NULL
      AND e.state <> 'cancelled' AND e.starts_at < m.starts_at))`;

const givenDay = '(r.given_at AT TIME ZONE c.time_zone)::date';
const count = (condition: string) => `(count(*) FILTER (WHERE ${condition}))::int`;
const by = (person: string, condition = 'true') =>
  `coalesce(bit_or(contributor(${person})) FILTER (WHERE ${condition}), 0)`;

const kinds: Kind[] = [
  {
    name: 'letters',
    counts: letterNames,
    contributors: letterNames.map((letter) => `${letter}_by`),
    select: `SELECT asked.club_id, ${first('m.held_on')},
      ${letterNames.map((letter) => count(`a.letter = '${letter}'`)).join(', ')},
      ${letterNames.map((letter) => by('s.person_id', `a.letter = '${letter}'`)).join(', ')}
      ${heldMeetings} JOIN attendances a ON a.meeting_id = m.id
      JOIN memberships s ON s.id = a.membership_id AND ${sits('m.held_on')}`,
  },
  {
    name: 'visitors',
    counts: ['visitors'],
    contributors: ['visitors_by'],
    select: `SELECT asked.club_id, ${first('m.held_on')}, count(*)::int, ${by('s.person_id')}
      ${heldMeetings} JOIN visitors v ON v.meeting_id = m.id AND v.came_at IS NOT NULL
      JOIN memberships s ON s.id = v.invited_by_membership_id AND ${sits('m.held_on')} WHERE ${firstVisit}`,
  },
  {
    // The days of the index are in another time zone than the club's: two more at each end hold them all.
    name: 'given',
    counts: ['given_inside', 'given_outside', 'given_contacted', 'given_in_time', 'given_customers'],
    contributors: ['given_inside_by', 'given_outside_by'],
    select: `SELECT asked.club_id, ${first(givenDay)},
      ${count('r.introduction_id IS NULL')}, ${count('r.introduction_id IS NOT NULL')},
      ${count('r.first_contact_at IS NOT NULL')},
      ${count("r.first_contact_at <= r.given_at + r.target_hours * interval '1 hour'")},
      ${count("r.stage = 'customer'")},
      ${by('r.giver_id', 'r.introduction_id IS NULL')}, ${by('r.giver_id', 'r.introduction_id IS NOT NULL')}
      FROM ${asked} JOIN clubs c ON c.id = asked.club_id
      JOIN referrals r ON r.club_id = c.id AND r.given_at >= asked.first_day - 2 AND r.given_at < asked.end_day + 2
        AND ${within(givenDay)}
      JOIN memberships s ON s.id = r.giver_membership_id AND ${sits(givenDay)}`,
  },
  {
    name: 'received',
    counts: ['received_inside', 'received_outside'],
    contributors: ['received_by'],
    select: `SELECT asked.club_id, ${first('r.given_on')},
      ${count('r.introduction_id IS NULL')}, ${count('r.introduction_id IS NOT NULL')}, ${by('r.receiver_id')}
      FROM ${asked} JOIN referrals r ON r.receiver_club_id = asked.club_id AND ${within('r.given_on')}
      JOIN memberships s ON s.id = r.receiver_membership_id AND ${sits('r.given_on')}`,
  },
  {
    name: 'one_to_ones',
    counts: ['one_to_ones'],
    contributors: ['one_to_ones_by'],
    select: `SELECT asked.club_id, ${first('o.held_on')}, count(*)::int, ${by('s.person_id')}
      FROM ${asked} JOIN memberships s ON s.club_id = asked.club_id
      CROSS JOIN LATERAL (
        SELECT held_on FROM one_to_ones WHERE proposer_id = s.person_id AND state = 'held'
          AND held_on >= asked.first_day AND held_on < asked.end_day
        UNION ALL
        SELECT held_on FROM one_to_ones WHERE partner_id = s.person_id AND state = 'held'
          AND held_on >= asked.first_day AND held_on < asked.end_day
      ) AS o WHERE daterange(s.joined_on, s.left_on) @> o.held_on`,
  },
  {
    name: 'education',
    counts: ['education_hundredths'],
    contributors: ['education_by'],
    select: `SELECT asked.club_id, ${first('e.earned_on')}, sum((e.units * 100)::int)::int, ${by('s.person_id')}
      FROM ${asked} JOIN education_units e ON e.club_id = asked.club_id AND ${within('e.earned_on')}
      JOIN memberships s ON s.id = e.membership_id AND ${sits('e.earned_on')}`,
  },
  {
    name: 'testimonials',
    counts: ['testimonials'],
    contributors: ['testimonials_by'],
    select: `SELECT asked.club_id, ${first('t.given_on')}, count(*)::int, ${by('s.person_id')}
      FROM ${asked} JOIN testimonials t ON t.club_id = asked.club_id AND ${within('t.given_on')}
      JOIN memberships s ON s.id = t.giver_membership_id AND ${sits('t.given_on')}`,
  },
  {
    // A seat that was left on the day it was taken was never held.
    name: 'seats',
    counts: ['members_joined', 'members_left'],
    contributors: [],
    select: `SELECT asked.club_id, ${first('turn.day')}, ${count('turn.joined')}, ${count('NOT turn.joined')}
      FROM ${asked} JOIN memberships s ON s.club_id = asked.club_id AND s.left_on IS DISTINCT FROM s.joined_on
      CROSS JOIN LATERAL (VALUES (s.joined_on, true), (s.left_on, false)) AS turn (day, joined)
      WHERE ${within('turn.day')}`,
  },
];

const degrees = ['own', '1', '2', '3', '4'];
const networkingDegrees = degrees.slice(1);
const isDegree: Record<string, string> = { own: 'd.degree IS NULL', '4': 'd.degree >= 4' };
const ofDegree = (degree: string) => isDegree[degree] ?? `d.degree = ${degree}`;
const returnColumns = [
  ...degrees.map((degree) => `deals_${degree} integer`),
  ...degrees.map((degree) => `amount_${degree} bigint`),
  ...['direct', 'indirect'].map((side) => `squares_${side} numeric`),
  ...networkingDegrees.map((degree) => `sellers_${degree} bigint`),
  'sellers bigint',
  'sellers_own bigint',
];

/** Money by currency and month, of deals by their own day or of adjustments by theirs. */
const returnSelect = (day: string, amount: string, deals: boolean, source: string) => `
  SELECT asked.club_id, ${first(day)}, d.currency,
    ${degrees.map((degree) => (deals ? count(ofDegree(degree)) : '0')).join(', ')},
    ${degrees.map((degree) => `coalesce(sum(${amount}) FILTER (WHERE ${ofDegree(degree)}), 0)::bigint`).join(', ')},
    ${['d.degree = 1', 'd.degree > 1'].map((is) => `coalesce(sum(${amount}::numeric * ${amount}) FILTER (WHERE ${is}), 0)`).join(', ')},
    ${networkingDegrees.map((degree) => by('d.seller_id', ofDegree(degree))).join(', ')},
    ${by('d.seller_id', 'd.degree IS NOT NULL')}, ${by('d.seller_id', 'd.degree IS NULL')}
  FROM ${asked} JOIN deals d ON d.club_id = asked.club_id ${source}
  GROUP BY asked.club_id, ${first(day)}, d.currency`;

const returnKinds = [
  {
    name: 'deals',
    adjusted: false,
    select: returnSelect('d.closed_on', 'd.amount_minor', true, `AND ${within('d.closed_on')}`),
  },
  {
    name: 'adjustments',
    adjusted: true,
    select: returnSelect(
      'a.adjusted_on',
      'a.amount_minor',
      false,
      `JOIN deal_adjustments a ON a.deal_id = d.id AND ${within('a.adjusted_on')}`,
    ),
  },
];

const typed = ({ counts, contributors }: Kind) => [
  ...counts.map((column) => `${column} integer`),
  ...contributors.map((column) => `${column} bigint`),
];
const nameOf = (column: string) => column.split(' ')[0] ?? '';
const parameters = 'clubs uuid[], first_days date[], end_days date[]';
const inRange = `t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day`;

/** The function that answers what is true, and the one that writes it. */
const countFunctions = (kind: Kind): string => {
  const columns = typed(kind).map(nameOf);
  const row = (of: string) => columns.map((column) => `${of}.${column}`).join(', ');
  return `
    CREATE FUNCTION ${kind.name}_of_months(${parameters})
    RETURNS TABLE (club_id uuid, month date, ${typed(kind).join(', ')}) LANGUAGE sql STABLE AS $$
      ${kind.select} GROUP BY 1, 2
    $$;
    CREATE FUNCTION refresh_${kind.name}(${parameters}) RETURNS void LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM ${kind.name}_of_months(clubs, first_days, end_days)),
      gone AS (
        UPDATE club_months t SET ${columns.map((column) => `${column} = 0`).join(', ')} FROM ${asked}
        WHERE ${inRange} AND NOT EXISTS (SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month)
          AND (${columns.map((column) => `t.${column} <> 0`).join(' OR ')})
      )
      INSERT INTO club_months AS t (club_id, month, ${columns.join(', ')}) SELECT * FROM fresh
      ON CONFLICT ON CONSTRAINT club_months_pkey DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE (${row('t')}) IS DISTINCT FROM (${row('excluded')});
    END $$;`;
};

const returnFunctions = ({ name, adjusted, select }: (typeof returnKinds)[number]): string => {
  const columns = returnColumns.map(nameOf);
  const row = (of: string) => columns.map((column) => `${of}.${column}`).join(', ');
  return `
    CREATE FUNCTION ${name}_of_months(${parameters})
    RETURNS TABLE (club_id uuid, month date, currency char(3), ${returnColumns.join(', ')}) LANGUAGE sql STABLE AS $$
      ${select}
    $$;
    CREATE FUNCTION refresh_${name}(${parameters}) RETURNS void LANGUAGE plpgsql AS $$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM ${name}_of_months(clubs, first_days, end_days)),
      gone AS (
        DELETE FROM club_month_returns t USING ${asked}
        WHERE ${inRange} AND t.adjusted = ${adjusted} AND NOT EXISTS (
          SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month AND f.currency = t.currency)
      )
      INSERT INTO club_month_returns AS t (club_id, month, currency, adjusted, ${columns.join(', ')})
      SELECT f.club_id, f.month, f.currency, ${adjusted}, ${row('f')} FROM fresh f
      ON CONFLICT ON CONSTRAINT club_month_returns_pkey DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}
      WHERE (${row('t')}) IS DISTINCT FROM (${row('excluded')});
    END $$;`;
};

const tables = `
  CREATE TABLE club_months (
    club_id uuid NOT NULL CONSTRAINT club_months_club_id_fkey REFERENCES clubs,
    month date NOT NULL,
    ${kinds
      .flatMap(typed)
      .map((column) => `${column} NOT NULL DEFAULT 0,`)
      .join('\n    ')}
    CONSTRAINT club_months_pkey PRIMARY KEY (club_id, month),
    CONSTRAINT club_months_begin_on_the_first CHECK (extract(day FROM month) = 1)
  );
  CREATE INDEX club_months_month_idx ON club_months (month);

  CREATE TABLE club_month_returns (
    club_id uuid NOT NULL CONSTRAINT club_month_returns_club_id_fkey REFERENCES clubs,
    month date NOT NULL,
    currency char(3) NOT NULL,
    adjusted boolean NOT NULL,
    ${returnColumns.map((column) => `${column} NOT NULL,`).join('\n    ')}
    CONSTRAINT club_month_returns_pkey PRIMARY KEY (club_id, month, currency, adjusted),
    CONSTRAINT club_month_returns_begin_on_the_first CHECK (extract(day FROM month) = 1)
  );
  CREATE INDEX club_month_returns_month_idx ON club_month_returns (month);

  -- What a transaction has made out of date, until it commits; nobody else ever sees a row, so no crash can lose one.
  CREATE UNLOGGED TABLE stale_club_months (
    transaction xid8 NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    days daterange NOT NULL,
    likeness text NOT NULL,
    CONSTRAINT stale_club_months_pkey PRIMARY KEY (transaction, kind, subject_id, days, likeness)
  );

  CREATE INDEX meetings_club_held_on_idx ON meetings (club_id, held_on);`;

const smallFunctions = `
  CREATE FUNCTION month_of(day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_trunc('month', day::timestamp)::date
  $$;
  CREATE FUNCTION days_of_month(day date) RETURNS daterange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT daterange(month_of(day), (month_of(day) + interval '1 month')::date)
  $$;
  -- A set of at most 64: whoever contributed sets the bit that the end of his key names. There are never more bits
  -- than contributors, and hardly ever fewer of a few.
  CREATE FUNCTION contributor(person_id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 1::bigint << (get_byte(uuid_send(person_id), 15) & 63)
  $$;
  CREATE FUNCTION contributors_in(contributors bigint) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT bit_count(contributors::bit(64))::int
  $$;
  CREATE FUNCTION lock_place(id uuid) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (get_byte(uuid_send(id), 14) & 3) * 256 + get_byte(uuid_send(id), 15)
  $$;
  CREATE FUNCTION mark_stale(kind text, subject_id uuid, days daterange) RETURNS void LANGUAGE sql AS $$
    INSERT INTO stale_club_months (transaction, kind, subject_id, days, likeness)
    SELECT pg_current_xact_id(), $1, $2, $3, '' WHERE $2 IS NOT NULL AND $3 IS NOT NULL
    ON CONFLICT ON CONSTRAINT stale_club_months_pkey DO NOTHING
  $$;
  CREATE FUNCTION mark_visits_stale(kind text, subject_id uuid, likeness text DEFAULT '') RETURNS void
  LANGUAGE sql AS $$
    INSERT INTO stale_club_months (transaction, kind, subject_id, days, likeness)
    SELECT pg_current_xact_id(), 'visits_of_' || $1, $2, 'empty', $3 WHERE $2 IS NOT NULL AND $3 IS NOT NULL
    ON CONFLICT ON CONSTRAINT stale_club_months_pkey DO NOTHING
  $$;`;

/**
 * What is stale, by club. One-to-ones are between persons, and a first visit depends on all visits of the same human:
 * which clubs and months they touch is asked when the transaction commits.
 */
const staleRanges = `
  CREATE FUNCTION stale_ranges() RETURNS TABLE (kind text, club_id uuid, days daterange) LANGUAGE sql STABLE AS $$
    WITH stale AS (SELECT * FROM stale_club_months WHERE transaction = pg_current_xact_id()),
    visiting (contact_id) AS (
      SELECT subject_id FROM stale WHERE kind = 'visits_of_contact'
      UNION
      SELECT v.contact_id FROM stale JOIN visitors v ON v.meeting_id = subject_id WHERE kind = 'visits_of_meeting'
      UNION
      SELECT c.id FROM stale JOIN contacts c ON c.person_id = subject_id WHERE kind = 'visits_of_person'
      UNION
      SELECT c.id FROM stale JOIN contacts c ON c.email = likeness::citext WHERE kind = 'visits_of_email'
      UNION
      SELECT c.id FROM stale JOIN contacts c ON c.phone = likeness WHERE kind = 'visits_of_phone'
    )
    SELECT kind, subject_id, days FROM stale WHERE kind NOT LIKE '%_of_%'
    UNION ALL
    SELECT 'one_to_ones', m.club_id, days_of_month(lower(days)) FROM stale
    JOIN memberships m ON m.person_id = subject_id AND daterange(m.joined_on, m.left_on) @> lower(days)
    WHERE kind = 'one_to_ones_of_person'
    UNION ALL
    SELECT 'visitors', m.club_id, days_of_month(m.held_on) FROM stale JOIN meetings m ON m.id = subject_id
    WHERE kind = 'visits_of_meeting'
    UNION ALL
    SELECT 'visitors', v.club_id, days_of_month(m.held_on) FROM visiting
    JOIN contacts c ON c.id = visiting.contact_id
    JOIN contacts same ON ${sameHuman('c', 'same')}
    JOIN visitors v ON v.contact_id = same.id JOIN meetings m ON m.id = v.meeting_id
  $$;`;

const allKinds = [...kinds, ...returnKinds].map(({ name }) => name);
/** Any number that nothing else locks. */
const lockSpace = 1_763_000_023;

/**
 * Works out anew, right before a transaction commits, all it has made stale. Whoever changes sums of the same club
 * waits for the other here, and reads what the other committed; all locks are taken in one order: visits, persons,
 * clubs, and nothing else is waited for after the first. So there is no deadlock, and no sum is ever lost.
 */
const refreshStale = `
  CREATE FUNCTION refresh_stale_club_months() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    own CONSTANT xid8 := pg_current_xact_id();
    stale_kinds text[];
    stale_clubs uuid[];
    stale_days daterange[];
    clubs uuid[];
    first_days date[];
    end_days date[];
  BEGIN
    IF NOT EXISTS (SELECT FROM stale_club_months WHERE transaction = own) THEN
      RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock(${lockSpace}, entangled.place) FROM (
      SELECT DISTINCT CASE kind WHEN 'one_to_ones_of_person' THEN 1 + lock_place(subject_id) ELSE 0 END AS place
      FROM stale_club_months
      WHERE transaction = own AND (kind = 'visitors' OR kind LIKE '%_of_%') ORDER BY place
    ) AS entangled;
    SELECT array_agg(kind), array_agg(club_id), array_agg(range) INTO stale_kinds, stale_clubs, stale_days FROM (
      SELECT kind, club_id, unnest(range_agg(days)) AS range FROM stale_ranges() GROUP BY kind, club_id
    ) AS ranges;
    DELETE FROM stale_club_months WHERE transaction = own;
    PERFORM pg_advisory_xact_lock(${lockSpace}, touched.place) FROM (
      SELECT DISTINCT 2048 + lock_place(id) AS place FROM unnest(stale_clubs) AS id ORDER BY place
    ) AS touched;
    ${allKinds
      .map(
        (name) => `
    IF '${name}' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = '${name}';
      PERFORM refresh_${name}(clubs, first_days, end_days);
    END IF;`,
      )
      .join('')}
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER stale_club_months_are_refreshed AFTER INSERT ON stale_club_months
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refresh_stale_club_months();`;

/** A fact of one day of a club: of both rows where one took the place of another. */
const mark = (kind: string, club: string, day: string) =>
  ['OLD', 'NEW']
    .map((row) => `PERFORM mark_stale('${kind}', ${row}.${club}, days_of_month(${row}.${day}));`)
    .join('\n      ');

interface Watched {
  table: string;
  /** An update that changes none of these changes no sum. */
  columns: string[];
  declare?: string;
  body: string;
}

const watched: Watched[] = [
  {
    // A letter is written under the lock of its meeting: whoever closes it meanwhile waits.
    table: 'attendances',
    columns: ['meeting_id', 'membership_id', 'letter'],
    body: `PERFORM mark_stale('letters', m.club_id, days_of_month(m.held_on)) FROM meetings m
      WHERE m.id IN (OLD.meeting_id, NEW.meeting_id) AND m.state = 'closed';`,
  },
  {
    table: 'meetings',
    columns: ['club_id', 'state', 'held_on', 'starts_at'],
    body: `IF 'closed' IN (OLD.state, NEW.state) THEN
        ${mark('letters', 'club_id', 'held_on')}
        ${mark('visitors', 'club_id', 'held_on')}
      END IF;
      IF OLD.starts_at <> NEW.starts_at OR 'cancelled' IN (OLD.state, NEW.state) THEN
        PERFORM mark_visits_stale('meeting', NEW.id);
      END IF;`,
  },
  {
    table: 'visitors',
    columns: ['meeting_id', 'club_id', 'contact_id', 'invited_by_membership_id', 'came_at', 'earlier_visits'],
    body: `IF OLD.came_at IS NOT NULL OR NEW.came_at IS NOT NULL THEN
        PERFORM mark_visits_stale('contact', subject) FROM unnest(ARRAY[OLD.contact_id, NEW.contact_id]) AS subject;
        PERFORM mark_visits_stale('meeting', subject) FROM unnest(ARRAY[OLD.meeting_id, NEW.meeting_id]) AS subject;
      END IF;`,
  },
  {
    // Who was the same human before is told by what the row held then.
    table: 'contacts',
    columns: ['person_id', 'email', 'phone', 'merged_into_id'],
    body: `IF TG_OP <> 'INSERT' THEN
        PERFORM mark_visits_stale('contact', subject) FROM unnest(ARRAY[NEW.id, OLD.merged_into_id]) AS subject;
        PERFORM mark_visits_stale('person', OLD.person_id);
        PERFORM mark_visits_stale('email', OLD.id, OLD.email::text);
        PERFORM mark_visits_stale('phone', OLD.id, OLD.phone);
      END IF;`,
  },
  {
    table: 'referrals',
    columns: [
      'club_id',
      'giver_membership_id',
      'receiver_club_id',
      'receiver_membership_id',
      'introduction_id',
      'stage',
      'given_at',
      'given_on',
      'first_contact_at',
      'target_hours',
    ],
    // On which day it was given depends on the time zone of the club, which may be changed at the same moment.
    body: `PERFORM mark_stale('given', given.club_id, days_of_month((given.at AT TIME ZONE 'UTC')::date + shift))
      FROM (VALUES (OLD.club_id, OLD.given_at), (NEW.club_id, NEW.given_at)) AS given (club_id, at),
        unnest(ARRAY[-1, 1]) AS shift;
      IF (OLD.receiver_membership_id, OLD.introduction_id, OLD.given_on)
        IS DISTINCT FROM (NEW.receiver_membership_id, NEW.introduction_id, NEW.given_on) THEN
        ${mark('received', 'receiver_club_id', 'given_on')}
      END IF;`,
  },
  {
    table: 'one_to_ones',
    columns: ['proposer_id', 'partner_id', 'state', 'held_on'],
    body: `PERFORM mark_stale('one_to_ones_of_person', one.person_id, daterange(one.held_on, one.held_on, '[]'))
      FROM (VALUES (OLD.proposer_id, OLD.state, OLD.held_on), (OLD.partner_id, OLD.state, OLD.held_on),
        (NEW.proposer_id, NEW.state, NEW.held_on), (NEW.partner_id, NEW.state, NEW.held_on)
      ) AS one (person_id, state, held_on) WHERE one.state = 'held';`,
  },
  {
    table: 'education_units',
    columns: ['club_id', 'membership_id', 'units', 'earned_on'],
    body: mark('education', 'club_id', 'earned_on'),
  },
  {
    table: 'testimonials',
    columns: ['club_id', 'giver_membership_id', 'given_on'],
    body: mark('testimonials', 'club_id', 'given_on'),
  },
  {
    // From the first day on which it matters; nothing but one-to-ones can be of a seat before it is there.
    table: 'memberships',
    columns: ['club_id', 'person_id', 'joined_on', 'left_on'],
    declare: 'since date := month_of(least(NEW.joined_on, OLD.joined_on));',
    body: `IF OLD.joined_on = NEW.joined_on THEN
        since := month_of(least(OLD.left_on, NEW.left_on));
      END IF;
      PERFORM mark_stale(kind, subject.club_id, daterange(since, NULL))
      FROM (VALUES (OLD.club_id), (NEW.club_id)) AS subject (club_id), unnest(CASE TG_OP
        WHEN 'UPDATE' THEN ARRAY['${kinds.map(({ name }) => name).join("', '")}']
        ELSE ARRAY['seats', 'one_to_ones'] END) AS kind;
      PERFORM mark_stale('one_to_ones_of_person', OLD.person_id, 'empty');
      PERFORM mark_stale('one_to_ones_of_person', NEW.person_id, 'empty');`,
  },
  {
    table: 'clubs',
    columns: ['time_zone'],
    body: `IF TG_OP = 'UPDATE' THEN
        PERFORM mark_stale('given', NEW.id, '(,)');
      END IF;`,
  },
  {
    table: 'deals',
    columns: ['club_id', 'seller_id', 'degree', 'closed_on', 'amount_minor', 'currency'],
    // Somebody may be adjusting a deal at the same moment: which months that touches is not known yet.
    body: `${mark('deals', 'club_id', 'closed_on')}
      IF TG_OP = 'UPDATE' THEN
        PERFORM mark_stale('adjustments', subject, '(,)') FROM unnest(ARRAY[OLD.club_id, NEW.club_id]) AS subject;
      END IF;`,
  },
  {
    table: 'deal_adjustments',
    columns: ['deal_id', 'amount_minor', 'adjusted_on'],
    body: `PERFORM mark_stale('adjustments', d.club_id, days_of_month(adjusted.day))
      FROM (VALUES (OLD.deal_id, OLD.adjusted_on), (NEW.deal_id, NEW.adjusted_on)) AS adjusted (deal_id, day)
      JOIN deals d ON d.id = adjusted.deal_id;`,
  },
];

const triggers = ({ table, columns, declare = '', body }: Watched): string => {
  const changes = columns.map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`).join(' OR ');
  return `
    CREATE FUNCTION mark_sums_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
    ${declare && `DECLARE ${declare}`}
    BEGIN
      ${body}
      RETURN NULL;
    END $$;
    CREATE TRIGGER ${table}_make_sums_stale AFTER INSERT OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION mark_sums_of_${table}();
    CREATE TRIGGER ${table}_changed_make_sums_stale AFTER UPDATE ON ${table}
      FOR EACH ROW WHEN (${changes}) EXECUTE FUNCTION mark_sums_of_${table}();`;
};

/** What is there already when this migration comes. */
const fill = allKinds.map(
  (name) => `
  SELECT refresh_${name}(array_agg(id), array_agg('-infinity'::date), array_agg('infinity'::date)) FROM clubs;`,
);

/**
 * Sums of each club and calendar month, for the reports of regions and networks. Triggers note what a transaction has
 * made stale, and right before it commits that is worked out anew from the facts: the same functions tell
 * `kring verify` what is true and `kring rebuild` what to write.
 */
export class RollUps1763000000023 implements MigrationInterface {
  name = 'RollUps1763000000023';

  async up(queryRunner: QueryRunner): Promise<void> {
    const statements = [
      tables,
      smallFunctions,
      ...kinds.map(countFunctions),
      ...returnKinds.map(returnFunctions),
      staleRanges,
      refreshStale,
      ...fill,
      ...watched.map(triggers),
    ];
    for (const statement of statements) await queryRunner.query(statement);
  }

  /** Migrations only go forward; a mistake is mended by the next one. */
  async down(): Promise<void> {
    throw new Error('Kring migrates forward only.');
  }
}
