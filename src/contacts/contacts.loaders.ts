import { byId } from '../platform/graphql/loaders.js';
import { Contact } from './contact.entity.js';

export const contactById = byId(Contact);
