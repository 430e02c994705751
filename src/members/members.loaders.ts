import { byId } from '../platform/graphql/loaders.js';
import { Membership } from './membership.entity.js';

export const membershipById = byId(Membership);
