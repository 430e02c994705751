import { newId } from '../../../src/platform/id.js';
import { CountsFacts } from '../../support/counts-facts.js';
import { Facts } from '../../support/facts.js';
import type { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';

/** The club and its members. */
export interface PeopledClub {
  id: string;
  members: CastMember[];
}

/**
 * The region of Ghent with three clubs: of eight members, of six, and of four, who are too few to be told of. Nina
 * directs the whole network. No two of the members end in the same bit, so that nobody hides another.
 */
export class RegionWorld {
  readonly facts: Facts;
  readonly counts: CountsFacts;
  readonly clubs: PeopledClub[] = [];
  nina: CastMember;

  private constructor(
    readonly app: TestApp,
    readonly world: World,
  ) {
    this.facts = new Facts(app.database);
    this.counts = new CountsFacts(app.database);
  }

  static async build(app: TestApp): Promise<RegionWorld> {
    const built = new RegionWorld(app, await World.build(app.database));
    const { world } = built;
    built.nina = await world.person('Nina', 'Bos');
    await app.database.query(
      `INSERT INTO region_directors (id, region_id, person_id, starts_on, created_at)
       VALUES ($1, $2, $3, '2026-01-01', '2026-01-01')`,
      [newId(), world.networkId, built.nina.personId],
    );
    for (const [name, size] of Object.entries({ 'Gent Eight': 8, 'Gent Six': 6, 'Gent Few': 4 })) {
      built.clubs.push(await built.club(name, size));
    }
    return built;
  }

  /** Everybody of a club sells once on the day, directly and at the second degree. */
  async sell({ id, members }: PeopledClub, day: string, amountMinor: number): Promise<void> {
    for (const [index, seller] of members.entries()) {
      const by = members[(index + 1) % members.length] ?? seller;
      await this.facts.deal({ seller, clubId: id, closedOn: day, amountMinor, direct: true });
      const origin = await this.facts.introduction(seller, by);
      await this.facts.deal({ seller, clubId: id, closedOn: day, amountMinor: 3 * amountMinor, origin });
    }
  }

  private async club(name: string, size: number): Promise<PeopledClub> {
    const { world, app } = this;
    const id = newId();
    await app.database.query(
      `INSERT INTO clubs (id, network_id, region_id, name, time_zone, locale, currency, fee_minor, fee_months, created_at)
       VALUES ($1, $2, $3, $4, 'Europe/Brussels', 'nl-BE', 'EUR', 90000, 12, '2026-01-01')`,
      [id, world.networkId, world.ghentRegionId, name],
    );
    const members: CastMember[] = [];
    const taken = new Set<number>();
    while (members.length < size) {
      const person = await world.person('Member', `Of ${name} ${members.length}`);
      const bit = Number.parseInt(person.personId.slice(-2), 16) & 63;
      if (taken.has(bit)) continue;
      taken.add(bit);
      const profession = `Trade ${members.length}`;
      members.push({ ...person, membershipId: await world.seat(person.personId, id, profession) });
    }
    return { id, members };
  }
}
