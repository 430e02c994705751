import { accountActs } from './account-acts.js';
import type { Act } from './act.js';
import { circleActs } from './circle-acts.js';
import { clubActs } from './club-acts.js';
import { contributionActs } from './contribution-acts.js';

/** Every row of what can be done. */
export const acts: Record<string, Act> = { ...accountActs, ...clubActs, ...circleActs, ...contributionActs };
import { oneToOneActs } from './one-to-one-acts.js';

/** Every row of what can be done. */
export const acts: Record<string, Act> = { ...accountActs, ...clubActs, ...circleActs, ...oneToOneActs };
import { visitorActs } from './visitor-acts.js';

/** Every row of what can be done. */
export const acts: Record<string, Act> = { ...accountActs, ...clubActs, ...visitorActs, ...circleActs };
