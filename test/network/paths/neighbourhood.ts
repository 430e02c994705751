import { Afterwards } from '../../../src/platform/afterwards.js';
import { newId } from '../../../src/platform/id.js';
import { insertRow } from '../../permissions/scribe.js';
import type { TestApp } from '../../support/test-app.js';
import type { CastMember, World } from '../../support/world.js';

export type Details = Record<string, unknown>;

/** The acts of those who search and are found, in the tests' words. */
export class Neighbourhood {
  private noted = 0;

  constructor(
    readonly app: TestApp,
    readonly world: World,
  ) {}

  /** Nobody knows anybody, nobody shares anything, nobody has searched. */
  async clear(): Promise<void> {
    const { database } = this.app;
    for (const table of ['introductions', 'contacts', 'one_to_ones', 'referrals', 'sharings', 'sign_in_attempts']) {
      await database.query(`DELETE FROM ${table}`);
    }
    await database.query('DELETE FROM memberships WHERE joined_on > $1', ['2026-01-01']);
  }

  /** The first search of a server also cleans away old attempts, which takes a statement more. */
  async warmUp(): Promise<void> {
    await this.answer(this.world.sara, 'manager');
    await this.app.application.get(Afterwards).settle();
  }

  share(member: CastMember, level: 'NOBODY' | 'FELLOWS' | 'NETWORK') {
    return this.app.act(member, 'changeSharing', { level }, 'sharing { level sharedContacts }');
  }

  async shareAll(level: 'FELLOWS' | 'NETWORK', ...members: CastMember[]): Promise<void> {
    for (const member of members) await this.share(member, level);
  }

  /** A contact in somebody's book; each has a name of his own unless the details say otherwise. */
  async knows(owner: CastMember, details: Details = {}): Promise<string> {
    this.noted += 1;
    const id = newId();
    await insertRow(this.app.database, 'contacts', {
      ...{ id, owner_id: owner.personId, name: `Human ${this.noted}`, created_at: '2026-01-10' },
      ...details,
    });
    return id;
  }

  /** Enough in his own book for so many entries; nothing in it fits a search. */
  async ownBook(searcher: CastMember, size = 10): Promise<void> {
    for (let number = 0; number < size; number += 1) await this.knows(searcher, { role: 'neighbour' });
  }

  async met(one: CastMember, other: CastMember, day: string): Promise<void> {
    await insertRow(this.app.database, 'one_to_ones', {
      ...{ id: newId(), proposer_id: one.personId, partner_id: other.personId, state: 'held', held_on: day },
      ...{ recorded_by_id: one.personId, recorded_at: day, created_at: day },
    });
  }

  /** A contact introduced another one, as its owner had asked. */
  async introduced(owner: CastMember, contactId: string, introducedId: string, beneficiary: CastMember): Promise<void> {
    await insertRow(this.app.database, 'introductions', {
      ...{ id: newId(), introducer_contact_id: contactId, introduced_contact_id: introducedId },
      ...{ asker_id: owner.personId, root_id: owner.personId, degree: 3, beneficiary_id: beneficiary.personId },
      ...{ recorded_by_id: beneficiary.personId, recorded_at: '2026-02-01', happened_on: '2026-02-01' },
      ...{ consent_basis: 'none_yet', consent_by_id: beneficiary.personId, consent_at: '2026-02-01' },
    });
  }

  /** The whole answer, as it goes over the wire. */
  answer(searcher: CastMember, search: string, page: { first?: number; after?: string } = {}) {
    return this.app.execute(
      searcher,
      `query ($search: String!, $first: Int! = 50, $after: String) { warmPaths(search: $search) {
         refusal hint members(first: $first, after: $after) {
           totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
           edges { cursor node { degree ask { id person { givenName } } } }
         }
       } }`,
      { search, ...page },
    );
  }

  /** Whom to ask, by given name and degree: "Bram 2". */
  async found(searcher: CastMember, search: string): Promise<string[]> {
    const { data, errors } = await this.answer(searcher, search);
    if (errors || data.warmPaths.refusal !== null) throw new Error(JSON.stringify(errors ?? data.warmPaths.refusal));
    return data.warmPaths.members.edges.map(
      ({ node }: { node: { degree: number; ask: { person: { givenName: string } } } }) =>
        `${node.ask.person.givenName} ${node.degree}`,
    );
  }
}
