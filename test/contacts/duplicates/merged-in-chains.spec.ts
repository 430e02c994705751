import { MeetingDay, seven } from '../../meetings/meeting-day.js';
import { Guests } from '../../meetings/visitors/guests.js';
import { Circle, refused } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';

let app: TestApp;
let world: World;
let circle: Circle;
let keptId: string;
let mergedId: string;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  circle = new Circle(app, world);
  keptId = await circle.contact(world.bram, 'Carl Baert', { role: 'buyer', email: 'carl@baert.example' });
  mergedId = await circle.contact(world.bram, 'C. Baert', { role: 'manager', email: 'info@baert.example' });
});
afterAll(() => app.stop());

const merge = (input: object = {}) =>
  app.act(world.bram, 'mergeContacts', { keptId, mergedId, ...input }, 'contact { id }');
const contact = async (actor: { token: string }, id: string) =>
  (await app.query(actor, 'query ($id: UUID!) { contact(id: $id) { id name role } }', { id })).contact;

describe('who sees the kept one', () => {
  const open = () => ({ id: keptId, name: 'Carl Baert', role: 'buyer' });
  const onlyTheRole = () => ({ ...open(), name: null });

  test('whom the merged one was introduced to, as much as before, under either key', async () => {
    const { introduction } = await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    await circle.introduce(world.bram, { contactId: mergedId }, world.cleo, { consentBasis: 'NONE_YET' });
    await merge();
    for (const id of [keptId, mergedId]) {
      expect(await contact(world.sara, id)).toEqual(open());
      expect(await contact(world.cleo, id)).toEqual(onlyTheRole());
      for (const other of [world.vik, world.tess, world.ada]) expect(await contact(other, id)).toBeNull();
    }
    const shown = await circle.introduction(world.sara, introduction.id, 'introducedContact { id name role }');
    expect(shown.introducedContact).toEqual(open());
  });

  test('with details when one introduction of either has a basis', async () => {
    await circle.introduce(world.bram, { contactId: keptId }, world.sara, { consentBasis: 'NONE_YET' });
    expect(await contact(world.sara, keptId)).toEqual(onlyTheRole());
    await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    await merge();
    expect(await contact(world.sara, keptId)).toEqual(open());
  });

  test('a deal with the merged one shows the kept one', async () => {
    await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    const { deal } = await circle.sell(world.sara, { contactId: mergedId });
    await merge();
    expect(await circle.deal(world.sara, deal.id, 'buyerContact { id name }')).toEqual({
      buyerContact: { id: keptId, name: 'Carl Baert' },
    });
  });

  test('a visit of the merged one shows the kept one; he is invited once', async () => {
    const meetings = new MeetingDay(app, world);
    const guests = new Guests(app, meetings);
    const meetingId = await meetings.planned();
    const invite = (contactId: string) =>
      app.act(world.bram, 'inviteVisitor', { meetingId, contactId }, 'visitor { id }');
    await invite(mergedId);
    await merge();
    expect(await guests.of(world.pia, meetingId)).toMatchObject([{ name: 'Carl Baert' }]);
    for (const id of [keptId, mergedId]) expect(refused(await invite(id))).toEqual(['ALREADY_INVITED contactId']);
    const { token } = await guests.link(world.bram, meetingId);
    for (const email of ['carl@baert.example', 'info@baert.example']) await guests.register(token, { email });
    expect(await guests.of(world.pia, meetingId)).toMatchObject([{ name: 'Carl Baert', stage: 'CONFIRMED' }]);
  });

  test('who comes again under the kept one is not there for the first time', async () => {
    const meetings = new MeetingDay(app, world);
    const visitors = [];
    for (const [contactId, startsAt] of [
      [mergedId, seven],
      [keptId, meetings.nextThursday()],
    ]) {
      const meetingId = await meetings.opened(startsAt);
      const { visitor } = await app.act(world.bram, 'inviteVisitor', { meetingId, contactId }, 'visitor { id }');
      await app.act(world.pia, 'recordVisit', { visitorId: visitor.id }, 'visitor { id }');
      visitors.push({ meetingId, id: visitor.id });
    }
    await merge();
    const query = 'query ($id: UUID!) { meeting(id: $id) { visitors { nodes { firstTime visits } } } }';
    const { meeting } = await app.query(world.pia, query, { id: visitors[1]?.meetingId });
    expect(meeting.visitors.nodes).toEqual([{ firstTime: false, visits: 2 }]);
  });
});

describe('the human is one', () => {
  test('a later deal goes back to the introduction of the merged one, and is a repeat', async () => {
    const { introduction } = await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    await circle.sell(world.sara, { contactId: mergedId });
    await merge();
    const { deal } = await circle.sell(world.sara, { contactId: keptId });
    expect(deal).toMatchObject({ degree: 2, repeat: true, origin: { id: introduction.id } });
  });

  test('merging takes a customer away from nobody: who shares an address with the merged one is still the same', async () => {
    const theirs = await circle.contact(world.cleo, 'Baert', { email: 'info@baert.example' });
    const { introduction } = await circle.introduce(world.cleo, { contactId: theirs }, world.sara);
    await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    await merge();
    const { deal } = await circle.sell(world.sara, { contactId: keptId });
    expect(deal).toMatchObject({ root: { id: world.cleo.personId }, origin: { id: introduction.id } });
  });

  test('who is known as a person by one of them buys as a fellow member', async () => {
    await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    await merge();
    await app.act(
      world.bram,
      'identifyContact',
      { contactId: keptId, personId: world.cleo.personId },
      'contact { id }',
    );
    const person = await circle.sell(world.sara, { personId: world.cleo.personId });
    expect(person.deal).toMatchObject({ degree: 1, direct: true, root: { id: world.bram.personId } });
  });

  test('nothing recorded changes', async () => {
    await circle.introduce(world.bram, { contactId: keptId }, world.sara);
    await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    for (const contactId of [keptId, mergedId]) await circle.sell(world.sara, { contactId });
    const all = () =>
      Promise.all(['introductions', 'deals'].map((table) => app.database.query(`SELECT * FROM ${table} ORDER BY id`)));
    const before = await all();
    expect((await merge()).errors).toEqual([]);
    expect(await all()).toEqual(before);
  });
});

describe('one human does not stand twice in a chain', () => {
  test('who introduced somebody is not him', async () => {
    const { introduction } = await circle.introduce(world.bram, { contactId: keptId }, world.sara);
    const introducer = { contactId: keptId, parentId: introduction.id };
    await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    await circle.record(world.sara, { introduced: { contactId: mergedId }, introducer });
    for (const input of [{}, { keptId: mergedId, mergedId: keptId }]) {
      expect(refused(await merge(input))).toEqual(['INTRODUCTION_LOOP mergedId']);
    }
  });

  test('nor further down', async () => {
    const { introduction } = await circle.introduce(world.bram, { contactId: keptId }, world.sara);
    const onward = await circle.onward(world.sara, introduction.id, keptId, 'Dora');
    await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    const introducer = { contactId: onward.contactId, parentId: onward.introduction.id };
    await circle.record(world.sara, { introduced: { contactId: mergedId }, introducer });
    expect(refused(await merge())).toEqual(['INTRODUCTION_LOOP mergedId']);
  });

  test('what others call him is not asked: nobody learns by merging whom others know', async () => {
    const { introduction } = await circle.introduce(world.bram, { contactId: keptId }, world.sara);
    const theirs = await circle.contact(world.sara, 'Baert', { email: 'info@baert.example' });
    const introducer = { contactId: keptId, parentId: introduction.id };
    await circle.record(world.sara, { introduced: { contactId: theirs }, introducer });
    expect(refused(await merge())).toEqual([]);
  });

  test('who was introduced to somebody is not that one, nor did he introduce to himself', async () => {
    await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    await app.act(
      world.bram,
      'identifyContact',
      { contactId: keptId, personId: world.sara.personId },
      'contact { id }',
    );
    expect(refused(await merge())).toEqual(['INTRODUCTION_LOOP mergedId']);
  });

  test('two introduced to one member are in two chains, and may be one', async () => {
    for (const contactId of [keptId, mergedId]) await circle.introduce(world.bram, { contactId }, world.sara);
    expect((await merge()).errors).toEqual([]);
  });

  test('two introduced by the same human are brothers in a chain, and may be one', async () => {
    const [{ id: parentId = '', contactId = '' } = {}] = await circle.chain(world.bram, world.sara, ['Dora']);
    for (const introduced of [keptId, mergedId]) {
      await circle.introduce(world.bram, { contactId: introduced }, world.sara);
      const introducer = { contactId, parentId };
      await circle.record(world.sara, { introduced: { contactId: introduced }, introducer });
    }
    expect((await merge()).errors).toEqual([]);
  });

  test('after merging, an introduction that would put him twice is refused', async () => {
    const { introduction } = await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    await circle.introduce(world.bram, { contactId: keptId }, world.sara);
    await merge();
    const introducer = { contactId: mergedId, parentId: introduction.id };
    expect(refused(await circle.record(world.sara, { introduced: { contactId: keptId }, introducer }))).toEqual([
      'INTRODUCTION_LOOP introduced',
    ]);
  });

  test('merging and closing the loop at once: one of the two is refused', async () => {
    const { introduction } = await circle.introduce(world.bram, { contactId: keptId }, world.sara);
    await circle.introduce(world.bram, { contactId: mergedId }, world.sara);
    const introducer = { contactId: keptId, parentId: introduction.id };
    const answers = await Promise.all([
      merge(),
      circle.record(world.sara, { introduced: { contactId: mergedId }, introducer }),
    ]);
    expect(answers.flatMap(refused).map((refusal) => refusal.split(' ')[0])).toEqual(['INTRODUCTION_LOOP']);
  });
});
