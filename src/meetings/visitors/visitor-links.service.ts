import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { ActivityService } from '../../activity/activity.service.js';
import { hashToken, newToken } from '../../identity/session-token.js';
import type { Viewer } from '../../identity/viewer.js';
import { Acts } from '../../platform/acts.js';
import { Clock } from '../../platform/clock.js';
import { authorise, found } from '../../platform/graphql/errors.js';
import { newId } from '../../platform/id.js';
import { insert } from '../../platform/insert.js';
import { printedAddress } from '../../platform/printed-address.js';
import { SETTINGS, type Settings } from '../../platform/settings.js';
import type { Meeting } from '../meeting.entity.js';
import { holdMeeting, lockMeeting } from '../meeting-lookup.js';
import { VisitorLink } from './visitor-link.entity.js';
import type { CreateVisitorLinkInput, NewVisitorLinkPayload, RevokeVisitorLinkInput } from './visitor-links.types.js';
import { invitingSeat } from './visitor-lookup.js';
import { canInvite } from './visitors.policy.js';

/**
 * The links by which strangers register. Nothing from which one could be made again is kept: who wants to show his link
 * once more makes a new one, which ends the one before.
 */
@Injectable()
export class VisitorLinksService {
  constructor(
    private readonly acts: Acts,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws DomainError NOT_FOUND, MEETING_NOT_OPEN */
  async create(viewer: Viewer, input: CreateVisitorLinkInput): Promise<NewVisitorLinkPayload> {
    const act = { personId: viewer.personId, verb: 'createVisitorLink', input, result: VisitorLink };
    let token: string | undefined;
    const link = await this.acts.once(act, async (manager) => {
      const meeting = await lockMeeting(manager, viewer, input.meetingId);
      authorise(canInvite(viewer, meeting));
      meeting.requireState(['planned', 'open']);
      token = newToken();
      return this.issue(manager, viewer, meeting, token);
    });
    // A repeated act made no link, and the token of the first is known to nobody here.
    if (token === undefined) return { link, url: null, qrCode: null };
    return { link, ...printedAddress(this.settings, `bezoek/${token}`) };
  }

  /** @throws DomainError NOT_FOUND */
  revoke(viewer: Viewer, input: RevokeVisitorLinkInput): Promise<VisitorLink> {
    const act = { personId: viewer.personId, verb: 'revokeVisitorLink', input, result: VisitorLink };
    return this.acts.once(act, async (manager) => {
      const own = await manager.findOneBy(VisitorLink, { id: input.linkId, personId: viewer.personId });
      const { id, meetingId } = found(own, 'link', 'linkId');
      await holdMeeting(manager, meetingId);
      const link = await manager.findOneByOrFail(VisitorLink, { id });
      link.revoke(this.clock.now());
      await this.record(manager, 'visitor_link.revoked', link);
      return manager.save(link);
    });
  }

  /** Called with the meeting locked: of two links at once the later is the live one. */
  private async issue(manager: EntityManager, viewer: Viewer, meeting: Meeting, token: string): Promise<VisitorLink> {
    const { personId } = viewer;
    const seat = await invitingSeat(manager, viewer, { meeting, clock: this.clock });
    const now = this.clock.now();
    await manager.update(VisitorLink, { meetingId: meeting.id, personId, revokedAt: IsNull() }, { revokedAt: now });
    const link = await insert(manager, VisitorLink, {
      id: newId(),
      meetingId: meeting.id,
      clubId: seat.clubId,
      membershipId: seat.id,
      personId,
      tokenHash: hashToken(token),
      createdAt: now,
      revokedAt: null,
    });
    await this.record(manager, 'visitor_link.created', link);
    return link;
  }

  /** A link is its maker's own, and nothing that happens in the meeting: neither club nor meeting is named. */
  private record(manager: EntityManager, verb: `visitor_link.${string}`, link: VisitorLink): Promise<void> {
    return this.activity.record(manager, { actorId: link.personId, verb, subject: link });
  }
}
