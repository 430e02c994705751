import { byId } from '../platform/graphql/loaders.js';
import { Meeting } from './meeting.entity.js';
import { Visitor } from './visitor.entity.js';

export const meetingById = byId(Meeting);

export const visitorById = byId(Visitor);
