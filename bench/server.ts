import { createApplication } from '../src/application.js';
import { readSettings } from '../src/platform/settings.js';
import { tellUsage } from './tell-usage.js';

/** The shipped server, with all its limits, policies and masking, as a process of its own. */
const application = await createApplication({
  ...readSettings({ ...process.env, KRING_LOG_LEVEL: 'error' }),
  DATABASE_URL: process.env.DATABASE_URL ?? '',
});
await application.listen(0, '127.0.0.1');
tellUsage(await application.getUrl());
