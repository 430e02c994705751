import type { Actor, TestApp } from '../support/test-app.js';

export interface Download {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

interface DownloadRequest {
  query?: Record<string, string>;
  headers?: Record<string, string>;
  method?: 'GET' | 'HEAD';
}

/** One file over HTTP, with a bearer token or with whatever other headers. */
export async function download(
  app: TestApp,
  actor: Actor,
  path: string,
  { query = {}, headers = {}, method = 'GET' }: DownloadRequest = {},
): Promise<Download> {
  const response = await fetch(`${app.url}/exports/${path}?${new URLSearchParams(query)}`, {
    method,
    headers: { ...(actor && { authorization: `Bearer ${actor.token}` }), ...headers },
  });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
