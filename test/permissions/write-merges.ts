import type { Parts, Scribe } from './scribe.js';

/** The party had carl twice in his book, and merged the two. */
export async function writeMerges(scribe: Scribe, { party }: Parts): Promise<void> {
  await scribe.write('carlBefore', 'contacts', {
    owner_id: party.personId,
    merged_into_id: scribe.id('carl'),
    name: scribe.plain('carl before'),
    created_at: '2026-01-11',
  });
  await scribe.write('carlMerge', 'contact_merges', {
    owner_id: party.personId,
    kept_id: scribe.id('carl'),
    merged_id: scribe.id('carlBefore'),
    kept_before: JSON.stringify({ name: scribe.say('contact_merges.kept_before', 'carl'), isPrivate: false }),
    merged_at: '2026-01-12',
  });
}
