import { type FindOptionsWhere, IsNull, Not } from 'typeorm';
import { describedEnum } from '../../platform/graphql/enum.js';
import type { MeetingState } from '../meeting.entity.js';
import type { Visitor } from './visitor.entity.js';

export const VisitorStage = describedEnum('VisitorStage', 'How far a visitor is, from invitation to application.', {
  INVITED: 'A member invited him.',
  CONFIRMED: 'He said that he comes, or registered himself.',
  CAME: 'He came.',
  DID_NOT_COME: 'He did not come.',
  FOLLOWED_UP: 'He came, and somebody of the club was in touch with him afterwards.',
  APPLIED: 'He came, and applied for a seat.',
});
export type VisitorStage = (typeof VisitorStage)[keyof typeof VisitorStage];

/** What can be recorded of a visitor. Each is dated; being invited is where he begins. */
export type VisitorStep = Exclude<VisitorStage, 'invited'>;

/**
 * Where a visitor may go from each stage. Nobody has to confirm, and who applies on the spot needs no follow-up. Whether
 * he came can be set right while nobody built on it.
 */
const reachable: Record<VisitorStage, VisitorStep[]> = {
  invited: ['confirmed', 'came', 'did_not_come'],
  confirmed: ['came', 'did_not_come'],
  came: ['did_not_come', 'followed_up', 'applied'],
  did_not_come: ['came'],
  followed_up: ['applied'],
  applied: [],
};

export function canReach(from: VisitorStage, to: VisitorStep): boolean {
  return reachable[from].includes(to);
}

/** In which states of the meeting each step is recorded. After closing, who came is corrected by an adjustment. */
export const statesFor: Record<VisitorStep, MeetingState[]> = {
  confirmed: ['planned', 'open'],
  came: ['open'],
  did_not_come: ['open'],
  followed_up: ['open', 'closed'],
  applied: ['open', 'closed'],
};

/** The date of each step, the last step first: the first date that is set tells the stage. */
export const dateOf = {
  applied: 'appliedAt',
  followed_up: 'followedUpAt',
  came: 'cameAt',
  did_not_come: 'didNotComeAt',
  confirmed: 'confirmedAt',
} as const satisfies Record<VisitorStep, keyof Visitor>;

const lastFirst = Object.keys(dateOf) as VisitorStep[];

export function stageOf(visitor: Pick<Visitor, (typeof dateOf)[VisitorStep]>): VisitorStage {
  return lastFirst.find((step) => visitor[dateOf[step]] !== null) ?? 'invited';
}

/** The visitors in a stage: its date is set, and that of no later step is. */
export function inStage(stage: VisitorStage): FindOptionsWhere<Visitor> {
  const later = stage === 'invited' ? lastFirst : lastFirst.slice(0, lastFirst.indexOf(stage));
  const isNull = Object.fromEntries(later.map((step) => [dateOf[step], IsNull()]));
  return stage === 'invited' ? isNull : { ...isNull, [dateOf[stage]]: Not(IsNull()) };
}
