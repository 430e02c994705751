import { randomUUID } from 'node:crypto';
import type { PayloadError, TestApp } from '../../support/test-app.js';
import type { CastMember } from '../../support/world.js';

type Input = Record<string, unknown>;

export interface Uploaded {
  status: number;
  id?: string;
  errors?: PayloadError[];
}

const rowFields = `line kind filled errors { field code message } duplicateOf { name } contact { id name }
  details { name company role email phone profession place strength lastSpokenOn }`;
const outcomeFields = `newCount duplicateCount refusedCount rows(first: 100, kind: $kind) { totalCount nodes { ${rowFields} } }`;

/** Address books from files, in the tests' words. */
export class AddressBook {
  constructor(private readonly app: TestApp) {}

  /** One upload over HTTP, with a bearer token or with whatever other headers. */
  async send(
    actor: { token: string } | null,
    file: string | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Uploaded> {
    const response = await fetch(`${this.app.url}/imports/contacts`, {
      method: 'POST',
      headers: {
        'content-type': 'text/csv',
        'idempotency-key': randomUUID(),
        ...(actor && { authorization: `Bearer ${actor.token}` }),
        ...headers,
      },
      body: typeof file === 'string' ? file : new Uint8Array(file),
    });
    return { status: response.status, ...((await response.json()) as object) };
  }

  /** The key of what was uploaded. */
  async upload(actor: CastMember, file: string | Buffer): Promise<string> {
    const { id, errors } = await this.send(actor, file);
    if (!id) throw new Error(JSON.stringify(errors));
    return id;
  }

  async read(actor: CastMember, id: string, fields: string, variables: object = {}, head = '$id: UUID!') {
    return (
      await this.app.query(actor, `query (${head}) { contactImport(id: $id) { ${fields} } }`, { id, ...variables })
    ).contactImport;
  }

  async preview(actor: CastMember, id: string, mapping: object[] | null = null, kind: string | null = null) {
    const head = '$id: UUID!, $mapping: [ContactImportMappingInput!], $kind: ContactImportRowKind';
    const fields = `preview(mapping: $mapping) { ${outcomeFields} }`;
    return (await this.read(actor, id, fields, { mapping, kind }, head)).preview;
  }

  async result(actor: CastMember, id: string) {
    const fields = `state result { ${outcomeFields} } contacts { totalCount nodes { id name } }`;
    return this.read(actor, id, fields, { kind: null }, '$id: UUID!, $kind: ContactImportRowKind');
  }

  apply(actor: CastMember, importId: string, input: Input = {}) {
    const selection = 'contactImport { id state appliedAt }';
    return this.app.act(actor, 'applyContactImport', { importId, onDuplicate: 'SKIP', ...input }, selection);
  }

  undo(actor: CastMember, importId: string, input: Input = {}) {
    return this.app.act(actor, 'undoContactImport', { importId, ...input }, 'contactImport { id state undoneAt }');
  }

  discard(actor: CastMember, importId: string) {
    return this.app.act(actor, 'discardContactImport', { importId }, 'contactImport { id state rowCount }');
  }

  /** All that stands in somebody's book, to see that it is as it was. */
  async digest(actor: CastMember): Promise<string> {
    const [row] = await this.app.database.query<{ digest: string }[]>(
      'SELECT md5(string_agg(c::text, chr(10) ORDER BY id)) AS digest FROM contacts c WHERE owner_id = $1',
      [actor.personId],
    );
    return row?.digest ?? '';
  }

  async names(actor: CastMember): Promise<string[]> {
    const rows = await this.app.database.query<{ name: string }[]>(
      'SELECT name FROM contacts WHERE owner_id = $1 ORDER BY name COLLATE "C"',
      [actor.personId],
    );
    return rows.map(({ name }) => name);
  }
}
