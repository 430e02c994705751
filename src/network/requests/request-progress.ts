import { shiftDay } from '../../platform/clock.js';
import { describedEnum } from '../../platform/graphql/enum.js';

export const IntroductionRequestState = describedEnum(
  'IntroductionRequestState',
  'What whoever asked knows of an introduction request. A quiet no looks like silence.',
  {
    WAITING: 'Nothing has come of it yet.',
    INTRODUCED: 'It led to an introduction.',
    WITHDRAWN: 'Whoever asked took it back.',
    LAPSED: 'Its time ran out before it led to an introduction.',
  },
);
export type IntroductionRequestState = (typeof IntroductionRequestState)[keyof typeof IntroductionRequestState];

export const IntroductionRequestProgress = describedEnum(
  'IntroductionRequestProgress',
  'What has become of an introduction request, as the member who was asked knows it.',
  {
    ASKED: 'It is asked, and he has not answered.',
    POSTPONED: 'Not now: he will look at it again.',
    PASSED_ON: 'He asked a member of another club on behalf of the requester.',
    ACCEPTED: 'He accepted; his contact is being asked.',
    INTRODUCED: 'The contact agreed, and the introduction exists.',
    DECLINED: 'He declined, quietly.',
    CONTACT_REFUSED: 'The contact did not want it.',
    WITHDRAWN: 'Whoever asked took it back.',
    LAPSED: 'Its time ran out, or somebody in it no longer holds a seat.',
  },
);
export type IntroductionRequestProgress =
  (typeof IntroductionRequestProgress)[keyof typeof IntroductionRequestProgress];

/** How long a request waits, in days. */
export const lapseDays = 60;

const afterAnswer: IntroductionRequestProgress[] = ['withdrawn', 'lapsed'];

/** Whoever has accepted waits for his contact's answer, or declines after all. What has ended stays so. */
const progressAfter: Record<IntroductionRequestProgress, IntroductionRequestProgress[]> = {
  asked: ['postponed', 'passed_on', 'accepted', 'declined', ...afterAnswer],
  postponed: ['postponed', 'passed_on', 'accepted', 'declined', ...afterAnswer],
  passed_on: ['passed_on', 'accepted', 'introduced', 'declined', ...afterAnswer],
  accepted: ['introduced', 'contact_refused', 'declined', ...afterAnswer],
  introduced: [],
  declined: [],
  contact_refused: [],
  withdrawn: [],
  lapsed: [],
};

export function canBecome(from: IntroductionRequestProgress, to: IntroductionRequestProgress): boolean {
  return progressAfter[from].includes(to);
}

/** The progress from which it can still come to an introduction, or to a no. */
export const openProgress = Object.values(IntroductionRequestProgress).filter((each) => progressAfter[each].length > 0);

/** What the two faces of a request are read from. */
export interface RequestDates {
  lapsesAt: Date;
  withdrawnAt: Date | null;
  introducedAt: Date | null;
}

/**
 * What whoever asked sees. It is made of what he did himself, of time, and of the introduction, and of nothing else:
 * so that it cannot tell a no from silence.
 */
export function stateAt(request: RequestDates, now: Date): IntroductionRequestState {
  if (request.introducedAt !== null) return 'introduced';
  if (request.withdrawnAt !== null) return 'withdrawn';
  return request.lapsesAt <= now ? 'lapsed' : 'waiting';
}

/** What the member who was asked sees: time ends what is still open. */
export function progressAt(
  request: Pick<RequestDates, 'lapsesAt'> & { progress: IntroductionRequestProgress },
  now: Date,
): IntroductionRequestProgress {
  return openProgress.includes(request.progress) && request.lapsesAt <= now ? 'lapsed' : request.progress;
}

/** The days on which the member who was asked is reminded, at most two. */
export interface Reminders {
  remindsOn: string | null;
  remindsAgainOn: string | null;
}

export const noReminders: Reminders = { remindsOn: null, remindsAgainOn: null };

/** Three days after he was asked, then ten. @param today the civil day in his club */
export function remindersToAnswer(today: string): Reminders {
  return { remindsOn: shiftDay(today, { days: 3 }), remindsAgainOn: shiftDay(today, { days: 10 }) };
}

/** A week after he accepted, and three, while his contact has not answered. */
export function remindersToAskContact(today: string): Reminders {
  return { remindsOn: shiftDay(today, { days: 7 }), remindsAgainOn: shiftDay(today, { days: 21 }) };
}

/** The day after his postponement ends. */
export function remindersAfterPostponing(until: string): Reminders {
  return { remindsOn: shiftDay(until, { days: 1 }), remindsAgainOn: null };
}
