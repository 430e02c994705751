import fc from 'fast-check';
import { lawful } from '../../support/model/lawful-network.js';
import { searchedAt, type WarmNetwork, warmNetwork } from '../../support/model/warm-network.js';
import { WarmPathsModel } from '../../support/model/warm-paths.js';
import { writeWarmNetwork } from '../../support/model/write-warm-network.js';
import { TestApp } from '../../support/test-app.js';

const networks = Number(process.env.NETWORKS ?? 120);
/** The same networks in every run, so that a failure is a change's own fault; SEED=random looks for new ones. */
const usualSeed = '20261124';

let app: TestApp;
/** How many searches found somebody, were refused, found several, and found somebody who knows who knows. */
const seen = { found: 0, empty: 0, refused: 0, several: 0, farther: 0 };

beforeAll(async () => {
  app = await TestApp.start({ KRING_SEARCH_STEP_MILLISECONDS: '0' });
});
afterAll(() => app.stop());

async function compare(drawn: WarmNetwork): Promise<void> {
  const network = lawful(drawn);
  const { people, seatOwners } = await writeWarmNetwork(app.database, network);
  const model = new WarmPathsModel(
    network,
    people.map(({ id }) => id),
  );
  for (const { viewer, words } of network.searches) {
    const { warmPaths } = await app.query(
      people[viewer] ?? null,
      `query ($search: String!) { warmPaths(search: $search) {
         refusal members(first: 50) { totalCount nodes { degree ask { id } } }
       } }`,
      { search: words.join(' ') },
    );
    const entries = warmPaths.members.nodes.map(({ degree, ask }: { degree: number; ask: { id: string } }) => ({
      member: seatOwners.get(ask.id),
      degree,
    }));
    const expected = model.search(viewer, words);
    expect({ viewer, words, entries }).toEqual({ viewer, words, entries: expected ?? [] });
    expect(warmPaths.members.totalCount).toBe(entries.length);
    expect(warmPaths.refusal === null).toBe(expected !== null);
    note(expected);
  }
}

function note(expected: ReturnType<WarmPathsModel['search']>): void {
  if (expected === null) seen.refused += 1;
  else if (expected.length === 0) seen.empty += 1;
  else seen.found += 1;
  if ((expected?.length ?? 0) > 1) seen.several += 1;
  if (expected?.some(({ degree }) => degree === 3)) seen.farther += 1;
}

test(`in ${networks} random networks the same members are to be asked, in the same order, as in the model`, async () => {
  const { SEED = usualSeed } = process.env;
  const seed = SEED === 'random' ? Date.now() % 2 ** 31 : Number(SEED);
  console.info(`random networks: SEED=${seed} NETWORKS=${networks}`);
  await app.at(searchedAt, () =>
    fc.assert(fc.asyncProperty(warmNetwork(), compare), { numRuns: networks, seed, endOnFailure: true }),
  );
  // What is drawn must put the rules to the test.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(networks / 10);
}, 600_000);
