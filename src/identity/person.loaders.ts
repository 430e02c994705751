import { byId } from '../platform/graphql/loaders.js';
import { Person } from './person.entity.js';

export const personById = byId(Person);
