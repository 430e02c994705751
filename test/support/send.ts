import type { TestApp } from './test-app.js';

export interface Sent {
  status: number;
  headers: Headers;
  errors: { message: string; path?: unknown[]; extensions: { code: string; requestId?: string } }[];
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is decided by the query beside it
  data?: any;
}

/** One POST to GraphQL as it goes over the wire, for specs about HTTP itself. */
export async function send(
  app: TestApp,
  body: object | string,
  headers: Record<string, string | undefined> = {},
): Promise<Sent> {
  const given = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined);
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...Object.fromEntries(given),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer = (await response.json()) as Pick<Sent, 'errors' | 'data'>;
  return { status: response.status, headers: response.headers, errors: answer.errors ?? [], data: answer.data };
}

export function bearer(actor: { token: string }): { authorization: string } {
  return { authorization: `Bearer ${actor.token}` };
}
