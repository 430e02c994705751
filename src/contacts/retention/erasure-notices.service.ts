import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Person } from '../../identity/person.entity.js';
import { Clock, shiftDay } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs.js';
import { Mail } from '../../platform/mail.js';
import { publicUrl, SETTINGS, type Settings } from '../../platform/settings.js';
import { erasureMail } from './erasure-mail.js';
import { countNoted, noteErasures } from './erasure-notices.sql.js';
import { noticeDays } from './erasures.sql.js';

/** Tells owners in time that details in their address books will be erased: one mail to each in a day. */
@Injectable()
export class ErasureNotices implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly mail: Mail,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.jobs.registerScheduled({ name: 'note_erasures', match: '0 6 * * *' }, () => this.note());
    this.jobs.register('mail_erasures', ({ ownerId = '', day = '' }) => this.tell(ownerId, day));
  }

  /** Notes of whom which owner is to be told, and adds a job for each mail. */
  private async note(): Promise<void> {
    const today = this.clock.today('UTC');
    await this.dataSource.transaction(async (manager) => {
      const ownerIds = await noteErasures(manager, { today, until: shiftDay(today, { days: noticeDays }) });
      const mails = ownerIds.map((ownerId) => ({ payload: { ownerId, day: today } }));
      await this.jobs.addAll(manager, 'mail_erasures', mails);
    });
  }

  private async tell(ownerId: string, day: string): Promise<void> {
    const { manager } = this.dataSource;
    const owner = await manager.findOneByOrFail(Person, { id: ownerId });
    const contacts = await countNoted(manager, ownerId, day);
    await this.mail.send(erasureMail(owner, contacts, `${publicUrl(this.settings)}/contacts`));
  }
}
