import type { Actor, PayloadError, TestApp } from '../../support/test-app.js';
import type { World } from '../../support/world.js';

/** A Sunday evening before the first meetings of the series below. */
export const evening = '2026-03-01T20:00:00+01:00';

/** Every Thursday at seven in Ghent, from 5 March 2026. */
export const thursdays = { rule: 'FREQ=WEEKLY;BYDAY=TH', firstOn: '2026-03-05', startTime: '07:00' };

const seriesFields = 'series { id rule firstOn startTime minutes place lastOn viewerCan { end } }';
const meetingFields =
  'meeting { id startsAt heldOn minutes place state originalStartsAt cancellationReason viewerCan { move } }';

interface Listed {
  id: string;
  heldOn: string;
  startsAt: string;
  state: string;
  cancellationReason: string | null;
  originalStartsAt: string | null;
  series: { id: string } | null;
}

/** The calendar of Ghent as its president keeps it. Every act stands at the given instant, by default at the evening. */
export class ClubCalendar {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  planSeries(input: object = {}, actor: Actor = this.world.pia, instant = evening) {
    const series = { clubId: this.world.ghentId, ...thursdays, ...input };
    return this.app.at(instant, () => this.app.act(actor, 'planMeetingSeries', series, seriesFields));
  }

  /** @returns the id of a new series */
  async series(input: object = {}, instant = evening): Promise<string> {
    const { series, errors } = await this.planSeries(input, this.world.pia, instant);
    if (!series) throw new Error(JSON.stringify(errors));
    return series.id;
  }

  endSeries(input: object, actor: Actor = this.world.pia, instant = evening) {
    const end = { reason: 'We meet on Tuesdays.', ...input };
    return this.app.at(instant, () => this.app.act(actor, 'endMeetingSeries', end, seriesFields));
  }

  addHoliday(from: string, to: string, input: object = {}, actor: Actor = this.world.pia) {
    const holiday = { clubId: this.world.ghentId, name: 'Easter', from, to, ...input };
    const fields = 'holiday { id name from to viewerCan { remove } }';
    return this.app.at(evening, () => this.app.act(actor, 'addHoliday', holiday, fields));
  }

  /** @returns the id of a new holiday */
  async holiday(from: string, to: string): Promise<string> {
    const { holiday, errors } = await this.addHoliday(from, to);
    if (!holiday) throw new Error(JSON.stringify(errors));
    return holiday.id;
  }

  removeHoliday(holidayId: string, actor: Actor = this.world.pia, instant = evening) {
    const fields = 'holiday { id viewerCan { remove } }';
    return this.app.at(instant, () => this.app.act(actor, 'removeHoliday', { holidayId }, fields));
  }

  move(meetingId: string, startsAt: string, input: object = {}, actor: Actor = this.world.pia) {
    const move = { meetingId, startsAt, minutes: 90, ...input };
    return this.app.at(evening, () => this.app.act(actor, 'moveMeeting', move, meetingFields));
  }

  cancel(meetingId: string, instant = evening) {
    const input = { meetingId, reason: 'The hall is flooded.' };
    return this.app.at(instant, () => this.app.act(this.world.pia, 'cancelMeeting', input, meetingFields));
  }

  /** A single meeting. */
  plan(startsAt: string) {
    const input = { clubId: this.world.ghentId, startsAt };
    return this.app.at(evening, () => this.app.act(this.world.pia, 'planMeeting', input, meetingFields));
  }

  /** All meetings of a series, by their start. */
  async meetings(seriesId: string): Promise<Listed[]> {
    return this.app.database.query(
      `SELECT id, held_on::text AS "heldOn", starts_at AS "startsAt", state, cancellation_reason AS "cancellationReason"
       FROM meetings WHERE series_id = $1 ORDER BY starts_at`,
      [seriesId],
    );
  }

  async days(seriesId: string, state = 'planned'): Promise<string[]> {
    return (await this.meetings(seriesId)).filter((each) => each.state === state).map(({ heldOn }) => heldOn);
  }

  /** @returns the meeting of the series on that day */
  async on(seriesId: string, day: string): Promise<Listed> {
    const meeting = (await this.meetings(seriesId)).find(({ heldOn }) => heldOn === day);
    if (!meeting) throw new Error(`The series has no meeting on ${day}.`);
    return meeting;
  }

  /** What was recorded of something, by verb. */
  async happened(subjectId: string): Promise<{ verb: string; details: object; actorId: string | null }[]> {
    return this.app.database.query(
      `SELECT verb, details, actor_id AS "actorId" FROM activities WHERE subject_id = $1 ORDER BY id`,
      [subjectId],
    );
  }
}

/** All Thursdays from one to another, both included. */
export function thursdaysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = Date.parse(first); day <= Date.parse(last); day += 7 * 86_400_000) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}

export const codes = (payload: { errors: PayloadError[] }) =>
  payload.errors.map(({ code, field }) => `${code} ${field?.join('.')}`);
