import { accountActs } from './account-acts.js';
import type { Act } from './act.js';
import { agendaActs } from './agenda-acts.js';
import { circleActs } from './circle-acts.js';
import { clubActs } from './club-acts.js';

/** Every row of what can be done. */
export const acts: Record<string, Act> = { ...accountActs, ...clubActs, ...circleActs, ...agendaActs };
