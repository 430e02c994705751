import type { Temporal } from 'temporal-polyfill';
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
import { visitIntroductionKey } from './model/deal-acts.js';
import { SeasonModel } from './model/season-model.js';
import { modelledChains, modelledReport, storedChains, storedReport } from './season-check.js';
import type { TestApp } from './test-app.js';

/** What the model calls a refusal, where the server has another word. */
const codes: Record<string, string> = { DEAL_BELOW_ZERO: 'REFUND_EXCEEDS_DEAL', SPLIT_NOT_100: 'SHARES_NOT_100' };

/** A season as the server and the model have played it. */
export interface Both {
  stage: SeasonStage;
  model: SeasonModel;
}

let played = 0;

/** Catalogue and e-mail addresses are unique in a database, which all seasons of a run share. */
export function distinctSeason(season: Season): Season {
  played += 1;
  const mark = `s${played}`;
  return {
    ...season,
    network: `${season.network} ${mark}`,
    professions: season.professions.map((name) => `${name} ${mark}`),
    people: season.people.map((person) => ({ ...person, email: `${mark}.${person.email}` })),
    acts: season.acts.map((act) =>
      act.act === 'admitMember' ? { ...act, profession: `${act.profession} ${mark}` } : act,
    ),
  };
}

/** Plays a season through the use cases and through the model; both must refuse the same acts for the same reason. */
export async function playBoth(app: TestApp, season: Season, anchor: Temporal.PlainDate): Promise<Both> {
  const stage = await openStage(app, season, anchor);
  const model = new SeasonModel(season, anchor);
  for (const act of season.acts) {
    const expected = model.refusalOf(act)?.code ?? null;
    const actual = await refusalOf(stage, act);
    expect([JSON.stringify(act), actual]).toEqual([JSON.stringify(act), expected && (codes[expected] ?? expected)]);
    if (actual === null) await noteVisit(app, stage, act);
  }
  return { stage, model };
}

export async function expectSameChains(app: TestApp, { stage, model }: Both): Promise<void> {
  expect(await storedChains(app.database, stage, model)).toEqual(modelledChains(stage, model));
}

/** Compares the return reports of all clubs and all seats for a period, given in days from the anchor. */
export async function expectSameReports(app: TestApp, { stage, model }: Both, days: [number, number]): Promise<void> {
  const period = { from: stage.day(days[0]), to: stage.day(days[1]) };
  const seats = stage.season.acts.flatMap((act) =>
    act.act === 'admitMember' && stage.has('seat', `${act.club} ${act.person}`)
      ? [{ club: act.club, person: act.person }]
      : [],
  );
  for (const subject of [...stage.season.clubs.map(({ key }) => ({ club: key })), ...seats]) {
    const stored = await storedReport(app.database, stage, subject, period);
    expect([subject, stored]).toEqual([subject, modelledReport(model, subject, period)]);
  }
}

async function openStage(app: TestApp, season: Season, anchor: Temporal.PlainDate): Promise<SeasonStage> {
  const regions = app.application.get(RegionsService, { strict: false });
  const id = newId();
  await app.database.transaction(async (manager) => {
    const administrator = manager.create(Person, {
      id,
      givenName: 'Ada',
      familyName: 'Jansen',
      email: `${id}@kring.example`,
      phone: null,
      locale: 'nl-BE',
      createdAt: new Date(),
    });
    await regions.found(manager, season.network, await manager.save(administrator));
  });
  const stage = new SeasonStage(app.application, season, anchor, id);
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
async function noteVisit(app: TestApp, stage: SeasonStage, act: Act): Promise<void> {
  if (act.act !== 'recordDeal' || !('visitor' in act.buyer)) return;
  const [row] = await app.database.query<{ id: string }[]>(
    `SELECT i.id FROM introductions i JOIN visitors v ON v.contact_id = i.introduced_contact_id
     WHERE v.id = $1 AND i.beneficiary_id = $2 AND i.recorded_by_id = $2 AND i.introducer_id = v.invited_by_id
     ORDER BY i.recorded_at DESC LIMIT 1`,
    [stage.id('visitor', act.buyer.visitor), stage.id('person', act.seller)],
  );
  if (row) stage.put('introduction', visitIntroductionKey(act.buyer.visitor, act.seller), row.id);
}
