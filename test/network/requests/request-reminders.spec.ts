import { RequestRemindersService } from '../../../src/network/requests/request-reminders.service.js';
import { Afterwards } from '../../../src/platform/afterwards.js';
import { Mailbox } from '../../support/mailbox.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { Asking } from './asking.js';

let app: TestApp;
let mailbox: Mailbox;
let world: World;
let asking: Asking;

const asked = '2026-03-01T09:00:00Z';

beforeAll(async () => {
  mailbox = await Mailbox.start();
  app = await TestApp.start({ KRING_SMTP_URL: mailbox.url });
});
beforeEach(async () => {
  world = await World.build(app.database);
  asking = new Asking(app, world);
});
afterEach(async () => {
  await app.database.query('UPDATE introduction_requests SET reminds_on = NULL, reminds_again_on = NULL');
});
afterAll(async () => {
  await app.stop();
  await mailbox.stop();
});

const remind = (now: string) => app.application.get(RequestRemindersService).remind(new Date(now));
const settle = () => app.application.get(Afterwards).settle();
const mailsTo = (email: string) => mailbox.mails.filter(({ to }) => to.includes(email));
const speak = (personId: string, locale: string) =>
  app.database.query('UPDATE persons SET locale = $2 WHERE id = $1', [personId, locale]);
/** On which of the days, at noon, somebody is reminded. */
const daysReminded = async (days: string[]): Promise<string[]> => {
  const reminded: string[] = [];
  for (const day of days) if ((await remind(`2026-${day}T11:00:00Z`)) > 0) reminded.push(day);
  return reminded;
};

test.each([
  ['nl-BE', 'Een vraag om een introductie', 'Sara Peeters vraagt je om een introductie.'],
  ['en-GB', 'A request for an introduction', 'Sara Peeters asks you for an introduction.'],
  ['fr-BE', "Une demande d'introduction", 'Sara Peeters vous demande une introduction.'],
  ['de-DE', 'A request for an introduction', 'Sara Peeters asks you for an introduction.'],
])('who is asked gets a mail in his language: %s', async (locale, subject, sentence) => {
  await speak(world.bram.personId, locale);
  await asking.asked({ message: 'We clean operating theatres.' });
  await settle();
  const [mail, ...more] = mailsTo(world.bram.email);
  expect(more).toEqual([]);
  expect(mail?.subject).toContain(subject);
  for (const text of [sentence, 'The facility manager of a hospital in Ghent', 'We clean operating theatres.']) {
    expect(mail?.text).toContain(text);
  }
});

test('to whom it is passed on reads for whom', async () => {
  await speak(world.tess.personId, 'en-GB');
  await asking.passOn(world.bram, await asking.asked(), world.tess);
  await settle();
  const text = 'Bram De Smet asks you for an introduction on behalf of Sara Peeters.';
  expect(mailbox.lastTo(world.tess.email).text).toContain(text);
});

test('the requester gets a mail when he was introduced, without a word of the contact, and no other', async () => {
  await speak(world.sara.personId, 'en-GB');
  const contactId = await asking.circle.contact(world.bram, 'Carl Baert');
  const declined = await asking.asked({ lookingFor: 'A dentist' });
  const id = await asking.asked();
  await asking.decline(world.bram, declined);
  await asking.accept(world.bram, id, contactId);
  await settle();
  expect(mailsTo(world.sara.email)).toEqual([]);
  await asking.answer(world.bram, id, true);
  await settle();
  const [mail, ...more] = mailsTo(world.sara.email);
  expect([mail?.subject, more]).toEqual(['You have been introduced', []]);
  expect(mail?.text).toContain('Bram De Smet has introduced you, as you asked.');
  expect(mail?.text).not.toContain('Carl');
});

test('a retry sends no second mail', async () => {
  const input = { idempotencyKey: '01890000-0000-7000-8000-000000000001' };
  await asking.request(world.sara, world.bram, input);
  await asking.request(world.sara, world.bram, input);
  await settle();
  expect(mailsTo(world.bram.email)).toHaveLength(1);
});

test('who does not answer is reminded on the third and the tenth day, and then no more', async () => {
  await app.at(asked, () => asking.asked());
  const days = ['03-02', '03-03', '03-04', '03-05', '03-10', '03-11', '03-12', '03-30', '04-29'];
  expect(await daysReminded(days)).toEqual(['03-04', '03-11']);
});

test('one mail a day tells how many wait and of whom, and of no contact', async () => {
  await speak(world.bram.personId, 'en-GB');
  const contactId = await asking.circle.contact(world.bram, 'Carl Baert');
  await app.at(asked, async () => {
    await asking.asked();
    await asking.asked({ lookingFor: 'A dentist' });
    await asking.asked({}, world.pia);
    await asking.accept(world.bram, await asking.asked({}, world.cleo), contactId);
    await asking.decline(world.bram, await asking.asked({ lookingFor: 'A baker' }, world.vik));
  });
  await settle();
  const before = mailsTo(world.bram.email).length;
  expect(await remind('2026-03-04T06:00:00Z')).toBe(1);
  expect(await remind('2026-03-04T07:00:00Z')).toBe(0);
  expect(mailsTo(world.bram.email)).toHaveLength(before + 1);
  const { subject, text } = mailbox.lastTo(world.bram.email);
  expect(subject).toBe('Requests for an introduction wait for you');
  expect(text).toContain('4 requests for an introduction wait for you.');
  expect(text).toContain('From: Cleo Wouters, Pia Claes, Sara Peeters');
  expect(text).not.toContain('Carl');
});

test('who puts it off is reminded on the day after, and it is not counted until then', async () => {
  await app.at(asked, async () => {
    await asking.postpone(world.bram, await asking.asked(), '2026-03-20');
  });
  expect(await daysReminded(['03-04', '03-11', '03-20', '03-21', '03-22', '04-10'])).toEqual(['03-21']);
});

test('who accepts is reminded after seven and 21 days, while his contact has not answered', async () => {
  const contactId = await asking.circle.contact(world.bram, 'Carl');
  const id = await app.at(asked, () => asking.asked());
  await app.at('2026-03-02T09:00:00Z', () => asking.accept(world.bram, id, contactId));
  expect(await daysReminded(['03-05', '03-08', '03-09', '03-10', '03-22', '03-23', '03-24'])).toEqual([
    '03-09',
    '03-23',
  ]);
  const other = await app.at(asked, () => asking.asked({ lookingFor: 'A dentist' }));
  await app.at(asked, async () => {
    await asking.accept(world.bram, other, contactId);
    await asking.answer(world.bram, other, true);
  });
  expect(await daysReminded(['03-08', '03-30'])).toEqual([]);
});

test('nobody is reminded of what was withdrawn, has lapsed or was passed on, nor by a seat he has left', async () => {
  const ask = (lookingFor: string) => app.at(asked, () => asking.asked({ lookingFor }));
  const [withdrawn, passed] = [await ask('withdrawn'), await ask('passed on')];
  await app.at(asked, async () => {
    await asking.withdraw(world.sara, withdrawn);
    await asking.passOn(world.bram, passed, world.tess);
  });
  await app.database.query("UPDATE memberships SET left_on = '2026-03-02' WHERE id = $1", [world.tess.membershipId]);
  expect(await remind('2026-03-04T09:00:00Z')).toBe(0);
  await ask('lapsed');
  expect(await remind('2026-05-01T09:00:00Z')).toBe(0);
});

test('the day begins where the club is', async () => {
  await app.at(asked, () => asking.asked());
  expect(await remind('2026-03-03T22:59:59Z')).toBe(0);
  expect(await remind('2026-03-03T23:00:00Z')).toBe(1);
});

test('five processes that remind at once mail each member once', async () => {
  const members = [world.pia, world.vik, world.bram, world.cleo];
  await app.at(asked, async () => {
    for (const member of members) await asking.asked({}, world.sara, member);
  });
  await settle();
  const before = mailbox.mails.length;
  const counts = await Promise.all(Array.from({ length: 5 }, () => remind('2026-03-04T09:00:00Z')));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
  expect(
    mailbox.mails
      .slice(before)
      .map(({ to }) => to[0])
      .sort(),
  ).toEqual(members.map(({ email }) => email).sort());
});

test('one member and four take the same number of statements', async () => {
  const count = async (members: (typeof world.bram)[], lookingFor: string) => {
    await app.at(asked, async () => {
      for (const member of members) await asking.asked({ lookingFor }, world.sara, member);
    });
    return app.countQueries(() => remind('2026-03-04T09:00:00Z'));
  };
  const one = await count([world.pia], 'A dentist');
  await app.database.query('UPDATE introduction_requests SET reminded_on = NULL');
  expect(await count([world.pia, world.vik, world.bram, world.cleo], 'A baker')).toBe(one);
});
