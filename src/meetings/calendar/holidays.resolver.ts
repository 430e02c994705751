import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { clubById } from '../../clubs/clubs.loaders.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { holidayAbilitiesOf } from './calendar.policy.js';
import { AddHolidayInput, HolidayAbilities, HolidayPayload, RemoveHolidayInput } from './calendar.types.js';
import { Holiday } from './holiday.entity.js';
import { HolidaysService } from './holidays.service.js';

@Resolver(() => Holiday)
export class HolidaysResolver {
  constructor(private readonly holidays: HolidaysService) {}

  @Mutation(() => HolidayPayload, {
    description:
      'Adds a holiday: what is planned on its days is cancelled, and series plan nothing. For president, vice-president, secretary-treasurer and administrators.',
  })
  async addHoliday(@CurrentViewer() viewer: Viewer, @Input() input: AddHolidayInput): Promise<HolidayPayload> {
    return { holiday: await this.holidays.add(viewer, input) };
  }

  @Mutation(() => HolidayPayload, {
    description:
      'Removes a holiday: the meetings to come that it cancelled are planned again, and series fill its days. For president, vice-president, secretary-treasurer and administrators.',
  })
  async removeHoliday(@CurrentViewer() viewer: Viewer, @Input() input: RemoveHolidayInput): Promise<HolidayPayload> {
    return { holiday: await this.holidays.remove(viewer, input) };
  }

  @ResolveField(() => HolidayAbilities, { description: 'What the viewer may do with it.' })
  async viewerCan(
    @Parent() holiday: Holiday,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<HolidayAbilities> {
    return holidayAbilitiesOf(viewer, holiday, await loaders.loadExisting(clubById, holiday.clubId));
  }
}
