import { GraphQLSchemaHost } from '@nestjs/graphql';
import { IntroductionRequestsService } from '../../../src/network/requests/introduction-requests.service.js';
import { Afterwards } from '../../../src/platform/afterwards.js';
import { Crawler } from '../../permissions/crawl.js';
import { DatabaseState } from '../../permissions/database-state.js';
import { Keys } from '../../permissions/keys.js';
import { PermissionWorld } from '../../permissions/permission-world.js';
import { Mailbox } from '../../support/mailbox.js';
import { TestApp } from '../../support/test-app.js';
import { Asking } from './asking.js';

/**
 * The attack on the quiet no. One and the same story is told as often as there are ways of not introducing; each time
 * the requester asks for everything there is to ask, on every day, and attempts what he may. What he is told must be
 * the same, byte by byte.
 */
let app: TestApp;
let mailbox: Mailbox;
let world: PermissionWorld;
let crawler: Crawler;
let asking: Asking;
let state: DatabaseState;
let contactId: string;
/** A request of `self` to `party`, asked on 20 February, that lapses on 21 April. */
let id: string;

const longMilliseconds = 600_000;
const day = (place: number, hours = '10:00') =>
  new Date(Date.parse(`2026-02-20T${hours}:00Z`) + place * 86_400_000).toISOString();

beforeAll(async () => {
  mailbox = await Mailbox.start();
  app = await TestApp.start({ KRING_SMTP_URL: mailbox.url });
  world = await PermissionWorld.build(app.database);
  const { schema } = app.application.get(GraphQLSchemaHost);
  crawler = new Crawler(app, schema, world, await Keys.read(app.database));
  asking = new Asking(app, world.world);
  contactId = await asking.circle.contact(world.cast.party, 'Carl Quiet');
  id = world.id('request');
  state = await DatabaseState.keep(app.database);
}, longMilliseconds);
afterAll(async () => {
  await app.stop();
  await mailbox.stop();
});
afterEach(async () => {
  await app.application.get(Afterwards).settle();
  await state.restore(await state.changes());
});

const accept = () => asking.accept(world.cast.party, id, contactId);
const service = () => app.application.get(IntroductionRequestsService);
/** What the other does, on the day after he was asked. */
const silences: Record<string, () => Promise<unknown>> = {
  declines: () => asking.decline(world.cast.party, id, { note: 'Not him' }),
  'puts it off': () => asking.postpone(world.cast.party, id, '2026-03-20'),
  'accepts, and his contact does not answer': accept,
  'accepts, and his contact refuses': async () => {
    await accept();
    await asking.answer(world.cast.party, id, false);
  },
  'accepts, and his contact refuses by himself': async () => {
    await accept();
    await app.database.transaction((manager) => service().contactRefused(manager, id));
  },
  'accepts, and then declines': async () => {
    await accept();
    await asking.decline(world.cast.party, id);
  },
  'passes it on': () => asking.passOn(world.cast.party, id, world.world.tess),
  'passes it on, and the other declines': async () => {
    const { request } = await asking.passOn(world.cast.party, id, world.world.tess);
    await asking.decline(world.world.tess, request.id);
  },
};

const requestFields = `id lookingFor message askedAt lapsesAt withdrawnAt introducedAt state progress movedAt
  postponedUntil remindsOn note requester { id } askedBy { id } asked { id } contact { id } viaContact { id } parent { id }
  introduction { id } viewerCan { accept decline postpone passOn recordContactAnswer withdraw }`;
const page = `{ edges { cursor node { ${requestFields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;
const lists = ['', 'state: WAITING', 'state: INTRODUCED', 'state: WITHDRAWN', 'state: LAPSED']
  .map((filter, place) => `_${place}: introductionRequestsMade(first: 3${filter && `, ${filter}`}) ${page}`)
  .join(' ');
const query = `query ($id: UUID!, $contactId: UUID!) {
  introductionRequest(id: $id) { ${requestFields} }
  contact(id: $contactId) { id }
  viewer { ${lists} introductionRequestsReceived ${page} chains { totalCount } } }`;

/** All that has to do with requests, on the day. */
const told = (place: number) => app.at(day(place), () => app.execute(world.cast.self, query, { id, contactId }));
/** What is asked on every day, until some days after it has lapsed. */
async function everyDay(): Promise<string[]> {
  const days: string[] = [];
  for (let place = 1; place <= 63; place += 1) days.push(JSON.stringify(await told(place)));
  return days;
}
/** Everything the schema tells him. */
async function everything(): Promise<string> {
  const found = await app.at(day(2), () => crawler.crawl('self'));
  return JSON.stringify(found.map(({ field, answer }) => [field, answer]));
}
/** What he attempts: to ask the same anew, to take it back, to take it back again, and to do what is not his. */
async function attempts(place: number): Promise<string> {
  const { self, party } = world.cast;
  return app.at(day(place), async () => {
    const lookingFor = (await asking.read(self, id, 'lookingFor')).lookingFor;
    const anew = () =>
      app.attempt(
        self,
        'requestIntroduction',
        { ...ask, lookingFor },
        'request { lookingFor state viewerCan { withdraw } }',
      );
    const ask = { askedMembershipId: party.membershipId, message: 'Once more' };
    // Once it has lapsed this makes another one, whose key is in no two stories the same: then it comes last.
    const answers = [
      ...(place < 60 ? [await anew()] : []),
      await app.attempt(self, 'declineIntroductionRequest', { requestId: id }, 'request { id }'),
      await asking.withdraw(self, id),
      await asking.withdraw(self, id),
      await told(place),
      await anew(),
    ];
    return JSON.stringify(answers);
  });
}

async function story(act: () => Promise<unknown>, see: () => Promise<unknown>): Promise<unknown> {
  mailbox.mails.length = 0;
  await app.at(day(1, '09:30'), act);
  const seen = await see();
  await app.application.get(Afterwards).settle();
  const mails = mailbox.mails.filter(({ to }) => to.includes(world.cast.self.email));
  await state.restore(await state.changes());
  return { seen, mails };
}

const nothing = async () => undefined;
const silence = new Map<string, unknown>();

async function whenIgnored(name: string, see: () => Promise<unknown>): Promise<unknown> {
  if (!silence.has(name)) silence.set(name, await story(nothing, see));
  return silence.get(name);
}

describe.each(Object.entries(silences))('whoever was asked %s:', (_, act) => {
  test(
    'the requester is told the same on every day as when nothing happens, and gets no mail',
    async () => {
      expect(await story(act, everyDay)).toEqual(await whenIgnored('every day', everyDay));
    },
    longMilliseconds,
  );

  test.each([2, 59, 60])('so he is when he attempts what he may, on day %s', async (place) => {
    const see = () => attempts(place);
    expect(await story(act, see)).toEqual(await whenIgnored(`attempts ${place}`, see));
  });
});

test(
  'neither a no, nor a yes the contact did not give, nor passing on is told by the whole schema',
  async () => {
    const ignored = await story(nothing, everything);
    for (const name of ['declines', 'accepts, and his contact refuses', 'passes it on']) {
      expect(await story(silences[name] ?? nothing, everything)).toEqual(ignored);
    }
  },
  longMilliseconds,
);

test('the attack would see a difference: a yes is told', async () => {
  const yes = async () => {
    await accept();
    await asking.answer(world.cast.party, id, true);
  };
  for (const [name, see] of [
    ['every day', everyDay],
    ['attempts 2', () => attempts(2)],
  ] as const) {
    expect(await story(yes, see)).not.toEqual(await whenIgnored(name, see));
  }
});
