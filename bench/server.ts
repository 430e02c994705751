import { createApplication } from '../src/application.js';
import { readSettings } from '../src/platform/settings.js';

/** The shipped server as a process of its own, which tells its address and, when asked, the time it has computed. */
const application = await createApplication({
  ...readSettings({ ...process.env, KRING_LOG_LEVEL: 'error' }),
  DATABASE_URL: process.env.DATABASE_URL ?? '',
});
await application.listen(0, '127.0.0.1');
process.on('message', () => process.send?.(process.cpuUsage()));
process.send?.(await application.getUrl());
