import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { createApplication } from '../../src/application.js';
import { Acts } from '../../src/platform/acts.js';
import { readSettings } from '../../src/platform/settings.js';

/**
 * The server as a process of its own, to be killed. As a control it can be spoilt on purpose: `acknowledge-early`
 * answers before the transaction is committed, `forget-keys` does not look at idempotency keys.
 */
const [spoilt] = process.argv.slice(2);

type Work = (manager: EntityManager) => Promise<object>;

function spoil(once: (dataSource: DataSource, work: Work) => Promise<object>): void {
  Object.assign(Acts.prototype, {
    once(this: { dataSource: DataSource }, _: unknown, work: Work) {
      return once(this.dataSource, work);
    },
  });
}

if (spoilt === 'forget-keys') spoil((dataSource, work) => dataSource.transaction(work));
if (spoilt === 'acknowledge-early') {
  spoil(
    (dataSource, work) =>
      new Promise((resolve, reject) => {
        dataSource
          .transaction(async (manager) => {
            resolve(await work(manager));
            await delay(2_000);
          })
          .catch(reject);
      }),
  );
}

const application = await createApplication({
  ...readSettings({ KRING_LOG_LEVEL: 'error' }),
  DATABASE_URL: process.env.DATABASE_URL ?? '',
});
await application.listen(0, '127.0.0.1');
process.send?.(await application.getUrl());
