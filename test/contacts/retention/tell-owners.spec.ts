import { Mailbox } from '../../support/mailbox.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { ClosedReferrals } from './closed-referrals.js';

let app: TestApp;
let world: World;
let book: ClosedReferrals;
let mailbox: Mailbox;

beforeAll(async () => {
  mailbox = await Mailbox.start();
  app = await TestApp.start({ KRING_SMTP_URL: mailbox.url, KRING_PUBLIC_URL: 'https://kring.example' });
});
beforeEach(async () => {
  world = await World.build(app.database);
  book = new ClosedReferrals(app, world);
  mailbox.mails.length = 0;
});
afterAll(async () => {
  await app.stop();
  await mailbox.stop();
});

/** The first day on which the erasure is within 30 days. */
const noticeOn = '2027-02-04';

/** The morning of a day: what comes by itself, and the mails that follow from it. */
const morning = (day: string) =>
  app.at(`${day}T06:00:00Z`, async () => {
    await app.runScheduled('note_erasures');
    await app.runJobs();
  });
const toBram = () => mailbox.mails.filter(({ to }) => to.includes(world.bram.email));

test('30 days before, the owner is told in one mail, with the number and without a name', async () => {
  await book.lost('Carl Baert', { company: 'Baert Hotels' });
  await book.lost('Dora Claes');
  await morning('2027-02-03');
  expect(toBram()).toEqual([]);
  await morning(noticeOn);
  expect(toBram()).toHaveLength(1);
  const { subject, text } = mailbox.lastTo(world.bram.email);
  expect(subject).toBe('Gegevens in je adresboek worden gewist');
  expect(text).toContain('de gegevens van 2 contacten');
  expect(text).toContain('https://kring.example/contacts');
  expect(text).not.toMatch(/Carl|Baert|Dora|Claes/);
});

test.each([
  ['en-GB', 'The details of 1 contact in your address book'],
  ['fr-BE', "Les données d'un contact"],
  ['nl-NL', 'de gegevens van 1 contact '],
])('the mail to %s is in his language', async (locale, words) => {
  await app.database.query('UPDATE persons SET locale = $2 WHERE id = $1', [world.bram.personId, locale]);
  await book.lost('Carl');
  await morning(noticeOn);
  expect(mailbox.lastTo(world.bram.email).text).toContain(words);
});

test('he is told of a contact once, and of others on the day they come near', async () => {
  await book.lost('Carl');
  const later = await book.lost('Dora');
  await app.database.query(`UPDATE contacts SET last_spoken_on = '2026-03-07' WHERE id = $1`, [later]);
  for (const day of [noticeOn, '2027-02-05', '2027-02-06', '2027-02-07']) await morning(day);
  expect(toBram().map(({ text }) => /\d+ contact/.exec(text.replace(/\n/g, ' '))?.[0])).toEqual([
    '1 contact',
    '1 contact',
  ]);
});

test('in a day he gets one mail, however often the morning comes', async () => {
  await book.lost('Carl');
  await morning(noticeOn);
  await book.lost('Dora');
  await morning(noticeOn);
  expect(toBram()).toHaveLength(1);
  await morning('2027-02-05');
  expect(toBram()).toHaveLength(2);
});

test('after a day without a server he is told the next day', async () => {
  await book.lost('Carl');
  await morning('2027-02-20');
  expect(toBram()).toHaveLength(1);
});

test('whose erasure was put off is told again before it', async () => {
  const contactId = await book.lost('Carl');
  await morning(noticeOn);
  await book.change(contactId, '2027-02-10T10:00:00Z', { lastSpokenOn: '2027-02-10' });
  await morning('2027-02-11');
  expect(toBram()).toHaveLength(1);
  await morning('2028-01-12');
  expect(toBram()).toHaveLength(2);
});

test('a mail that does not get through is tried again', async () => {
  await book.lost('Carl');
  await app.at(`${noticeOn}T06:00:00Z`, () => app.runScheduled('note_erasures'));
  const waiting = await app.database.query(
    `SELECT max_attempts FROM graphile_worker.jobs WHERE task_identifier = 'mail_erasures'`,
  );
  expect(waiting).toEqual([{ max_attempts: 10 }]);
  await app.at(`${noticeOn}T07:00:00Z`, () => app.runJobs());
  expect(toBram()).toHaveLength(1);
});

test('one and five contacts take the same number of statements', async () => {
  await morning('2027-02-03');
  const count = () => app.countQueries(() => app.at(`${noticeOn}T06:00:00Z`, () => app.runScheduled('note_erasures')));
  await book.lost('Carl');
  const one = await count();
  world = await World.build(app.database);
  book = new ClosedReferrals(app, world);
  for (const name of ['A', 'B', 'C', 'D', 'E']) await book.lost(name);
  expect(await count()).toBe(one);
});
