import { Clock } from '../../platform/clock.js';
import { playBoard } from './play-board.js';
import { playCalendar } from './play-calendar.js';
import { playClubs } from './play-clubs.js';
import { playContributions } from './play-contributions.js';
import { playDeals } from './play-deals.js';
import { playMeetings } from './play-meetings.js';
import { playNetwork } from './play-network.js';
import { playOneToOnes } from './play-one-to-ones.js';
import { playReferrals } from './play-referrals.js';
import { playSpeakers } from './play-speakers.js';
import { playVisitors } from './play-visitors.js';
import type { SeasonStage } from './season.stage.js';
import type { Act } from './season.types.js';
import { setUpClubs } from './set-up-clubs.js';

/** How one kind of act is performed. Each performs through the use case a member would use. */
export type Performance<A extends Act['act']> = (stage: SeasonStage, act: Extract<Act, { act: A }>) => Promise<unknown>;
export type Performances<A extends Act['act']> = { [name in A]: Performance<name> };

const performances: Performances<Act['act']> = {
  ...playClubs,
  ...playMeetings,
  ...playNetwork,
  ...playReferrals,
  ...playDeals,
  ...playContributions,
  ...playSpeakers,
  ...playVisitors,
  ...playOneToOnes,
  ...playBoard,
  ...playCalendar,
};

/**
 * Performs one act of a season with the clock at its moment.
 * @throws whatever the use case refuses it with; then nothing of it was recorded
 */
export function performAct(stage: SeasonStage, act: Act): Promise<unknown> {
  const perform = performances[act.act] as (stage: SeasonStage, act: Act) => Promise<unknown>;
  const club = 'club' in act ? act.club : undefined;
  return stage.service(Clock).at(stage.instant(act.at, club), () => perform(stage, act));
}

/** Sets the clubs of a season up, then performs all its acts in order. */
export async function playSeason(
  stage: SeasonStage,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<void> {
  const { acts } = stage.season;
  await setUpClubs(stage);
  for (const [index, act] of acts.entries()) {
    await performAct(stage, act).catch((error: unknown) => {
      throw new Error(`Act ${index} (${act.act}) of the season was refused: ${String(error)}`, { cause: error });
    });
    onProgress(index + 1, acts.length);
  }
}
