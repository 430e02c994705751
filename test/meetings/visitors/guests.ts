import type { TestApp } from '../../support/test-app.js';
import type { CastMember } from '../../support/world.js';
import { type MeetingDay, seven } from '../meeting-day.js';

interface Actor {
  token: string;
}

const steps = 'registeredAt confirmedAt cameAt didNotComeAt followedUpAt appliedAt followedUpBy { givenName }';
export const fields = `id name stage ${steps} viewerCan { confirm recordVisit recordAbsence recordFollowUp recordApplication }`;

/** Visitors as members bring them: invited by name, or by a link. Every act stands at the given instant, by default at seven. */
export class Guests {
  constructor(
    private readonly app: TestApp,
    private readonly meetings: MeetingDay,
  ) {}

  /** @returns the id of a visitor */
  async invited(inviter: CastMember, meetingId: string, name = 'Carl Baert', email?: string): Promise<string> {
    const contactId = await this.meetings.contact(inviter, name, { email });
    const { visitor, errors } = await this.app.act(
      inviter,
      'inviteVisitor',
      { meetingId, contactId },
      'visitor { id }',
    );
    if (!visitor) throw new Error(JSON.stringify(errors));
    return visitor.id;
  }

  /** What became of a visitor. */
  act(actor: Actor, mutation: string, visitorId: string, instant: string = seven) {
    return this.app.at(instant, () => this.app.act(actor, mutation, { visitorId }, `visitor { ${fields} }`));
  }

  /** A new link of the member, with its address and the token in it. */
  async link(member: Actor, meetingId: string, instant: string = seven) {
    const create = () =>
      this.app.act(member, 'createVisitorLink', { meetingId }, 'link { id registrations } url qrCode');
    const { link, url, qrCode, errors } = await this.app.at(instant, create);
    if (!link) throw new Error(JSON.stringify(errors));
    return { id: link.id as string, url: url as string, qrCode: qrCode as string, token: String(url).slice(-43) };
  }

  /** A stranger registers. */
  register(token: string, input: object = {}, instant: string = seven) {
    const stranger = { token, name: 'Carl Baert', email: 'carl@client.example', ...input };
    return this.app.at(instant, () => this.app.act(null, 'registerAsVisitor', stranger, ''));
  }

  async invitation(token: string, instant: string = seven) {
    const query = `query ($token: String!) {
      visitorRegistration(token: $token) { clubName inviterName startsAt locale timeZone minutes place hasBegun }
    }`;
    return (await this.app.at(instant, () => this.app.query(null, query, { token }))).visitorRegistration;
  }

  /** Who visits a meeting, as a member sees them. */
  async of(member: Actor, meetingId: string) {
    const query = `query ($id: UUID!) { meeting(id: $id) { visitors { nodes { ${fields} } } } }`;
    return (await this.app.query(member, query, { id: meetingId })).meeting.visitors.nodes;
  }
}
