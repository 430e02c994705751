import { Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../identity/viewer.js';
import { Input } from '../../platform/graphql/payload.js';
import { Meeting } from '../meeting.entity.js';
import { MeetingPayload } from '../meetings.types.js';
import { AdjustingService } from './adjusting.service.js';
import { ClosingService } from './closing.service.js';
import { AdjustMeetingInput, CloseMeetingInput, ReopenMeetingInput } from './closing.types.js';

@Resolver(() => Meeting)
export class ClosingResolver {
  constructor(
    private readonly closing: ClosingService,
    private readonly adjusting: AdjustingService,
  ) {}

  @Mutation(() => MeetingPayload, {
    description: 'Closes an open meeting with all its letters: from then on it counts. For the board.',
  })
  async closeMeeting(@CurrentViewer() viewer: Viewer, @Input() input: CloseMeetingInput): Promise<MeetingPayload> {
    return { meeting: await this.closing.close(viewer, input) };
  }

  @Mutation(() => MeetingPayload, {
    description: 'Takes the closing of a meeting back. For president and vice-president.',
  })
  async reopenMeeting(@CurrentViewer() viewer: Viewer, @Input() input: ReopenMeetingInput): Promise<MeetingPayload> {
    return { meeting: await this.closing.reopen(viewer, input) };
  }

  @Mutation(() => MeetingPayload, {
    description:
      'Corrects letters and visits of a closed meeting by adjusting entries. For president, vice-president and secretary-treasurer.',
  })
  async adjustMeeting(@CurrentViewer() viewer: Viewer, @Input() input: AdjustMeetingInput): Promise<MeetingPayload> {
    return { meeting: await this.adjusting.adjust(viewer, input) };
  }
}
