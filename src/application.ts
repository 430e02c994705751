import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { serveContactUploads } from './contacts/import/uploads-route.js';
import { streamOptions } from './graphql-options.js';
import { serveCalendars } from './meetings/calendar/calendar-route.js';
import { FeedReader } from './meetings/calendar/feed-reader.service.js';
import { serveStream } from './platform/graphql/stream.js';
import { serveHealth } from './platform/health.js';
import { newId } from './platform/id.js';
import { serveIde } from './platform/ide.js';
import { Log } from './platform/log.js';
import { nameRequests } from './platform/request-id.js';
import { addSecurityHeaders } from './platform/security-headers.js';
import type { Settings } from './platform/settings.js';

/** The largest request body, in bytes: a long mutation with its variables is a few kilobytes. */
const bodyLimit = 256 * 1024;

/** How long a client may take to send a request, in milliseconds. */
const requestTimeout = 30_000;

/** The whole server, ready to listen; tests use this very function. */
export async function createApplication(
  settings: Settings & { DATABASE_URL: string },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    requestTimeout,
    forceCloseConnections: true,
    genReqId: newId,
    trustProxy: settings.KRING_TRUST_PROXY ?? false,
  });
  const application = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger: new Log(settings.KRING_LOG_LEVEL),
    abortOnError: false,
  });
  await application.register(fastifyCookie);
  const server = adapter.getInstance();
  nameRequests(server);
  addSecurityHeaders(server);
  serveHealth(server, application.get(DataSource));
  serveIde(server);
  serveCalendars(server, application.get(FeedReader, { strict: false }));
  serveContactUploads(server, application, settings);
  serveStream(server, streamOptions(application, settings));
  return application;
}
