import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import type { RenderOptions } from 'altair-static';
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

interface Ide {
  page: string;
  /** With what the page starts. */
  script: string;
  /** The paths on disk, by the paths below the page. */
  files: Map<string, string>;
}

/** The GraphQL workbench at `/ide`, served from the package on disk: it works without the internet. */
export function serveIde(server: FastifyInstance): void {
  let loading: Promise<Ide> | undefined;
  // Not before somebody opens it: a sixth of a second is long for a start.
  const loaded = () => {
    loading ??= load();
    return loading;
  };
  server.get('/ide', async (_, reply) => {
    reply.type('text/html; charset=utf-8').header('content-security-policy', contentSecurityPolicy);
    return (await loaded()).page;
  });
  server.get('/ide/initial_options.js', async (_, reply) => {
    reply.type('text/javascript');
    return (await loaded()).script;
  });
  server.get<{ Params: { '*': string } }>('/ide/*', async (request, reply) => {
    const file = (await loaded()).files.get(request.params['*']);
    if (!file) return reply.callNotFound();
    reply.header('cache-control', 'private, max-age=3600').type(contentTypes[extname(file)] ?? '');
    return createReadStream(file);
  });
}

async function load(): Promise<Ide> {
  const { getDistDirectory, isSandboxFrame, renderAltair, renderInitialOptions } = await import('altair-static');
  const directory = getDistDirectory();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  // The frame in which Altair runs people's own scripts would need a door in the policy: it is not offered.
  const offered = files.filter((file) => !isSandboxFrame(file) && extname(file) in contentTypes);
  return {
    page: renderAltair({ ...options, baseURL: '/ide/', serveInitialOptionsInSeperateRequest: true }),
    script: renderInitialOptions(options),
    files: new Map(offered.map((file) => [relative(directory, file), file])),
  };
}
