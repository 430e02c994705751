// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is decided by the query beside it
type Data = any;

/** One GraphQL request to a server of which only the address is known. */
export async function ask(
  url: string,
  query: string,
  { token, variables }: { token?: string; variables?: object } = {},
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The token of a new session; null when the sign-in was refused. */
export async function signIn(url: string, email: string, password: string): Promise<string | null> {
  const { signIn: payload } = await ask(url, 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }', {
    variables: { input: { email, password, keepSignedInAs: 'TOKEN' } },
  });
  return payload.token;
}
