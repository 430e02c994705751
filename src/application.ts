import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { newId } from './platform/id.js';
import type { Settings } from './platform/settings.js';

/** The largest request body, in bytes: a long mutation with its variables is a few kilobytes. */
const bodyLimit = 256 * 1024;

/** The whole server, ready to listen; tests use this very function. */
export async function createApplication(
  settings: Settings & { DATABASE_URL: string },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit, forceCloseConnections: true, genReqId: newId });
  const application = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: settings.KRING_LOG_LEVEL === 'silent' ? false : ['fatal', 'error', 'warn'],
    abortOnError: false,
  });
  await application.register(fastifyCookie);
  return application;
}
