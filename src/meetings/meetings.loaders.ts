import { byId } from '../platform/graphql/loaders.js';
import { Meeting } from './meeting.entity.js';

export const meetingById = byId(Meeting);
