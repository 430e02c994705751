CREATE EXTENSION btree_gist;
CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;

CREATE TYPE absence_window AS ENUM ('continuous', 'semesters');
CREATE TYPE account_token_kind AS ENUM ('invitation', 'password_reset');
CREATE TYPE acquaintance_strength AS ENUM ('weak', 'familiar', 'strong');
CREATE TYPE alert_decision_kind AS ENUM ('warn', 'excuse', 'start_probation', 'open_seat');
CREATE TYPE alert_rule AS ENUM ('absences', 'substitutes', 'visits', 'office_term', 'education');
CREATE TYPE amount_visibility AS ENUM ('exact', 'band', 'only_the_sum', 'hidden');
CREATE TYPE attendance_letter AS ENUM ('present', 'absent', 'late', 'medical', 'substitute');
CREATE TYPE consent_basis AS ENUM ('asked_and_agreed', 'existing_request', 'public_business_details', 'none_yet');
CREATE TYPE consent_kind AS ENUM ('stated', 'agreed', 'declined', 'withdrawn');
CREATE TYPE contact_import_format AS ENUM ('csv', 'vcard');
CREATE TYPE contact_import_row_kind AS ENUM ('new', 'duplicate', 'refused');
CREATE TYPE contact_import_state AS ENUM ('uploaded', 'applied', 'undone', 'discarded');
CREATE TYPE customer_question_outcome AS ENUM ('introduces', 'later', 'nobody');
CREATE TYPE decline_reason AS ENUM ('not_a_fit', 'no_need', 'already_a_customer', 'no_consent');
CREATE TYPE introduction_request_progress AS ENUM ('asked', 'postponed', 'passed_on', 'accepted', 'introduced', 'declined', 'contact_refused', 'withdrawn', 'lapsed');
CREATE TYPE meeting_state AS ENUM ('planned', 'open', 'closed', 'cancelled');
CREATE TYPE office_name AS ENUM ('president', 'vice_president', 'secretary_treasurer', 'membership_committee', 'education', 'visitor_host');
CREATE TYPE one_to_one_state AS ENUM ('proposed', 'accepted', 'declined', 'cancelled', 'held', 'withdrawn');
CREATE TYPE presentation_focus AS ENUM ('asks_for_referral', 'sells_to_room');
CREATE TYPE presentation_kind AS ENUM ('weekly', 'feature');
CREATE TYPE referral_stage AS ENUM ('suspect', 'prospect', 'hot_prospect', 'customer', 'lost', 'declined');
CREATE TYPE region_kind AS ENUM ('network', 'country', 'region');
CREATE TYPE sharing_level AS ENUM ('nobody', 'fellows', 'network');
CREATE TYPE speaker_swap_state AS ENUM ('pending', 'accepted', 'declined', 'withdrawn');
CREATE TYPE withdrawal_reason AS ENUM ('contact_asked', 'no_longer_needed', 'stated_in_error');

CREATE OR REPLACE FUNCTION public.adjustments_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, currency character, deals_own integer, deals_1 integer, deals_2 integer, deals_3 integer, deals_4 integer, amount_own bigint, amount_1 bigint, amount_2 bigint, amount_3 bigint, amount_4 bigint, squares_direct numeric, squares_indirect numeric, sellers_1 bigint, sellers_2 bigint, sellers_3 bigint, sellers_4 bigint, sellers bigint, sellers_own bigint)
 LANGUAGE sql
 STABLE
AS $function$
      
  SELECT asked.club_id, month_of(a.adjusted_on), d.currency,
    0, 0, 0, 0, 0,
    coalesce(sum(a.amount_minor) FILTER (WHERE d.degree IS NULL), 0)::bigint, coalesce(sum(a.amount_minor) FILTER (WHERE d.degree = 1), 0)::bigint, coalesce(sum(a.amount_minor) FILTER (WHERE d.degree = 2), 0)::bigint, coalesce(sum(a.amount_minor) FILTER (WHERE d.degree = 3), 0)::bigint, coalesce(sum(a.amount_minor) FILTER (WHERE d.degree >= 4), 0)::bigint,
    coalesce(sum(a.amount_minor::numeric * a.amount_minor) FILTER (WHERE d.degree = 1), 0), coalesce(sum(a.amount_minor::numeric * a.amount_minor) FILTER (WHERE d.degree > 1), 0),
    coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree = 1), 0), coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree = 2), 0), coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree = 3), 0), coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree >= 4), 0),
    coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree IS NOT NULL), 0), coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree IS NULL), 0)
  FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN deals d ON d.club_id = asked.club_id JOIN deal_adjustments a ON a.deal_id = d.id AND a.adjusted_on >= asked.first_day AND a.adjusted_on < asked.end_day
  GROUP BY asked.club_id, month_of(a.adjusted_on), d.currency
    $function$;

CREATE OR REPLACE FUNCTION public.contributor(person_id uuid)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT 1::bigint << (get_byte(uuid_send(person_id), 15) & 63)
  $function$;

CREATE OR REPLACE FUNCTION public.contributors_in(contributors bigint)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT bit_count(contributors::bit(64))::int
  $function$;

CREATE OR REPLACE FUNCTION public.count_change_of_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        changed uuid;
      BEGIN
        SELECT id INTO changed FROM meetings
        WHERE id = coalesce((NEW.details ->> 'meetingId')::uuid, NEW.subject_id)
        FOR NO KEY UPDATE;
        IF changed IS NULL AND NEW.verb IN (
          'referral.given', 'deal.thanked', 'testimonial.given', 'education.recorded', 'one_to_one.held'
        ) THEN
          SELECT meetings.id INTO changed FROM meetings JOIN clubs ON clubs.id = meetings.club_id
          WHERE meetings.club_id = NEW.club_id AND meetings.state = 'open'
            AND meetings.held_on = (NEW.happened_at AT TIME ZONE clubs.time_zone)::date
          ORDER BY meetings.opened_at DESC LIMIT 1
          FOR NO KEY UPDATE OF meetings;
        END IF;
        IF changed IS NOT NULL THEN
          INSERT INTO meeting_changes (meeting_id, sequence, activity_id)
          SELECT changed, coalesce(max(sequence), 0) + 1, NEW.id FROM meeting_changes WHERE meeting_id = changed;
          PERFORM pg_notify('meeting_changes', changed::text);
        END IF;
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION public.credit_shares_sum_to_100()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF (SELECT coalesce(sum(percent), 0) FROM credit_shares WHERE split_id = NEW.id) <> 100 THEN
          RAISE EXCEPTION 'the shares of a split of credit sum to exactly 100'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_shares_sum_to_100';
        END IF;
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION public.days_of_month(day date)
 RETURNS daterange
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT daterange(month_of(day), (month_of(day) + interval '1 month')::date)
  $function$;

CREATE OR REPLACE FUNCTION public.deals_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, currency character, deals_own integer, deals_1 integer, deals_2 integer, deals_3 integer, deals_4 integer, amount_own bigint, amount_1 bigint, amount_2 bigint, amount_3 bigint, amount_4 bigint, squares_direct numeric, squares_indirect numeric, sellers_1 bigint, sellers_2 bigint, sellers_3 bigint, sellers_4 bigint, sellers bigint, sellers_own bigint)
 LANGUAGE sql
 STABLE
AS $function$
      
  SELECT asked.club_id, month_of(d.closed_on), d.currency,
    (count(*) FILTER (WHERE d.degree IS NULL))::int, (count(*) FILTER (WHERE d.degree = 1))::int, (count(*) FILTER (WHERE d.degree = 2))::int, (count(*) FILTER (WHERE d.degree = 3))::int, (count(*) FILTER (WHERE d.degree >= 4))::int,
    coalesce(sum(d.amount_minor) FILTER (WHERE d.degree IS NULL), 0)::bigint, coalesce(sum(d.amount_minor) FILTER (WHERE d.degree = 1), 0)::bigint, coalesce(sum(d.amount_minor) FILTER (WHERE d.degree = 2), 0)::bigint, coalesce(sum(d.amount_minor) FILTER (WHERE d.degree = 3), 0)::bigint, coalesce(sum(d.amount_minor) FILTER (WHERE d.degree >= 4), 0)::bigint,
    coalesce(sum(d.amount_minor::numeric * d.amount_minor) FILTER (WHERE d.degree = 1), 0), coalesce(sum(d.amount_minor::numeric * d.amount_minor) FILTER (WHERE d.degree > 1), 0),
    coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree = 1), 0), coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree = 2), 0), coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree = 3), 0), coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree >= 4), 0),
    coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree IS NOT NULL), 0), coalesce(bit_or(contributor(d.seller_id)) FILTER (WHERE d.degree IS NULL), 0)
  FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN deals d ON d.club_id = asked.club_id AND d.closed_on >= asked.first_day AND d.closed_on < asked.end_day
  GROUP BY asked.club_id, month_of(d.closed_on), d.currency
    $function$;

CREATE OR REPLACE FUNCTION public.education_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, education_hundredths integer, education_by bigint)
 LANGUAGE sql
 STABLE
AS $function$
      SELECT asked.club_id, month_of(e.earned_on), sum((e.units * 100)::int)::int, coalesce(bit_or(contributor(s.person_id)) FILTER (WHERE true), 0)
      FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN education_units e ON e.club_id = asked.club_id AND e.earned_on >= asked.first_day AND e.earned_on < asked.end_day
      JOIN memberships s ON s.id = e.membership_id AND daterange(s.joined_on, s.left_on) && days_of_month(e.earned_on) GROUP BY 1, 2
    $function$;

CREATE OR REPLACE FUNCTION public.forget_merges_of_the_erased()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        UPDATE contact_merges SET kept_before = NULL WHERE kept_id = NEW.id AND kept_before IS NOT NULL;
        RETURN NEW;
      END $function$;

CREATE OR REPLACE FUNCTION public.given_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, given_inside integer, given_outside integer, given_contacted integer, given_in_time integer, given_customers integer, given_inside_by bigint, given_outside_by bigint)
 LANGUAGE sql
 STABLE
AS $function$
      SELECT asked.club_id, month_of((r.given_at AT TIME ZONE c.time_zone)::date),
      (count(*) FILTER (WHERE r.introduction_id IS NULL))::int, (count(*) FILTER (WHERE r.introduction_id IS NOT NULL))::int,
      (count(*) FILTER (WHERE r.first_contact_at IS NOT NULL))::int,
      (count(*) FILTER (WHERE r.first_contact_at <= r.given_at + r.target_hours * interval '1 hour'))::int,
      (count(*) FILTER (WHERE r.stage = 'customer'))::int,
      coalesce(bit_or(contributor(r.giver_id)) FILTER (WHERE r.introduction_id IS NULL), 0), coalesce(bit_or(contributor(r.giver_id)) FILTER (WHERE r.introduction_id IS NOT NULL), 0)
      FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN clubs c ON c.id = asked.club_id
      JOIN referrals r ON r.club_id = c.id AND r.given_at >= asked.first_day - 2 AND r.given_at < asked.end_day + 2
        AND (r.given_at AT TIME ZONE c.time_zone)::date >= asked.first_day AND (r.given_at AT TIME ZONE c.time_zone)::date < asked.end_day
      JOIN memberships s ON s.id = r.giver_membership_id AND daterange(s.joined_on, s.left_on) && days_of_month((r.given_at AT TIME ZONE c.time_zone)::date) GROUP BY 1, 2
    $function$;

CREATE OR REPLACE FUNCTION public.letters_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, present integer, absent integer, late integer, medical integer, substitute integer, present_by bigint, absent_by bigint, late_by bigint, medical_by bigint, substitute_by bigint)
 LANGUAGE sql
 STABLE
AS $function$
      SELECT asked.club_id, month_of(m.held_on),
      (count(*) FILTER (WHERE a.letter = 'present'))::int, (count(*) FILTER (WHERE a.letter = 'absent'))::int, (count(*) FILTER (WHERE a.letter = 'late'))::int, (count(*) FILTER (WHERE a.letter = 'medical'))::int, (count(*) FILTER (WHERE a.letter = 'substitute'))::int,
      coalesce(bit_or(contributor(s.person_id)) FILTER (WHERE a.letter = 'present'), 0), coalesce(bit_or(contributor(s.person_id)) FILTER (WHERE a.letter = 'absent'), 0), coalesce(bit_or(contributor(s.person_id)) FILTER (WHERE a.letter = 'late'), 0), coalesce(bit_or(contributor(s.person_id)) FILTER (WHERE a.letter = 'medical'), 0), coalesce(bit_or(contributor(s.person_id)) FILTER (WHERE a.letter = 'substitute'), 0)
      
  FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN meetings m ON m.club_id = asked.club_id AND m.state = 'closed' AND m.held_on >= asked.first_day AND m.held_on < asked.end_day JOIN attendances a ON a.meeting_id = m.id
      JOIN memberships s ON s.id = a.membership_id AND daterange(s.joined_on, s.left_on) && days_of_month(m.held_on) GROUP BY 1, 2
    $function$;

CREATE OR REPLACE FUNCTION public.lock_place(id uuid)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT (get_byte(uuid_send(id), 14) & 3) * 256 + get_byte(uuid_send(id), 15)
  $function$;

CREATE OR REPLACE FUNCTION public.mark_stale(kind text, subject_id uuid, days daterange)
 RETURNS void
 LANGUAGE sql
AS $function$
    INSERT INTO stale_club_months (transaction, kind, subject_id, days, likeness)
    SELECT pg_current_xact_id(), $1, $2, $3, '' WHERE $2 IS NOT NULL AND $3 IS NOT NULL
    ON CONFLICT ON CONSTRAINT stale_club_months_pkey DO NOTHING
  $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_attendances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      PERFORM mark_stale('letters', m.club_id, days_of_month(m.held_on)) FROM meetings m
      WHERE m.id IN (OLD.meeting_id, NEW.meeting_id) AND m.state = 'closed';
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_clubs()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        PERFORM mark_stale('given', NEW.id, '(,)');
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      IF TG_OP <> 'INSERT' THEN
        PERFORM mark_visits_stale('contact', subject) FROM unnest(ARRAY[NEW.id, OLD.merged_into_id]) AS subject;
        PERFORM mark_visits_stale('person', OLD.person_id);
        PERFORM mark_visits_stale('email', OLD.id, OLD.email::text);
        PERFORM mark_visits_stale('phone', OLD.id, OLD.phone);
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_deal_adjustments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      PERFORM mark_stale('adjustments', d.club_id, days_of_month(adjusted.day))
      FROM (VALUES (OLD.deal_id, OLD.adjusted_on), (NEW.deal_id, NEW.adjusted_on)) AS adjusted (deal_id, day)
      JOIN deals d ON d.id = adjusted.deal_id;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_deals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      PERFORM mark_stale('deals', OLD.club_id, days_of_month(OLD.closed_on));
      PERFORM mark_stale('deals', NEW.club_id, days_of_month(NEW.closed_on));
      IF TG_OP = 'UPDATE' THEN
        PERFORM mark_stale('adjustments', subject, '(,)') FROM unnest(ARRAY[OLD.club_id, NEW.club_id]) AS subject;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_education_units()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      PERFORM mark_stale('education', OLD.club_id, days_of_month(OLD.earned_on));
      PERFORM mark_stale('education', NEW.club_id, days_of_month(NEW.earned_on));
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_meetings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      IF 'closed' IN (OLD.state, NEW.state) THEN
        PERFORM mark_stale('letters', OLD.club_id, days_of_month(OLD.held_on));
      PERFORM mark_stale('letters', NEW.club_id, days_of_month(NEW.held_on));
        PERFORM mark_stale('visitors', OLD.club_id, days_of_month(OLD.held_on));
      PERFORM mark_stale('visitors', NEW.club_id, days_of_month(NEW.held_on));
      END IF;
      IF OLD.starts_at <> NEW.starts_at OR 'cancelled' IN (OLD.state, NEW.state) THEN
        PERFORM mark_visits_stale('meeting', NEW.id);
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_memberships()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    DECLARE since date := month_of(least(NEW.joined_on, OLD.joined_on));
    BEGIN
      IF OLD.joined_on = NEW.joined_on THEN
        since := month_of(least(OLD.left_on, NEW.left_on));
      END IF;
      PERFORM mark_stale(kind, subject.club_id, daterange(since, NULL))
      FROM (VALUES (OLD.club_id), (NEW.club_id)) AS subject (club_id), unnest(CASE TG_OP
        WHEN 'UPDATE' THEN ARRAY['letters', 'visitors', 'given', 'received', 'one_to_ones', 'education', 'testimonials', 'seats']
        ELSE ARRAY['seats', 'one_to_ones'] END) AS kind;
      PERFORM mark_stale('one_to_ones_of_person', OLD.person_id, 'empty');
      PERFORM mark_stale('one_to_ones_of_person', NEW.person_id, 'empty');
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_one_to_ones()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      PERFORM mark_stale('one_to_ones_of_person', one.person_id, daterange(one.held_on, one.held_on, '[]'))
      FROM (VALUES (OLD.proposer_id, OLD.state, OLD.held_on), (OLD.partner_id, OLD.state, OLD.held_on),
        (NEW.proposer_id, NEW.state, NEW.held_on), (NEW.partner_id, NEW.state, NEW.held_on)
      ) AS one (person_id, state, held_on) WHERE one.state = 'held';
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_referrals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      PERFORM mark_stale('given', given.club_id, days_of_month((given.at AT TIME ZONE 'UTC')::date + shift))
      FROM (VALUES (OLD.club_id, OLD.given_at), (NEW.club_id, NEW.given_at)) AS given (club_id, at),
        unnest(ARRAY[-1, 1]) AS shift;
      IF (OLD.receiver_membership_id, OLD.introduction_id, OLD.given_on)
        IS DISTINCT FROM (NEW.receiver_membership_id, NEW.introduction_id, NEW.given_on) THEN
        PERFORM mark_stale('received', OLD.receiver_club_id, days_of_month(OLD.given_on));
      PERFORM mark_stale('received', NEW.receiver_club_id, days_of_month(NEW.given_on));
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_testimonials()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      PERFORM mark_stale('testimonials', OLD.club_id, days_of_month(OLD.given_on));
      PERFORM mark_stale('testimonials', NEW.club_id, days_of_month(NEW.given_on));
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_sums_of_visitors()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    
    BEGIN
      IF OLD.came_at IS NOT NULL OR NEW.came_at IS NOT NULL THEN
        PERFORM mark_visits_stale('contact', subject) FROM unnest(ARRAY[OLD.contact_id, NEW.contact_id]) AS subject;
        PERFORM mark_visits_stale('meeting', subject) FROM unnest(ARRAY[OLD.meeting_id, NEW.meeting_id]) AS subject;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.mark_visits_stale(kind text, subject_id uuid, likeness text DEFAULT ''::text)
 RETURNS void
 LANGUAGE sql
AS $function$
    INSERT INTO stale_club_months (transaction, kind, subject_id, days, likeness)
    SELECT pg_current_xact_id(), 'visits_of_' || $1, $2, 'empty', $3 WHERE $2 IS NOT NULL AND $3 IS NOT NULL
    ON CONFLICT ON CONSTRAINT stale_club_months_pkey DO NOTHING
  $function$;

CREATE OR REPLACE FUNCTION public.month_of(day date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT date_trunc('month', day::timestamp)::date
  $function$;

CREATE OR REPLACE FUNCTION public.one_to_ones_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, one_to_ones integer, one_to_ones_by bigint)
 LANGUAGE sql
 STABLE
AS $function$
      SELECT asked.club_id, month_of(o.held_on), count(*)::int, coalesce(bit_or(contributor(s.person_id)) FILTER (WHERE true), 0)
      FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN memberships s ON s.club_id = asked.club_id
      CROSS JOIN LATERAL (
        SELECT held_on FROM one_to_ones WHERE proposer_id = s.person_id AND state = 'held'
          AND held_on >= asked.first_day AND held_on < asked.end_day
        UNION ALL
        SELECT held_on FROM one_to_ones WHERE partner_id = s.person_id AND state = 'held'
          AND held_on >= asked.first_day AND held_on < asked.end_day
      ) AS o WHERE daterange(s.joined_on, s.left_on) @> o.held_on GROUP BY 1, 2
    $function$;

CREATE OR REPLACE FUNCTION public.plain_text(text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, text));

CREATE OR REPLACE FUNCTION public.received_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, received_inside integer, received_outside integer, received_by bigint)
 LANGUAGE sql
 STABLE
AS $function$
      SELECT asked.club_id, month_of(r.given_on),
      (count(*) FILTER (WHERE r.introduction_id IS NULL))::int, (count(*) FILTER (WHERE r.introduction_id IS NOT NULL))::int, coalesce(bit_or(contributor(r.receiver_id)) FILTER (WHERE true), 0)
      FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN referrals r ON r.receiver_club_id = asked.club_id AND r.given_on >= asked.first_day AND r.given_on < asked.end_day
      JOIN memberships s ON s.id = r.receiver_membership_id AND daterange(s.joined_on, s.left_on) && days_of_month(r.given_on) GROUP BY 1, 2
    $function$;

CREATE OR REPLACE FUNCTION public.refresh_adjustments(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM adjustments_of_months(clubs, first_days, end_days)),
      gone AS (
        DELETE FROM club_month_returns t USING unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND t.adjusted = true AND NOT EXISTS (
          SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month AND f.currency = t.currency)
      )
      INSERT INTO club_month_returns AS t (club_id, month, currency, adjusted, deals_own, deals_1, deals_2, deals_3, deals_4, amount_own, amount_1, amount_2, amount_3, amount_4, squares_direct, squares_indirect, sellers_1, sellers_2, sellers_3, sellers_4, sellers, sellers_own)
      SELECT f.club_id, f.month, f.currency, true, f.deals_own, f.deals_1, f.deals_2, f.deals_3, f.deals_4, f.amount_own, f.amount_1, f.amount_2, f.amount_3, f.amount_4, f.squares_direct, f.squares_indirect, f.sellers_1, f.sellers_2, f.sellers_3, f.sellers_4, f.sellers, f.sellers_own FROM fresh f
      ON CONFLICT ON CONSTRAINT club_month_returns_pkey DO UPDATE SET deals_own = excluded.deals_own, deals_1 = excluded.deals_1, deals_2 = excluded.deals_2, deals_3 = excluded.deals_3, deals_4 = excluded.deals_4, amount_own = excluded.amount_own, amount_1 = excluded.amount_1, amount_2 = excluded.amount_2, amount_3 = excluded.amount_3, amount_4 = excluded.amount_4, squares_direct = excluded.squares_direct, squares_indirect = excluded.squares_indirect, sellers_1 = excluded.sellers_1, sellers_2 = excluded.sellers_2, sellers_3 = excluded.sellers_3, sellers_4 = excluded.sellers_4, sellers = excluded.sellers, sellers_own = excluded.sellers_own
      WHERE (t.deals_own, t.deals_1, t.deals_2, t.deals_3, t.deals_4, t.amount_own, t.amount_1, t.amount_2, t.amount_3, t.amount_4, t.squares_direct, t.squares_indirect, t.sellers_1, t.sellers_2, t.sellers_3, t.sellers_4, t.sellers, t.sellers_own) IS DISTINCT FROM (excluded.deals_own, excluded.deals_1, excluded.deals_2, excluded.deals_3, excluded.deals_4, excluded.amount_own, excluded.amount_1, excluded.amount_2, excluded.amount_3, excluded.amount_4, excluded.squares_direct, excluded.squares_indirect, excluded.sellers_1, excluded.sellers_2, excluded.sellers_3, excluded.sellers_4, excluded.sellers, excluded.sellers_own);
    END $function$;

CREATE OR REPLACE FUNCTION public.refresh_deals(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM deals_of_months(clubs, first_days, end_days)),
      gone AS (
        DELETE FROM club_month_returns t USING unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND t.adjusted = false AND NOT EXISTS (
          SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month AND f.currency = t.currency)
      )
      INSERT INTO club_month_returns AS t (club_id, month, currency, adjusted, deals_own, deals_1, deals_2, deals_3, deals_4, amount_own, amount_1, amount_2, amount_3, amount_4, squares_direct, squares_indirect, sellers_1, sellers_2, sellers_3, sellers_4, sellers, sellers_own)
      SELECT f.club_id, f.month, f.currency, false, f.deals_own, f.deals_1, f.deals_2, f.deals_3, f.deals_4, f.amount_own, f.amount_1, f.amount_2, f.amount_3, f.amount_4, f.squares_direct, f.squares_indirect, f.sellers_1, f.sellers_2, f.sellers_3, f.sellers_4, f.sellers, f.sellers_own FROM fresh f
      ON CONFLICT ON CONSTRAINT club_month_returns_pkey DO UPDATE SET deals_own = excluded.deals_own, deals_1 = excluded.deals_1, deals_2 = excluded.deals_2, deals_3 = excluded.deals_3, deals_4 = excluded.deals_4, amount_own = excluded.amount_own, amount_1 = excluded.amount_1, amount_2 = excluded.amount_2, amount_3 = excluded.amount_3, amount_4 = excluded.amount_4, squares_direct = excluded.squares_direct, squares_indirect = excluded.squares_indirect, sellers_1 = excluded.sellers_1, sellers_2 = excluded.sellers_2, sellers_3 = excluded.sellers_3, sellers_4 = excluded.sellers_4, sellers = excluded.sellers, sellers_own = excluded.sellers_own
      WHERE (t.deals_own, t.deals_1, t.deals_2, t.deals_3, t.deals_4, t.amount_own, t.amount_1, t.amount_2, t.amount_3, t.amount_4, t.squares_direct, t.squares_indirect, t.sellers_1, t.sellers_2, t.sellers_3, t.sellers_4, t.sellers, t.sellers_own) IS DISTINCT FROM (excluded.deals_own, excluded.deals_1, excluded.deals_2, excluded.deals_3, excluded.deals_4, excluded.amount_own, excluded.amount_1, excluded.amount_2, excluded.amount_3, excluded.amount_4, excluded.squares_direct, excluded.squares_indirect, excluded.sellers_1, excluded.sellers_2, excluded.sellers_3, excluded.sellers_4, excluded.sellers, excluded.sellers_own);
    END $function$;

CREATE OR REPLACE FUNCTION public.refresh_education(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM education_of_months(clubs, first_days, end_days)),
      gone AS (
        UPDATE club_months t SET education_hundredths = 0, education_by = 0 FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND NOT EXISTS (SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month)
          AND (t.education_hundredths <> 0 OR t.education_by <> 0)
      )
      INSERT INTO club_months AS t (club_id, month, education_hundredths, education_by) SELECT * FROM fresh
      ON CONFLICT ON CONSTRAINT club_months_pkey DO UPDATE SET education_hundredths = excluded.education_hundredths, education_by = excluded.education_by
      WHERE (t.education_hundredths, t.education_by) IS DISTINCT FROM (excluded.education_hundredths, excluded.education_by);
    END $function$;

CREATE OR REPLACE FUNCTION public.refresh_given(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM given_of_months(clubs, first_days, end_days)),
      gone AS (
        UPDATE club_months t SET given_inside = 0, given_outside = 0, given_contacted = 0, given_in_time = 0, given_customers = 0, given_inside_by = 0, given_outside_by = 0 FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND NOT EXISTS (SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month)
          AND (t.given_inside <> 0 OR t.given_outside <> 0 OR t.given_contacted <> 0 OR t.given_in_time <> 0 OR t.given_customers <> 0 OR t.given_inside_by <> 0 OR t.given_outside_by <> 0)
      )
      INSERT INTO club_months AS t (club_id, month, given_inside, given_outside, given_contacted, given_in_time, given_customers, given_inside_by, given_outside_by) SELECT * FROM fresh
      ON CONFLICT ON CONSTRAINT club_months_pkey DO UPDATE SET given_inside = excluded.given_inside, given_outside = excluded.given_outside, given_contacted = excluded.given_contacted, given_in_time = excluded.given_in_time, given_customers = excluded.given_customers, given_inside_by = excluded.given_inside_by, given_outside_by = excluded.given_outside_by
      WHERE (t.given_inside, t.given_outside, t.given_contacted, t.given_in_time, t.given_customers, t.given_inside_by, t.given_outside_by) IS DISTINCT FROM (excluded.given_inside, excluded.given_outside, excluded.given_contacted, excluded.given_in_time, excluded.given_customers, excluded.given_inside_by, excluded.given_outside_by);
    END $function$;

CREATE OR REPLACE FUNCTION public.refresh_letters(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM letters_of_months(clubs, first_days, end_days)),
      gone AS (
        UPDATE club_months t SET present = 0, absent = 0, late = 0, medical = 0, substitute = 0, present_by = 0, absent_by = 0, late_by = 0, medical_by = 0, substitute_by = 0 FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND NOT EXISTS (SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month)
          AND (t.present <> 0 OR t.absent <> 0 OR t.late <> 0 OR t.medical <> 0 OR t.substitute <> 0 OR t.present_by <> 0 OR t.absent_by <> 0 OR t.late_by <> 0 OR t.medical_by <> 0 OR t.substitute_by <> 0)
      )
      INSERT INTO club_months AS t (club_id, month, present, absent, late, medical, substitute, present_by, absent_by, late_by, medical_by, substitute_by) SELECT * FROM fresh
      ON CONFLICT ON CONSTRAINT club_months_pkey DO UPDATE SET present = excluded.present, absent = excluded.absent, late = excluded.late, medical = excluded.medical, substitute = excluded.substitute, present_by = excluded.present_by, absent_by = excluded.absent_by, late_by = excluded.late_by, medical_by = excluded.medical_by, substitute_by = excluded.substitute_by
      WHERE (t.present, t.absent, t.late, t.medical, t.substitute, t.present_by, t.absent_by, t.late_by, t.medical_by, t.substitute_by) IS DISTINCT FROM (excluded.present, excluded.absent, excluded.late, excluded.medical, excluded.substitute, excluded.present_by, excluded.absent_by, excluded.late_by, excluded.medical_by, excluded.substitute_by);
    END $function$;

CREATE OR REPLACE FUNCTION public.refresh_one_to_ones(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM one_to_ones_of_months(clubs, first_days, end_days)),
      gone AS (
        UPDATE club_months t SET one_to_ones = 0, one_to_ones_by = 0 FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND NOT EXISTS (SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month)
          AND (t.one_to_ones <> 0 OR t.one_to_ones_by <> 0)
      )
      INSERT INTO club_months AS t (club_id, month, one_to_ones, one_to_ones_by) SELECT * FROM fresh
      ON CONFLICT ON CONSTRAINT club_months_pkey DO UPDATE SET one_to_ones = excluded.one_to_ones, one_to_ones_by = excluded.one_to_ones_by
      WHERE (t.one_to_ones, t.one_to_ones_by) IS DISTINCT FROM (excluded.one_to_ones, excluded.one_to_ones_by);
    END $function$;

CREATE OR REPLACE FUNCTION public.refresh_received(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM received_of_months(clubs, first_days, end_days)),
      gone AS (
        UPDATE club_months t SET received_inside = 0, received_outside = 0, received_by = 0 FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND NOT EXISTS (SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month)
          AND (t.received_inside <> 0 OR t.received_outside <> 0 OR t.received_by <> 0)
      )
      INSERT INTO club_months AS t (club_id, month, received_inside, received_outside, received_by) SELECT * FROM fresh
      ON CONFLICT ON CONSTRAINT club_months_pkey DO UPDATE SET received_inside = excluded.received_inside, received_outside = excluded.received_outside, received_by = excluded.received_by
      WHERE (t.received_inside, t.received_outside, t.received_by) IS DISTINCT FROM (excluded.received_inside, excluded.received_outside, excluded.received_by);
    END $function$;

CREATE OR REPLACE FUNCTION public.refresh_seats(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM seats_of_months(clubs, first_days, end_days)),
      gone AS (
        UPDATE club_months t SET members_joined = 0, members_left = 0 FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND NOT EXISTS (SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month)
          AND (t.members_joined <> 0 OR t.members_left <> 0)
      )
      INSERT INTO club_months AS t (club_id, month, members_joined, members_left) SELECT * FROM fresh
      ON CONFLICT ON CONSTRAINT club_months_pkey DO UPDATE SET members_joined = excluded.members_joined, members_left = excluded.members_left
      WHERE (t.members_joined, t.members_left) IS DISTINCT FROM (excluded.members_joined, excluded.members_left);
    END $function$;

CREATE OR REPLACE FUNCTION public.refresh_stale_club_months()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
    PERFORM pg_advisory_xact_lock(1763000023, entangled.place) FROM (
      SELECT DISTINCT CASE kind WHEN 'one_to_ones_of_person' THEN 1 + lock_place(subject_id) ELSE 0 END AS place
      FROM stale_club_months
      WHERE transaction = own AND (kind = 'visitors' OR kind LIKE '%_of_%') ORDER BY place
    ) AS entangled;
    SELECT array_agg(kind), array_agg(club_id), array_agg(range) INTO stale_kinds, stale_clubs, stale_days FROM (
      SELECT kind, club_id, unnest(range_agg(days)) AS range FROM stale_ranges() GROUP BY kind, club_id
    ) AS ranges;
    DELETE FROM stale_club_months WHERE transaction = own;
    PERFORM pg_advisory_xact_lock(1763000023, touched.place) FROM (
      SELECT DISTINCT 2048 + lock_place(id) AS place FROM unnest(stale_clubs) AS id ORDER BY place
    ) AS touched;
    
    IF 'letters' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'letters';
      PERFORM refresh_letters(clubs, first_days, end_days);
    END IF;
    IF 'visitors' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'visitors';
      PERFORM refresh_visitors(clubs, first_days, end_days);
    END IF;
    IF 'given' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'given';
      PERFORM refresh_given(clubs, first_days, end_days);
    END IF;
    IF 'received' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'received';
      PERFORM refresh_received(clubs, first_days, end_days);
    END IF;
    IF 'one_to_ones' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'one_to_ones';
      PERFORM refresh_one_to_ones(clubs, first_days, end_days);
    END IF;
    IF 'education' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'education';
      PERFORM refresh_education(clubs, first_days, end_days);
    END IF;
    IF 'testimonials' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'testimonials';
      PERFORM refresh_testimonials(clubs, first_days, end_days);
    END IF;
    IF 'seats' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'seats';
      PERFORM refresh_seats(clubs, first_days, end_days);
    END IF;
    IF 'deals' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'deals';
      PERFORM refresh_deals(clubs, first_days, end_days);
    END IF;
    IF 'adjustments' = ANY (stale_kinds) THEN
      SELECT array_agg(club), array_agg(coalesce(lower(days), '-infinity')), array_agg(coalesce(upper(days), 'infinity'))
      INTO clubs, first_days, end_days FROM unnest(stale_kinds, stale_clubs, stale_days) AS stale (kind, club, days)
      WHERE kind = 'adjustments';
      PERFORM refresh_adjustments(clubs, first_days, end_days);
    END IF;
    RETURN NULL;
  END $function$;

CREATE OR REPLACE FUNCTION public.refresh_testimonials(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM testimonials_of_months(clubs, first_days, end_days)),
      gone AS (
        UPDATE club_months t SET testimonials = 0, testimonials_by = 0 FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND NOT EXISTS (SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month)
          AND (t.testimonials <> 0 OR t.testimonials_by <> 0)
      )
      INSERT INTO club_months AS t (club_id, month, testimonials, testimonials_by) SELECT * FROM fresh
      ON CONFLICT ON CONSTRAINT club_months_pkey DO UPDATE SET testimonials = excluded.testimonials, testimonials_by = excluded.testimonials_by
      WHERE (t.testimonials, t.testimonials_by) IS DISTINCT FROM (excluded.testimonials, excluded.testimonials_by);
    END $function$;

CREATE OR REPLACE FUNCTION public.refresh_visitors(clubs uuid[], first_days date[], end_days date[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
    #variable_conflict use_column
    BEGIN
      WITH fresh AS MATERIALIZED (SELECT * FROM visitors_of_months(clubs, first_days, end_days)),
      gone AS (
        UPDATE club_months t SET visitors = 0, visitors_by = 0 FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day)
        WHERE t.club_id = asked.club_id AND t.month >= month_of(asked.first_day) AND t.month < asked.end_day AND NOT EXISTS (SELECT FROM fresh f WHERE f.club_id = t.club_id AND f.month = t.month)
          AND (t.visitors <> 0 OR t.visitors_by <> 0)
      )
      INSERT INTO club_months AS t (club_id, month, visitors, visitors_by) SELECT * FROM fresh
      ON CONFLICT ON CONSTRAINT club_months_pkey DO UPDATE SET visitors = excluded.visitors, visitors_by = excluded.visitors_by
      WHERE (t.visitors, t.visitors_by) IS DISTINCT FROM (excluded.visitors, excluded.visitors_by);
    END $function$;

CREATE OR REPLACE FUNCTION public.refuse_letters_after_closing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE
        letter attendances := coalesce(NEW, OLD);
      BEGIN
        IF EXISTS (SELECT FROM meetings WHERE id = letter.meeting_id AND state = 'closed')
          AND NOT EXISTS (
            SELECT FROM meeting_adjustments
            WHERE meeting_id = letter.meeting_id AND membership_id = letter.membership_id
              AND xmin = pg_current_xact_id()::xid
          )
        THEN
          RAISE EXCEPTION 'a letter of a closed meeting changes only together with an adjusting entry'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN letter;
      END $function$;

CREATE OR REPLACE FUNCTION public.refuse_rewriting_the_past()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $function$;

CREATE OR REPLACE FUNCTION public.seats_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, members_joined integer, members_left integer)
 LANGUAGE sql
 STABLE
AS $function$
      SELECT asked.club_id, month_of(turn.day), (count(*) FILTER (WHERE turn.joined))::int, (count(*) FILTER (WHERE NOT turn.joined))::int
      FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN memberships s ON s.club_id = asked.club_id AND s.left_on IS DISTINCT FROM s.joined_on
      CROSS JOIN LATERAL (VALUES (s.joined_on, true), (s.left_on, false)) AS turn (day, joined)
      WHERE turn.day >= asked.first_day AND turn.day < asked.end_day GROUP BY 1, 2
    $function$;

CREATE OR REPLACE FUNCTION public.stale_ranges()
 RETURNS TABLE(kind text, club_id uuid, days daterange)
 LANGUAGE sql
 STABLE
AS $function$
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
    JOIN contacts same ON same.id = ANY (ARRAY (
    SELECT human_one.id FROM contacts human_own
    JOIN contacts human_alike ON (human_alike.id = human_own.id OR human_alike.person_id = human_own.person_id
      OR human_alike.email = human_own.email OR human_alike.phone = human_own.phone)
    JOIN contacts human_one ON (human_one.id = coalesce(human_alike.merged_into_id, human_alike.id) OR human_one.merged_into_id = coalesce(human_alike.merged_into_id, human_alike.id))
    WHERE (human_own.id = coalesce(c.merged_into_id, c.id) OR human_own.merged_into_id = coalesce(c.merged_into_id, c.id))))
    JOIN visitors v ON v.contact_id = same.id JOIN meetings m ON m.id = v.meeting_id
  $function$;

CREATE OR REPLACE FUNCTION public.stems_of(word text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ARRAY(SELECT CASE WHEN (("right"(stem.stem, 1) = "left"("right"(stem.stem, 2), 1)) AND (length(stem.stem) > 2)) THEN "left"(stem.stem, '-1'::integer) WHEN (stem.stem ~~ '%z'::text) THEN ("left"(stem.stem, '-1'::integer) || 's'::text) WHEN (stem.stem ~~ '%v'::text) THEN ("left"(stem.stem, '-1'::integer) || 'f'::text) ELSE stem.stem END AS stem FROM unnest((ts_lexize('dutch_stem'::regdictionary, plain_text(stems_of.word)) || ts_lexize('english_stem'::regdictionary, plain_text(stems_of.word)))) stem(stem));

CREATE OR REPLACE FUNCTION public.testimonials_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, testimonials integer, testimonials_by bigint)
 LANGUAGE sql
 STABLE
AS $function$
      SELECT asked.club_id, month_of(t.given_on), count(*)::int, coalesce(bit_or(contributor(s.person_id)) FILTER (WHERE true), 0)
      FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN testimonials t ON t.club_id = asked.club_id AND t.given_on >= asked.first_day AND t.given_on < asked.end_day
      JOIN memberships s ON s.id = t.giver_membership_id AND daterange(s.joined_on, s.left_on) && days_of_month(t.given_on) GROUP BY 1, 2
    $function$;

CREATE OR REPLACE FUNCTION public.visitors_of_months(clubs uuid[], first_days date[], end_days date[])
 RETURNS TABLE(club_id uuid, month date, visitors integer, visitors_by bigint)
 LANGUAGE sql
 STABLE
AS $function$
      SELECT asked.club_id, month_of(m.held_on), count(*)::int, coalesce(bit_or(contributor(s.person_id)) FILTER (WHERE true), 0)
      
  FROM unnest(clubs, first_days, end_days) AS asked (club_id, first_day, end_day) JOIN meetings m ON m.club_id = asked.club_id AND m.state = 'closed' AND m.held_on >= asked.first_day AND m.held_on < asked.end_day JOIN visitors v ON v.meeting_id = m.id AND v.came_at IS NOT NULL
      JOIN memberships s ON s.id = v.invited_by_membership_id AND daterange(s.joined_on, s.left_on) && days_of_month(m.held_on) WHERE coalesce(v.earlier_visits = 0, NOT EXISTS (
    SELECT FROM contacts c JOIN contacts same ON same.id = ANY (ARRAY (
    SELECT human_one.id FROM contacts human_own
    JOIN contacts human_alike ON (human_alike.id = human_own.id OR human_alike.person_id = human_own.person_id
      OR human_alike.email = human_own.email OR human_alike.phone = human_own.phone)
    JOIN contacts human_one ON (human_one.id = coalesce(human_alike.merged_into_id, human_alike.id) OR human_one.merged_into_id = coalesce(human_alike.merged_into_id, human_alike.id))
    WHERE (human_own.id = coalesce(c.merged_into_id, c.id) OR human_own.merged_into_id = coalesce(c.merged_into_id, c.id))))
    JOIN visitors earlier ON earlier.contact_id = same.id JOIN meetings e ON e.id = earlier.meeting_id
    WHERE c.id = v.contact_id AND earlier.club_id = v.club_id AND earlier.came_at IS NOT NULL
      AND e.state <> 'cancelled' AND e.starts_at < m.starts_at)) GROUP BY 1, 2
    $function$;

CREATE OR REPLACE FUNCTION public.words_in(text text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN array_remove(regexp_split_to_array(text, '[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+'::text), ''::text);

CREATE OR REPLACE FUNCTION public.words_of(text text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (to_tsvector('dutch'::regconfig, plain_text(text)) || to_tsvector('english'::regconfig, plain_text(text)));

CREATE TABLE account_tokens (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind account_token_kind NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT account_tokens_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT account_tokens_pkey PRIMARY KEY (id),
  CONSTRAINT account_tokens_token_is_unique UNIQUE (token_hash)
);

CREATE TABLE accounts (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  password_hash text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  password_changed_at timestamp with time zone NOT NULL,
  CONSTRAINT accounts_one_per_person UNIQUE (person_id),
  CONSTRAINT accounts_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT accounts_pkey PRIMARY KEY (id)
);

CREATE TABLE activities (
  id uuid NOT NULL,
  happened_at timestamp with time zone NOT NULL,
  actor_id uuid,
  verb text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  club_id uuid,
  details jsonb NOT NULL,
  CONSTRAINT activities_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES persons(id),
  CONSTRAINT activities_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT activities_pkey PRIMARY KEY (id),
  CONSTRAINT activities_verb_names_subject_and_act CHECK ((verb ~ '^[a-z_]+\.[a-z_]+$'::text))
);

CREATE TABLE agenda_points (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  "position" smallint NOT NULL,
  title text NOT NULL,
  planned_seconds smallint NOT NULL,
  office office_name,
  CONSTRAINT agenda_points_are_of_their_meeting UNIQUE (id, meeting_id),
  CONSTRAINT agenda_points_are_sixty_at_most CHECK ((("position" >= 1) AND ("position" <= 60))),
  CONSTRAINT agenda_points_each_has_its_position UNIQUE (meeting_id, "position") DEFERRABLE,
  CONSTRAINT agenda_points_have_a_title CHECK ((title <> ''::text)),
  CONSTRAINT agenda_points_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  CONSTRAINT agenda_points_pkey PRIMARY KEY (id),
  CONSTRAINT agenda_points_take_some_seconds CHECK (((planned_seconds >= 1) AND (planned_seconds <= 14400)))
);

CREATE TABLE agenda_runs (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  point_id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT agenda_runs_end_after_start CHECK ((ended_at >= started_at)),
  CONSTRAINT agenda_runs_pkey PRIMARY KEY (id),
  CONSTRAINT agenda_runs_point_is_of_the_meeting FOREIGN KEY (point_id, meeting_id) REFERENCES agenda_points(id, meeting_id)
);

CREATE TABLE agenda_template_points (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  "position" smallint NOT NULL,
  title text NOT NULL,
  planned_seconds smallint NOT NULL,
  office office_name,
  CONSTRAINT agenda_template_points_are_sixty_at_most CHECK ((("position" >= 1) AND ("position" <= 60))),
  CONSTRAINT agenda_template_points_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT agenda_template_points_each_has_its_position UNIQUE (club_id, "position"),
  CONSTRAINT agenda_template_points_have_a_title CHECK ((title <> ''::text)),
  CONSTRAINT agenda_template_points_pkey PRIMARY KEY (id),
  CONSTRAINT agenda_template_points_take_some_seconds CHECK (((planned_seconds >= 1) AND (planned_seconds <= 14400)))
);

CREATE TABLE alert_decisions (
  id uuid NOT NULL,
  alert_id uuid NOT NULL,
  decision alert_decision_kind NOT NULL,
  probation_until date,
  seat_opens_on date,
  note text NOT NULL,
  decided_by_id uuid NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  CONSTRAINT alert_decisions_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES alerts(id),
  CONSTRAINT alert_decisions_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES persons(id),
  CONSTRAINT alert_decisions_have_a_note CHECK ((note <> ''::text)),
  CONSTRAINT alert_decisions_pkey PRIMARY KEY (id),
  CONSTRAINT alert_decisions_probation_has_an_end CHECK (((decision = 'start_probation'::alert_decision_kind) = (probation_until IS NOT NULL))),
  CONSTRAINT alert_decisions_seat_opens_on_a_day CHECK (((decision = 'open_seat'::alert_decision_kind) = (seat_opens_on IS NOT NULL)))
);

CREATE TABLE alert_evidence (
  id uuid NOT NULL,
  alert_id uuid NOT NULL,
  day date NOT NULL,
  meeting_id uuid,
  letter attendance_letter,
  visitor_id uuid,
  office_id uuid,
  units numeric(5,2),
  CONSTRAINT alert_evidence_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES alerts(id),
  CONSTRAINT alert_evidence_is_of_one_kind CHECK (((num_nonnulls(meeting_id, office_id, units) = 1) AND (num_nonnulls(letter, visitor_id) <= 1) AND ((meeting_id IS NOT NULL) OR (num_nonnulls(letter, visitor_id) = 0)))),
  CONSTRAINT alert_evidence_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  CONSTRAINT alert_evidence_office_id_fkey FOREIGN KEY (office_id) REFERENCES offices(id),
  CONSTRAINT alert_evidence_pkey PRIMARY KEY (id),
  CONSTRAINT alert_evidence_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES visitors(id)
);

CREATE TABLE alerts (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  rule alert_rule NOT NULL,
  rules_id uuid NOT NULL,
  membership_id uuid,
  visitor_id uuid,
  meeting_id uuid NOT NULL,
  measured numeric(6,2) NOT NULL,
  last_evidence_id uuid NOT NULL,
  raised_at timestamp with time zone NOT NULL,
  CONSTRAINT alerts_are_about_a_member_or_a_visitor CHECK (((num_nonnulls(membership_id, visitor_id) = 1) AND ((rule = 'visits'::alert_rule) = (visitor_id IS NOT NULL)))),
  CONSTRAINT alerts_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings(id, club_id),
  CONSTRAINT alerts_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT alerts_pkey PRIMARY KEY (id),
  CONSTRAINT alerts_rules_id_fkey FOREIGN KEY (rules_id) REFERENCES club_rules(id),
  CONSTRAINT alerts_same_evidence_raises_once UNIQUE NULLS NOT DISTINCT (rule, membership_id, visitor_id, last_evidence_id),
  CONSTRAINT alerts_visitor_is_of_the_meeting FOREIGN KEY (visitor_id, meeting_id, club_id) REFERENCES visitors(id, meeting_id, club_id)
);

CREATE TABLE answered_asks (
  referral_id uuid NOT NULL,
  presentation_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  CONSTRAINT answered_asks_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  CONSTRAINT answered_asks_pkey PRIMARY KEY (referral_id),
  CONSTRAINT answered_asks_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES presentations(id),
  CONSTRAINT answered_asks_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referrals(id),
  CONSTRAINT answered_asks_take_a_contact_once UNIQUE (presentation_id, contact_id)
);

CREATE TABLE attendances (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  club_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  letter attendance_letter NOT NULL,
  substitute_name text,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT attendances_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings(id, club_id),
  CONSTRAINT attendances_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT attendances_one_letter_per_member UNIQUE (meeting_id, membership_id),
  CONSTRAINT attendances_only_a_substitute_is_named CHECK (((substitute_name IS NULL) OR (letter = 'substitute'::attendance_letter))),
  CONSTRAINT attendances_pkey PRIMARY KEY (id),
  CONSTRAINT attendances_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES persons(id)
);

CREATE TABLE calendar_feeds (
  id uuid NOT NULL,
  made_by_id uuid NOT NULL,
  club_id uuid,
  token_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT calendar_feeds_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT calendar_feeds_made_by_id_fkey FOREIGN KEY (made_by_id) REFERENCES persons(id),
  CONSTRAINT calendar_feeds_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_feeds_token_is_unique UNIQUE (token_hash)
);

CREATE TABLE club_month_returns (
  club_id uuid NOT NULL,
  month date NOT NULL,
  currency character(3) NOT NULL,
  adjusted boolean NOT NULL,
  deals_own integer NOT NULL,
  deals_1 integer NOT NULL,
  deals_2 integer NOT NULL,
  deals_3 integer NOT NULL,
  deals_4 integer NOT NULL,
  amount_own bigint NOT NULL,
  amount_1 bigint NOT NULL,
  amount_2 bigint NOT NULL,
  amount_3 bigint NOT NULL,
  amount_4 bigint NOT NULL,
  squares_direct numeric NOT NULL,
  squares_indirect numeric NOT NULL,
  sellers_1 bigint NOT NULL,
  sellers_2 bigint NOT NULL,
  sellers_3 bigint NOT NULL,
  sellers_4 bigint NOT NULL,
  sellers bigint NOT NULL,
  sellers_own bigint NOT NULL,
  CONSTRAINT club_month_returns_begin_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CONSTRAINT club_month_returns_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT club_month_returns_pkey PRIMARY KEY (club_id, month, currency, adjusted)
);

CREATE TABLE club_months (
  club_id uuid NOT NULL,
  month date NOT NULL,
  present integer DEFAULT 0 NOT NULL,
  absent integer DEFAULT 0 NOT NULL,
  late integer DEFAULT 0 NOT NULL,
  medical integer DEFAULT 0 NOT NULL,
  substitute integer DEFAULT 0 NOT NULL,
  present_by bigint DEFAULT 0 NOT NULL,
  absent_by bigint DEFAULT 0 NOT NULL,
  late_by bigint DEFAULT 0 NOT NULL,
  medical_by bigint DEFAULT 0 NOT NULL,
  substitute_by bigint DEFAULT 0 NOT NULL,
  visitors integer DEFAULT 0 NOT NULL,
  visitors_by bigint DEFAULT 0 NOT NULL,
  given_inside integer DEFAULT 0 NOT NULL,
  given_outside integer DEFAULT 0 NOT NULL,
  given_contacted integer DEFAULT 0 NOT NULL,
  given_in_time integer DEFAULT 0 NOT NULL,
  given_customers integer DEFAULT 0 NOT NULL,
  given_inside_by bigint DEFAULT 0 NOT NULL,
  given_outside_by bigint DEFAULT 0 NOT NULL,
  received_inside integer DEFAULT 0 NOT NULL,
  received_outside integer DEFAULT 0 NOT NULL,
  received_by bigint DEFAULT 0 NOT NULL,
  one_to_ones integer DEFAULT 0 NOT NULL,
  one_to_ones_by bigint DEFAULT 0 NOT NULL,
  education_hundredths integer DEFAULT 0 NOT NULL,
  education_by bigint DEFAULT 0 NOT NULL,
  testimonials integer DEFAULT 0 NOT NULL,
  testimonials_by bigint DEFAULT 0 NOT NULL,
  members_joined integer DEFAULT 0 NOT NULL,
  members_left integer DEFAULT 0 NOT NULL,
  CONSTRAINT club_months_begin_on_the_first CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  CONSTRAINT club_months_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT club_months_pkey PRIMARY KEY (club_id, month)
);

CREATE TABLE club_rules (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  version integer NOT NULL,
  valid_from date NOT NULL,
  first_contact_target_hours smallint NOT NULL,
  former_customer_after_months smallint NOT NULL,
  absence_alert_count smallint NOT NULL,
  absence_window_months smallint NOT NULL,
  late_per_absence smallint NOT NULL,
  substitute_cap smallint NOT NULL,
  created_at timestamp with time zone NOT NULL,
  absence_window absence_window NOT NULL,
  visitor_visit_cap smallint NOT NULL,
  office_term_months smallint NOT NULL,
  education_units_before_feature numeric(4,1) NOT NULL,
  education_window_months smallint NOT NULL,
  contact_retention_months smallint NOT NULL,
  CONSTRAINT club_rules_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT club_rules_limits_are_not_negative CHECK (((visitor_visit_cap > 0) AND (office_term_months > 0) AND (education_units_before_feature >= (0)::numeric) AND (education_window_months > 0))),
  CONSTRAINT club_rules_numbers_are_positive CHECK (((version > 0) AND (first_contact_target_hours > 0) AND (former_customer_after_months > 0) AND (absence_alert_count > 0) AND (absence_window_months > 0) AND (late_per_absence > 0) AND (substitute_cap >= 0))),
  CONSTRAINT club_rules_one_version_per_day UNIQUE (club_id, valid_from),
  CONSTRAINT club_rules_pkey PRIMARY KEY (id),
  CONSTRAINT club_rules_retention_is_of_1_to_120_months CHECK (((contact_retention_months >= 1) AND (contact_retention_months <= 120))),
  CONSTRAINT club_rules_version_is_used_once UNIQUE (club_id, version)
);

CREATE TABLE clubs (
  id uuid NOT NULL,
  network_id uuid NOT NULL,
  region_id uuid NOT NULL,
  name text NOT NULL,
  time_zone text NOT NULL,
  locale text NOT NULL,
  currency character(3) NOT NULL,
  fee_minor bigint NOT NULL,
  fee_months smallint NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT clubs_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT clubs_fee_is_not_negative CHECK (((fee_minor >= 0) AND (fee_months > 0))),
  CONSTRAINT clubs_have_a_name CHECK ((name <> ''::text)),
  CONSTRAINT clubs_name_is_used_once_in_a_region UNIQUE (region_id, name),
  CONSTRAINT clubs_pkey PRIMARY KEY (id),
  CONSTRAINT clubs_region_is_in_the_network FOREIGN KEY (region_id, network_id) REFERENCES regions(id, network_id)
);

CREATE TABLE consents (
  id uuid NOT NULL,
  introduction_id uuid NOT NULL,
  kind consent_kind NOT NULL,
  basis consent_basis NOT NULL,
  text_version text,
  details_forward boolean NOT NULL,
  outcome_back boolean NOT NULL,
  stated_by_id uuid,
  link_id uuid,
  reason withdrawal_reason,
  stated_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  CONSTRAINT consents_agreeing_is_to_a_wording CHECK (((kind = 'agreed'::consent_kind) = (text_version IS NOT NULL))),
  CONSTRAINT consents_are_stated_by_members_and_answered_by_contacts CHECK (
CASE kind
    WHEN 'stated'::consent_kind THEN (stated_by_id IS NOT NULL)
    WHEN 'withdrawn'::consent_kind THEN true
    ELSE (stated_by_id IS NULL)
END),
  CONSTRAINT consents_contact_speaks_by_his_link CHECK (((stated_by_id IS NULL) = (link_id IS NOT NULL))),
  CONSTRAINT consents_details_go_forward_on_a_basis CHECK ((details_forward = (basis <> 'none_yet'::consent_basis))),
  CONSTRAINT consents_end_after_they_were_stated CHECK ((expires_at > stated_at)),
  CONSTRAINT consents_introduction_id_fkey FOREIGN KEY (introduction_id) REFERENCES introductions(id),
  CONSTRAINT consents_link_id_fkey FOREIGN KEY (link_id) REFERENCES contact_links(id),
  CONSTRAINT consents_only_withdrawing_has_a_reason CHECK (((reason IS NULL) OR (kind = 'withdrawn'::consent_kind))),
  CONSTRAINT consents_pkey PRIMARY KEY (id),
  CONSTRAINT consents_saying_no_leaves_no_basis CHECK (((kind <> ALL (ARRAY['declined'::consent_kind, 'withdrawn'::consent_kind])) OR (basis = 'none_yet'::consent_basis))),
  CONSTRAINT consents_stated_by_id_fkey FOREIGN KEY (stated_by_id) REFERENCES persons(id)
);

CREATE TABLE contact_import_rows (
  id uuid NOT NULL,
  import_id uuid NOT NULL,
  line integer NOT NULL,
  cells jsonb NOT NULL,
  errors jsonb NOT NULL,
  kind contact_import_row_kind,
  contact_id uuid,
  filled text[] DEFAULT '{}'::text[] NOT NULL,
  contact_digest bytea,
  CONSTRAINT contact_import_rows_are_judged_without_their_cells CHECK (((kind IS NULL) OR (cells = '[]'::jsonb))),
  CONSTRAINT contact_import_rows_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE SET NULL,
  CONSTRAINT contact_import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES contact_imports(id),
  CONSTRAINT contact_import_rows_pkey PRIMARY KEY (id),
  CONSTRAINT contact_import_rows_with_errors_are_refused CHECK (((kind IS NULL) OR ((kind = 'refused'::contact_import_row_kind) = (errors <> '[]'::jsonb))))
);

CREATE TABLE contact_imports (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  format contact_import_format NOT NULL,
  state contact_import_state NOT NULL,
  headings text[] NOT NULL,
  row_count integer NOT NULL,
  created_at timestamp with time zone NOT NULL,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  CONSTRAINT contact_imports_have_ten_thousand_rows_at_most CHECK (((row_count >= 1) AND (row_count <= 10000))),
  CONSTRAINT contact_imports_headings_go_with_the_rows CHECK (((state = 'uploaded'::contact_import_state) OR (headings = '{}'::text[]))),
  CONSTRAINT contact_imports_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES persons(id),
  CONSTRAINT contact_imports_pkey PRIMARY KEY (id),
  CONSTRAINT contact_imports_state_is_dated CHECK ((((applied_at IS NOT NULL) = (state = ANY (ARRAY['applied'::contact_import_state, 'undone'::contact_import_state]))) AND ((undone_at IS NOT NULL) = (state = 'undone'::contact_import_state))))
);

CREATE TABLE contact_links (
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  introduction_id uuid,
  request_id uuid,
  created_by_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  answered_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT contact_links_ask_one_thing CHECK ((num_nonnulls(introduction_id, request_id) <= 1)),
  CONSTRAINT contact_links_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  CONSTRAINT contact_links_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES persons(id),
  CONSTRAINT contact_links_end_after_they_were_made CHECK ((expires_at > created_at)),
  CONSTRAINT contact_links_introduction_id_fkey FOREIGN KEY (introduction_id) REFERENCES introductions(id),
  CONSTRAINT contact_links_pkey PRIMARY KEY (id),
  CONSTRAINT contact_links_request_id_fkey FOREIGN KEY (request_id) REFERENCES introduction_requests(id),
  CONSTRAINT contact_links_token_is_unique UNIQUE (token_hash)
);

CREATE TABLE contact_merges (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  kept_before jsonb,
  merged_at timestamp with time zone NOT NULL,
  CONSTRAINT contact_merges_are_of_two CHECK ((kept_id <> merged_id)),
  CONSTRAINT contact_merges_kept_is_of_the_owner FOREIGN KEY (kept_id, owner_id) REFERENCES contacts(id, owner_id),
  CONSTRAINT contact_merges_merged_is_of_the_owner FOREIGN KEY (merged_id, owner_id) REFERENCES contacts(id, owner_id),
  CONSTRAINT contact_merges_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES persons(id),
  CONSTRAINT contact_merges_pkey PRIMARY KEY (id)
);

CREATE TABLE contacts (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  person_id uuid,
  name text,
  company text,
  role text,
  email citext,
  phone text,
  created_at timestamp with time zone NOT NULL,
  profession text,
  place text,
  strength acquaintance_strength,
  last_spoken_on date,
  is_private boolean DEFAULT false NOT NULL,
  merged_into_id uuid,
  erased_at timestamp with time zone,
  search_text text GENERATED ALWAYS AS (plain_text(((((((COALESCE(role, ''::text) || ' '::text) || COALESCE(company, ''::text)) || ' '::text) || COALESCE(profession, ''::text)) || ' '::text) || COALESCE(place, ''::text)))) STORED,
  words tsvector GENERATED ALWAYS AS (words_of(((((((COALESCE(role, ''::text) || ' '::text) || COALESCE(company, ''::text)) || ' '::text) || COALESCE(profession, ''::text)) || ' '::text) || COALESCE(place, ''::text)))) STORED,
  import_id uuid,
  CONSTRAINT contacts_are_merged_within_one_book FOREIGN KEY (merged_into_id, owner_id) REFERENCES contacts(id, owner_id),
  CONSTRAINT contacts_are_not_merged_into_themselves CHECK ((merged_into_id <> id)),
  CONSTRAINT contacts_are_of_their_owner UNIQUE (id, owner_id),
  CONSTRAINT contacts_have_a_name_until_erased CHECK (
CASE
    WHEN (erased_at IS NULL) THEN ((name IS NOT NULL) AND (name <> ''::text))
    ELSE (num_nonnulls(name, company, role, email, phone, profession, place, strength, last_spoken_on) = 0)
END),
  CONSTRAINT contacts_import_id_fkey FOREIGN KEY (import_id) REFERENCES contact_imports(id),
  CONSTRAINT contacts_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES persons(id),
  CONSTRAINT contacts_owner_is_not_the_contact CHECK ((person_id <> owner_id)),
  CONSTRAINT contacts_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT contacts_pkey PRIMARY KEY (id)
);

CREATE TABLE credit_shares (
  split_id uuid NOT NULL,
  person_id uuid NOT NULL,
  percent numeric(5,2) NOT NULL,
  CONSTRAINT credit_shares_are_positive CHECK (((percent > (0)::numeric) AND (percent <= (100)::numeric))),
  CONSTRAINT credit_shares_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT credit_shares_pkey PRIMARY KEY (split_id, person_id),
  CONSTRAINT credit_shares_split_id_fkey FOREIGN KEY (split_id) REFERENCES credit_splits(id)
);

CREATE TABLE credit_splits (
  id uuid NOT NULL,
  deal_id uuid NOT NULL,
  decided_by_id uuid NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  CONSTRAINT credit_splits_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES deals(id),
  CONSTRAINT credit_splits_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES persons(id),
  CONSTRAINT credit_splits_pkey PRIMARY KEY (id)
);

CREATE TABLE customer_questions (
  id uuid NOT NULL,
  seller_id uuid NOT NULL,
  contact_id uuid,
  person_id uuid,
  deal_id uuid,
  asked_on date NOT NULL,
  outcome customer_question_outcome NOT NULL,
  until date,
  note text,
  answered_at timestamp with time zone NOT NULL,
  CONSTRAINT customer_questions_are_of_one_customer CHECK ((num_nonnulls(contact_id, person_id) = 1)),
  CONSTRAINT customer_questions_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  CONSTRAINT customer_questions_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES deals(id),
  CONSTRAINT customer_questions_later_comes_after_asking CHECK ((until > asked_on)),
  CONSTRAINT customer_questions_note_says_something CHECK ((note <> ''::text)),
  CONSTRAINT customer_questions_only_later_has_a_day CHECK (((outcome = 'later'::customer_question_outcome) = (until IS NOT NULL))),
  CONSTRAINT customer_questions_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT customer_questions_pkey PRIMARY KEY (id),
  CONSTRAINT customer_questions_seller_id_fkey FOREIGN KEY (seller_id) REFERENCES persons(id),
  CONSTRAINT customer_questions_seller_is_not_customer CHECK ((person_id <> seller_id))
);

CREATE TABLE deal_adjustments (
  id uuid NOT NULL,
  deal_id uuid NOT NULL,
  amount_minor bigint NOT NULL,
  adjusted_on date NOT NULL,
  reason text NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT deal_adjustments_change_something CHECK ((amount_minor <> 0)),
  CONSTRAINT deal_adjustments_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES deals(id),
  CONSTRAINT deal_adjustments_have_a_reason CHECK ((reason <> ''::text)),
  CONSTRAINT deal_adjustments_pkey PRIMARY KEY (id),
  CONSTRAINT deal_adjustments_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES persons(id)
);

CREATE TABLE deals (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  seller_membership_id uuid NOT NULL,
  seller_id uuid NOT NULL,
  buyer_contact_id uuid,
  buyer_person_id uuid,
  referral_id uuid,
  origin_id uuid,
  root_id uuid,
  direct boolean NOT NULL,
  degree smallint,
  repeat boolean NOT NULL,
  closed_on date NOT NULL,
  amount_minor bigint NOT NULL,
  currency character(3) NOT NULL,
  description text NOT NULL,
  amount_visibility amount_visibility NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT deals_amount_is_positive CHECK ((amount_minor > 0)),
  CONSTRAINT deals_buyer_contact_id_fkey FOREIGN KEY (buyer_contact_id) REFERENCES contacts(id),
  CONSTRAINT deals_buyer_person_id_fkey FOREIGN KEY (buyer_person_id) REFERENCES persons(id),
  CONSTRAINT deals_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT deals_degree_follows_from_origin CHECK (
CASE
    WHEN direct THEN ((degree IS NOT NULL) AND (degree = 1))
    WHEN (origin_id IS NULL) THEN (degree IS NULL)
    ELSE ((degree IS NOT NULL) AND (degree >= 2))
END),
  CONSTRAINT deals_have_one_buyer CHECK ((num_nonnulls(buyer_contact_id, buyer_person_id) = 1)),
  CONSTRAINT deals_origin_has_a_root CHECK (((origin_id IS NULL) OR (root_id IS NOT NULL))),
  CONSTRAINT deals_origin_serves_the_seller FOREIGN KEY (origin_id, seller_id) REFERENCES introductions(id, beneficiary_id),
  CONSTRAINT deals_pkey PRIMARY KEY (id),
  CONSTRAINT deals_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES persons(id),
  CONSTRAINT deals_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referrals(id),
  CONSTRAINT deals_root_id_fkey FOREIGN KEY (root_id) REFERENCES persons(id),
  CONSTRAINT deals_root_is_not_seller CHECK ((root_id <> seller_id)),
  CONSTRAINT deals_seller_has_a_seat_in_the_club FOREIGN KEY (seller_membership_id, club_id, seller_id) REFERENCES memberships(id, club_id, person_id),
  CONSTRAINT deals_seller_is_not_buyer CHECK ((buyer_person_id <> seller_id))
);

CREATE TABLE dismissed_duplicates (
  first_id uuid NOT NULL,
  second_id uuid NOT NULL,
  owner_id uuid NOT NULL,
  dismissed_at timestamp with time zone NOT NULL,
  CONSTRAINT dismissed_duplicates_are_two_in_order CHECK ((first_id < second_id)),
  CONSTRAINT dismissed_duplicates_first_is_of_the_owner FOREIGN KEY (first_id, owner_id) REFERENCES contacts(id, owner_id),
  CONSTRAINT dismissed_duplicates_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES persons(id),
  CONSTRAINT dismissed_duplicates_pkey PRIMARY KEY (first_id, second_id),
  CONSTRAINT dismissed_duplicates_second_is_of_the_owner FOREIGN KEY (second_id, owner_id) REFERENCES contacts(id, owner_id)
);

CREATE TABLE dismissed_matches (
  presentation_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  dismissed_at timestamp with time zone NOT NULL,
  CONSTRAINT dismissed_matches_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  CONSTRAINT dismissed_matches_pkey PRIMARY KEY (presentation_id, contact_id),
  CONSTRAINT dismissed_matches_presentation_id_fkey FOREIGN KEY (presentation_id) REFERENCES presentations(id)
);

CREATE TABLE education_units (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  units numeric(5,2) NOT NULL,
  topic text NOT NULL,
  earned_on date NOT NULL,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT education_units_are_at_most_a_hundred CHECK (((units >= ('-100'::integer)::numeric) AND (units <= (100)::numeric))),
  CONSTRAINT education_units_count_something CHECK ((units <> (0)::numeric)),
  CONSTRAINT education_units_have_a_topic CHECK ((topic <> ''::text)),
  CONSTRAINT education_units_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT education_units_pkey PRIMARY KEY (id),
  CONSTRAINT education_units_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES persons(id)
);

CREATE TABLE erasure_notices (
  contact_id uuid NOT NULL,
  erases_on date NOT NULL,
  owner_id uuid NOT NULL,
  told_on date NOT NULL,
  CONSTRAINT erasure_notices_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  CONSTRAINT erasure_notices_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES persons(id),
  CONSTRAINT erasure_notices_pkey PRIMARY KEY (contact_id, erases_on)
);

CREATE TABLE exchange_rates (
  currency character(3) NOT NULL,
  day date NOT NULL,
  rate numeric NOT NULL,
  source text NOT NULL,
  imported_at timestamp with time zone NOT NULL,
  CONSTRAINT exchange_rates_currency_is_iso_4217 CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT exchange_rates_euro_has_none CHECK ((currency <> 'EUR'::bpchar)),
  CONSTRAINT exchange_rates_one_per_currency_and_day PRIMARY KEY (currency, day),
  CONSTRAINT exchange_rates_rate_is_a_positive_number CHECK (((rate > (0)::numeric) AND (rate < '1000000000000'::numeric))),
  CONSTRAINT exchange_rates_source_is_named CHECK ((source <> ''::text))
);

CREATE TABLE holidays (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  name text NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  created_at timestamp with time zone NOT NULL,
  removed_at timestamp with time zone,
  CONSTRAINT holidays_are_of_their_club UNIQUE (id, club_id),
  CONSTRAINT holidays_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT holidays_end_after_they_begin CHECK ((last_on >= first_on)),
  CONSTRAINT holidays_have_a_name CHECK ((name <> ''::text)),
  CONSTRAINT holidays_last_100_days_at_most CHECK (((last_on - first_on) < 100)),
  CONSTRAINT holidays_of_a_club_do_not_overlap EXCLUDE USING gist (club_id WITH =, daterange(first_on, last_on, '[]'::text) WITH &&) WHERE ((removed_at IS NULL)),
  CONSTRAINT holidays_pkey PRIMARY KEY (id)
);

CREATE TABLE idempotency_keys (
  person_id uuid NOT NULL,
  key uuid NOT NULL,
  act text NOT NULL,
  input_hash bytea NOT NULL,
  subject_id uuid,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_keys_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT idempotency_keys_pkey PRIMARY KEY (person_id, key)
);

CREATE TABLE introduction_requests (
  id uuid NOT NULL,
  requester_id uuid NOT NULL,
  asking_id uuid NOT NULL,
  asked_id uuid NOT NULL,
  club_id uuid NOT NULL,
  asked_membership_id uuid NOT NULL,
  parent_id uuid,
  looking_for text NOT NULL,
  message text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  lapses_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone,
  introduced_at timestamp with time zone,
  introduction_id uuid,
  progress introduction_request_progress NOT NULL,
  moved_at timestamp with time zone NOT NULL,
  postponed_until date,
  note text,
  contact_id uuid,
  via_contact_id uuid,
  reminds_on date,
  reminds_again_on date,
  reminded_on date,
  CONSTRAINT introduction_requests_asked_by_his_seat FOREIGN KEY (asked_membership_id, club_id, asked_id) REFERENCES memberships(id, club_id, person_id),
  CONSTRAINT introduction_requests_asked_once_while_open EXCLUDE USING gist (asking_id WITH =, requester_id WITH =, asked_id WITH =, lower(looking_for) WITH =, tstzrange(asked_at, LEAST(lapses_at, withdrawn_at, introduced_at)) WITH &&),
  CONSTRAINT introduction_requests_asking_id_fkey FOREIGN KEY (asking_id) REFERENCES persons(id),
  CONSTRAINT introduction_requests_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  CONSTRAINT introduction_requests_introduction_serves_the_requester FOREIGN KEY (introduction_id, requester_id) REFERENCES introductions(id, beneficiary_id),
  CONSTRAINT introduction_requests_lapse_after_asking CHECK ((lapses_at > asked_at)),
  CONSTRAINT introduction_requests_look_for_something CHECK (((looking_for <> ''::text) AND (message <> ''::text))),
  CONSTRAINT introduction_requests_nobody_asks_himself CHECK (((asked_id <> asking_id) AND (asked_id <> requester_id))),
  CONSTRAINT introduction_requests_others_ask_by_passing_on CHECK (((asking_id = requester_id) = (parent_id IS NULL))),
  CONSTRAINT introduction_requests_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES introduction_requests(id),
  CONSTRAINT introduction_requests_pkey PRIMARY KEY (id),
  CONSTRAINT introduction_requests_progress_is_dated CHECK (((num_nonnulls(introduced_at, introduction_id) =
CASE
    WHEN (progress = 'introduced'::introduction_request_progress) THEN 2
    ELSE 0
END) AND ((withdrawn_at IS NULL) OR (progress = ANY (ARRAY['withdrawn'::introduction_request_progress, 'declined'::introduction_request_progress, 'contact_refused'::introduction_request_progress, 'lapsed'::introduction_request_progress]))) AND ((progress <> 'withdrawn'::introduction_request_progress) OR (withdrawn_at IS NOT NULL)) AND ((progress <> 'postponed'::introduction_request_progress) OR (postponed_until IS NOT NULL)) AND ((progress <> ALL (ARRAY['accepted'::introduction_request_progress, 'contact_refused'::introduction_request_progress])) OR (contact_id IS NOT NULL)))),
  CONSTRAINT introduction_requests_remind_twice_in_order CHECK (((reminds_again_on IS NULL) OR ((reminds_on IS NOT NULL) AND (reminds_again_on > reminds_on)))),
  CONSTRAINT introduction_requests_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES persons(id),
  CONSTRAINT introduction_requests_via_contact_id_fkey FOREIGN KEY (via_contact_id) REFERENCES contacts(id),
  CONSTRAINT introduction_requests_via_is_another CHECK ((via_contact_id <> contact_id))
);

CREATE TABLE introductions (
  id uuid NOT NULL,
  beneficiary_id uuid NOT NULL,
  introduced_contact_id uuid,
  introduced_person_id uuid,
  introducer_id uuid,
  introducer_contact_id uuid,
  asker_id uuid,
  parent_id uuid,
  root_id uuid NOT NULL,
  degree smallint NOT NULL,
  happened_on date NOT NULL,
  accepted_at timestamp with time zone,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  consent_basis consent_basis NOT NULL,
  consent_by_id uuid,
  consent_at timestamp with time zone NOT NULL,
  consent_expires_at timestamp with time zone,
  outcome_back boolean DEFAULT true NOT NULL,
  CONSTRAINT introductions_asker_id_fkey FOREIGN KEY (asker_id) REFERENCES persons(id),
  CONSTRAINT introductions_beneficiary_id_fkey FOREIGN KEY (beneficiary_id) REFERENCES persons(id),
  CONSTRAINT introductions_consent_by_id_fkey FOREIGN KEY (consent_by_id) REFERENCES persons(id),
  CONSTRAINT introductions_consent_ends_after_it_was_given CHECK ((consent_expires_at > consent_at)),
  CONSTRAINT introductions_contact_was_introduced_or_asked CHECK (((introducer_contact_id IS NULL) OR (num_nonnulls(parent_id, asker_id) = 1))),
  CONSTRAINT introductions_degree_starts_at_two CHECK (((degree >= 2) AND ((parent_id IS NULL) OR (degree >= 3)) AND ((parent_id IS NOT NULL) OR (degree =
CASE
    WHEN (introducer_contact_id IS NULL) THEN 2
    ELSE 3
END)))),
  CONSTRAINT introductions_have_one_introducer CHECK ((num_nonnulls(introducer_id, introducer_contact_id) = 1)),
  CONSTRAINT introductions_id_beneficiary_id_key UNIQUE (id, beneficiary_id),
  CONSTRAINT introductions_introduce_one_party CHECK ((num_nonnulls(introduced_contact_id, introduced_person_id) = 1)),
  CONSTRAINT introductions_introduced_contact_id_fkey FOREIGN KEY (introduced_contact_id) REFERENCES contacts(id),
  CONSTRAINT introductions_introduced_is_not_beneficiary CHECK ((introduced_person_id <> beneficiary_id)),
  CONSTRAINT introductions_introduced_is_not_introducer CHECK (((introduced_person_id <> introducer_id) AND (introduced_contact_id <> introducer_contact_id))),
  CONSTRAINT introductions_introduced_person_id_fkey FOREIGN KEY (introduced_person_id) REFERENCES persons(id),
  CONSTRAINT introductions_introducer_contact_id_fkey FOREIGN KEY (introducer_contact_id) REFERENCES contacts(id),
  CONSTRAINT introductions_introducer_id_fkey FOREIGN KEY (introducer_id) REFERENCES persons(id),
  CONSTRAINT introductions_introducer_is_not_beneficiary CHECK (((introducer_id <> beneficiary_id) AND (root_id <> beneficiary_id) AND ((asker_id IS NULL) OR (asker_id <> beneficiary_id)))),
  CONSTRAINT introductions_only_a_contact_is_asked CHECK (((asker_id IS NULL) OR (introducer_contact_id IS NOT NULL))),
  CONSTRAINT introductions_parent_is_another CHECK ((parent_id <> id)),
  CONSTRAINT introductions_parent_serves_the_same_beneficiary FOREIGN KEY (parent_id, beneficiary_id) REFERENCES introductions(id, beneficiary_id),
  CONSTRAINT introductions_pkey PRIMARY KEY (id),
  CONSTRAINT introductions_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES persons(id),
  CONSTRAINT introductions_root_id_fkey FOREIGN KEY (root_id) REFERENCES persons(id)
);

CREATE TABLE leaves (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT leaves_end_after_start CHECK ((ends_on >= starts_on)),
  CONSTRAINT leaves_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT leaves_of_one_member_do_not_overlap EXCLUDE USING gist (membership_id WITH =, daterange(starts_on, ends_on) WITH &&),
  CONSTRAINT leaves_pkey PRIMARY KEY (id),
  CONSTRAINT leaves_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES persons(id)
);

CREATE TABLE meeting_adjustments (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  club_id uuid NOT NULL,
  membership_id uuid,
  letter_before attendance_letter,
  letter_after attendance_letter,
  substitute_before text,
  substitute_after text,
  visitor_id uuid,
  came_before boolean,
  came_after boolean,
  reason text NOT NULL,
  adjusted_by_id uuid NOT NULL,
  adjusted_at timestamp with time zone NOT NULL,
  CONSTRAINT meeting_adjustments_adjusted_by_id_fkey FOREIGN KEY (adjusted_by_id) REFERENCES persons(id),
  CONSTRAINT meeting_adjustments_are_of_a_letter_or_a_visit CHECK (((num_nonnulls(membership_id, visitor_id) = 1) AND ((letter_after IS NOT NULL) = (membership_id IS NOT NULL)) AND ((came_after IS NOT NULL) = (visitor_id IS NOT NULL)) AND ((membership_id IS NOT NULL) OR (num_nonnulls(letter_before, substitute_before, substitute_after) = 0)) AND ((visitor_id IS NOT NULL) OR (came_before IS NULL)))),
  CONSTRAINT meeting_adjustments_change_something CHECK ((((letter_before IS DISTINCT FROM letter_after) OR (substitute_before IS DISTINCT FROM substitute_after)) OR (came_before IS DISTINCT FROM came_after))),
  CONSTRAINT meeting_adjustments_have_a_reason CHECK ((reason <> ''::text)),
  CONSTRAINT meeting_adjustments_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings(id, club_id),
  CONSTRAINT meeting_adjustments_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT meeting_adjustments_pkey PRIMARY KEY (id),
  CONSTRAINT meeting_adjustments_visitor_is_of_the_meeting FOREIGN KEY (visitor_id, meeting_id, club_id) REFERENCES visitors(id, meeting_id, club_id)
);

CREATE TABLE meeting_changes (
  meeting_id uuid NOT NULL,
  sequence integer NOT NULL,
  activity_id uuid NOT NULL,
  CONSTRAINT meeting_changes_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES activities(id),
  CONSTRAINT meeting_changes_are_counted_from_one CHECK ((sequence >= 1)),
  CONSTRAINT meeting_changes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  CONSTRAINT meeting_changes_one_per_activity UNIQUE (activity_id),
  CONSTRAINT meeting_changes_pkey PRIMARY KEY (meeting_id, sequence)
);

CREATE TABLE meeting_reopenings (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  closed_at timestamp with time zone NOT NULL,
  reason text NOT NULL,
  reopened_by_id uuid NOT NULL,
  reopened_at timestamp with time zone NOT NULL,
  CONSTRAINT meeting_reopenings_have_a_reason CHECK ((reason <> ''::text)),
  CONSTRAINT meeting_reopenings_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id),
  CONSTRAINT meeting_reopenings_pkey PRIMARY KEY (id),
  CONSTRAINT meeting_reopenings_reopened_by_id_fkey FOREIGN KEY (reopened_by_id) REFERENCES persons(id)
);

CREATE TABLE meeting_series (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  rule text NOT NULL,
  first_on date NOT NULL,
  start_time time without time zone NOT NULL,
  minutes smallint NOT NULL,
  place text,
  last_on date,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT meeting_series_are_of_their_club UNIQUE (id, club_id),
  CONSTRAINT meeting_series_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT meeting_series_last_some_minutes CHECK (((minutes >= 1) AND (minutes <= 1440))),
  CONSTRAINT meeting_series_pkey PRIMARY KEY (id)
);

CREATE TABLE meetings (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  held_on date NOT NULL,
  minutes smallint NOT NULL,
  place text,
  state meeting_state NOT NULL,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancellation_reason text,
  created_at timestamp with time zone NOT NULL,
  series_id uuid,
  series_on date,
  holiday_id uuid,
  original_starts_at timestamp with time zone,
  revision integer DEFAULT 0 NOT NULL,
  revised_at timestamp with time zone,
  CONSTRAINT meetings_are_of_their_club UNIQUE (id, club_id),
  CONSTRAINT meetings_cancelling_has_a_reason CHECK (((state = 'cancelled'::meeting_state) = (cancellation_reason IS NOT NULL))),
  CONSTRAINT meetings_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT meetings_holiday_is_of_the_club FOREIGN KEY (holiday_id, club_id) REFERENCES holidays(id, club_id),
  CONSTRAINT meetings_last_some_minutes CHECK (((minutes >= 1) AND (minutes <= 1440))),
  CONSTRAINT meetings_of_a_series_have_its_day CHECK (((series_id IS NULL) = (series_on IS NULL))),
  CONSTRAINT meetings_on_a_holiday_are_cancelled CHECK (((holiday_id IS NULL) OR (state = 'cancelled'::meeting_state))),
  CONSTRAINT meetings_one_per_day_of_a_series UNIQUE (series_id, club_id, series_on),
  CONSTRAINT meetings_pkey PRIMARY KEY (id),
  CONSTRAINT meetings_revision_is_dated CHECK (((revision = 0) = (revised_at IS NULL))),
  CONSTRAINT meetings_series_is_of_the_club FOREIGN KEY (series_id, club_id) REFERENCES meeting_series(id, club_id),
  CONSTRAINT meetings_state_is_dated CHECK ((((state = 'closed'::meeting_state) = (closed_at IS NOT NULL)) AND ((state <> 'open'::meeting_state) OR (opened_at IS NOT NULL)) AND ((state = 'cancelled'::meeting_state) = (cancelled_at IS NOT NULL))))
);

CREATE TABLE member_sheets (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  goals text,
  accomplishments text,
  interests text,
  networks text,
  skills text,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT member_sheets_one_per_person UNIQUE (person_id),
  CONSTRAINT member_sheets_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT member_sheets_pkey PRIMARY KEY (id)
);

CREATE TABLE memberships (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  person_id uuid NOT NULL,
  profession_id uuid NOT NULL,
  company text NOT NULL,
  joined_on date NOT NULL,
  renews_on date NOT NULL,
  left_on date,
  created_at timestamp with time zone NOT NULL,
  hourly_rate_minor bigint,
  CONSTRAINT memberships_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT memberships_hourly_rate_is_positive CHECK ((hourly_rate_minor > 0)),
  CONSTRAINT memberships_leave_after_joining CHECK (((left_on IS NULL) OR (left_on >= joined_on))),
  CONSTRAINT memberships_one_live_seat_per_profession EXCLUDE USING gist (club_id WITH =, profession_id WITH =, daterange(joined_on, left_on) WITH &&),
  CONSTRAINT memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT memberships_pkey PRIMARY KEY (id),
  CONSTRAINT memberships_profession_id_fkey FOREIGN KEY (profession_id) REFERENCES professions(id),
  CONSTRAINT memberships_renew_after_joining CHECK ((renews_on > joined_on)),
  CONSTRAINT memberships_seat_is_in_its_club UNIQUE (id, club_id),
  CONSTRAINT memberships_seat_is_of_its_person UNIQUE (id, club_id, person_id),
  CONSTRAINT memberships_terms_of_one_person_do_not_overlap EXCLUDE USING gist (club_id WITH =, person_id WITH =, daterange(joined_on, left_on) WITH &&)
);

CREATE TABLE network_administrators (
  id uuid NOT NULL,
  network_id uuid NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT network_administrators_appointed_once UNIQUE (network_id, person_id),
  CONSTRAINT network_administrators_network_id_fkey FOREIGN KEY (network_id) REFERENCES regions(id),
  CONSTRAINT network_administrators_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT network_administrators_pkey PRIMARY KEY (id)
);

CREATE TABLE offices (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  name office_name NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT offices_end_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
  CONSTRAINT offices_holder_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT offices_one_holder_at_a_time EXCLUDE USING gist (club_id WITH =, name WITH =, daterange(starts_on, ends_on) WITH &&) WHERE ((name = ANY (ARRAY['president'::office_name, 'vice_president'::office_name, 'secretary_treasurer'::office_name]))),
  CONSTRAINT offices_pkey PRIMARY KEY (id),
  CONSTRAINT offices_terms_of_one_member_do_not_overlap EXCLUDE USING gist (membership_id WITH =, name WITH =, daterange(starts_on, ends_on) WITH &&)
);

CREATE TABLE one_to_ones (
  id uuid NOT NULL,
  proposer_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  state one_to_one_state NOT NULL,
  starts_at timestamp with time zone,
  place text,
  message text,
  proposed_at timestamp with time zone,
  answered_at timestamp with time zone,
  held_on date,
  recorded_by_id uuid,
  recorded_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawal_reason text,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT one_to_ones_are_recorded_by_one_of_the_two CHECK (((recorded_by_id = proposer_id) OR (recorded_by_id = partner_id))),
  CONSTRAINT one_to_ones_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES persons(id),
  CONSTRAINT one_to_ones_pkey PRIMARY KEY (id),
  CONSTRAINT one_to_ones_proposer_id_fkey FOREIGN KEY (proposer_id) REFERENCES persons(id),
  CONSTRAINT one_to_ones_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES persons(id),
  CONSTRAINT one_to_ones_state_is_dated CHECK ((((state = ANY (ARRAY['held'::one_to_one_state, 'withdrawn'::one_to_one_state])) OR (proposed_at IS NOT NULL)) AND ((state <> 'proposed'::one_to_one_state) OR (answered_at IS NULL)) AND ((state <> ALL (ARRAY['accepted'::one_to_one_state, 'declined'::one_to_one_state])) OR (answered_at IS NOT NULL)) AND ((state = 'cancelled'::one_to_one_state) = (cancelled_at IS NOT NULL)) AND (num_nonnulls(held_on, recorded_by_id, recorded_at) =
CASE
    WHEN (state = ANY (ARRAY['held'::one_to_one_state, 'withdrawn'::one_to_one_state])) THEN 3
    ELSE 0
END) AND (num_nonnulls(withdrawn_at, withdrawal_reason) =
CASE
    WHEN (state = 'withdrawn'::one_to_one_state) THEN 2
    ELSE 0
END))),
  CONSTRAINT one_to_ones_take_two CHECK ((proposer_id <> partner_id))
);

CREATE TABLE persons (
  id uuid NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  email citext NOT NULL,
  phone text,
  locale text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT persons_email_is_used_once UNIQUE (email),
  CONSTRAINT persons_have_a_name CHECK (((given_name <> ''::text) AND (family_name <> ''::text))),
  CONSTRAINT persons_pkey PRIMARY KEY (id)
);

CREATE TABLE presentations (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  club_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  kind presentation_kind NOT NULL,
  ask text,
  focus presentation_focus,
  focus_marked_by_id uuid,
  focus_marked_at timestamp with time zone,
  recorded_by_id uuid NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT presentations_ask_says_something CHECK ((ask <> ''::text)),
  CONSTRAINT presentations_focus_is_marked_by_somebody CHECK ((num_nonnulls(focus, focus_marked_by_id, focus_marked_at) = ANY (ARRAY[0, 3]))),
  CONSTRAINT presentations_focus_marked_by_id_fkey FOREIGN KEY (focus_marked_by_id) REFERENCES persons(id),
  CONSTRAINT presentations_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings(id, club_id),
  CONSTRAINT presentations_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT presentations_one_of_a_kind_per_member UNIQUE (meeting_id, membership_id, kind),
  CONSTRAINT presentations_pkey PRIMARY KEY (id),
  CONSTRAINT presentations_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES persons(id)
);

CREATE TABLE professions (
  id uuid NOT NULL,
  name citext NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT professions_have_a_name CHECK ((name <> ''::citext)),
  CONSTRAINT professions_name_is_used_once UNIQUE (name),
  CONSTRAINT professions_pkey PRIMARY KEY (id)
);

CREATE TABLE referral_moves (
  id uuid NOT NULL,
  referral_id uuid NOT NULL,
  from_stage referral_stage,
  to_stage referral_stage NOT NULL,
  moved_at timestamp with time zone NOT NULL,
  moved_by_id uuid NOT NULL,
  note text,
  decline_reason decline_reason,
  CONSTRAINT referral_moves_declining_has_a_reason CHECK (((to_stage = 'declined'::referral_stage) = (decline_reason IS NOT NULL))),
  CONSTRAINT referral_moves_go_somewhere CHECK ((from_stage IS DISTINCT FROM to_stage)),
  CONSTRAINT referral_moves_losing_has_a_reason CHECK (((to_stage <> 'lost'::referral_stage) OR (note <> ''::text))),
  CONSTRAINT referral_moves_moved_by_id_fkey FOREIGN KEY (moved_by_id) REFERENCES persons(id),
  CONSTRAINT referral_moves_pkey PRIMARY KEY (id),
  CONSTRAINT referral_moves_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referrals(id)
);

CREATE TABLE referrals (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  giver_membership_id uuid NOT NULL,
  giver_id uuid NOT NULL,
  receiver_club_id uuid NOT NULL,
  receiver_membership_id uuid NOT NULL,
  receiver_id uuid NOT NULL,
  introduction_id uuid,
  need text NOT NULL,
  warmth smallint NOT NULL,
  stage referral_stage NOT NULL,
  given_at timestamp with time zone NOT NULL,
  given_on date NOT NULL,
  promised_for timestamp with time zone NOT NULL,
  promised_at timestamp with time zone,
  first_contact_at timestamp with time zone,
  target_hours smallint NOT NULL,
  CONSTRAINT referrals_contact_is_not_before_giving CHECK ((first_contact_at >= given_at)),
  CONSTRAINT referrals_giver_has_a_seat_in_the_club FOREIGN KEY (giver_membership_id, club_id, giver_id) REFERENCES memberships(id, club_id, person_id),
  CONSTRAINT referrals_giver_is_not_receiver CHECK ((giver_id <> receiver_id)),
  CONSTRAINT referrals_introduction_serves_the_receiver FOREIGN KEY (introduction_id, receiver_id) REFERENCES introductions(id, beneficiary_id),
  CONSTRAINT referrals_one_per_introduction UNIQUE (introduction_id),
  CONSTRAINT referrals_pkey PRIMARY KEY (id),
  CONSTRAINT referrals_promise_is_not_before_giving CHECK ((promised_for >= given_at)),
  CONSTRAINT referrals_receiver_has_a_seat_in_the_club FOREIGN KEY (receiver_membership_id, receiver_club_id, receiver_id) REFERENCES memberships(id, club_id, person_id),
  CONSTRAINT referrals_state_a_need CHECK ((need <> ''::text)),
  CONSTRAINT referrals_warmth_has_five_levels CHECK (((warmth >= 1) AND (warmth <= 5)))
);

CREATE TABLE region_directors (
  id uuid NOT NULL,
  region_id uuid NOT NULL,
  person_id uuid NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT region_directors_end_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
  CONSTRAINT region_directors_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT region_directors_pkey PRIMARY KEY (id),
  CONSTRAINT region_directors_region_id_fkey FOREIGN KEY (region_id) REFERENCES regions(id),
  CONSTRAINT region_directors_terms_do_not_overlap EXCLUDE USING gist (region_id WITH =, person_id WITH =, daterange(starts_on, ends_on) WITH &&)
);

CREATE TABLE regions (
  id uuid NOT NULL,
  network_id uuid NOT NULL,
  parent_id uuid,
  kind region_kind NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT regions_have_a_name CHECK ((name <> ''::text)),
  CONSTRAINT regions_id_network_id_key UNIQUE (id, network_id),
  CONSTRAINT regions_name_is_used_once_below_its_parent UNIQUE (parent_id, name),
  CONSTRAINT regions_network_id_fkey FOREIGN KEY (network_id) REFERENCES regions(id),
  CONSTRAINT regions_network_is_the_root CHECK (((kind = 'network'::region_kind) = (parent_id IS NULL))),
  CONSTRAINT regions_parent_is_in_the_same_network FOREIGN KEY (parent_id, network_id) REFERENCES regions(id, network_id),
  CONSTRAINT regions_pkey PRIMARY KEY (id),
  CONSTRAINT regions_root_is_its_own_network CHECK (((kind = 'network'::region_kind) = (network_id = id)))
);

CREATE TABLE scorecard_choices (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  profile_code text NOT NULL,
  profile_version integer,
  valid_from date NOT NULL,
  chosen_by_id uuid NOT NULL,
  chosen_at timestamp with time zone NOT NULL,
  CONSTRAINT scorecard_choices_chosen_by_id_fkey FOREIGN KEY (chosen_by_id) REFERENCES persons(id),
  CONSTRAINT scorecard_choices_club_id_fkey FOREIGN KEY (club_id) REFERENCES clubs(id),
  CONSTRAINT scorecard_choices_one_per_day UNIQUE (club_id, valid_from),
  CONSTRAINT scorecard_choices_pkey PRIMARY KEY (id)
);

CREATE TABLE scorecard_profiles (
  id uuid NOT NULL,
  network_id uuid NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,
  added_by_id uuid NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT scorecard_profiles_added_by_id_fkey FOREIGN KEY (added_by_id) REFERENCES persons(id),
  CONSTRAINT scorecard_profiles_content_is_of_the_version CHECK ((((content ->> 'id'::text) = code) AND (((content ->> 'version'::text))::integer = version))),
  CONSTRAINT scorecard_profiles_network_id_fkey FOREIGN KEY (network_id) REFERENCES regions(id),
  CONSTRAINT scorecard_profiles_pkey PRIMARY KEY (id),
  CONSTRAINT scorecard_profiles_version_is_used_once UNIQUE (network_id, code, version)
);

CREATE TABLE scorecard_results (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  month date NOT NULL,
  profile_code text NOT NULL,
  profile_version integer NOT NULL,
  weeks integer NOT NULL,
  points double precision NOT NULL,
  most double precision NOT NULL,
  colour jsonb,
  metrics jsonb NOT NULL,
  scored_at timestamp with time zone NOT NULL,
  CONSTRAINT scorecard_results_month_begins_on_its_first_day CHECK ((month = (date_trunc('month'::text, (month)::timestamp with time zone))::date)),
  CONSTRAINT scorecard_results_one_per_seat_and_month UNIQUE (membership_id, club_id, month),
  CONSTRAINT scorecard_results_pkey PRIMARY KEY (id),
  CONSTRAINT scorecard_results_seat_is_in_the_club FOREIGN KEY (membership_id, club_id) REFERENCES memberships(id, club_id)
);

CREATE TABLE sessions (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  client text,
  created_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token_is_unique UNIQUE (token_hash)
);

CREATE TABLE sharings (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  level sharing_level NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT sharings_one_per_person UNIQUE (person_id),
  CONSTRAINT sharings_person_id_fkey FOREIGN KEY (person_id) REFERENCES persons(id),
  CONSTRAINT sharings_pkey PRIMARY KEY (id)
);

CREATE TABLE sign_in_attempts (
  id uuid NOT NULL,
  throttle_key text NOT NULL,
  attempted_at timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (id)
);

CREATE TABLE speaker_swaps (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  asking_id uuid NOT NULL,
  asked_id uuid NOT NULL,
  state speaker_swap_state NOT NULL,
  requested_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT speaker_swaps_are_between_two CHECK ((asking_id <> asked_id)),
  CONSTRAINT speaker_swaps_asked_speaks_in_the_club FOREIGN KEY (asked_id, club_id) REFERENCES speakers(id, club_id),
  CONSTRAINT speaker_swaps_asking_speaks_in_the_club FOREIGN KEY (asking_id, club_id) REFERENCES speakers(id, club_id),
  CONSTRAINT speaker_swaps_end_is_dated CHECK (((state = 'pending'::speaker_swap_state) = (ended_at IS NULL))),
  CONSTRAINT speaker_swaps_pkey PRIMARY KEY (id)
);

CREATE TABLE speakers (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  club_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  assigned_by_id uuid NOT NULL,
  assigned_at timestamp with time zone NOT NULL,
  released_at timestamp with time zone,
  CONSTRAINT speakers_are_of_their_club UNIQUE (id, club_id),
  CONSTRAINT speakers_assigned_by_id_fkey FOREIGN KEY (assigned_by_id) REFERENCES persons(id),
  CONSTRAINT speakers_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings(id, club_id),
  CONSTRAINT speakers_member_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT speakers_pkey PRIMARY KEY (id)
);

CREATE TABLE stale_club_months (
  transaction xid8 NOT NULL,
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  days daterange NOT NULL,
  likeness text NOT NULL,
  CONSTRAINT stale_club_months_pkey PRIMARY KEY (transaction, kind, subject_id, days, likeness)
);

CREATE TABLE testimonials (
  id uuid NOT NULL,
  club_id uuid NOT NULL,
  giver_membership_id uuid NOT NULL,
  receiver_membership_id uuid NOT NULL,
  text text NOT NULL,
  given_on date NOT NULL,
  given_at timestamp with time zone NOT NULL,
  CONSTRAINT testimonials_giver_has_a_seat_in_the_club FOREIGN KEY (giver_membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT testimonials_giver_is_not_receiver CHECK ((giver_membership_id <> receiver_membership_id)),
  CONSTRAINT testimonials_pkey PRIMARY KEY (id),
  CONSTRAINT testimonials_receiver_has_a_seat_in_the_club FOREIGN KEY (receiver_membership_id, club_id) REFERENCES memberships(id, club_id),
  CONSTRAINT testimonials_say_something CHECK ((text <> ''::text))
);

CREATE TABLE thanks (
  id uuid NOT NULL,
  deal_id uuid NOT NULL,
  thanked_id uuid NOT NULL,
  message text NOT NULL,
  thanked_at timestamp with time zone NOT NULL,
  CONSTRAINT thanks_deal_id_fkey FOREIGN KEY (deal_id) REFERENCES deals(id),
  CONSTRAINT thanks_pkey PRIMARY KEY (id),
  CONSTRAINT thanks_said_once_per_deal_and_member UNIQUE (deal_id, thanked_id),
  CONSTRAINT thanks_thanked_id_fkey FOREIGN KEY (thanked_id) REFERENCES persons(id)
);

CREATE TABLE visitor_links (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  club_id uuid NOT NULL,
  membership_id uuid NOT NULL,
  person_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT visitor_links_are_of_their_meeting_and_maker UNIQUE (id, meeting_id, person_id),
  CONSTRAINT visitor_links_maker_has_a_seat_in_the_club FOREIGN KEY (membership_id, club_id, person_id) REFERENCES memberships(id, club_id, person_id),
  CONSTRAINT visitor_links_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings(id, club_id),
  CONSTRAINT visitor_links_pkey PRIMARY KEY (id),
  CONSTRAINT visitor_links_token_is_unique UNIQUE (token_hash)
);

CREATE TABLE visitors (
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  club_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  invited_by_membership_id uuid NOT NULL,
  invited_by_id uuid NOT NULL,
  invited_at timestamp with time zone NOT NULL,
  came_at timestamp with time zone,
  link_id uuid,
  registered_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  did_not_come_at timestamp with time zone,
  followed_up_at timestamp with time zone,
  followed_up_by_id uuid,
  applied_at timestamp with time zone,
  earlier_visits smallint,
  CONSTRAINT visitors_are_of_their_meeting UNIQUE (id, meeting_id, club_id),
  CONSTRAINT visitors_come_or_do_not_come CHECK (((came_at IS NULL) OR (did_not_come_at IS NULL))),
  CONSTRAINT visitors_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id),
  CONSTRAINT visitors_follow_up_and_application_come_after_a_visit CHECK (((came_at IS NOT NULL) OR ((followed_up_at IS NULL) AND (applied_at IS NULL)))),
  CONSTRAINT visitors_follow_up_is_somebodys CHECK (((followed_up_at IS NULL) = (followed_up_by_id IS NULL))),
  CONSTRAINT visitors_followed_up_by_id_fkey FOREIGN KEY (followed_up_by_id) REFERENCES persons(id),
  CONSTRAINT visitors_invited_once_per_meeting UNIQUE (meeting_id, contact_id),
  CONSTRAINT visitors_inviter_has_a_seat_in_the_club FOREIGN KEY (invited_by_membership_id, club_id, invited_by_id) REFERENCES memberships(id, club_id, person_id),
  CONSTRAINT visitors_link_is_of_the_meeting_and_the_inviter FOREIGN KEY (link_id, meeting_id, invited_by_id) REFERENCES visitor_links(id, meeting_id, person_id),
  CONSTRAINT visitors_meeting_is_of_the_club FOREIGN KEY (meeting_id, club_id) REFERENCES meetings(id, club_id),
  CONSTRAINT visitors_pkey PRIMARY KEY (id),
  CONSTRAINT visitors_register_by_a_link CHECK (((registered_at IS NULL) = (link_id IS NULL))),
  CONSTRAINT visitors_who_register_confirm CHECK (((registered_at IS NULL) OR (confirmed_at IS NOT NULL)))
);

CREATE INDEX account_tokens_person_id_idx ON public.account_tokens USING btree (person_id);
CREATE INDEX activities_actor_id_idx ON public.activities USING btree (actor_id);
CREATE INDEX activities_club_id_idx ON public.activities USING btree (club_id, happened_at);
CREATE INDEX activities_subject_idx ON public.activities USING btree (subject_id, happened_at);
CREATE UNIQUE INDEX agenda_runs_one_point_runs_at_a_time ON public.agenda_runs USING btree (meeting_id) WHERE (ended_at IS NULL);
CREATE INDEX agenda_runs_point_idx ON public.agenda_runs USING btree (point_id, meeting_id);
CREATE INDEX alert_decisions_alert_id_idx ON public.alert_decisions USING btree (alert_id, decided_at);
CREATE INDEX alert_decisions_decided_by_id_idx ON public.alert_decisions USING btree (decided_by_id);
CREATE INDEX alert_evidence_alert_id_idx ON public.alert_evidence USING btree (alert_id, day);
CREATE INDEX alert_evidence_meeting_id_idx ON public.alert_evidence USING btree (meeting_id);
CREATE INDEX alert_evidence_office_id_idx ON public.alert_evidence USING btree (office_id);
CREATE INDEX alert_evidence_visitor_id_idx ON public.alert_evidence USING btree (visitor_id);
CREATE INDEX alerts_club_idx ON public.alerts USING btree (club_id, raised_at);
CREATE INDEX alerts_meeting_idx ON public.alerts USING btree (meeting_id, club_id);
CREATE INDEX alerts_membership_idx ON public.alerts USING btree (membership_id, club_id);
CREATE INDEX alerts_rules_id_idx ON public.alerts USING btree (rules_id);
CREATE INDEX alerts_visitor_idx ON public.alerts USING btree (visitor_id, meeting_id, club_id);
CREATE INDEX answered_asks_contact_id_idx ON public.answered_asks USING btree (contact_id);
CREATE INDEX attendances_meeting_idx ON public.attendances USING btree (meeting_id, club_id);
CREATE INDEX attendances_membership_idx ON public.attendances USING btree (membership_id, club_id);
CREATE INDEX attendances_recorded_by_id_idx ON public.attendances USING btree (recorded_by_id);
CREATE INDEX calendar_feeds_club_id_idx ON public.calendar_feeds USING btree (club_id, created_at);
CREATE INDEX calendar_feeds_made_by_id_idx ON public.calendar_feeds USING btree (made_by_id, created_at);
CREATE INDEX club_month_returns_month_idx ON public.club_month_returns USING btree (month);
CREATE INDEX club_months_month_idx ON public.club_months USING btree (month);
CREATE INDEX clubs_network_id_idx ON public.clubs USING btree (network_id, name);
CREATE INDEX clubs_region_id_idx ON public.clubs USING btree (region_id, network_id);
CREATE INDEX consents_introduction_id_idx ON public.consents USING btree (introduction_id, stated_at, id);
CREATE INDEX consents_link_id_idx ON public.consents USING btree (link_id);
CREATE INDEX consents_stated_by_id_idx ON public.consents USING btree (stated_by_id);
CREATE INDEX contact_import_rows_contact_id_idx ON public.contact_import_rows USING btree (contact_id, import_id);
CREATE INDEX contact_import_rows_import_id_idx ON public.contact_import_rows USING btree (import_id, line);
CREATE INDEX contact_imports_owner_id_idx ON public.contact_imports USING btree (owner_id, created_at);
CREATE INDEX contact_links_contact_id_idx ON public.contact_links USING btree (contact_id);
CREATE INDEX contact_links_created_by_id_idx ON public.contact_links USING btree (created_by_id);
CREATE INDEX contact_links_introduction_id_idx ON public.contact_links USING btree (introduction_id);
CREATE INDEX contact_links_request_id_idx ON public.contact_links USING btree (request_id);
CREATE INDEX contact_merges_kept_idx ON public.contact_merges USING btree (kept_id, owner_id);
CREATE UNIQUE INDEX contact_merges_merged_once ON public.contact_merges USING btree (merged_id, owner_id);
CREATE INDEX contact_merges_owner_id_idx ON public.contact_merges USING btree (owner_id);
CREATE INDEX contacts_email_idx ON public.contacts USING btree (email);
CREATE INDEX contacts_import_id_idx ON public.contacts USING btree (import_id);
CREATE INDEX contacts_merged_into_idx ON public.contacts USING btree (merged_into_id, owner_id);
CREATE INDEX contacts_owner_id_idx ON public.contacts USING btree (owner_id, name);
CREATE INDEX contacts_person_id_idx ON public.contacts USING btree (person_id);
CREATE INDEX contacts_phone_idx ON public.contacts USING btree (phone);
CREATE INDEX credit_shares_person_id_idx ON public.credit_shares USING btree (person_id);
CREATE INDEX credit_splits_deal_id_idx ON public.credit_splits USING btree (deal_id, decided_at);
CREATE INDEX credit_splits_decided_by_id_idx ON public.credit_splits USING btree (decided_by_id);
CREATE INDEX customer_questions_contact_id_idx ON public.customer_questions USING btree (contact_id);
CREATE INDEX customer_questions_deal_id_idx ON public.customer_questions USING btree (deal_id);
CREATE INDEX customer_questions_person_id_idx ON public.customer_questions USING btree (person_id);
CREATE INDEX customer_questions_seller_id_idx ON public.customer_questions USING btree (seller_id, asked_on);
CREATE INDEX deal_adjustments_deal_id_idx ON public.deal_adjustments USING btree (deal_id, adjusted_on) INCLUDE (amount_minor);
CREATE INDEX deal_adjustments_recorded_by_id_idx ON public.deal_adjustments USING btree (recorded_by_id);
CREATE INDEX deals_buyer_contact_id_idx ON public.deals USING btree (buyer_contact_id);
CREATE INDEX deals_buyer_person_id_idx ON public.deals USING btree (buyer_person_id);
CREATE INDEX deals_club_idx ON public.deals USING btree (club_id, closed_on) INCLUDE (id, seller_id, currency, degree, repeat, amount_minor, origin_id);
CREATE INDEX deals_origin_idx ON public.deals USING btree (origin_id, seller_id);
CREATE INDEX deals_recorded_by_id_idx ON public.deals USING btree (recorded_by_id);
CREATE INDEX deals_referral_id_idx ON public.deals USING btree (referral_id);
CREATE INDEX deals_root_id_idx ON public.deals USING btree (root_id, closed_on);
CREATE INDEX deals_seller_idx ON public.deals USING btree (seller_id, recorded_at);
CREATE INDEX deals_seller_membership_idx ON public.deals USING btree (seller_membership_id, club_id, seller_id, closed_on) INCLUDE (id, currency, degree, repeat, amount_minor, origin_id);
CREATE INDEX dismissed_duplicates_first_idx ON public.dismissed_duplicates USING btree (first_id, owner_id);
CREATE INDEX dismissed_duplicates_owner_id_idx ON public.dismissed_duplicates USING btree (owner_id);
CREATE INDEX dismissed_duplicates_second_idx ON public.dismissed_duplicates USING btree (second_id, owner_id);
CREATE INDEX dismissed_matches_contact_id_idx ON public.dismissed_matches USING btree (contact_id);
CREATE INDEX education_units_club_idx ON public.education_units USING btree (club_id, earned_on, recorded_at);
CREATE INDEX education_units_membership_idx ON public.education_units USING btree (membership_id, club_id, earned_on);
CREATE INDEX education_units_recorded_by_id_idx ON public.education_units USING btree (recorded_by_id);
CREATE INDEX erasure_notices_owner_id_idx ON public.erasure_notices USING btree (owner_id, told_on);
CREATE INDEX holidays_club_id_idx ON public.holidays USING btree (club_id, first_on);
CREATE INDEX introduction_requests_asked_id_idx ON public.introduction_requests USING btree (asked_id, asked_at);
CREATE INDEX introduction_requests_asked_membership_id_idx ON public.introduction_requests USING btree (asked_membership_id, club_id, asked_id);
CREATE INDEX introduction_requests_asking_id_idx ON public.introduction_requests USING btree (asking_id, asked_at);
CREATE INDEX introduction_requests_contact_id_idx ON public.introduction_requests USING btree (contact_id);
CREATE INDEX introduction_requests_introduction_id_idx ON public.introduction_requests USING btree (introduction_id, requester_id);
CREATE INDEX introduction_requests_parent_id_idx ON public.introduction_requests USING btree (parent_id);
CREATE INDEX introduction_requests_reminds_on_idx ON public.introduction_requests USING btree (reminds_on) WHERE (reminds_on IS NOT NULL);
CREATE INDEX introduction_requests_requester_id_idx ON public.introduction_requests USING btree (requester_id);
CREATE INDEX introduction_requests_via_contact_id_idx ON public.introduction_requests USING btree (via_contact_id);
CREATE INDEX introductions_asker_id_idx ON public.introductions USING btree (asker_id);
CREATE INDEX introductions_beneficiary_id_idx ON public.introductions USING btree (beneficiary_id, accepted_at);
CREATE INDEX introductions_consent_by_id_idx ON public.introductions USING btree (consent_by_id);
CREATE INDEX introductions_introduced_contact_id_idx ON public.introductions USING btree (introduced_contact_id);
CREATE INDEX introductions_introduced_person_id_idx ON public.introductions USING btree (introduced_person_id);
CREATE INDEX introductions_introducer_contact_id_idx ON public.introductions USING btree (introducer_contact_id);
CREATE INDEX introductions_introducer_id_idx ON public.introductions USING btree (introducer_id);
CREATE INDEX introductions_parent_id_idx ON public.introductions USING btree (parent_id, beneficiary_id);
CREATE INDEX introductions_recorded_by_id_idx ON public.introductions USING btree (recorded_by_id);
CREATE INDEX introductions_root_id_idx ON public.introductions USING btree (root_id);
CREATE INDEX leaves_membership_idx ON public.leaves USING btree (membership_id, club_id, starts_on);
CREATE INDEX leaves_recorded_by_id_idx ON public.leaves USING btree (recorded_by_id);
CREATE INDEX meeting_adjustments_adjusted_by_id_idx ON public.meeting_adjustments USING btree (adjusted_by_id);
CREATE INDEX meeting_adjustments_meeting_idx ON public.meeting_adjustments USING btree (meeting_id, club_id, adjusted_at);
CREATE INDEX meeting_adjustments_membership_idx ON public.meeting_adjustments USING btree (membership_id, club_id);
CREATE INDEX meeting_adjustments_visitor_idx ON public.meeting_adjustments USING btree (visitor_id, meeting_id, club_id);
CREATE INDEX meeting_reopenings_meeting_id_idx ON public.meeting_reopenings USING btree (meeting_id, reopened_at);
CREATE INDEX meeting_reopenings_reopened_by_id_idx ON public.meeting_reopenings USING btree (reopened_by_id);
CREATE INDEX meeting_series_club_id_idx ON public.meeting_series USING btree (club_id, first_on);
CREATE INDEX meetings_club_held_on_idx ON public.meetings USING btree (club_id, held_on);
CREATE INDEX meetings_club_id_idx ON public.meetings USING btree (club_id, starts_at);
CREATE INDEX meetings_holiday_idx ON public.meetings USING btree (holiday_id, club_id);
CREATE UNIQUE INDEX meetings_one_start_per_club ON public.meetings USING btree (club_id, starts_at) WHERE (state <> 'cancelled'::meeting_state);
CREATE INDEX memberships_club_id_idx ON public.memberships USING btree (club_id, joined_on);
CREATE INDEX memberships_person_id_idx ON public.memberships USING btree (person_id, club_id);
CREATE INDEX memberships_profession_id_idx ON public.memberships USING btree (profession_id);
CREATE INDEX network_administrators_person_id_idx ON public.network_administrators USING btree (person_id);
CREATE INDEX offices_club_id_idx ON public.offices USING btree (club_id, starts_on);
CREATE INDEX offices_membership_id_idx ON public.offices USING btree (membership_id, club_id);
CREATE INDEX one_to_ones_partner_id_idx ON public.one_to_ones USING btree (partner_id, held_on);
CREATE INDEX one_to_ones_proposer_id_idx ON public.one_to_ones USING btree (proposer_id, held_on);
CREATE INDEX one_to_ones_recorded_by_id_idx ON public.one_to_ones USING btree (recorded_by_id);
CREATE UNIQUE INDEX one_to_ones_same_pair_once_a_day ON public.one_to_ones USING btree (LEAST(proposer_id, partner_id), GREATEST(proposer_id, partner_id), held_on) WHERE (state = 'held'::one_to_one_state);
CREATE INDEX presentations_focus_marked_by_id_idx ON public.presentations USING btree (focus_marked_by_id);
CREATE INDEX presentations_meeting_idx ON public.presentations USING btree (meeting_id, club_id);
CREATE INDEX presentations_membership_idx ON public.presentations USING btree (membership_id, club_id, kind);
CREATE INDEX presentations_recorded_by_id_idx ON public.presentations USING btree (recorded_by_id);
CREATE INDEX referral_moves_moved_by_id_idx ON public.referral_moves USING btree (moved_by_id);
CREATE INDEX referral_moves_referral_id_idx ON public.referral_moves USING btree (referral_id, moved_at) INCLUDE (to_stage);
CREATE INDEX referrals_club_given_at_idx ON public.referrals USING btree (club_id, given_at);
CREATE INDEX referrals_club_idx ON public.referrals USING btree (club_id, given_on);
CREATE INDEX referrals_giver_idx ON public.referrals USING btree (giver_id, given_at);
CREATE INDEX referrals_giver_membership_idx ON public.referrals USING btree (giver_membership_id, club_id, giver_id);
CREATE INDEX referrals_introduction_idx ON public.referrals USING btree (introduction_id, receiver_id);
CREATE INDEX referrals_receiver_club_idx ON public.referrals USING btree (receiver_club_id, given_on) INCLUDE (stage, receiver_id);
CREATE INDEX referrals_receiver_idx ON public.referrals USING btree (receiver_id, given_at);
CREATE INDEX referrals_receiver_membership_idx ON public.referrals USING btree (receiver_membership_id, receiver_club_id, receiver_id, given_on) INCLUDE (stage);
CREATE INDEX region_directors_person_id_idx ON public.region_directors USING btree (person_id);
CREATE INDEX region_directors_region_id_idx ON public.region_directors USING btree (region_id);
CREATE INDEX regions_network_id_idx ON public.regions USING btree (network_id);
CREATE INDEX regions_parent_id_idx ON public.regions USING btree (parent_id, network_id);
CREATE INDEX scorecard_choices_chosen_by_id_idx ON public.scorecard_choices USING btree (chosen_by_id);
CREATE INDEX scorecard_profiles_added_by_id_idx ON public.scorecard_profiles USING btree (added_by_id);
CREATE INDEX scorecard_results_club_idx ON public.scorecard_results USING btree (club_id, month);
CREATE INDEX sessions_account_id_idx ON public.sessions USING btree (account_id, created_at);
CREATE INDEX sign_in_attempts_throttle_key_idx ON public.sign_in_attempts USING btree (throttle_key, attempted_at);
CREATE INDEX speaker_swaps_asked_idx ON public.speaker_swaps USING btree (asked_id, club_id);
CREATE UNIQUE INDEX speaker_swaps_asked_once_while_pending ON public.speaker_swaps USING btree (asking_id, asked_id) WHERE (state = 'pending'::speaker_swap_state);
CREATE INDEX speaker_swaps_asking_idx ON public.speaker_swaps USING btree (asking_id, club_id);
CREATE INDEX speakers_assigned_by_id_idx ON public.speakers USING btree (assigned_by_id);
CREATE INDEX speakers_meeting_idx ON public.speakers USING btree (meeting_id, club_id, assigned_at);
CREATE INDEX speakers_membership_idx ON public.speakers USING btree (membership_id, club_id);
CREATE UNIQUE INDEX speakers_speak_once_per_meeting ON public.speakers USING btree (meeting_id, membership_id) WHERE (released_at IS NULL);
CREATE INDEX testimonials_club_idx ON public.testimonials USING btree (club_id, given_on, given_at);
CREATE INDEX testimonials_giver_idx ON public.testimonials USING btree (giver_membership_id, club_id, given_on);
CREATE INDEX testimonials_receiver_idx ON public.testimonials USING btree (receiver_membership_id, club_id, given_on);
CREATE INDEX thanks_thanked_at_idx ON public.thanks USING btree (thanked_at);
CREATE INDEX thanks_thanked_id_idx ON public.thanks USING btree (thanked_id, thanked_at);
CREATE INDEX visitor_links_maker_idx ON public.visitor_links USING btree (membership_id, club_id, person_id);
CREATE INDEX visitor_links_meeting_idx ON public.visitor_links USING btree (meeting_id, club_id);
CREATE UNIQUE INDEX visitor_links_one_live_per_meeting_and_maker ON public.visitor_links USING btree (meeting_id, person_id) WHERE (revoked_at IS NULL);
CREATE INDEX visitors_contact_id_idx ON public.visitors USING btree (contact_id);
CREATE INDEX visitors_followed_up_by_id_idx ON public.visitors USING btree (followed_up_by_id);
CREATE INDEX visitors_inviter_idx ON public.visitors USING btree (invited_by_membership_id, club_id, invited_by_id);
CREATE INDEX visitors_link_idx ON public.visitors USING btree (link_id, meeting_id, invited_by_id);
CREATE INDEX visitors_meeting_idx ON public.visitors USING btree (meeting_id, club_id);

CREATE TRIGGER activities_are_append_only BEFORE DELETE OR UPDATE ON public.activities FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER activities_are_changes_of_meetings AFTER INSERT ON public.activities FOR EACH ROW WHEN ((new.verb = ANY (ARRAY['meeting.opened'::text, 'meeting.closed'::text, 'meeting.reopened'::text, 'meeting.cancelled'::text, 'meeting.moved'::text, 'meeting.adjusted'::text, 'meeting.attendance_recorded'::text, 'agenda.changed'::text, 'agenda.point_started'::text, 'agenda.paused'::text, 'speaker.assigned'::text, 'speaker.released'::text, 'speaker.swapped'::text, 'visitor.invited'::text, 'visitor.registered'::text, 'visitor.confirmed'::text, 'visitor.came'::text, 'visitor.did_not_come'::text, 'visitor.followed_up'::text, 'visitor.applied'::text, 'presentation.recorded'::text, 'presentation.focus_marked'::text, 'testimonial.given'::text, 'education.recorded'::text, 'one_to_one.held'::text, 'referral.given'::text, 'deal.thanked'::text]))) EXECUTE FUNCTION count_change_of_meeting();
CREATE TRIGGER alert_decisions_are_append_only BEFORE DELETE OR UPDATE ON public.alert_decisions FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER alert_evidence_is_append_only BEFORE DELETE OR UPDATE ON public.alert_evidence FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER alerts_are_append_only BEFORE DELETE OR UPDATE ON public.alerts FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER attendances_are_locked_by_closing BEFORE INSERT OR DELETE OR UPDATE ON public.attendances FOR EACH ROW EXECUTE FUNCTION refuse_letters_after_closing();
CREATE TRIGGER attendances_changed_make_sums_stale AFTER UPDATE ON public.attendances FOR EACH ROW WHEN (((old.meeting_id IS DISTINCT FROM new.meeting_id) OR (old.membership_id IS DISTINCT FROM new.membership_id) OR (old.letter IS DISTINCT FROM new.letter))) EXECUTE FUNCTION mark_sums_of_attendances();
CREATE TRIGGER attendances_make_sums_stale AFTER INSERT OR DELETE ON public.attendances FOR EACH ROW EXECUTE FUNCTION mark_sums_of_attendances();
CREATE TRIGGER club_rules_are_append_only BEFORE DELETE OR UPDATE ON public.club_rules FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER clubs_changed_make_sums_stale AFTER UPDATE ON public.clubs FOR EACH ROW WHEN ((old.time_zone IS DISTINCT FROM new.time_zone)) EXECUTE FUNCTION mark_sums_of_clubs();
CREATE TRIGGER clubs_make_sums_stale AFTER INSERT OR DELETE ON public.clubs FOR EACH ROW EXECUTE FUNCTION mark_sums_of_clubs();
CREATE TRIGGER consents_are_append_only BEFORE DELETE OR UPDATE ON public.consents FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER contact_merges_are_never_deleted BEFORE DELETE ON public.contact_merges FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER contact_merges_only_lose_what_was_erased BEFORE UPDATE ON public.contact_merges FOR EACH ROW WHEN (((new.kept_before IS NOT NULL) OR (((((new.id IS DISTINCT FROM old.id) OR (new.owner_id IS DISTINCT FROM old.owner_id)) OR (new.kept_id IS DISTINCT FROM old.kept_id)) OR (new.merged_id IS DISTINCT FROM old.merged_id)) OR (new.merged_at IS DISTINCT FROM old.merged_at)))) EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER contacts_changed_make_sums_stale AFTER UPDATE ON public.contacts FOR EACH ROW WHEN (((old.person_id IS DISTINCT FROM new.person_id) OR (old.email IS DISTINCT FROM new.email) OR (old.phone IS DISTINCT FROM new.phone) OR (old.merged_into_id IS DISTINCT FROM new.merged_into_id))) EXECUTE FUNCTION mark_sums_of_contacts();
CREATE TRIGGER contacts_erased_are_forgotten_in_merges AFTER UPDATE OF erased_at ON public.contacts FOR EACH ROW WHEN (((new.erased_at IS NOT NULL) AND (old.erased_at IS NULL))) EXECUTE FUNCTION forget_merges_of_the_erased();
CREATE TRIGGER contacts_make_sums_stale AFTER INSERT OR DELETE ON public.contacts FOR EACH ROW EXECUTE FUNCTION mark_sums_of_contacts();
CREATE TRIGGER credit_shares_are_append_only BEFORE DELETE OR UPDATE ON public.credit_shares FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE CONSTRAINT TRIGGER credit_shares_sum_to_100 AFTER INSERT ON public.credit_splits DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credit_shares_sum_to_100();
CREATE TRIGGER credit_splits_are_append_only BEFORE DELETE OR UPDATE ON public.credit_splits FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER deal_adjustments_are_append_only BEFORE DELETE OR UPDATE ON public.deal_adjustments FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER deal_adjustments_changed_make_sums_stale AFTER UPDATE ON public.deal_adjustments FOR EACH ROW WHEN (((old.deal_id IS DISTINCT FROM new.deal_id) OR (old.amount_minor IS DISTINCT FROM new.amount_minor) OR (old.adjusted_on IS DISTINCT FROM new.adjusted_on))) EXECUTE FUNCTION mark_sums_of_deal_adjustments();
CREATE TRIGGER deal_adjustments_make_sums_stale AFTER INSERT OR DELETE ON public.deal_adjustments FOR EACH ROW EXECUTE FUNCTION mark_sums_of_deal_adjustments();
CREATE TRIGGER deals_changed_make_sums_stale AFTER UPDATE ON public.deals FOR EACH ROW WHEN (((old.club_id IS DISTINCT FROM new.club_id) OR (old.seller_id IS DISTINCT FROM new.seller_id) OR (old.degree IS DISTINCT FROM new.degree) OR (old.closed_on IS DISTINCT FROM new.closed_on) OR (old.amount_minor IS DISTINCT FROM new.amount_minor) OR (old.currency IS DISTINCT FROM new.currency))) EXECUTE FUNCTION mark_sums_of_deals();
CREATE TRIGGER deals_make_sums_stale AFTER INSERT OR DELETE ON public.deals FOR EACH ROW EXECUTE FUNCTION mark_sums_of_deals();
CREATE TRIGGER education_units_are_append_only BEFORE DELETE OR UPDATE ON public.education_units FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER education_units_changed_make_sums_stale AFTER UPDATE ON public.education_units FOR EACH ROW WHEN (((old.club_id IS DISTINCT FROM new.club_id) OR (old.membership_id IS DISTINCT FROM new.membership_id) OR (old.units IS DISTINCT FROM new.units) OR (old.earned_on IS DISTINCT FROM new.earned_on))) EXECUTE FUNCTION mark_sums_of_education_units();
CREATE TRIGGER education_units_make_sums_stale AFTER INSERT OR DELETE ON public.education_units FOR EACH ROW EXECUTE FUNCTION mark_sums_of_education_units();
CREATE TRIGGER exchange_rates_are_frozen BEFORE DELETE OR UPDATE ON public.exchange_rates FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER meeting_adjustments_are_append_only BEFORE DELETE OR UPDATE ON public.meeting_adjustments FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER meeting_changes_are_append_only BEFORE DELETE OR UPDATE ON public.meeting_changes FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER meeting_reopenings_are_append_only BEFORE DELETE OR UPDATE ON public.meeting_reopenings FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER meetings_changed_make_sums_stale AFTER UPDATE ON public.meetings FOR EACH ROW WHEN (((old.club_id IS DISTINCT FROM new.club_id) OR (old.state IS DISTINCT FROM new.state) OR (old.held_on IS DISTINCT FROM new.held_on) OR (old.starts_at IS DISTINCT FROM new.starts_at))) EXECUTE FUNCTION mark_sums_of_meetings();
CREATE TRIGGER meetings_make_sums_stale AFTER INSERT OR DELETE ON public.meetings FOR EACH ROW EXECUTE FUNCTION mark_sums_of_meetings();
CREATE TRIGGER memberships_changed_make_sums_stale AFTER UPDATE ON public.memberships FOR EACH ROW WHEN (((old.club_id IS DISTINCT FROM new.club_id) OR (old.person_id IS DISTINCT FROM new.person_id) OR (old.joined_on IS DISTINCT FROM new.joined_on) OR (old.left_on IS DISTINCT FROM new.left_on))) EXECUTE FUNCTION mark_sums_of_memberships();
CREATE TRIGGER memberships_make_sums_stale AFTER INSERT OR DELETE ON public.memberships FOR EACH ROW EXECUTE FUNCTION mark_sums_of_memberships();
CREATE TRIGGER one_to_ones_changed_make_sums_stale AFTER UPDATE ON public.one_to_ones FOR EACH ROW WHEN (((old.proposer_id IS DISTINCT FROM new.proposer_id) OR (old.partner_id IS DISTINCT FROM new.partner_id) OR (old.state IS DISTINCT FROM new.state) OR (old.held_on IS DISTINCT FROM new.held_on))) EXECUTE FUNCTION mark_sums_of_one_to_ones();
CREATE TRIGGER one_to_ones_make_sums_stale AFTER INSERT OR DELETE ON public.one_to_ones FOR EACH ROW EXECUTE FUNCTION mark_sums_of_one_to_ones();
CREATE TRIGGER referral_moves_are_append_only BEFORE DELETE OR UPDATE ON public.referral_moves FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER referrals_changed_make_sums_stale AFTER UPDATE ON public.referrals FOR EACH ROW WHEN (((old.club_id IS DISTINCT FROM new.club_id) OR (old.giver_membership_id IS DISTINCT FROM new.giver_membership_id) OR (old.receiver_club_id IS DISTINCT FROM new.receiver_club_id) OR (old.receiver_membership_id IS DISTINCT FROM new.receiver_membership_id) OR (old.introduction_id IS DISTINCT FROM new.introduction_id) OR (old.stage IS DISTINCT FROM new.stage) OR (old.given_at IS DISTINCT FROM new.given_at) OR (old.given_on IS DISTINCT FROM new.given_on) OR (old.first_contact_at IS DISTINCT FROM new.first_contact_at) OR (old.target_hours IS DISTINCT FROM new.target_hours))) EXECUTE FUNCTION mark_sums_of_referrals();
CREATE TRIGGER referrals_make_sums_stale AFTER INSERT OR DELETE ON public.referrals FOR EACH ROW EXECUTE FUNCTION mark_sums_of_referrals();
CREATE TRIGGER scorecard_choices_are_append_only BEFORE DELETE OR UPDATE ON public.scorecard_choices FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER scorecard_profiles_are_append_only BEFORE DELETE OR UPDATE ON public.scorecard_profiles FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER scorecard_results_are_append_only BEFORE DELETE OR UPDATE ON public.scorecard_results FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE CONSTRAINT TRIGGER stale_club_months_are_refreshed AFTER INSERT ON public.stale_club_months DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refresh_stale_club_months();
CREATE TRIGGER testimonials_are_append_only BEFORE DELETE OR UPDATE ON public.testimonials FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_past();
CREATE TRIGGER testimonials_changed_make_sums_stale AFTER UPDATE ON public.testimonials FOR EACH ROW WHEN (((old.club_id IS DISTINCT FROM new.club_id) OR (old.giver_membership_id IS DISTINCT FROM new.giver_membership_id) OR (old.given_on IS DISTINCT FROM new.given_on))) EXECUTE FUNCTION mark_sums_of_testimonials();
CREATE TRIGGER testimonials_make_sums_stale AFTER INSERT OR DELETE ON public.testimonials FOR EACH ROW EXECUTE FUNCTION mark_sums_of_testimonials();
CREATE TRIGGER visitors_changed_make_sums_stale AFTER UPDATE ON public.visitors FOR EACH ROW WHEN (((old.meeting_id IS DISTINCT FROM new.meeting_id) OR (old.club_id IS DISTINCT FROM new.club_id) OR (old.contact_id IS DISTINCT FROM new.contact_id) OR (old.invited_by_membership_id IS DISTINCT FROM new.invited_by_membership_id) OR (old.came_at IS DISTINCT FROM new.came_at) OR (old.earlier_visits IS DISTINCT FROM new.earlier_visits))) EXECUTE FUNCTION mark_sums_of_visitors();
CREATE TRIGGER visitors_make_sums_stale AFTER INSERT OR DELETE ON public.visitors FOR EACH ROW EXECUTE FUNCTION mark_sums_of_visitors();
