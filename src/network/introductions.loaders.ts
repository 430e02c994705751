import { byId } from '../platform/graphql/loaders.js';
import { Introduction } from './introduction.entity.js';

export const introductionById = byId(Introduction);
