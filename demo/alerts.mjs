import { evening } from './board-work.mjs';
import { DAY } from './clock.mjs';

/** @typedef {import('./presentations.mjs').Feature} Feature */
/** @typedef {import('./story.mjs').Meeting} Meeting */
/** @typedef {import('./story.mjs').Story} Story */
/** @typedef {import('../src/cli/season/weekly-acts.types.ts').AlertRuleName} Rule */
/** @typedef {import('../src/cli/season/weekly-acts.types.ts').AlertDecisionName} Decision */
/** @typedef {{ meeting: Meeting, person: string, rule: Rule }} Alert */

/** The rules clubs begin with: so many absences raise an alert, and so many times late are one. */
const ABSENCES = 3;
const LATE_PER_ABSENCE = 3;
/** What the last meetings of a club raised waits for the board. */
const WAITING_MEETINGS = 2;
const PROBATION = 90;

/**
 * The board decides about what Kring raises by itself, but not yet about the latest.
 * @param {Story} story @param {Feature[]} without feature presentations without education units
 */
export function planDecisions(story, without) {
  const decided = new Decisions();
  for (const club of story.clubs) {
    const meetings = story.meetingsOf(club);
    const unlearned = without.filter(({ meeting }) => meeting.club === club);
    /** @type {Alert[]} */
    const alerts = [
      ...absenceAlerts(meetings),
      ...unlearned.map(({ meeting, speaker }) => ({
        meeting,
        person: speaker.key,
        rule: /** @type {Rule} */ ('EDUCATION'),
      })),
    ];
    const latest = meetings.slice(-WAITING_MEETINGS);
    if (!alerts.some(({ meeting }) => latest.includes(meeting))) {
      throw new Error(`No alert of ${club} waits: take another seed`);
    }
    for (const alert of alerts) {
      if (!latest.includes(alert.meeting)) planDecision(story, alert, decided.next(alert));
    }
  }
}

/** What Kring raises as the meetings of a club close: once for each meeting that tips the scales. @param {Meeting[]} meetings @returns {Alert[]} */
function absenceAlerts(meetings) {
  /** @type {Set<string>} */
  const raised = new Set();
  return meetings.flatMap((meeting, index) =>
    Object.keys(meeting.letters).flatMap((person) => {
      const last = tippingMeeting(meetings.slice(0, index + 1), person);
      if (!last || raised.has(`${person} ${last.key}`)) return [];
      raised.add(`${person} ${last.key}`);
      return [{ meeting, person, rule: /** @type {Rule} */ ('ABSENCES') }];
    }),
  );
}

/** The last of the meetings that count against a member, when they are enough. @param {Meeting[]} meetings @param {string} person */
function tippingMeeting(meetings, person) {
  const late = meetings.filter(({ letters }) => letters[person] === 'L');
  const whole = late.slice(0, Math.floor(late.length / LATE_PER_ABSENCE) * LATE_PER_ABSENCE);
  const counted = meetings.filter((meeting) => meeting.letters[person] === 'A' || whole.includes(meeting));
  const measured = counted.length - whole.length + whole.length / LATE_PER_ABSENCE;
  return measured >= ABSENCES ? counted.at(-1) : undefined;
}

/** @param {Story} story @param {Alert} alert @param {Decision} decision */
function planDecision(story, { meeting, person, rule }, decision) {
  const { chronicle, words } = story;
  const { dice } = chronicle;
  const { club, closesAt } = meeting;
  const deciders = /** @type {const} */ (['MEMBERSHIP_COMMITTEE', 'PRESIDENT']).map((office) =>
    story.officer(club, office),
  );
  const by = deciders.find(({ key }) => key !== person)?.key ?? '';
  const note = dice.pick(words.decisions[decision]);
  chronicle.plan(evening(closesAt + dice.between(1, 4) * DAY, dice), () => {
    const probationUntil = decision === 'START_PROBATION' ? chronicle.day + PROBATION : null;
    chronicle.write({ act: 'decideAlert', club, by, rule, person, decision, probationUntil, note });
  });
}

/** A first alert is a warning, one about learning is excused, and whoever was warned before is put on probation, once. */
class Decisions {
  /** @type {Set<string>} */
  #warned = new Set();
  #hasProbation = false;

  /** @param {Alert} alert @returns {Decision} */
  next({ person, rule }) {
    if (rule === 'EDUCATION') return 'EXCUSE';
    if (this.#hasProbation || !this.#warned.has(person)) {
      this.#warned.add(person);
      return 'WARN';
    }
    this.#hasProbation = true;
    return 'START_PROBATION';
  }
}
