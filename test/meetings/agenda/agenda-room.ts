import type { TestApp } from '../../support/test-app.js';
import type { World } from '../../support/world.js';

interface Actor {
  token: string;
}

export interface Point {
  id: string | null;
  title: string;
  position: number;
  plannedSeconds: number;
  office: string | null;
  state: string;
  elapsedSeconds: number;
  runningSince: string | null;
}

const pointFields = 'id title position plannedSeconds office state elapsedSeconds runningSince';
const agendaFields = `agenda { isTemplate plannedSeconds serverTime running { title } points { ${pointFields} } }`;

export const point = (title: string, plannedSeconds = 60, office: string | null = null) => ({
  title,
  plannedSeconds,
  office,
});

/** The acts on agendas in the tests' words. Each returns the whole payload, so that refusals can be read too. */
export class AgendaRoom {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  setTemplate(actor: Actor, points: object[], clubId: string = this.world.ghentId) {
    return this.app.act(actor, 'setAgendaTemplate', { clubId, points }, 'club { id }');
  }

  set(actor: Actor, meetingId: string, points: object[], input: object = {}) {
    return this.app.act(actor, 'setMeetingAgenda', { meetingId, points, ...input }, `meeting { id ${agendaFields} }`);
  }

  start(actor: Actor, meetingId: string, pointId: string | null | undefined, input: object = {}) {
    return this.app.act(actor, 'startAgendaPoint', { meetingId, pointId, ...input }, `meeting { ${agendaFields} }`);
  }

  pause(actor: Actor, meetingId: string) {
    return this.app.act(actor, 'pauseAgenda', { meetingId }, `meeting { ${agendaFields} }`);
  }

  async template(actor: Actor, clubId: string = this.world.ghentId) {
    const fields = 'isDefault plannedSeconds points { title plannedSeconds office }';
    const query = `query ($id: UUID!) { club(id: $id) { agendaTemplate { ${fields} } } }`;
    return (await this.app.query(actor, query, { id: clubId })).club.agendaTemplate;
  }

  async agenda(actor: Actor, meetingId: string) {
    const query = `query ($id: UUID!) { meeting(id: $id) { ${agendaFields} } }`;
    return (await this.app.query(actor, query, { id: meetingId })).meeting.agenda;
  }

  async points(meetingId: string): Promise<Point[]> {
    return (await this.agenda(this.world.pia, meetingId)).points;
  }

  async titles(meetingId: string): Promise<string[]> {
    return (await this.points(meetingId)).map(({ title }) => title);
  }

  /** The key of the point of that title. */
  async idOf(meetingId: string, title: string): Promise<string> {
    const found = (await this.points(meetingId)).find((each) => each.title === title);
    if (!found?.id) throw new Error(`There is no ${title}.`);
    return found.id;
  }

  /** What was recorded about a meeting's agenda, in order. */
  happened(meetingId: string): Promise<{ verb: string; actorId: string; details: Record<string, unknown> }[]> {
    return this.app.database.query(
      `SELECT verb, actor_id AS "actorId", details FROM activities
       WHERE verb LIKE 'agenda.%' AND subject_id = $1 AND details ->> 'meetingId' = $1::text AND club_id = $2 ORDER BY id`,
      [meetingId, this.world.ghentId],
    );
  }
}
