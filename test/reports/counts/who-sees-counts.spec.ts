import { askCounts, countsIn } from '../../support/counts.js';
import { CountsFacts } from '../../support/counts-facts.js';
import { Facts } from '../../support/facts.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

let app: TestApp;
let world: World;
let facts: CountsFacts;

beforeAll(async () => {
  app = await TestApp.start();
  facts = new CountsFacts(app.database);
});
afterAll(() => app.stop());

/** Every test has a world of its own. */
beforeEach(async () => {
  world = await World.build(app.database);
});

const march = { from: '2026-03-01', to: '2026-03-31' };
const asked = async (viewer: CastMember | null, clubId = world.ghentId) =>
  (await askCounts(app, viewer, clubId, march)).data?.club?.counts ?? null;
const ofDirector = async () => countsIn(await askCounts(app, world.dirk, world.ghentId, march));
/** The five of Ghent. */
const ghent = () => [world.sara, world.bram, world.cleo, world.pia, world.vik];

test.each(['sara', 'bram', 'pia', 'vik'] as const)('%s, who sits in the club, sees its counts whole', async (name) => {
  const counts = await asked(world[name]);
  expect(counts.members.nodes).toHaveLength(5);
  expect(counts.total).toMatchObject({ present: 0 });
});

test.each(['tess', 'ada', 'otto'] as const)('%s, who does not, sees none', async (name) => {
  expect(await asked(world[name])).toBeNull();
});

test('nobody who has not signed in, and nobody who has left, sees any', async () => {
  expect(await asked(null)).toBeNull();
  await facts.leave(world.cleo, '2026-03-20');
  expect(await asked(world.cleo)).toBeNull();
  const { nodes } = (await asked(world.sara)).members;
  expect(nodes.map(({ membership }: { membership: { id: string } }) => membership.id)).toContain(
    world.cleo.membershipId,
  );
});

describe('a director of the region', () => {
  test('sees the total and no member, of the clubs of his region only', async () => {
    expect(await ofDirector()).toMatchObject({ members: null, total: { present: 0, educationUnits: '0' } });
    expect(await asked(world.dirk, world.utrechtId)).toBeNull();
  });

  test('who sits in the club himself sees it whole', async () => {
    await world.seat(world.dirk.personId, world.ghentId, 'Tailor');
    expect((await ofDirector()).members.nodes).toHaveLength(6);
  });

  test('sees a sum once five members contributed to it, or none did', async () => {
    const [first, ...others] = ghent();
    for (const member of others) await facts.units(world.ghentId, member, '2026-03-10', '0.5');
    expect((await ofDirector()).total).toMatchObject({ educationUnits: null, testimonials: 0 });
    if (first) await facts.units(world.ghentId, first, '2026-03-10', '0.5');
    expect((await ofDirector()).total).toMatchObject({ educationUnits: '2.5' });
    expect((await asked(world.pia)).total).toMatchObject({ educationUnits: '2.5' });
  });

  test('counts persons, not seats: who came back is one', async () => {
    const { sara, ghentId } = world;
    await facts.leave(sara, '2026-03-10');
    const again = { ...sara, membershipId: await world.seat(sara.personId, ghentId, 'Writer', '2026-03-15') };
    for (const member of [sara, again, world.bram, world.cleo, world.pia]) {
      await facts.units(ghentId, member, '2026-03-05', '1');
    }
    expect((await ofDirector()).total).toMatchObject({ educationUnits: null });
  });

  test('is not told by the countable weeks how often the only one was ill', async () => {
    const meeting = await facts.meeting(world.ghentId, '2026-03-05');
    for (const member of ghent()) await facts.letter(meeting, member, 'present');
    expect((await ofDirector()).total).toMatchObject({ present: 5, medical: 0, countableWeeks: 5 });
    await facts.letter(await facts.meeting(world.ghentId, '2026-03-12'), world.sara, 'medical');
    expect((await ofDirector()).total).toMatchObject({ present: 5, medical: null, countableWeeks: null });
    expect((await asked(world.pia)).total).toMatchObject({ present: 5, medical: 1, countableWeeks: 6 });
  });

  test('sees money of five sellers or more, by currency', async () => {
    const deals = new Facts(app.database);
    const root = await world.member('Rosa', 'Root', world.ghentId, 'Tailor');
    const sell = async (seller: CastMember, currency = 'EUR') =>
      deals.deal({
        seller,
        clubId: world.ghentId,
        closedOn: '2026-03-10',
        amountMinor: 1_000,
        currency,
        origin: await deals.introduction(seller, root),
      });
    const [first, ...others] = ghent();
    for (const seller of others) await sell(seller);
    for (const seller of ghent()) await sell(seller, 'USD');
    expect((await ofDirector()).total).toMatchObject({
      thanked: [{ amount: '50.00', currency: 'USD' }],
      thankedWithheld: ['EUR'],
    });
    expect((await asked(root)).total).toMatchObject({ thankedWithheld: [] });
    if (first) await sell(first);
    expect((await ofDirector()).total).toMatchObject({
      thanked: [
        { amount: '50.00', currency: 'EUR' },
        { amount: '50.00', currency: 'USD' },
      ],
    });
  });
});
