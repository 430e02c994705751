import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { Log } from '../platform/log.js';
import type { Settings } from '../platform/settings.js';

/**
 * Does work with Kring's services, without a server in front of them.
 * @param connection what the database's driver shall be told beyond the usual
 */
export async function withServices<T>(
  settings: Settings & { DATABASE_URL: string },
  work: (context: INestApplicationContext) => Promise<T>,
  connection: object = {},
): Promise<T> {
  const context = await NestFactory.createApplicationContext(AppModule.with(settings, connection), {
    logger: new Log('error'),
    abortOnError: false,
  });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}
