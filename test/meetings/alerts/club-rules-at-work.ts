import { newId } from '../../../src/platform/id.js';
import type { TestApp } from '../../support/test-app.js';
import type { CastMember, World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';

interface Actor {
  token: string;
}

const selection = `
  id rule measured limit rulesVersion { version } raisedAt meeting { heldOn }
  membership { person { givenName } } visitor { name }
  evidence(first: 50) { nodes { day letter units meeting { heldOn } office { name } visitor { name } } }
  decision { decision note probationUntil seatOpensOn decidedBy { givenName } decidedAt }
  viewerCan { decide decideOnSeat }`;

/** Alerts in short: the rule, what was measured, and the days of the evidence. */
export const brief = ({
  nodes,
}: {
  nodes: { rule: string; measured: string; evidence: { nodes: { day: string }[] } }[];
}) =>
  nodes.map(({ rule, measured, evidence }) => `${rule} ${measured}: ${evidence.nodes.map(({ day }) => day).join(' ')}`);

/** A club that meets on Thursdays, and what its rules make of it. */
export class ClubRulesAtWork extends MeetingDay {
  constructor(
    private readonly server: TestApp,
    private readonly cast: World,
  ) {
    super(server, cast);
  }

  /** Adds a version of the rules of Ghent from a day on: as the first one, but for what is given by column. */
  async rules(validFrom: string, changed: Record<string, number | string>): Promise<void> {
    const columns = Object.keys(changed);
    const kept = [
      ...['first_contact_target_hours', 'former_customer_after_months', 'absence_alert_count', 'absence_window'],
      ...['absence_window_months', 'late_per_absence', 'substitute_cap', 'visitor_visit_cap', 'office_term_months'],
      ...['education_units_before_feature', 'education_window_months', 'contact_retention_months'],
    ].filter((column) => !columns.includes(column));
    await this.server.database.query(
      `INSERT INTO club_rules (id, club_id, version, valid_from, created_at, ${[...kept, ...columns].join(', ')})
       SELECT $1, club_id, (SELECT max(version) + 1 FROM club_rules WHERE club_id = $2), $3, now(),
         ${[...kept, ...columns.map((_, index) => `$${index + 4}`)].join(', ')}
       FROM club_rules WHERE club_id = $2 AND version = 1`,
      [newId(), this.cast.ghentId, validFrom, ...Object.values(changed)],
    );
  }

  /** Closes a meeting at seven in Ghent for each day, with that letter of the member. @returns the ids by day */
  async thursdays(member: CastMember, letters: Record<string, string>): Promise<Record<string, string>> {
    const ids: Record<string, string> = {};
    for (const [day, letter] of Object.entries(letters)) {
      ids[day] = await this.closed(`${day}T07:00:00+01:00`, { [member.membershipId]: letter });
    }
    return ids;
  }

  async alerts(actor: Actor, { undecided, first = 20 }: { undecided?: boolean; first?: number } = {}) {
    const { club } = await this.server.query(
      actor,
      `query ($id: UUID!, $first: Int!, $undecided: Boolean) {
        club(id: $id) { alerts(first: $first, undecided: $undecided) { totalCount nodes { ${selection} } } }
      }`,
      { id: this.cast.ghentId, first, undecided },
    );
    return club.alerts;
  }

  async ownAlerts(actor: Actor, first = 20) {
    const query = `query ($first: Int!) { viewer { alerts(first: $first) { totalCount nodes { ${selection} } } } }`;
    return (await this.server.query(actor, query, { first })).viewer.alerts;
  }

  decide(actor: Actor, alertId: string, input: object, instant = '2026-03-06T09:00:00+01:00') {
    return this.server.at(instant, () =>
      this.server.act(actor, 'decideAlert', { alertId, note: 'We spoke.', ...input }, `alert { ${selection} }`),
    );
  }

  /** Invites somebody to a meeting and records that he came. @returns the id of the visitor */
  async visit(meetingId: string, contactId: string, inviter: CastMember = this.cast.bram): Promise<string> {
    const { visitor } = await this.server.act(inviter, 'inviteVisitor', { meetingId, contactId }, 'visitor { id }');
    await this.server.act(this.cast.pia, 'recordVisit', { visitorId: visitor.id }, 'visitor { id }');
    return visitor.id;
  }

  /** Gives everybody his letter and closes the meeting, which is open. */
  async close(meetingId: string, startsAt: string) {
    const seats: { id: string }[] = await this.server.database.query(
      'SELECT id FROM memberships WHERE club_id = $1 AND daterange(joined_on, left_on) @> $2::date',
      [this.cast.ghentId, startsAt.slice(0, 10)],
    );
    await this.record(
      this.cast.pia,
      meetingId,
      seats.map(({ id }) => ({ membershipId: id, letter: 'PRESENT' })),
    );
    return this.act(this.cast.pia, 'closeMeeting', { meetingId }, startsAt);
  }
}
