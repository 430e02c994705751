import { newId } from '../../../src/platform/id.js';
import type { Actor, TestApp } from '../../support/test-app.js';
import type { CastMember, World } from '../../support/world.js';
import { day, type MeetingDay } from '../meeting-day.js';

export const reason = 'She wrote to us that evening.';
export const afternoon = '2026-03-05T15:00:00+01:00';

export const letterOf = ({ membershipId }: { membershipId: string }, letter: string, substituteName?: string) => ({
  ...{ membershipId, letter, substituteName },
});

/** A closed meeting and how its officers correct it, in the afternoon of its day. */
export class ClosedMeeting {
  constructor(
    private readonly app: TestApp,
    private readonly of: { world: World; meetings: MeetingDay; meetingId: string },
  ) {}

  adjust(actor: Actor, input: object) {
    const { meetingId } = this.of;
    return this.app.at(afternoon, () =>
      this.app.act(actor, 'adjustMeeting', { meetingId, reason, ...input }, 'meeting { id state }'),
    );
  }

  async entries(actor: Actor, first = 20) {
    const query = `query ($id: UUID!, $first: Int!) {
      meeting(id: $id) {
        adjustments(first: $first) {
          totalCount
          nodes {
            membership { person { givenName } } letterBefore letterAfter substituteBefore substituteAfter
            visitor { name } cameBefore cameAfter reason adjustedBy { givenName } adjustedAt
          }
        }
      }
    }`;
    return (await this.app.query(actor, query, { id: this.of.meetingId, first })).meeting.adjustments;
  }

  /** The letter of a member as it is now. */
  async current(member: CastMember) {
    const [row] = await this.app.database.query(
      'SELECT letter, substitute_name AS name, recorded_by_id AS by FROM attendances WHERE meeting_id = $1 AND membership_id = $2',
      [this.of.meetingId, member.membershipId],
    );
    return row;
  }

  /** @returns the id of a visitor of the meeting */
  async visitor(name: string, came: boolean, meetingId = this.of.meetingId): Promise<string> {
    const { world, meetings } = this.of;
    const id = newId();
    await this.app.database.query(
      `INSERT INTO visitors (id, meeting_id, club_id, contact_id, invited_by_membership_id, invited_by_id, invited_at, came_at)
       VALUES ($1, $2, $3, $4, $5, $6, now(), $7)`,
      [
        ...[id, meetingId, world.ghentId, await meetings.contact(world.bram, name)],
        ...[world.bram.membershipId, world.bram.personId, came ? day : null],
      ],
    );
    return id;
  }
}
