import { CountsFacts } from './counts-facts.js';
import { type DealFact, Facts } from './facts.js';
import type { Actor, Answer, TestApp } from './test-app.js';
import type { CastMember, World } from './world.js';

const money = '{ amount currency }';
const band = '{ min above max points }';

/** As much of a scorecard as may be asked for of several. */
export const scorecardInList = `
  on from to weeks provisional points most membership { id }
  profile { code version } colour { name letter min } nextColour { name letter min pointsMissing }
  figures {
    present absent late medical substitute referralsGiven referralsContactedInTime referralsBecameCustomers visitors
    oneToOnes educationUnits testimonials thanked ${money} directReturn ${money} indirectReturn ${money}
  }
  metrics {
    key per direction withheld amount divisor value points max band ${band} next { points value needed band ${band} }
  }`;

/** All of a scorecard but the profile's content. */
const wholeScorecard = `${scorecardInList}
  pathToColour { on colour { name } points acts steps { key pointsNow pointsThen needed } }
  forecast {
    month on from to assumedMeetings weeks points most colour { name }
    metrics { key value points max pointsChange leaving { day figure amount } }
  }`;

/** What a viewer is told of the scorecard of a seat. */
export function askScorecard(app: TestApp, actor: Actor, of: CastMember, on: string | null = null): Promise<Answer> {
  return app.execute(
    actor,
    `query ($id: UUID!, $on: Date) { membership(id: $id) { scorecard(on: $on) { ${wholeScorecard} } } }`,
    { id: of.membershipId, on },
  );
}

/** The scorecard that must be there. */
export async function scorecardOf(
  app: TestApp,
  actor: Actor,
  of: CastMember,
  on: string | null = null,
): Promise<Answer['data']> {
  const { data, errors } = await askScorecard(app, actor, of, on);
  if (errors || !data?.membership?.scorecard) throw new Error(JSON.stringify({ data, errors }));
  return data.membership.scorecard;
}

type Metrics = { metrics: { key: string }[] };

export function metricOf(scorecard: Metrics, key: string): Answer['data'] {
  return scorecard.metrics.find((metric) => metric.key === key);
}

export function pointsByMetric({ metrics }: { metrics: { key: string; points: number }[] }): Record<string, number> {
  return Object.fromEntries(metrics.map(({ key, points }) => [key, points]));
}

/** Writes the half a year of a member of Ghent. */
export class HalfYear {
  readonly counts: CountsFacts;
  readonly deals: Facts;

  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {
    this.counts = new CountsFacts(app.database);
    this.deals = new Facts(app.database);
  }

  /** Closed meetings on those days, with a letter for each. */
  async letters(of: CastMember, letters: Record<string, string>, state = 'closed'): Promise<void> {
    for (const [day, letter] of Object.entries(letters)) {
      const meeting = await this.counts.meeting(this.world.ghentId, day, state);
      await this.counts.letter(meeting, of, letter);
    }
  }

  async referral(
    from: CastMember,
    to: CastMember,
    at: string,
    came: { afterHours?: number; stage?: string } = {},
  ): Promise<void> {
    const { ghentId } = this.world;
    await this.counts.referral({ of: from, clubId: ghentId, at }, { of: to, clubId: ghentId, on: at.slice(0, 10) });
    await this.app.database.query(
      `UPDATE referrals SET stage = $3, first_contact_at = given_at + make_interval(hours => $4)
       WHERE giver_membership_id = $1 AND given_at = $2`,
      [from.membershipId, at, came.stage ?? 'suspect', came.afterHours ?? null],
    );
  }

  async visit(inviter: CastMember, day: string): Promise<void> {
    const meeting = await this.counts.meeting(this.world.ghentId, day);
    await this.counts.visit(meeting, inviter, await this.counts.contact(inviter));
  }

  /** A deal of the seller with somebody whom the root introduced to him. */
  async sale(seller: CastMember, root: CastMember, amountMinor: number, more: Partial<DealFact> = {}) {
    const origin = more.direct ? undefined : await this.deals.introduction(seller, root);
    const deal = { seller, clubId: this.world.ghentId, closedOn: '2026-03-10', amountMinor, origin, ...more };
    return this.deals.deal(deal);
  }

  /** What Sara did from January to June; test/reports/scorecards/scorecard.spec.ts computes it by hand. */
  async goldenClub(): Promise<void> {
    const { sara, bram, ghentId } = this.world;
    const { counts } = this;
    const fridays = ['2026-01-09', '2026-02-06', '2026-03-06', '2026-04-03', '2026-05-01', '2026-06-05'];
    await this.letters(sara, Object.fromEntries(fridays.map((day) => [day, 'present'])));
    await this.letters(sara, { '2026-01-16': 'absent', '2026-06-30': 'late' });
    // The first minutes of January and the last of June in Brussels; then the first of July there.
    await this.referral(sara, bram, '2025-12-31T23:30:00Z', { afterHours: 24, stage: 'customer' });
    await this.referral(sara, bram, '2026-03-02T09:00:00Z', { afterHours: 2 });
    await this.referral(sara, bram, '2026-04-02T09:00:00Z', { afterHours: 1 });
    await this.referral(sara, bram, '2026-05-02T09:00:00Z', { afterHours: 25 });
    await this.referral(sara, bram, '2026-06-30T21:59:00Z', { afterHours: 1 });
    await this.referral(sara, bram, '2026-06-30T22:00:00Z', { afterHours: 1, stage: 'customer' });
    await this.referral(bram, sara, '2026-03-02T09:00:00Z', { afterHours: 1, stage: 'customer' });
    await this.visit(sara, '2026-02-13');
    await this.visit(sara, '2026-03-13');
    for (const day of ['2026-01-05', '2026-02-05', '2026-03-05']) await counts.oneToOne(sara, bram, day);
    await counts.oneToOne(bram, sara, '2026-04-05');
    await counts.units(ghentId, sara, '2026-02-01', '0.5');
    await counts.units(ghentId, sara, '2026-06-30', '1');
    await counts.units(ghentId, sara, '2026-07-01', '5');
    await this.sale(sara, bram, 20_000, { direct: true });
    await this.sale(sara, bram, 90_000);
    await this.deals.adjustment(await this.sale(sara, bram, 1, { closedOn: '2025-12-31' }), '2026-02-01', -10_000);
    await this.sale(sara, bram, 999_999, { origin: undefined });
    await this.sale(bram, sara, 150_000);
    await this.sale(bram, sara, 800_000, { visibility: 'hidden' });
    await this.sale(bram, sara, 800_000, { currency: 'USD' });
    await this.sale(bram, sara, 800_000, { closedOn: '2026-07-01' });
  }
}
