import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, daysAfter } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs.js';
import { undoDays } from './contact-import.entity.js';
import { forgetOldImports, forgetOldUploads } from './forget-uploads.sql.js';

/** How long a file waits to be applied. */
const waitDays = 7;

/** Once a day forgets files that nobody applied, and what undoing an import needed once it cannot be undone any more. */
@Injectable()
export class ForgetImports implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.registerScheduled({ name: 'forget_imports', match: '45 3 * * *' }, () => this.forget());
  }

  async forget(): Promise<void> {
    const now = this.clock.now();
    await forgetOldUploads(this.dataSource.manager, daysAfter(now, -waitDays));
    await forgetOldImports(this.dataSource.manager, daysAfter(now, -undoDays));
  }
}
