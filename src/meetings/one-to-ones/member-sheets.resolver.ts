import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../../identity/person.entity.js';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { RequestLoaders } from '../../platform/graphql/context.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Input } from '../../platform/graphql/payload.js';
import { MemberSheet } from './member-sheet.entity.js';
import { MemberSheetsService } from './member-sheets.service.js';
import { ChangeMemberSheetInput, MemberSheetPayload } from './member-sheets.types.js';

@Resolver(() => Person)
export class MemberSheetsResolver {
  constructor(private readonly sheets: MemberSheetsService) {}

  @Mutation(() => MemberSheetPayload, { description: "Writes the viewer's own sheet." })
  async changeMemberSheet(
    @CurrentViewer() viewer: Viewer,
    @Input() input: ChangeMemberSheetInput,
  ): Promise<MemberSheetPayload> {
    return { sheet: await this.sheets.change(viewer, input) };
  }

  @ResolveField(() => MemberSheet, {
    nullable: true,
    description:
      'His sheet; null when he wrote none, and for all but himself, his fellow members today, whoever has a one-to-one with him that is accepted or held, and whom he proposed one to.',
  })
  sheet(
    @Parent() person: Person,
    @CurrentViewer() viewer: Viewer,
    @RequestLoaders() loaders: Loaders,
  ): Promise<MemberSheet | null> {
    return this.sheets.of(viewer, person, loaders);
  }
}
