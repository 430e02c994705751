import { byId } from '../../platform/graphql/loaders.js';
import { IntroductionRequest } from './introduction-request.entity.js';

export const introductionRequestById = byId(IntroductionRequest);
