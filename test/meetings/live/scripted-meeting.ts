import { setTimeout as delay } from 'node:timers/promises';
import { FlakyNetwork } from '../../support/flaky-network.js';
import type { CountEntry, Letter } from '../../support/recount-counts.js';
import type { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { day, MeetingDay, seven } from '../meeting-day.js';
import { Device } from './device.js';
import { MemberScript } from './member-script.js';

const seats = 40;
const halfPastSeven = '2026-03-05T07:30:00+01:00';
const exceptions: Letter[] = ['late', 'absent', 'medical', 'substitute'];

/** A meeting that is over: what everybody did by their own logs, and what their devices were told. */
export interface PlayedMeeting {
  world: World;
  meetingId: string;
  members: CastMember[];
  devices: Device[];
  log: CountEntry[];
  network: FlakyNetwork;
}

/** A meeting of forty, each with a device, of whom three control it, all at the same time. */
export class ScriptedMeeting {
  private readonly log: CountEntry[] = [];
  private members: CastMember[];
  private devices: Device[];
  private meetingId: string;
  private visitors: { id: string; inviter: CastMember }[];

  private constructor(
    private readonly app: TestApp,
    private readonly world: World,
    private readonly network: FlakyNetwork,
  ) {}

  /** @param cuts how often the network is cut while everybody records */
  static async play(app: TestApp, cuts: number): Promise<PlayedMeeting> {
    const script = new ScriptedMeeting(app, await World.build(app.database), await FlakyNetwork.before(app.url));
    await script.gather();
    await app.at(halfPastSeven, () => script.run(cuts));
    const { world, meetingId, members, devices, log, network } = script;
    return { world, meetingId, members, devices, log, network };
  }

  /** Forty seats, a meeting with ten visitors invited, and everybody's device follows it. */
  private async gather(): Promise<void> {
    const { app, world } = this;
    this.members = [world.pia, world.vik, world.cleo, world.sara, world.bram];
    for (let place = this.members.length; place < seats; place += 1) {
      const name = `M${String(place).padStart(2, '0')}`;
      this.members.push(await world.member(name, 'Member', world.ghentId, `Trade ${place}`));
    }
    await world.office(world.cleo, world.ghentId, 'secretary_treasurer');
    const meetings = new MeetingDay(app, world);
    this.meetingId = await meetings.planned(seven);
    this.visitors = await Promise.all(
      this.members.slice(5, 15).map(async (inviter) => {
        const contactId = await meetings.contact(inviter, `Guest of ${inviter.email}`);
        const input = { meetingId: this.meetingId, contactId };
        const { visitor } = await app.act(inviter, 'inviteVisitor', input, 'visitor { id }');
        return { id: visitor.id, inviter };
      }),
    );
    await meetings.act(world.pia, 'openMeeting', { meetingId: this.meetingId });
    this.devices = this.members.map((member) => new Device(this.network.url, member));
    await Promise.all(this.devices.map((device) => device.follow(this.meetingId)));
  }

  private async run(cuts: number): Promise<void> {
    await this.callEverybodyPresent();
    let isOver = false;
    const recorded = Promise.all([...this.membersActs(), ...this.controllersActs()]).finally(() => {
      isOver = true;
    });
    for (let cut = 0; cut < cuts && !isOver; cut += 1) {
      await delay(60);
      await this.network.cut(40);
    }
    await recorded;
    await this.settleContested();
    await this.close();
  }

  private get controllers(): Device[] {
    return this.devices.slice(0, 3);
  }

  /** All three press the same button at once. */
  private async callEverybodyPresent(): Promise<void> {
    await Promise.all(
      this.controllers.map((device) => device.act('recordAllPresent', { meetingId: this.meetingId }, 'meeting { id }')),
    );
    for (const member of this.members) this.log.push(this.letter(member, 'present'));
  }

  private membersActs(): Promise<void>[] {
    const script = new MemberScript(this.world, this.meetingId, { devices: this.devices, log: this.log });
    return this.devices.map((_, place) => script.play(place));
  }

  private controllersActs(): Promise<void>[] {
    return this.controllers.flatMap((device, controller) => [
      this.recordExceptions(device, controller),
      this.recordVisits(device),
      this.stepThrough(device),
    ]);
  }

  /** Each controller has members of his own; five members are contested by all three. */
  private async recordExceptions(device: Device, controller: number): Promise<void> {
    for (const [place, member] of this.members.entries()) {
      const isContested = place >= 10 && place < 15;
      if (!isContested && place % 3 !== controller) continue;
      const letter = exceptions[(place + (isContested ? controller : 0)) % 4] as Letter;
      if (isContested || place % 5 === 1) await this.setLetter(device, member, letter);
    }
  }

  /** Every visitor is ticked by every controller. The last three did not come. */
  private async recordVisits(device: Device): Promise<void> {
    for (const [place, { id, inviter }] of this.visitors.entries()) {
      const came = place < 7;
      await device.act(came ? 'recordVisit' : 'recordVisitorAbsence', { visitorId: id }, 'visitor { id }');
      if (!came || device !== this.devices[0]) continue;
      const { meetingId } = this;
      this.log.push({ act: 'visit', meetingId, day, inviterMembershipId: inviter.membershipId, first: true });
    }
  }

  /** All three press "next" on the same points at once. */
  private async stepThrough(device: Device): Promise<void> {
    const { meetingId } = this;
    const { meeting } = await this.app.query(
      device.member,
      'query ($id: UUID!) { meeting(id: $id) { agenda { points { id } } } }',
      { id: meetingId },
    );
    for (const { id } of meeting.agenda.points.slice(0, 6)) {
      await device.act('startAgendaPoint', { meetingId, pointId: id }, 'meeting { id }');
    }
  }

  /** The president has the last word on those of whom three said something else. */
  private async settleContested(): Promise<void> {
    for (const member of this.members.slice(10, 15)) await this.setLetter(this.devices[0] as Device, member, 'late');
  }

  private async setLetter(device: Device, member: CastMember, letter: Letter): Promise<void> {
    const substituteName = letter === 'substitute' ? 'Wim Roels' : null;
    const letters = [{ membershipId: member.membershipId, letter: letter.toUpperCase(), substituteName }];
    await device.act('recordAttendance', { meetingId: this.meetingId, letters }, 'meeting { id }');
    this.log.push(this.letter(member, letter));
  }

  /** All three close it at once, which one of them does. */
  private async close(): Promise<void> {
    const answers = await Promise.all(
      this.controllers.map((device) =>
        device.attempt('closeMeeting', { meetingId: this.meetingId }, 'meeting { state }'),
      ),
    );
    const refusals = answers.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code));
    expect(refusals).toEqual(['MEETING_NOT_OPEN', 'MEETING_NOT_OPEN']);
  }

  private letter({ membershipId }: CastMember, letter: Letter): CountEntry {
    return { act: 'letter', meetingId: this.meetingId, day, membershipId, letter };
  }
}
