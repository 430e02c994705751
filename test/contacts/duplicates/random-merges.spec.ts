import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { MergeContactsService } from '../../../src/contacts/duplicates/merge-contacts.service.js';
import { humanOf } from '../../../src/contacts/human.js';
import { introducedBy, lineageOf } from '../../../src/network/chain.sql.js';
import { DomainError } from '../../../src/platform/graphql/errors.js';
import { type Both, distinctSeason, expectSameChains, expectSameReports, playBoth } from '../../support/both.js';
import { randomSeason } from '../../support/model/random-season.js';
import { TestApp } from '../../support/test-app.js';

const seasons = Number(process.env.MERGES ?? 25);
const usualSeed = 104605783;
const anchor = Temporal.PlainDate.from('2026-11-02');

let app: TestApp;
let merged = 0;
let refusals = new Map<string, number>();

beforeAll(async () => {
  app = await TestApp.start();
  refusals = new Map();
});
afterAll(() => app.stop());

/** Merges one pair of somebody's contacts after the other, as they are drawn; tells nothing of those that are refused. */
async function mergeAtRandom({ stage, model }: Both, draws: [number, number][]): Promise<void> {
  const contacts = model.journal.of('addContact').map(({ act }) => act);
  for (const [first, second] of draws) {
    const one = contacts[first % contacts.length];
    const own = contacts.filter(({ owner }) => owner === one?.owner);
    const other = own[second % own.length];
    if (!one || !other) continue;
    const pair = { keptId: stage.id('contact', one.key), mergedId: stage.id('contact', other.key), fromMerged: [] };
    try {
      await stage.service(MergeContactsService).merge(await stage.as(one.owner), stage.input(pair));
      merged += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1);
    }
  }
}

async function expectFlat(): Promise<void> {
  const crooked = await app.database.query(
    `SELECT FROM contacts c JOIN contacts standing ON standing.id = c.merged_into_id
     WHERE standing.merged_into_id IS NOT NULL OR standing.owner_id <> c.owner_id`,
  );
  expect(crooked).toEqual([]);
}

/** Of whom two contacts of one owner make one: nobody introduced is above himself, by the rows of his own book. */
async function expectNobodyTwice({ stage, model }: Both): Promise<void> {
  const standing = new Map(
    (
      await app.database.query<{ id: string; standing: string }[]>(
        'SELECT id, coalesce(merged_into_id, id) AS standing FROM contacts',
      )
    ).map((row) => [row.id, row.standing]),
  );
  for (const key of model.introductions().keys()) {
    const lineage = await lineageOf(app.database.manager, stage.id('introduction', key));
    const own = lineage.find(({ id }) => id === stage.id('introduction', key));
    const introduced = own?.introducedContactId && standing.get(own.introducedContactId);
    if (!own || !introduced) continue;
    const above = [
      ...lineage.map(({ introducerContactId }) => introducerContactId),
      ...lineage.filter((row) => row !== own).map((row) => introducedBy(row).contactId),
    ];
    expect(above.map((id) => id && standing.get(id))).not.toContain(introduced);
    const { personId } = await humanOf(app.database.manager, introducedBy(own));
    if (personId) expect(lineage.flatMap((row) => [row.introducerId, row.askerId])).not.toContain(personId);
  }
}

test(`merging at random in ${seasons} seasons changes no degree, root, origin or sum, and closes no circle`, async () => {
  const draws = fc.array(fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 999 })), { minLength: 20, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(randomSeason(), draws, async (season, pairs) => {
      const both = await playBoth(app, distinctSeason(season), anchor);
      await mergeAtRandom(both, pairs);
      await expectFlat();
      await expectNobodyTwice(both);
      await expectSameChains(app, both);
      await expectSameReports(app, both, [-200, 0]);
    }),
    { numRuns: seasons, seed: usualSeed, endOnFailure: true },
  );
  expect(merged).toBeGreaterThan(seasons);
  expect([...refusals.keys()].sort()).toEqual(
    expect.arrayContaining(['ALREADY_MERGED', 'INTRODUCTION_LOOP', 'SAME_CONTACT']),
  );
}, 1_200_000);
