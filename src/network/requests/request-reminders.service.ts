import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { describeError } from '../../platform/error-description.js';
import { Jobs } from '../../platform/jobs.js';
import { Mail } from '../../platform/mail.js';
import { type DueReminder, takeDueReminders } from './due-reminders.sql.js';
import { waitingMail } from './request-mail.js';

/** So many members are reminded in one transaction. */
const batchSize = 100;

/**
 * Reminds members of the requests that wait for them: one mail a day to each, of all that waits. Who is marked is
 * mailed at most once, however many processes remind at the same time; a mail that fails is not sent again.
 */
@Injectable()
export class RequestRemindersService implements OnModuleInit {
  private readonly logger = new Logger(RequestRemindersService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly mail: Mail,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.registerScheduled({ name: 'remind_of_requests', match: '0 * * * *' }, async () => {
      await this.remind(this.clock.now());
    });
  }

  /** @returns how many members were mailed */
  async remind(now: Date): Promise<number> {
    let mailed = 0;
    for (;;) {
      const { seen, due } = await this.dataSource.transaction((manager) => takeDueReminders(manager, now, batchSize));
      for (const reminder of due) if (await this.send(reminder)) mailed += 1;
      if (seen < batchSize || due.length === 0) return mailed;
    }
  }

  private async send({ personId, count, requesters, ...person }: DueReminder): Promise<boolean> {
    try {
      await this.mail.send(waitingMail(person, { count, requesters }));
      return true;
    } catch (error) {
      const { name, code, message } = describeError(error);
      this.logger.error(`Could not remind ${personId} of his requests: ${[name, code, message].join(' ')}`);
      return false;
    }
  }
}
