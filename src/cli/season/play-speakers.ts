import { DataSource, IsNull } from 'typeorm';
import { Speaker } from '../../meetings/speakers/speaker.entity.js';
import { SpeakerSwapsService } from '../../meetings/speakers/speaker-swaps.service.js';
import { SpeakersService } from '../../meetings/speakers/speakers.service.js';
import type { Performances } from './season.player.js';
import type { SeasonStage } from './season.stage.js';

type SpeakerActs = 'assignSpeaker' | 'releaseSpeaker' | 'requestSpeakerSwap';

/** An assignment has no key of its own: a member speaks once in a meeting. */
async function speakerId(stage: SeasonStage, meeting: string, person: string): Promise<string> {
  const speakers = stage.service(DataSource).getRepository(Speaker);
  const asked = { meetingId: stage.id('meeting', meeting), membershipId: stage.seatIn(meeting, person) };
  return (await speakers.findOneByOrFail({ ...asked, releasedAt: IsNull() })).id;
}

export const playSpeakers: Performances<SpeakerActs> = {
  assignSpeaker: async (stage, { meeting, person, by }) => {
    const membershipId = stage.seatIn(meeting, person);
    const input = stage.input({ meetingId: stage.id('meeting', meeting), membershipId });
    await stage.service(SpeakersService).assign(await stage.as(by), input);
  },

  releaseSpeaker: async (stage, { meeting, person, by }) => {
    const input = stage.input({ speakerId: await speakerId(stage, meeting, person) });
    await stage.service(SpeakersService).release(await stage.as(by), input);
  },

  requestSpeakerSwap: async (stage, { meeting, person, withMeeting, withPerson }) => {
    const input = stage.input({
      speakerId: await speakerId(stage, meeting, person),
      withSpeakerId: await speakerId(stage, withMeeting, withPerson),
    });
    await stage.service(SpeakerSwapsService).request(await stage.as(person), input);
  },
};
