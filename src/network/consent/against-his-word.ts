import type { EntityManager } from 'typeorm';
import { DomainError } from '../../platform/graphql/errors.js';
import type { ConsentBasis } from '../introduction.entity.js';
import { type HisWord, hisWordOn, type Passing } from './his-word.sql.js';

/**
 * What a contact said no to himself, no member states for him: he alone can agree anew.
 * @returns what he said last by himself; null when he said nothing
 * @throws DomainError CONTACT_SAID_NO
 */
export async function refuseAgainstHisWord(
  manager: EntityManager,
  passing: Passing,
  said: { basis: ConsentBasis; outcomeBack?: boolean | null },
): Promise<HisWord | null> {
  const word = await hisWordOn(manager, passing);
  if (word?.saidNo && said.basis !== 'none_yet') throw saidNo('consentBasis');
  if (word && !word.outcomeBack && said.outcomeBack) throw saidNo('outcomeBack');
  return word;
}

function saidNo(field: string): DomainError {
  return new DomainError('CONTACT_SAID_NO', 'The contact himself said no; he alone can agree, by a new link.', [field]);
}
