import type { ApolloServerPlugin } from '@apollo/server';
import Negotiator from 'negotiator';

const mediaTypes = ['application/json', 'application/graphql-response+json'];

/** Not answers of GraphQL: to these the status of HTTP says what is wrong, whatever the client accepts. */
const outsideGraphql = ['BAD_REQUEST', 'FORBIDDEN', 'INTERNAL_SERVER_ERROR'];

/**
 * GraphQL over HTTP, section 6.4.1: to a client that accepts `application/json` a well-formed request is answered
 * with 200, also when its document is refused; 4xx would mean to it that the answer is not from GraphQL.
 */
export const statusForPlainJson: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response: { http, body } }) => {
      const accept = request.http?.headers.get('accept');
      const [preferred] = new Negotiator({ headers: { accept } }).mediaTypes(mediaTypes);
      if (preferred !== 'application/json' || body.kind !== 'single') return;
      const codes = body.singleResult.errors?.map(({ extensions }) => String(extensions?.code)) ?? [];
      if (!codes.some((code) => outsideGraphql.includes(code))) http.status = 200;
    },
  }),
};
