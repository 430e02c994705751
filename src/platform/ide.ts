import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import {
  getDistDirectory,
  isSandboxFrame,
  type RenderOptions,
  renderAltair,
  renderInitialOptions,
} from 'altair-static';
import type { FastifyInstance } from 'fastify';

/** Altair writes its styles into the page as it goes; scripts, requests and all else come from this server alone. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const options: RenderOptions = {
  endpointURL: '/graphql',
  disableAccount: true,
  persistedSettings: {
    'alert.disableUpdateNotification': true,
    'banners.disable': true,
    disablePushNotification: true,
    'plugin.list': [],
  },
};

const contentTypes: Record<string, string> = {
  '.css': 'text/css',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The GraphQL workbench at `/ide`, served from the package on disk: it works without the internet. */
export async function serveIde(server: FastifyInstance): Promise<void> {
  const page = renderAltair({ ...options, baseURL: '/ide/', serveInitialOptionsInSeperateRequest: true });
  const script = renderInitialOptions(options);
  const files = await assets(getDistDirectory());
  server.get('/ide', (_, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', contentSecurityPolicy).send(page),
  );
  server.get('/ide/initial_options.js', (_, reply) => reply.type('text/javascript').send(script));
  server.get<{ Params: { '*': string } }>('/ide/*', (request, reply) => {
    const file = files.get(request.params['*']);
    if (!file) return reply.callNotFound();
    return reply
      .header('cache-control', 'private, max-age=3600')
      .type(contentTypes[extname(file)] ?? 'application/octet-stream')
      .send(createReadStream(file));
  });
}

/** By their paths below the directory. The frame in which Altair runs people's own scripts is not offered. */
async function assets(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const offered = files.filter((file) => !isSandboxFrame(file) && extname(file) in contentTypes);
  return new Map(offered.map((file) => [relative(directory, file), file]));
}
