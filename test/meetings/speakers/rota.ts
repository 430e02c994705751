import { newId } from '../../../src/platform/id.js';
import type { TestApp } from '../../support/test-app.js';
import type { CastMember, World } from '../../support/world.js';
import type { MeetingDay } from '../meeting-day.js';

interface Actor {
  token: string;
}

const speakerFields =
  'id assignedAt releasedAt membership { person { givenName } } meeting { heldOn } viewerCan { release requestSwap }';
const swapFields = `id state requestedAt endedAt viewerCan { answer withdraw }
  asking { ${speakerFields} } asked { ${speakerFields} }`;

/** The acts on speakers in the tests' words. Each returns the whole payload, so that refusals can be read too. */
export class Rota {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
    private readonly meetings: MeetingDay,
  ) {}

  assign(actor: Actor, meetingId: string, member: { membershipId: string }, input: object = {}) {
    const selection = `meeting { id speakers { nodes { ${speakerFields} } } }`;
    return this.app.act(actor, 'assignSpeaker', { meetingId, membershipId: member.membershipId, ...input }, selection);
  }

  /** @returns the id of the assignment, made by the president */
  async assigned(meetingId: string, member: CastMember): Promise<string> {
    const { errors } = await this.assign(this.world.pia, meetingId, member);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const [row] = await this.app.database.query<{ id: string }[]>(
      'SELECT id FROM speakers WHERE meeting_id = $1 AND membership_id = $2 AND released_at IS NULL',
      [meetingId, member.membershipId],
    );
    return row?.id ?? '';
  }

  release(actor: Actor, speakerId: string) {
    return this.app.act(actor, 'releaseSpeaker', { speakerId }, 'meeting { id }');
  }

  request(actor: Actor, speakerId: string, withSpeakerId: string, input: object = {}) {
    return this.app.act(actor, 'requestSpeakerSwap', { speakerId, withSpeakerId, ...input }, `swap { ${swapFields} }`);
  }

  answer(actor: Actor, swapId: string, accept: boolean, input: object = {}) {
    return this.app.act(actor, 'answerSpeakerSwap', { swapId, accept, ...input }, `swap { ${swapFields} }`);
  }

  withdraw(actor: Actor, swapId: string) {
    return this.app.act(actor, 'withdrawSpeakerSwap', { swapId }, `swap { ${swapFields} }`);
  }

  async swaps(actor: Actor, first = 20) {
    const query = `query ($first: Int!) { viewer { speakerSwaps(first: $first) { totalCount nodes { ${swapFields} } } } }`;
    return (await this.app.query(actor, query, { first })).viewer.speakerSwaps;
  }

  async speakers(actor: Actor, meetingId: string, first = 20) {
    const query = `query ($id: UUID!, $first: Int!) {
      meeting(id: $id) { speakers(first: $first) { totalCount nodes { ${speakerFields} } } }
    }`;
    return (await this.app.query(actor, query, { id: meetingId, first })).meeting.speakers;
  }

  async names(meetingId: string): Promise<string[]> {
    const { nodes } = await this.speakers(this.world.pia, meetingId);
    return nodes.map((node: { membership: { person: { givenName: string } } }) => node.membership.person.givenName);
  }

  async proposals(actor: Actor, meetingId: string, first = 20) {
    const fields = 'lastSpokeOn educationUnitsMissing membership { person { givenName } }';
    const query = `query ($id: UUID!, $first: Int!) { meeting(id: $id) { proposedSpeakers(first: $first) { ${fields} } } }`;
    return (await this.app.query(actor, query, { id: meetingId, first })).meeting.proposedSpeakers;
  }

  /** The given names of those who are proposed for a meeting, in order. */
  async turns(meetingId: string): Promise<string> {
    const proposed = await this.proposals(this.world.pia, meetingId);
    return proposed
      .map((each: { membership: { person: { givenName: string } } }) => each.membership.person.givenName)
      .join(' ');
  }

  /** The member gave a presentation in a meeting of its own, held and closed on the Thursday. */
  async spoke(member: CastMember, startsAt: string, kind: 'feature' | 'weekly' = 'feature'): Promise<string> {
    const meetingId = await this.meetings.closed(startsAt);
    await this.app.database.query(
      `INSERT INTO presentations (id, meeting_id, club_id, membership_id, kind, recorded_by_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), meetingId, this.world.ghentId, member.membershipId, kind, this.world.pia.personId, startsAt],
    );
    return meetingId;
  }

  async learnt(member: CastMember, units: string, earnedOn: string): Promise<void> {
    await this.app.database.query(
      `INSERT INTO education_units (id, club_id, membership_id, units, topic, earned_on, recorded_by_id, recorded_at)
       VALUES ($1, $2, $3, $4, 'Asking well', $5::date, $6, $5::date)`,
      [newId(), this.world.ghentId, member.membershipId, units, earnedOn, this.world.pia.personId],
    );
  }

  leave(member: CastMember, startsOn: string, endsOn: string | null = null) {
    return this.app.act(member, 'recordLeave', { membershipId: member.membershipId, startsOn, endsOn }, 'leave { id }');
  }

  /** What was recorded about the speakers of a meeting, in order. */
  happened(meetingId: string): Promise<{ verb: string; actorId: string; details: Record<string, unknown> }[]> {
    return this.app.database.query(
      `SELECT verb, actor_id AS "actorId", details FROM activities
       WHERE verb LIKE 'speaker.%' AND details ->> 'meetingId' = $1 AND club_id = $2 ORDER BY id`,
      [meetingId, this.world.ghentId],
    );
  }
}
