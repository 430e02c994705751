import type { Sight } from '../sights.js';
import { agendaRows } from './agenda-rows.js';
import { asksRows } from './asks-rows.js';
import { calendarRows } from './calendar-rows.js';
import { chainRows } from './chain-rows.js';
import { circleRows } from './circle-rows.js';
import { closingRows } from './closing-rows.js';
import { consentRows } from './consent-rows.js';
import { contributionRows } from './contribution-rows.js';
import { countsRows } from './counts-rows.js';
import { customerRows } from './customer-rows.js';
import { dealRows } from './deal-rows.js';
import { directoryRows } from './directory-rows.js';
import { duplicatesRows } from './duplicates-rows.js';
import { importRows } from './import-rows.js';
import { liveRows } from './live-rows.js';
import { meetingRows } from './meeting-rows.js';
import { oneToOneRows } from './one-to-one-rows.js';
import { requestRows } from './request-rows.js';
import { retentionRows } from './retention-rows.js';
import { returnsRows } from './returns-rows.js';
import { rootRows } from './root-rows.js';
import { scorecardRows } from './scorecard-rows.js';
import { visitorRows } from './visitor-rows.js';

/** Every row of what can be read. */
export const sights: Sight[] = [
  ...rootRows,
  ...directoryRows,
  ...circleRows,
  ...duplicatesRows,
  ...scorecardRows,
  ...meetingRows,
  ...dealRows,
  ...contributionRows,
  ...oneToOneRows,
  ...visitorRows,
  ...closingRows,
  ...calendarRows,
  ...agendaRows,
  ...countsRows,
  ...chainRows,
  ...liveRows,
  ...consentRows,
  ...customerRows,
  ...importRows,
  ...asksRows,
  ...requestRows,
  ...retentionRows,
  ...returnsRows,
];
