import { accountActs } from './account-acts.js';
import type { Act } from './act.js';
import { agendaActs } from './agenda-acts.js';
import { asksActs } from './asks-acts.js';
import { calendarActs } from './calendar-acts.js';
import { circleActs } from './circle-acts.js';
import { closingActs } from './closing-acts.js';
import { clubActs } from './club-acts.js';
import { consentActs } from './consent-acts.js';
import { contributionActs } from './contribution-acts.js';
import { customerActs } from './customer-acts.js';
import { duplicatesActs } from './duplicates-acts.js';
import { importActs } from './import-acts.js';
import { oneToOneActs } from './one-to-one-acts.js';
import { pathActs } from './path-acts.js';
import { requestActs } from './request-acts.js';
import { retentionActs } from './retention-acts.js';
import { returnsActs } from './returns-acts.js';
import { scorecardActs } from './scorecard-acts.js';
import { visitorActs } from './visitor-acts.js';

/** Every row of what can be done. */
export const acts: Record<string, Act> = {
  ...accountActs,
  ...clubActs,
  ...agendaActs,
  ...calendarActs,
  ...closingActs,
  ...contributionActs,
  ...oneToOneActs,
  ...visitorActs,
  ...circleActs,
  ...consentActs,
  ...customerActs,
  ...pathActs,
  ...importActs,
  ...asksActs,
  ...requestActs,
  ...retentionActs,
  ...duplicatesActs,
  ...scorecardActs,
  ...returnsActs,
};
