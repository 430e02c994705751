import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import './promise-with-resolvers.js';
import { tellUsage } from './tell-usage.js';

/**
 * PostGraphile 5 as its documentation sets it up, on the same database. The keys to persons are told to it, which are
 * parts of wider foreign keys here, and the report and the act are functions in the schema `bench`. It checks nobody's
 * session and masks no row, which it would have to: that is to its advantage.
 */
const toPerson = (column: string, name: string) => `(${column}) references persons (id)|@fieldName ${name}`;
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [
    jsonPgSmartTags({
      version: 1,
      config: {
        class: {
          'public.referrals': {
            tags: {
              foreignKey: [
                toPerson('giver_id', 'giver'),
                toPerson('receiver_id', 'receiver'),
                '(introduction_id) references introductions (id)|@fieldName introduction',
              ],
            },
          },
        },
      },
    }),
  ],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL ?? '', schemas: ['public', 'bench'] })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
});
const server = createServer();
const handler = instance.createServ(grafserv);
await handler.addTo(server);
server.listen(0, '127.0.0.1', () => tellUsage(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
