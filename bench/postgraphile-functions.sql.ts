import { byDegree, byMonth, fromReferrals, received } from './plain-report.sql.js';

const asFunction = (name: string, columns: string, text: string) => `
  CREATE FUNCTION bench.${name}(seat uuid, first_day date, last_day date) RETURNS TABLE (${columns})
  LANGUAGE sql STABLE AS $body$ ${text} $body$;`;

/** The schema `bench`: the report's statements and the act as functions, for PostGraphile to serve. */
export const createFunctions = `
  DROP SCHEMA IF EXISTS bench CASCADE;
  CREATE SCHEMA bench;
  ${asFunction(
    'return_by_degree',
    'currency text, degree int, deals int, amount bigint, repeat_deals int, repeat_amount bigint, amounts float8[]',
    byDegree,
  )}
  ${asFunction('return_by_month', 'currency text, month text, direct bigint, indirect bigint', byMonth)}
  ${asFunction('return_from_referrals', 'currency text, amount bigint', fromReferrals)}
  ${asFunction('referrals_received', 'count int, converted int', received)}
  CREATE FUNCTION bench.give_referral(key uuid, giver uuid, club uuid, receiver_seat uuid, contact uuid, need text)
  RETURNS referrals LANGUAGE plpgsql VOLATILE AS $body$
  DECLARE
    seats record;
    introduction uuid := gen_random_uuid();
    given referrals;
  BEGIN
    INSERT INTO idempotency_keys (person_id, key, act, input_hash, created_at)
      VALUES (giver, key, 'giveReferral', sha256(need::bytea), now());
    SELECT g.id AS giver_seat, r.club_id AS receiver_club, r.person_id AS receiver INTO STRICT seats
      FROM memberships g, memberships r
      WHERE g.club_id = club AND g.person_id = giver AND g.left_on IS NULL AND r.id = receiver_seat;
    INSERT INTO introductions (id, beneficiary_id, introduced_contact_id, introducer_id, root_id, degree, happened_on,
        recorded_by_id, recorded_at, consent_basis, consent_by_id, consent_at)
      VALUES (introduction, seats.receiver, contact, giver, giver, 2, current_date, giver, now(), 'asked_and_agreed',
        giver, now());
    INSERT INTO consents (id, introduction_id, kind, basis, details_forward, outcome_back, stated_by_id, stated_at)
      VALUES (gen_random_uuid(), introduction, 'stated', 'asked_and_agreed', true, true, giver, now());
    INSERT INTO activities (id, happened_at, actor_id, verb, subject_type, subject_id, club_id, details)
      VALUES (gen_random_uuid(), now(), giver, 'introduction.recorded', 'introduction', introduction, club, '{}');
    INSERT INTO referrals (id, club_id, giver_membership_id, giver_id, receiver_club_id, receiver_membership_id,
        receiver_id, introduction_id, need, warmth, stage, given_at, given_on, promised_for, target_hours)
      VALUES (gen_random_uuid(), club, seats.giver_seat, giver, seats.receiver_club, receiver_seat, seats.receiver,
        introduction, need, 3, 'suspect', now(), current_date, now() + interval '24 hours', 24)
      RETURNING * INTO given;
    INSERT INTO referral_moves (id, referral_id, to_stage, moved_at, moved_by_id)
      VALUES (gen_random_uuid(), given.id, 'suspect', now(), giver);
    INSERT INTO activities (id, happened_at, actor_id, verb, subject_type, subject_id, club_id, details)
      VALUES (gen_random_uuid(), now(), giver, 'referral.given', 'referral', given.id, club, '{}');
    UPDATE idempotency_keys k SET subject_id = given.id WHERE k.person_id = giver AND k.key = give_referral.key;
    RETURN given;
  END $body$;`;

export const dropFunctions = 'DROP SCHEMA bench CASCADE';
