import { DataSource } from 'typeorm';
import { ClubsService } from '../../clubs/clubs.service.js';
import { ProfessionsService } from '../../clubs/professions.service.js';
import { Region } from '../../clubs/region.entity.js';
import { RegionsService } from '../../clubs/regions.service.js';
import { Clock } from '../../platform/clock.js';
import type { SeasonStage } from './season.stage.js';

/** Regions, clubs and professions stand from the day before the first act, by the hand of the administrator. */
export async function setUpClubs(stage: SeasonStage): Promise<void> {
  const [first] = stage.season.acts;
  const dayBefore = stage.instant({ day: (first?.at.day ?? 0) - 1, time: '12:00' });
  await stage.service(Clock).at(dayBefore, async () => {
    await createRegions(stage);
    await createClubs(stage);
    await addProfessions(stage);
  });
}

async function createRegions(stage: SeasonStage): Promise<void> {
  const viewer = await stage.asAdministrator();
  const [networkId = ''] = viewer.administeredNetworkIds;
  const network = await stage.service(DataSource).getRepository(Region).findOneByOrFail({ id: networkId });
  for (const { key, kind, name, parent } of stage.season.regions) {
    const parentId = parent === null ? network.id : stage.id('region', parent);
    const region = await stage.service(RegionsService).create(viewer, stage.input({ parentId, kind, name }));
    stage.put('region', key, region.id);
  }
}

async function createClubs(stage: SeasonStage): Promise<void> {
  const viewer = await stage.asAdministrator();
  for (const { key, region, fee, ...details } of stage.season.clubs) {
    const input = { ...details, regionId: stage.id('region', region), fee: fee.amount, feeMonths: fee.months };
    const club = await stage.service(ClubsService).create(viewer, stage.input(input));
    stage.put('club', key, club.id);
  }
}

async function addProfessions(stage: SeasonStage): Promise<void> {
  const viewer = await stage.asAdministrator();
  for (const name of stage.season.professions) {
    const profession = await stage.service(ProfessionsService).add(viewer, stage.input({ name }));
    stage.put('profession', name, profession.id);
  }
}
