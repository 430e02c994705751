import type { TestApp } from '../../support/test-app.js';
import type { CastMember, World } from '../../support/world.js';
import { MeetingDay, seven } from '../meeting-day.js';

type Input = Record<string, unknown>;

const match =
  'ask { id ask } count contacts(first: 10) { totalCount nodes { contact { name } matched { askWord field contactWord } } }';

/** What is asked in Ghent, and whom its members know. Everybody looks on the Thursday at seven. */
export class AskRoom {
  readonly meetings: MeetingDay;
  private readonly meetingOf = new Map<string, string>();

  constructor(
    private readonly app: TestApp,
    world: World,
  ) {
    this.meetings = new MeetingDay(app, world);
  }

  /** @returns the key of the presentation */
  async asks(
    asker: CastMember,
    ask: string | null,
    { meetingId, kind = 'WEEKLY' }: { meetingId: string; kind?: string },
  ) {
    const input = { meetingId, kind, ask };
    const { presentation } = await this.app.act(asker, 'recordPresentation', input, 'presentation { id }');
    this.meetingOf.set(presentation.id, meetingId);
    return presentation.id as string;
  }

  /** All that is told of the viewer's matches. */
  async told(viewer: CastMember, page = 'first: 10', instant = seven) {
    const query = `{ viewer { askMatches(${page}) { totalCount pageInfo { endCursor hasNextPage } nodes { ${match} } } } }`;
    return (await this.app.at(instant, () => this.app.query(viewer, query))).viewer.askMatches;
  }

  /** The names of the contacts who fit, by ask. */
  async names(viewer: CastMember, instant = seven): Promise<Record<string, string[]>> {
    const { nodes } = await this.told(viewer, 'first: 10', instant);
    const entries = nodes.map(
      (node: { ask: { ask: string }; contacts: { nodes: { contact: { name: string } }[] } }) => [
        node.ask.ask,
        node.contacts.nodes.map(({ contact }) => contact.name),
      ],
    );
    return Object.fromEntries(entries);
  }

  /** What a presentation tells the viewer; undefined when he does not come to it. */
  async presentation(viewer: CastMember, id: string, fields = `ownMatches { ${match} }`, instant = seven) {
    const query = `query ($id: UUID!) { meeting(id: $id) { presentations(first: 5) { nodes { id ${fields} } } } }`;
    const told = () => this.app.query(viewer, query, { id: this.meetingOf.get(id) });
    const { meeting } = await this.app.at(instant, told);
    return meeting?.presentations?.nodes.find((each: { id: string }) => each.id === id);
  }

  answer(viewer: CastMember, input: Input, instant = seven) {
    const answer = { warmth: 3, consentBasis: 'ASKED_AND_AGREED', ...input };
    const fields =
      'referral { id need warmth stage giver { givenName } receiver { givenName } introduction { introducedContact { name } } }';
    return this.app.at(instant, () => this.app.act(viewer, 'answerAsk', answer, fields));
  }

  dismiss(viewer: CastMember, input: Input, instant = seven) {
    return this.app.at(instant, () =>
      this.app.act(viewer, 'dismissMatch', input, 'presentation { id ownMatches { count } }'),
    );
  }
}
