import { mulberry32 } from '../../../src/reports/return/mulberry32.js';
import { askCounts, countsIn } from '../../support/counts.js';
import { CountsFacts, type WrittenMeeting } from '../../support/counts-facts.js';
import { Facts } from '../../support/facts.js';
import { type CountEntry, type CountedSeat, type Letter, recountCounts } from '../../support/recount-counts.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

type Seat = CountedSeat & { member: CastMember };

let app: TestApp;
let world: World;
let facts: CountsFacts;
let deals: Facts;
/** The seats of Ghent, and what everybody did, as he knows it. */
const seats: Seat[] = [];
const log: CountEntry[] = [];

const random = mulberry32(12);
const upTo = (count: number) => Math.floor(random() * count);
const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
const letters: Letter[] = ['present', 'absent', 'late', 'medical', 'substitute'];

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  facts = new CountsFacts(app.database);
  deals = new Facts(app.database);
  await seatEverybody();
  for (let week = 0; week < 20; week += 1) await meet(week);
  for (let count = 0; count < 60; count += 1) await refer();
  for (let count = 0; count < 60; count += 1) await talk();
  for (let count = 0; count < 40; count += 1) await learnAndPraise();
  for (let count = 0; count < 90; count += 1) await sell();
});
afterAll(() => app.stop());

/** A civil day from the first of January to the end of June. */
const anyDay = () => new Date(Date.UTC(2026, 0, 1 + upTo(181))).toISOString().slice(0, 10);
const heldOn = (day: string) => seats.filter((seat) => seat.joinedOn <= day && (!seat.leftOn || day < seat.leftOn));

async function seatEverybody(): Promise<void> {
  const { sara, bram, cleo, pia, vik, ghentId } = world;
  const sit = (member: CastMember, joinedOn: string, leftOn: string | null = null) =>
    seats.push({ member, membershipId: member.membershipId, personId: member.personId, joinedOn, leftOn });
  for (const member of [sara, bram, pia, vik]) sit(member, '2026-01-01');
  sit(cleo, '2026-01-01', '2026-03-01');
  await facts.leave(cleo, '2026-03-01');
  sit({ ...cleo, membershipId: await world.seat(cleo.personId, ghentId, 'Writer', '2026-04-15') }, '2026-04-15');
  sit(await world.member('Nina', 'Aerts', ghentId, 'Tailor', '2026-02-10'), '2026-02-10');
  const gone = await world.member('Gust', 'Aerts', ghentId, 'Baker');
  sit(gone, '2026-01-01', '2026-05-20');
  await facts.leave(gone, '2026-05-20');
}

/** A meeting, closed but for the last of the year, with letters that are corrected now and then, and visitors. */
async function meet(week: number): Promise<void> {
  const day = new Date(Date.UTC(2026, 0, 8 + 7 * week)).toISOString().slice(0, 10);
  const state = week === 7 || week === 13 ? 'cancelled' : week === 19 ? 'open' : 'closed';
  const meeting = await facts.meeting(world.ghentId, day, state);
  if (state === 'cancelled') log.push({ act: 'cancelled', meetingId: meeting.id });
  for (const { member, membershipId } of heldOn(day)) {
    for (const letter of random() < 0.2 ? [oneOf(letters), oneOf(letters)] : [oneOf(letters)]) {
      await facts.letter(meeting, member, letter);
      log.push({ act: 'letter', meetingId: meeting.id, day, membershipId, letter });
    }
  }
  for (let count = upTo(4); count > 0; count -= 1) await invite(meeting, day, state !== 'cancelled');
}

/** By the address of each human: whether he came to a meeting that was held. Meetings come in order of time. */
const known = new Map<string, string>();

async function invite(meeting: WrittenMeeting, day: string, isHeld: boolean): Promise<void> {
  const { member } = oneOf(heldOn(day));
  const email = `human${upTo(25)}@client.example`;
  const came = random() < 0.7;
  await facts.visit(meeting, member, await facts.contact(member, email), came ? '2026-01-01' : null);
  if (!came) return;
  const first = !known.has(email) || known.get(email) === meeting.id;
  log.push({ act: 'visit', meetingId: meeting.id, day, inviterMembershipId: member.membershipId, first });
  if (isHeld && first) known.set(email, meeting.id);
}

async function refer(): Promise<void> {
  const day = anyDay();
  const { ghentId, utrechtId, tess, ulf } = world;
  const members = heldOn(day).map(({ member }) => ({ of: member, clubId: ghentId }));
  const others = [tess, ulf].map((member) => ({ of: member, clubId: utrechtId }));
  const [from, to] = [oneOf([...members, ...others]), oneOf([...members, ...others])];
  if (from.of === to.of) return;
  const introduction = random() < 0.6 ? await deals.introduction(to.of, from.of) : null;
  await facts.referral({ ...from, at: `${day}T12:00:00Z` }, { ...to, on: day }, introduction?.id ?? null);
  log.push({
    act: 'referral',
    giverMembershipId: from.of.membershipId,
    receiverMembershipId: to.of.membershipId,
    inside: introduction === null,
    givenOn: day,
    receivedOn: day,
  });
}

async function talk(): Promise<void> {
  const day = anyDay();
  const everybody = [...seats.map(({ member }) => member), world.tess];
  const [one, other] = [oneOf(everybody), oneOf(everybody)];
  if (one.personId === other.personId) return;
  log.push({ act: 'oneToOne', personIds: [one.personId, other.personId], day });
  // What the other recorded as well is refused by the database, and counts once.
  await facts.oneToOne(one, other, day).catch((error: Error) => expect(error.message).toContain('same_pair'));
}

async function learnAndPraise(): Promise<void> {
  const day = anyDay();
  const [one, other] = [oneOf(heldOn(day)), oneOf(heldOn(day))];
  const hundredths = upTo(400) - 50 || 25;
  await facts.units(world.ghentId, one.member, day, (hundredths / 100).toFixed(2));
  log.push({ act: 'units', membershipId: one.membershipId, day, hundredths });
  if (one === other) return;
  await facts.testimonial(world.ghentId, one.member, other.member, day);
  log.push({ act: 'testimonial', giverMembershipId: one.membershipId, day });
}

async function sell(): Promise<void> {
  const closedOn = anyDay();
  const { ghentId, utrechtId, tess, ulf } = world;
  const sellers = [...heldOn(closedOn).map(({ member }) => member), tess, ulf];
  const [seller, root] = [oneOf(sellers), oneOf(seats).member];
  if (seller.personId === root.personId) return;
  const isFromUtrecht = seller === tess || seller === ulf;
  const amountMinor = 1_000 + upTo(100_000);
  const currency = random() < 0.8 ? 'EUR' : 'JPY';
  const visibility = oneOf(['exact', 'exact', 'exact', 'band', 'only_the_sum', 'hidden'] as const);
  const hasRoot = random() < 0.9;
  const origin = hasRoot ? await deals.introduction(seller, root) : undefined;
  const clubId = isFromUtrecht ? utrechtId : ghentId;
  const deal = await deals.deal({ seller, clubId, closedOn, amountMinor, currency, visibility, origin });
  const rootId = hasRoot ? root.personId : null;
  log.push({
    act: 'deal',
    dealId: deal.id,
    sellerId: seller.personId,
    rootId,
    closedOn,
    amountMinor,
    currency,
    visibility,
  });
  if (random() < 0.3) {
    const adjustment = { dealId: deal.id, day: anyDay(), amountMinor: -upTo(amountMinor) - 1 };
    await deals.adjustment(deal, adjustment.day, adjustment.amountMinor);
    log.push({ act: 'adjustment', ...adjustment });
  }
  if (hasRoot && random() < 0.1) {
    const others = seats.map(({ member }) => member).filter(({ personId }) => personId !== seller.personId);
    const credited = oneOf(others);
    await facts.split(deal.id, [credited], seller);
    log.push({ act: 'split', dealId: deal.id, personIds: [credited.personId] });
  }
}

test.each([
  ['the whole season', '2026-01-01', '2026-06-30'],
  ['ten years', '2020-01-01', '2029-12-31'],
  ['a quarter', '2026-02-01', '2026-04-30'],
  ['the gap between two seats', '2026-03-01', '2026-04-14'],
  ['a week', '2026-03-09', '2026-03-15'],
  ['one day', '2026-05-21', '2026-05-21'],
])('over %s every figure, to every member, is what a recount of the acts gives', async (_, from, to) => {
  for (const viewer of [world.sara, world.bram, world.pia, world.vik]) {
    const counts = countsIn(await askCounts(app, viewer, world.ghentId, { from, to }));
    const recounted = recountCounts(log, { seats, period: { from, to }, viewerId: viewer.personId });
    type Node = { membership: { id: string } };
    const members = counts.members.nodes.map(({ membership, ...figures }: Node) => [membership.id, figures]);
    expect(Object.fromEntries(members)).toEqual(Object.fromEntries(recounted.members));
    expect(counts.total).toEqual(recounted.total);
  }
});

test('the season has something of everything, and withholds some sums and totals while it shows others', () => {
  const looked = [world.sara, world.bram, world.pia].flatMap((viewer) =>
    [
      ['2026-01-01', '2026-06-30'],
      ['2026-03-09', '2026-03-15'],
      ['2026-02-01', '2026-04-30'],
    ].map(([from = '', to = '']) => recountCounts(log, { seats, period: { from, to }, viewerId: viewer.personId })),
  );
  const members = looked.flatMap((counts) => [...counts.members.values()]);
  for (const figures of [members, looked.map(({ total }) => total)]) {
    expect(figures.some(({ thanked }) => thanked.length > 0)).toBe(true);
    expect(figures.some(({ thankedWithheld }) => thankedWithheld.length > 0)).toBe(true);
  }
  const [whole] = looked;
  for (const [name, figure] of Object.entries(whole?.total ?? {})) expect([name, figure]).not.toEqual([name, 0]);
});
