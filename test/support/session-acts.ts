import type { Actor, Answer, PayloadError, TestApp } from './test-app.js';

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is decided by the selection beside it
type Data = any;

/** The acts on accounts and sessions that take no idempotency key. */
export async function sessionAct<T = Data>(
  app: TestApp,
  actor: Actor,
  mutation: string,
  input: object,
  selection = '',
): Promise<T & { errors: PayloadError[] }> {
  const answer = await attemptSessionAct<T>(app, actor, mutation, input, selection);
  if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.payload;
}

/** Like `sessionAct`, for acts that are expected to be refused at the top level. */
export function attemptSessionAct<T = Data>(
  app: TestApp,
  actor: Actor,
  mutation: string,
  input: object,
  selection = '',
): Promise<Answer<{ payload: T & { errors: PayloadError[] } }>> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { payload: ${mutation}(input: $input) { ${selection} errors { code message field } } }`;
  return app.execute(actor, document, { input });
}

/** Who asks with this token: the person's id, or null for anonymous. */
export async function whoIs(app: TestApp, token: string): Promise<string | null> {
  const { viewer } = await app.query({ token }, '{ viewer { person { id } } }');
  return viewer?.person.id ?? null;
}
