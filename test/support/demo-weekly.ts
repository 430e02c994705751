import type { DataSource } from 'typeorm';

/** What the demo season comes to in the tables of the weekly meeting. */
export const weeklySums = {
  presentations: 'SELECT kind, focus, count(*), count(ask) FROM presentations GROUP BY 1, 2 ORDER BY 1, 2',
  speakers: 'SELECT count(*), count(released_at) FROM speakers',
  education: 'SELECT units, count(*) FROM education_units GROUP BY 1 ORDER BY 1',
  testimonials: 'SELECT text, count(*) FROM testimonials GROUP BY 1 ORDER BY 1',
  'one-to-ones': 'SELECT state, count(*) FROM one_to_ones GROUP BY 1 ORDER BY 1',
  alerts: `SELECT rule, decision, measured, count(*) FROM alerts a LEFT JOIN alert_decisions d ON d.alert_id = a.id
           GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  meetings: 'SELECT state, series_id IS NULL, count(*) FROM meetings GROUP BY 1, 2 ORDER BY 1, 2',
} as const;

/** What a visitor of the demo should find, each as the rows that show it. */
const shown: Record<string, string> = {
  'weekly presentations with an ask':
    "presentations WHERE kind = 'weekly' AND focus = 'asks_for_referral' AND ask <> ''",
  'weekly presentations that sell': "presentations WHERE kind = 'weekly' AND focus = 'sells_to_room'",
  'presentations nobody marked': 'presentations WHERE focus IS NULL',
  'asks written before the meeting':
    'presentations p JOIN meetings m ON m.id = meeting_id WHERE recorded_at < opened_at',
  'feature presentations': "presentations WHERE kind = 'feature'",
  'speakers who were replaced': 'speakers WHERE released_at IS NOT NULL',
  'speakers ahead': "speakers JOIN meetings m ON m.id = meeting_id WHERE m.state = 'planned' AND released_at IS NULL",
  'an open swap': "speaker_swaps WHERE state = 'pending'",
  'education units': 'education_units WHERE units > 0',
  testimonials: 'testimonials',
  'one-to-ones held': "one_to_ones WHERE state = 'held' AND proposed_at IS NULL",
  'one-to-ones held as proposed': "one_to_ones WHERE state = 'held' AND answered_at IS NOT NULL",
  'one-to-ones declined': "one_to_ones WHERE state = 'declined'",
  'one-to-ones withdrawn': "one_to_ones WHERE state = 'withdrawn'",
  'one-to-ones ahead, agreed': "one_to_ones WHERE state = 'accepted' AND starts_at > now()",
  'one-to-ones ahead, to be answered': "one_to_ones WHERE state = 'proposed' AND starts_at > now()",
  'one-to-ones between the clubs': `one_to_ones JOIN memberships a ON a.person_id = proposer_id
    JOIN memberships b ON b.person_id = partner_id WHERE a.club_id <> b.club_id AND state = 'held'`,
  'member sheets': 'member_sheets WHERE skills IS NOT NULL',
  'visitors who confirmed': 'visitors WHERE confirmed_at < came_at',
  'visitors who did not come': 'visitors WHERE did_not_come_at IS NOT NULL',
  'visitors followed up': 'visitors WHERE followed_up_at IS NOT NULL',
  'visitors who applied and joined': `visitors v JOIN contacts c ON c.id = contact_id
    WHERE applied_at IS NOT NULL AND c.person_id IS NOT NULL`,
  'visitors who applied and wait': `visitors v JOIN contacts c ON c.id = contact_id
    WHERE applied_at IS NOT NULL AND c.person_id IS NULL`,
  'a leave that is over': 'leaves WHERE ends_on < now()',
  'a leave that goes on': 'leaves WHERE starts_on < now() AND (ends_on IS NULL OR ends_on > now())',
  'a reopening': "meeting_reopenings JOIN meetings m ON m.id = meeting_id WHERE m.state = 'closed'",
  'an adjusting entry': "meeting_adjustments WHERE reason <> ''",
  warnings: "alert_decisions WHERE decision = 'warn'",
  excuses: "alert_decisions WHERE decision = 'excuse'",
  'a probation': "alert_decisions WHERE decision = 'start_probation'",
  'an agenda that was run': 'agenda_runs WHERE ended_at IS NOT NULL',
  'series of meetings': 'meeting_series WHERE last_on IS NULL',
  'meetings ahead': "meetings WHERE state = 'planned' AND starts_at > now()",
  'meetings cancelled by a holiday': 'meetings WHERE holiday_id IS NOT NULL',
  'a meeting that is moved': "meetings WHERE state = 'planned' AND original_starts_at IS NOT NULL",
};

/** Of what should be shown, what is not there. */
export async function missingIn(database: DataSource): Promise<string[]> {
  const parts = Object.entries(shown).map(
    ([name, rows]) => `SELECT '${name}' AS name, EXISTS (SELECT FROM ${rows}) AS there`,
  );
  const found = await database.query<{ name: string; there: boolean }[]>(parts.join(' UNION ALL '));
  return found.filter(({ there }) => !there).map(({ name }) => name);
}
