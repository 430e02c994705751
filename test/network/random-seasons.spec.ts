import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { performAct } from '../../src/cli/season/season.player.js';
import { SeasonStage } from '../../src/cli/season/season.stage.js';
import type { Act, Season } from '../../src/cli/season/season.types.js';
import { setUpClubs } from '../../src/cli/season/set-up-clubs.js';
import { RegionsService } from '../../src/clubs/regions.service.js';
import { constraintErrors } from '../../src/constraint-errors.js';
import { Person } from '../../src/identity/person.entity.js';
import { DomainError } from '../../src/platform/graphql/errors.js';
import { violatedConstraint } from '../../src/platform/graphql/payload.js';
import { newId } from '../../src/platform/id.js';
import { visitIntroductionKey } from '../support/model/deal-acts.js';
import { randomSeason } from '../support/model/random-season.js';
import { SeasonModel } from '../support/model/season-model.js';
import { modelledChains, modelledReport, storedChains, storedReport } from '../support/season-check.js';
import { TestApp } from '../support/test-app.js';
import { World } from '../support/world.js';

const seasons = Number(process.env.SEASONS ?? 300);
const anchor = Temporal.PlainDate.from('2026-11-02');

/** What the model calls a refusal, where the server has another word. */
const codes: Record<string, string> = { DEAL_BELOW_ZERO: 'REFUND_EXCEEDS_DEAL', SPLIT_NOT_100: 'SHARES_NOT_100' };

let app: TestApp;
let world: World;
let played = 0;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
});
afterAll(() => app.stop());

/** Catalogue and e-mail addresses are unique in a database, which all seasons of a run share. */
function distinct(season: Season): Season {
  played += 1;
  const mark = `s${played}`;
  const text = JSON.stringify(season.professions.map((name) => `${name} ${mark}`));
  return {
    ...season,
    network: `${season.network} ${mark}`,
    professions: JSON.parse(text) as string[],
    people: season.people.map((person) => ({ ...person, email: `${mark}.${person.email}` })),
    acts: season.acts.map((act) =>
      act.act === 'admitMember' ? { ...act, profession: `${act.profession} ${mark}` } : act,
    ),
  };
}

async function stageFor(season: Season): Promise<SeasonStage> {
  const administrator = await app.database.getRepository(Person).findOneByOrFail({ id: world.otto.personId });
  const regions = app.application.get(RegionsService, { strict: false });
  const person = await app.database.getRepository(Person).save({
    ...administrator,
    id: newId(),
    email: `administrator.${played}@kring.example`,
  });
  await app.database.transaction((manager) => regions.found(manager, season.network, person));
  const stage = new SeasonStage(app.application, season, anchor, person.id);
  await setUpClubs(stage);
  return stage;
}

/** The code with which the server refuses the act; null when it does it. */
async function refusalOf(stage: SeasonStage, act: Act): Promise<string | null> {
  try {
    await performAct(stage, act);
    return null;
  } catch (error) {
    const known = error instanceof DomainError ? error : constraintErrors[violatedConstraint(error) ?? ''];
    if (!known) throw error;
    return known.code;
  }
}

/** The introduction that a visitor's purchase made has no key in the season; the model calls it by the visit. */
async function noteVisit(stage: SeasonStage, act: Act): Promise<void> {
  if (act.act !== 'recordDeal' || !('visitor' in act.buyer)) return;
  const [row] = await app.database.query<{ id: string }[]>(
    `SELECT i.id FROM introductions i JOIN visitors v ON v.contact_id = i.introduced_contact_id
     WHERE v.id = $1 AND i.beneficiary_id = $2 AND i.recorded_by_id = $2 AND i.introducer_id = v.invited_by_id
     ORDER BY i.recorded_at DESC LIMIT 1`,
    [stage.id('visitor', act.buyer.visitor), stage.id('person', act.seller)],
  );
  if (row) stage.put('introduction', visitIntroductionKey(act.buyer.visitor, act.seller), row.id);
}

async function playBoth(season: Season): Promise<{ stage: SeasonStage; model: SeasonModel }> {
  const stage = await stageFor(season);
  const model = new SeasonModel(season, anchor);
  for (const act of season.acts) {
    const expected = model.refusalOf(act)?.code ?? null;
    const actual = await refusalOf(stage, act);
    expect([JSON.stringify(act), actual]).toEqual([JSON.stringify(act), expected && (codes[expected] ?? expected)]);
    if (actual === null) await noteVisit(stage, act);
  }
  return { stage, model };
}

async function compare(season: Season): Promise<void> {
  const { stage, model } = await playBoth(season);
  expect(await storedChains(app.database, stage, model)).toEqual(modelledChains(stage, model));
  const seats = season.acts.flatMap((act) =>
    act.act === 'admitMember' && stage.has('seat', `${act.club} ${act.person}`)
      ? [{ club: act.club, person: act.person }]
      : [],
  );
  for (const subject of [...season.clubs.map(({ key }) => ({ club: key })), ...seats]) {
    for (const [from, to] of [
      [-200, 0],
      [-90, -30],
    ]) {
      const period = { from: stage.day(from ?? 0), to: stage.day(to ?? 0) };
      const stored = await storedReport(app.database, stage, subject, period);
      expect([subject, stored]).toEqual([subject, modelledReport(model, subject, period)]);
    }
  }
}

test(`${seasons} random seasons come to the same degrees, roots and sums as in the model`, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  console.info(`random seasons: SEED=${seed} SEASONS=${seasons}`);
  await fc.assert(
    fc.asyncProperty(randomSeason(), (season) => compare(distinct(season))),
    { numRuns: seasons, seed, endOnFailure: true },
  );
}, 1_200_000);
