import { byId } from '../../platform/graphql/loaders.js';
import { Speaker } from './speaker.entity.js';

export const speakerById = byId(Speaker);
