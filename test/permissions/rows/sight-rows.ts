import type { Sight } from '../sights.js';
import { circleRows } from './circle-rows.js';
import { dealRows } from './deal-rows.js';
import { directoryRows } from './directory-rows.js';
import { liveRows } from './live-rows.js';
import { meetingRows } from './meeting-rows.js';
import { rootRows } from './root-rows.js';

/** Every row of what can be read. */
export const sights: Sight[] = [...rootRows, ...directoryRows, ...circleRows, ...meetingRows, ...liveRows, ...dealRows];
