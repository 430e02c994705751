import { Circle } from '../../support/circle.js';
import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { ContactDesk } from './contact-desk.js';

let app: TestApp;
let world: World;
let circle: Circle;
let desk: ContactDesk;
let contactId: string;
let introductionId: string;
let linkId: string;
let token: string;

const whole = {
  company: 'Baert & Zonen',
  role: 'buyer',
  email: 'carl@baert.example',
  phone: '+3292100001',
  profession: 'wholesaler in paper',
  place: 'Ghent',
};

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  await app.database.query('DELETE FROM sign_in_attempts');
  world = await World.build(app.database);
  circle = new Circle(app, world);
  desk = new ContactDesk(app);
  const known = { ...whole, strength: 'STRONG', lastSpokenOn: '2026-01-05', isPrivate: true };
  contactId = await circle.contact(world.bram, 'Carl Baert', known);
  const given = { prospect: { contactId }, need: 'Five hundred menus', consentBasis: 'NONE_YET' };
  introductionId = (await circle.refer(world.bram, world.sara, given)).referral.introduction.id;
  ({ id: linkId, token } = await desk.link(world.bram, contactId, introductionId));
});
afterAll(() => app.stop());

test('a contact sees all that is held of him, by whom, and to whom he was introduced for what', async () => {
  const page = await desk.page(token);
  const details = {
    ...{ ...whole, name: 'Carl Baert', strength: 'STRONG', lastSpokenOn: '2026-01-05' },
    ...{ isPrivate: true, createdAt: expect.any(String) },
  };
  expect(page).toMatchObject({
    language: 'nl',
    memberName: 'Bram De Smet',
    memberClub: 'Gent Graslei',
    identifiedAs: null,
    answeredAt: null,
    duplicates: [],
  });
  expect(page.details).toEqual(details);
  expect(page.introductions).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        id: introductionId,
        beneficiaryName: 'Sara Peeters',
        beneficiaryProfession: 'Printer',
        beneficiaryClub: 'Gent Graslei',
        introducerName: 'Bram De Smet',
        need: 'Five hundred menus',
        consentBasis: 'NONE_YET',
        consentByContact: false,
        consentExpiresAt: null,
        outcomeBack: true,
      },
    ],
  });
});

test('the file holds all that the page does', async () => {
  await circle.introduce(world.bram, { contactId }, world.cleo);
  const page = await desk.page(token, { first: 1 });
  const file = JSON.parse(page.export);
  expect(file).toMatchObject({ memberName: 'Bram De Smet', details: { ...whole, name: 'Carl Baert' } });
  expect(file.introductions).toHaveLength(2);
  expect(file.introductions[1]).toMatchObject({ id: introductionId, need: 'Five hundred menus' });
  expect(page.export).not.toContain(contactId);
});

test('what stood in entries that were merged into him is held too, and told', async () => {
  const twin = await circle.contact(world.bram, 'C. Baert', { place: 'Aalst' });
  const { introduction } = await circle.introduce(world.bram, { contactId: twin }, world.cleo);
  await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [twin, contactId]);
  const page = await desk.page(token);
  expect(page.duplicates).toMatchObject([{ name: 'C. Baert', place: 'Aalst' }]);
  expect(page.introductions.nodes.map((node: { id: string }) => node.id)).toEqual([introduction.id, introductionId]);
});

test('when his entry was merged into another, the link leads there', async () => {
  const other = await circle.contact(world.bram, 'Carl B.');
  await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [contactId, other]);
  expect(await desk.page(token)).toMatchObject({ details: { name: 'Carl B.' }, duplicates: [{ name: 'Carl Baert' }] });
});

test('nothing of other contacts is told: not who stands in the book, nor who introduced or was brought', async () => {
  const dora = await circle.contact(world.bram, 'Dora Secret', { email: 'dora@secret.example' });
  await circle.introduce(world.bram, { contactId: dora }, world.sara);
  const asked = { introducer: { contactId: dora, askerId: world.bram.personId }, introduced: { contactId } };
  const { introduction } = await circle.record(world.bram, { beneficiaryId: world.sara.personId, ...asked });
  await circle.onward(world.sara, introduction.id, contactId, 'Emma Secret');
  const page = await desk.page(token);
  expect(page.introductions.nodes).toHaveLength(2);
  expect(page.introductions.nodes[0]).toMatchObject({ id: introduction.id, introducerName: null });
  expect(JSON.stringify(page)).not.toMatch(/secret/i);
});

test('the same human in the book of somebody else is not told of', async () => {
  const elsewhere = await circle.contact(world.cleo, 'Carl elsewhere', { email: whole.email });
  await circle.introduce(world.cleo, { contactId: elsewhere }, world.sara);
  expect(JSON.stringify(await desk.page(token))).not.toMatch(/elsewhere|Cleo|Wouters/);
});

test('as which person of the clubs he is known is told', async () => {
  await app.act(world.bram, 'identifyContact', { contactId, personId: world.ulf.personId }, 'contact { id }');
  expect(await desk.page(token)).toMatchObject({ identifiedAs: 'Ulf Bakker' });
});

describe('he is asked', () => {
  test.each([
    ['nl', /Sara Peeters \(Printer, Gent Graslei\).*Waarvoor: Five hundred menus/],
    ['en-GB', /pass on your name.*to Sara Peeters.*What for: Five hundred menus/],
    ['fr', /transmettre.*à Sara Peeters/],
  ])('in %s', async (locale, words) => {
    const { question, language } = await desk.page(token, { locale });
    expect(language).toBe(locale.slice(0, 2));
    expect(question.textVersion).toBe('2026-11');
    expect(question.details).toMatch(words);
    expect(question.details).toContain('Bram De Smet (Gent Graslei)');
  });

  test.each([[undefined], ['de-DE'], ['']])('in the language of the club when the locale is %j', async (locale) => {
    await app.database.query(`UPDATE clubs SET locale = 'fr-BE' WHERE id = $1`, [world.ghentId]);
    expect(await desk.page(token, locale === undefined ? {} : { locale })).toMatchObject({ language: 'fr' });
  });

  test('nothing by a link without a question, and nothing any more once he answered', async () => {
    const plain = await desk.link(world.bram, contactId);
    expect(await desk.page(plain.token)).toMatchObject({ question: null, answeredAt: null });
    await desk.agree(token);
    expect(await desk.page(token)).toMatchObject({ question: null, answeredAt: expect.any(String) });
  });
});

describe('a link that', () => {
  const ends: Record<string, () => Promise<unknown>> = {
    'was never made': async () => {
      token = `${token.slice(1)}A`;
    },
    'is nothing like one': async () => {
      token = '';
    },
    'was revoked': () => desk.revoke(world.bram, linkId),
    'was replaced': () => desk.link(world.bram, contactId, introductionId),
    'has ended': () =>
      app.database.query(
        `UPDATE contact_links SET created_at = '2020-01-01', expires_at = '2020-02-01' WHERE id = $1`,
        [linkId],
      ),
    'was used to erase him': () => desk.erase(token),
  };
  test.each(Object.keys(ends))('%s is answered like any other that does not work', async (end) => {
    await ends[end]?.();
    await app.database.query('DELETE FROM sign_in_attempts');
    expect(await desk.page(token)).toBeNull();
    const dead = [
      { code: 'TOKEN_INVALID', field: ['input', 'token'], message: expect.stringContaining('never existed') },
    ];
    for (const attempt of [
      desk.agree(token),
      desk.decline(token),
      desk.withdraw(token, introductionId),
      desk.correct(token, { name: 'Carl' }),
      desk.erase(token),
    ]) {
      expect(await attempt).toEqual({ errors: dead });
    }
  });

  test('does not work costs the look that finds none, whatever the reason', async () => {
    const count = (of: string) => app.countQueries(() => desk.page(of));
    const unknown = await count(`${token.slice(1)}A`);
    await desk.revoke(world.bram, linkId);
    expect(await count(token)).toBe(unknown);
  });
});

test('his introductions come page after page, and five cost as many queries as one', async () => {
  for (const beneficiary of [world.cleo, world.pia, world.vik, world.ulf]) {
    await circle.introduce(world.bram, { contactId }, beneficiary);
  }
  const first = (await desk.page(token, { first: 2 })).introductions;
  expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  const rest = (await desk.page(token, { first: 3, after: first.pageInfo.endCursor })).introductions;
  const names = [...first.nodes, ...rest.nodes].map((node: { beneficiaryName: string }) => node.beneficiaryName);
  expect(names).toEqual(['Ulf Bakker', 'Vik Maes', 'Pia Claes', 'Cleo Wouters', 'Sara Peeters']);
  const count = (size: number) => app.countQueries(() => desk.page(token, { first: size }));
  expect(await count(5)).toBe(await count(1));
});
