import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import type { Viewer } from '../../identity/viewer.js';
import { Membership } from '../../members/membership.entity.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { type Connection, type PageArguments, paginate } from '../../platform/graphql/connection.js';
import { authorise, DomainError, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { Speaker } from './speaker.entity.js';
import { findSpeaker, lockMeetingsOf } from './speaker-lookup.js';
import { SpeakerSwap, type SwapEnd } from './speaker-swap.entity.js';
import { onlyOwnSwaps } from './speakers.policy.js';
import type { AnswerSpeakerSwapInput, RequestSpeakerSwapInput, WithdrawSpeakerSwapInput } from './speakers.types.js';
import { requireSwappable } from './swap-speakers.js';

@Injectable()
export class SpeakerSwapsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /** The swaps asked of the viewer or by him, the latest first. */
  list(viewer: Viewer, page: PageArguments): Promise<Connection<SpeakerSwap>> {
    const swaps = this.dataSource.getRepository(SpeakerSwap).createQueryBuilder('swap');
    return paginate(onlyOwnSwaps(swaps, viewer), page, { property: 'requestedAt', direction: 'DESC' });
  }

  /** @throws DomainError NOT_FOUND, INVALID, MEETING_NOT_OPEN, NOT_A_MEMBER, ON_LEAVE, ALREADY_ASKED */
  request(viewer: Viewer, input: RequestSpeakerSwapInput): Promise<SpeakerSwap> {
    const act = { personId: viewer.personId, verb: 'requestSpeakerSwap', input, result: SpeakerSwap };
    return this.acts.once(act, async (manager) => {
      const findBoth = async (): Promise<[Speaker, Speaker]> => [
        await findSpeaker(manager, viewer, { id: input.speakerId, field: 'speakerId' }),
        await findSpeaker(manager, viewer, { id: input.withSpeakerId, field: 'withSpeakerId' }),
      ];
      const both = await findBoth();
      authorise(viewer.is((await seatOf(manager, both[0])).personId));
      await lockMeetingsOf(manager, viewer, both);
      const [asking, asked] = await findBoth();
      await requireSwappable(manager, { asking, asked, fields: { asking: 'speakerId', asked: 'withSpeakerId' } });
      const swap = await insert(manager, SpeakerSwap, {
        id: newId(),
        clubId: asking.clubId,
        askingId: asking.id,
        askedId: asked.id,
        state: 'pending',
        requestedAt: this.clock.now(),
        endedAt: null,
      });
      await this.remember(manager, viewer, 'speaker_swap.requested', swap);
      return swap;
    });
  }

  /**
   * Accepted, both meetings change at once; else nothing does.
   * @throws DomainError NOT_FOUND, SWAP_ENDED; when accepting SWAP_OUTDATED, MEETING_NOT_OPEN, NOT_A_MEMBER, ON_LEAVE,
   * ALREADY_SPEAKS
   */
  answer(viewer: Viewer, input: AnswerSpeakerSwapInput): Promise<SpeakerSwap> {
    const act = { personId: viewer.personId, verb: 'answerSpeakerSwap', input, result: SpeakerSwap };
    return this.acts.once(act, async (manager) => {
      const known = await this.find(manager, viewer, input.swapId);
      const speakers = [await speakerOf(manager, known.askingId), await speakerOf(manager, known.askedId)];
      await lockMeetingsOf(manager, viewer, speakers);
      const swap = await this.end(manager, viewer, known, input.accept ? 'accepted' : 'declined');
      if (input.accept) await this.exchange(manager, viewer, swap);
      else await this.remember(manager, viewer, 'speaker_swap.declined', swap);
      return swap;
    });
  }

  /** @throws DomainError NOT_FOUND, SWAP_ENDED */
  withdraw(viewer: Viewer, input: WithdrawSpeakerSwapInput): Promise<SpeakerSwap> {
    const act = { personId: viewer.personId, verb: 'withdrawSpeakerSwap', input, result: SpeakerSwap };
    return this.acts.once(act, async (manager) => {
      const known = await this.find(manager, viewer, input.swapId);
      const swap = await this.end(manager, viewer, known, 'withdrawn');
      await this.remember(manager, viewer, 'speaker_swap.withdrawn', swap);
      return swap;
    });
  }

  private async find(manager: EntityManager, viewer: Viewer, id: string): Promise<SpeakerSwap> {
    const own = onlyOwnSwaps(manager.createQueryBuilder(SpeakerSwap, 'swap').where({ id }), viewer);
    return found(await own.getOne(), 'swap', 'swapId');
  }

  /** Ends a swap, once: who asked withdraws it, who was asked answers. */
  private async end(manager: EntityManager, viewer: Viewer, { id }: SpeakerSwap, state: SwapEnd): Promise<SpeakerSwap> {
    const swap = await manager.findOneOrFail(SpeakerSwap, { where: { id }, lock: { mode: 'for_no_key_update' } });
    const its = await speakerOf(manager, state === 'withdrawn' ? swap.askingId : swap.askedId);
    authorise(viewer.is((await seatOf(manager, its)).personId));
    swap.end(state, this.clock.now());
    return manager.save(swap);
  }

  /** Called with both meetings locked: who speaks in them is read when nobody changes it any more. */
  private async exchange(manager: EntityManager, viewer: Viewer, swap: SpeakerSwap): Promise<void> {
    const asking = await speakerOf(manager, swap.askingId);
    const asked = await speakerOf(manager, swap.askedId);
    if (asking.releasedAt !== null || asked.releasedAt !== null) {
      const message = 'One of the two does not speak any more where he did when this was asked for.';
      throw new DomainError('SWAP_OUTDATED', message, ['swapId']);
    }
    await requireSwappable(manager, { asking, asked, fields: { asking: 'swapId', asked: 'swapId' } });
    asking.releasedAt = asked.releasedAt = this.clock.now();
    await manager.save([asking, asked]);
    await this.replace(manager, viewer, { swap, leaver: asking, comer: asked });
    await this.replace(manager, viewer, { swap, leaver: asked, comer: asking });
  }

  private async replace(
    manager: EntityManager,
    viewer: Viewer,
    { swap, leaver, comer }: { swap: SpeakerSwap; leaver: Speaker; comer: Speaker },
  ): Promise<void> {
    const { clubId, meetingId } = leaver;
    const { membershipId } = comer;
    const speaker = await insert(manager, Speaker, {
      id: newId(),
      meetingId,
      clubId,
      membershipId,
      assignedById: viewer.personId,
      assignedAt: this.clock.now(),
      releasedAt: null,
    });
    await this.activity.record(manager, {
      actorId: viewer.personId,
      verb: 'speaker.swapped',
      subject: speaker,
      clubId,
      details: { meetingId, membershipId, releasedMembershipId: leaver.membershipId, swapId: swap.id },
    });
  }

  /** Asking and refusing are between the two, so they are no act on a meeting, nor of a club. */
  private remember(
    manager: EntityManager,
    viewer: Viewer,
    verb: `speaker_swap.${'requested' | 'declined' | 'withdrawn'}`,
    swap: SpeakerSwap,
  ): Promise<void> {
    return this.activity.record(manager, { actorId: viewer.personId, verb, subject: swap });
  }
}

function speakerOf(manager: EntityManager, id: string): Promise<Speaker> {
  return manager.findOneByOrFail(Speaker, { id });
}

function seatOf(manager: EntityManager, { membershipId }: Speaker): Promise<Membership> {
  return manager.findOneByOrFail(Membership, { id: membershipId });
}
