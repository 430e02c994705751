import { Circle } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { seven } from '../meeting-day.js';
import { AskRoom } from './ask-room.js';

let app: TestApp;
let world: World;
let circle: Circle;
let room: AskRoom;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  room = new AskRoom(app, world);
  meetingId = await room.meetings.opened();
});
afterAll(() => app.stop());

const wanted = 'Facility manager of a hospital in Ghent';
const facility = { role: 'Facility manager', company: 'UZ Ghent', place: 'Ghent' };
const asks = (asker: CastMember, ask: string | null, of: object = {}) => room.asks(asker, ask, { meetingId, ...of });

describe('a match', () => {
  test('says which word of the ask is which word of what was noted', async () => {
    await asks(world.sara, 'De Ziekenhuismanagers of een notaris in Aalst');
    await circle.contact(world.bram, 'Nora', { role: 'notarissen', company: 'Ziekenhuis Aalst', place: 'Aalst' });
    expect((await room.told(world.bram)).nodes).toEqual([
      {
        ask: { id: expect.any(String), ask: 'De Ziekenhuismanagers of een notaris in Aalst' },
        count: 1,
        contacts: {
          totalCount: 1,
          nodes: [
            {
              contact: { name: 'Nora' },
              matched: [
                { askWord: 'Ziekenhuismanagers', field: 'COMPANY', contactWord: 'Ziekenhuis' },
                { askWord: 'notaris', field: 'ROLE', contactWord: 'notarissen' },
                { askWord: 'Aalst', field: 'COMPANY', contactWord: 'Aalst' },
              ],
            },
          ],
        },
      },
    ]);
  });

  test.each([
    ['two words of the ask', wanted, facility, true],
    ['one word of the ask of many', wanted, { role: 'Hospital' }, false],
    ['the one word there is', 'Ik zoek een tandarts', { role: 'Tandarts' }, true],
    ['nothing but a place', 'Iemand in Gent', { place: 'Gent' }, false],
    ['places alone', 'Sint Niklaas', { place: 'Sint-Niklaas' }, false],
    ['a title and the place, of an ask that says more', wanted, { role: 'Sales manager', place: 'Ghent' }, false],
    [
      'a title and the place, of an ask that says no more',
      'Zaakvoerder in Aalst',
      { role: 'Zaakvoerder', place: 'Aalst' },
      true,
    ],
    ['accents and capitals otherwise', 'CAFÉHOUDER in Liège', { role: 'cafehouder', place: 'LIEGE' }, true],
    [
      'words of asking alone',
      'An introduction to someone new, please',
      { role: 'someone new', company: 'Introduction' },
      false,
    ],
    ['stop words alone', 'The one of them', { role: 'The one of them' }, false],
    ['IT, which is no stop word', 'IT manager', { role: 'IT-manager' }, true],
    ['a name that is asked for', 'Willem Vandenbroucke', { role: 'Plumber' }, false],
    ['numbers alone', '20 50 100', { company: '20 50 100' }, false],
    ['a part of the place', 'Tandarts Brugge', { role: 'Arts', place: 'Gentbrugge' }, false],
    ['the same word twice', 'Architect, architecten of restaurants', { role: 'Architect' }, false],
  ])('of %s', async (_, ask, details, fits) => {
    await asks(world.sara, ask);
    await circle.contact(world.bram, 'Willem Vandenbroucke', { email: 'ghent@hospital.example', ...details });
    expect(await room.names(world.bram)).toEqual(fits ? { [ask]: ['Willem Vandenbroucke'] } : {});
  });
});

test('the asks of the best contact come first, and of an ask the contacts with most words, then the best known', async () => {
  await asks(world.sara, 'Notaris in Aalst');
  await asks(world.cleo, wanted);
  await circle.contact(world.bram, 'Two, weakly', { role: 'Hospital facility', strength: 'WEAK' });
  await circle.contact(world.bram, 'Two, strongly', { role: 'Hospital facility', strength: 'STRONG' });
  await circle.contact(world.bram, 'Three', facility);
  await circle.contact(world.bram, 'Notary', { role: 'Notaris', place: 'Aalst', isPrivate: true });
  expect(Object.entries(await room.names(world.bram))).toEqual([
    [wanted, ['Three', 'Two, strongly', 'Two, weakly']],
    ['Notaris in Aalst', ['Notary']],
  ]);
});

test('pages are read on where the last one ended, also when what stood there was dismissed since', async () => {
  const [first, second] = [await asks(world.sara, 'Notaris'), await asks(world.cleo, 'Tandarts')];
  await circle.contact(world.bram, 'Nora', { role: 'Notaris' });
  const contactId = await circle.contact(world.bram, 'Tim', { role: 'Tandarts' });
  const page = await room.told(world.bram, 'first: 1');
  expect(page).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true }, nodes: [{ ask: { id: second } }] });
  await room.dismiss(world.bram, { presentationId: second, contactId });
  const next = await room.told(world.bram, `first: 1, after: "${page.pageInfo.endCursor}"`);
  expect(next).toMatchObject({ totalCount: 1, pageInfo: { hasNextPage: false }, nodes: [{ ask: { id: first } }] });
});

test('of more than a hundred who fit the best hundred are shown, and all are counted', async () => {
  await asks(world.sara, 'Notaris');
  await app.database.query(
    `INSERT INTO contacts (id, owner_id, name, role, created_at)
     SELECT gen_random_uuid(), $1, 'Number ' || n, 'Notaris', '2026-01-01' FROM generate_series(1, 105) n`,
    [world.bram.personId],
  );
  expect((await room.told(world.bram)).nodes).toMatchObject([{ count: 105, contacts: { totalCount: 100 } }]);
});

describe('asks that are matched', () => {
  beforeEach(() => circle.contact(world.bram, 'Fay', facility));

  test('are the current ones of others, of each the latest', async () => {
    await asks(world.sara, wanted);
    await asks(world.bram, wanted);
    await asks(world.vik, null);
    const next = await room.meetings.planned(room.meetings.nextThursday());
    await room.asks(world.sara, 'Facility in Ghent', { meetingId: next });
    expect(Object.keys(await room.names(world.bram))).toEqual(['Facility in Ghent']);
  });

  test('last eight weeks, as long as their member has his seat and the meeting was not cancelled', async () => {
    const presentationId = await asks(world.sara, wanted);
    const own = async (instant: string) =>
      (await room.presentation(world.bram, presentationId, undefined, instant))?.ownMatches;
    expect(Object.keys(await room.names(world.bram, '2026-04-30T23:59:00+02:00'))).toEqual([wanted]);
    expect(await own('2026-04-30T23:59:00+02:00')).toMatchObject({ count: 1 });
    expect(await room.names(world.bram, '2026-05-01T00:01:00+02:00')).toEqual({});
    expect(await own('2026-05-01T00:01:00+02:00')).toBeNull();
    await app.database.query(`UPDATE memberships SET left_on = '2026-03-20' WHERE id = $1`, [world.sara.membershipId]);
    expect(await room.names(world.bram, '2026-03-19T12:00:00+01:00')).toEqual({ [wanted]: ['Fay'] });
    expect(await room.names(world.bram, '2026-03-20T12:00:00+01:00')).toEqual({});
    await app.database.query('UPDATE memberships SET left_on = NULL WHERE id = $1', [world.sara.membershipId]);
    const next = await room.meetings.planned(room.meetings.nextThursday());
    await room.asks(world.cleo, 'Facility in Ghent', { meetingId: next });
    expect(Object.keys(await room.names(world.bram))).toContain('Facility in Ghent');
    await room.meetings.act(world.pia, 'cancelMeeting', { meetingId: next, reason: 'Snow' });
    expect(Object.keys(await room.names(world.bram))).toEqual([wanted]);
  });

  test('are of the clubs the viewer sits in', async () => {
    const presentationId = await asks(world.sara, wanted);
    await circle.contact(world.ulf, 'Fay', facility);
    await circle.contact(world.ada, 'Fay', facility);
    expect(await room.names(world.ulf)).toEqual({});
    expect(await room.names(world.ada)).toEqual({});
    await world.seat(world.ulf.personId, world.ghentId, 'Thatcher');
    expect(await room.names(world.ulf)).toEqual({ [wanted]: ['Fay'] });
    expect((await room.presentation(world.ulf, presentationId))?.ownMatches).toMatchObject({ count: 1 });
  });
});

describe('a presentation', () => {
  test('tells whom the viewer knows, also when its member has asked for something else since', async () => {
    const presentationId = await asks(world.sara, wanted);
    const next = await room.meetings.planned(room.meetings.nextThursday());
    await room.asks(world.sara, 'A notary', { meetingId: next });
    await circle.contact(world.bram, 'Fay', facility);
    const { ownMatches } = await room.presentation(world.bram, presentationId);
    expect(ownMatches).toMatchObject({ count: 1, contacts: { nodes: [{ contact: { name: 'Fay' } }] } });
  });

  test('tells nothing of an own ask, of none, and of one that nobody fits', async () => {
    const [own, none, other] = [
      await asks(world.bram, wanted),
      await asks(world.vik, null),
      await asks(world.sara, 'Notaris'),
    ];
    await circle.contact(world.bram, 'Fay', facility);
    for (const id of [own, none, other]) expect((await room.presentation(world.bram, id)).ownMatches).toBeNull();
  });
});

describe('a contact fits not', () => {
  test.each([
    ['whoever asks, known as the person', { person_id: () => world.sara.personId }],
    ['whoever asks, by his e-mail address', { email: () => world.sara.email.toUpperCase() }],
    ['who was merged', { merged_into_id: () => world.pia.membershipId }],
  ])('%s', async (_, change) => {
    const [[column, value]] = Object.entries(change) as [[string, () => string]];
    await asks(world.sara, wanted);
    const id = await circle.contact(world.bram, 'Fay', facility);
    const into = column === 'merged_into_id' ? await circle.contact(world.bram, 'Other') : value();
    await app.database.query(`UPDATE contacts SET ${column} = $2 WHERE id = $1`, [id, into]);
    expect(await room.names(world.bram)).toEqual({});
  });

  test('who was erased', async () => {
    await asks(world.sara, 'Notaris');
    const id = await circle.contact(world.bram, 'Nora', { role: 'Notaris' });
    await app.database.query('UPDATE contacts SET erased_at = now(), name = NULL, role = NULL WHERE id = $1', [id]);
    expect(await room.names(world.bram)).toEqual({});
  });
});

describe('for his eyes alone:', () => {
  const everything = async (viewer: CastMember, id: string) =>
    JSON.stringify([
      await room.told(viewer),
      await room.presentation(
        viewer,
        id,
        'ownMatches { count } referralsGiven referrals { totalCount } viewerCan { answerAsk }',
      ),
    ]);

  test('whatever contacts others have, the answer is the same to the last letter', async () => {
    const id = await asks(world.sara, wanted);
    await circle.contact(world.bram, 'Fay', facility);
    const cast = [world.bram, world.sara, world.cleo, world.pia, world.ulf];
    const before = await Promise.all(cast.map((viewer) => everything(viewer, id)));
    const other = await circle.contact(world.vik, 'Fay', { ...facility, strength: 'STRONG' });
    await circle.contact(world.vik, 'Hal', { role: 'Hospital facility', place: 'Ghent' });
    await circle.contact(world.tess, 'Fay', facility);
    await room.dismiss(world.vik, { presentationId: id, contactId: other });
    expect(await Promise.all(cast.map((viewer) => everything(viewer, id)))).toEqual(before);
    expect(await room.names(world.vik)).toEqual({ [wanted]: ['Hal'] });
  });

  test('the asker has no match in what others know', async () => {
    const id = await asks(world.sara, wanted);
    await circle.contact(world.bram, 'Fay', facility);
    expect(await room.names(world.sara)).toEqual({});
    expect((await room.presentation(world.sara, id)).ownMatches).toBeNull();
  });
});

test('five asks and five contacts cost as many statements as one', async () => {
  await asks(world.sara, wanted);
  await circle.contact(world.bram, 'Fay', facility);
  const ofMeeting = `query ($id: UUID!) { meeting(id: $id) { presentations(first: 5) { nodes { referralsGiven ownMatches { count contacts(first: 5) { nodes { contact { name } } } } viewerCan { answerAsk } } } } }`;
  const counts = async () => [
    await app.countQueries(() => room.told(world.bram)),
    await app.countQueries(() => app.at(seven, () => app.query(world.bram, ofMeeting, { id: meetingId }))),
  ];
  const one = await counts();
  for (const asker of [world.pia, world.vik, world.cleo]) await asks(asker, wanted);
  for (const name of ['Gil', 'Hal', 'Ian', 'Jan']) await circle.contact(world.bram, name, facility);
  expect(await counts()).toEqual(one);
});
