import { byId } from '../../platform/graphql/loaders.js';
import { Presentation } from './presentation.entity.js';

export const presentationById = byId(Presentation);
