import type { DataSource } from 'typeorm';
import type { Actor } from '../support/test-app.js';
import { type CastMember, World } from '../support/world.js';
import type { Role } from './roles.js';
import { type Parts, Scribe } from './scribe.js';
import { writeAgenda } from './write-agenda.js';
import { writeAsks } from './write-asks.js';
import { writeCalendar } from './write-calendar.js';
import { writeChains } from './write-chains.js';
import { writeClosing } from './write-closing.js';
import { writeConsent } from './write-consent.js';
import { writeContributions } from './write-contributions.js';
import { writeCustomers } from './write-customers.js';
import { writeDeals, writeReferrals } from './write-deals.js';
import { writeFillers, writeForeigner, writeOwnContacts } from './write-fillers.js';
import { writeClub } from './write-ghent.js';
import { writeImport } from './write-import.js';
import { writeLive } from './write-live.js';
import { writeMeetings } from './write-meetings.js';
import { writeMerges } from './write-merges.js';
import { writeOneToOnes } from './write-one-to-ones.js';
import { writePaths } from './write-paths.js';
import { writeRequests } from './write-requests.js';
import { writeRetention } from './write-retention.js';
import { writeScorecards } from './write-scorecards.js';
import { writeVisitors } from './write-visitors.js';

/**
 * Ghent, where Bram introduces to Sara and she sells, with a canary in every personal column; the same story in
 * Utrecht, the neighbours' club; and once more in another network. Whoever looks is `actors[role]`.
 */
export class PermissionWorld {
  actors: Record<Role, Actor>;
  /** The persons behind them, but for anonymous. */
  cast: Record<Exclude<Role, 'anonymous'>, CastMember>;
  /** What is told of Utrecht: there for the administrator of both clubs, although it has no names here. */
  readonly nextDoor: Scribe;

  private constructor(
    readonly database: DataSource,
    readonly world: World,
    readonly foreign: World,
    private readonly ghent: Scribe,
  ) {
    this.nextDoor = new Scribe(database, 'utrecht');
  }

  static async build(database: DataSource): Promise<PermissionWorld> {
    const world = await World.build(database);
    const foreign = await World.build(database);
    const built = new PermissionWorld(database, world, foreign, new Scribe(database, null));
    const noor = await world.member('Noor', 'Visser', world.utrechtId, 'Baker');
    const rik = await world.member('Rik', 'Mulder', world.utrechtId, 'Florist');
    const { otto: stranger, dirk: director, ada: administrator, cleo: member, pia: board, bram: party } = world;
    built.cast = {
      ...{ stranger, director, administrator, member, board, party },
      ...{ foreigner: foreign.pia, neighbour: noor, self: world.sara },
    };
    built.actors = { anonymous: null, ...built.cast };
    const { ines } = await writeClub(built.ghent, database, world);
    const { sara: self, vik: third, tess, ulf } = world;
    await built.tell(built.ghent, { clubId: world.ghentId, self, party, third, outsiders: [ulf, tess] }, member);
    await writeFillers(database, world, ines);
    await writePaths(database, world);
    await writeForeigner(database, foreign);
    await built.tellElsewhere(rik);
    await writeOwnContacts(built.ghent, built.cast);
    return built;
  }

  /** The key of a subject in Ghent. */
  id(name: string): string {
    return this.ghent.id(name);
  }

  has(name: string): boolean {
    return this.ghent.ids.has(name);
  }

  /** The name of the subject of a key, if it has one. */
  nameOf(id: string): string | undefined {
    return [...this.ghent.ids].find(([, each]) => each === id)?.[0];
  }

  private async tell(scribe: Scribe, parts: Parts, substituted: CastMember): Promise<void> {
    await writeChains(scribe, parts);
    await writeMerges(scribe, parts);
    await writeReferrals(scribe, parts);
    await writeDeals(scribe, parts);
    await writeMeetings(scribe, this.database, parts, substituted);
    await writeContributions(scribe, parts);
    await writeOneToOnes(scribe, parts);
    await writeVisitors(scribe, parts);
    await writeClosing(scribe, this.database, parts);
    await writeCalendar(scribe, parts);
    await writeAgenda(scribe, parts);
    await writeLive(scribe, parts);
    await writeConsent(scribe, parts);
    await writeCustomers(scribe, parts);
    await writeImport(scribe, parts);
    await writeAsks(scribe, parts);
    await writeRequests(scribe, parts);
    await writeRetention(scribe, parts);
    await writeScorecards(scribe, parts);
  }

  private async tellElsewhere(rik: CastMember): Promise<void> {
    const { world, foreign } = this;
    const utrecht = { clubId: world.utrechtId, self: world.tess, party: world.ulf, third: rik };
    await this.tell(this.nextDoor, { ...utrecht, outsiders: [world.bram, world.cleo] }, rik);
    const { sara: self, bram: party, vik: third, tess, ulf, cleo } = foreign;
    const abroad = { clubId: foreign.ghentId, self, party, third };
    await this.tell(new Scribe(this.database, 'foreign'), { ...abroad, outsiders: [ulf, tess] }, cleo);
  }
}
