import { In } from 'typeorm';
import { byId, type LoaderDeclaration } from '../platform/graphql/loaders.js';
import { Account } from './account.entity.js';
import { Person } from './person.entity.js';

export const personById = byId(Person);

export const accountByPerson: LoaderDeclaration<Account> = async (personIds, dataSource) => {
  const accounts = await dataSource.getRepository(Account).findBy({ personId: In([...personIds]) });
  return new Map(accounts.map((account) => [account.personId, account]));
};
