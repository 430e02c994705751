import { TestApp } from '../../support/test-app.js';
import { World } from '../../support/world.js';
import { ClosedReferrals, closed, erasesOn, given } from './closed-referrals.js';

let app: TestApp;
let world: World;
let book: ClosedReferrals;

beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  world = await World.build(app.database);
  book = new ClosedReferrals(app, world);
});
afterAll(() => app.stop());

const dayBefore = '2027-03-05';
const later = '2040-01-01';

test('a contact is erased twelve months and a day after his referral closed, and not before', async () => {
  const contactId = await book.lost('Carl');
  await book.erase(dayBefore);
  expect(await book.isErased(contactId)).toBe(false);
  await book.erase(erasesOn);
  expect(await book.isErased(contactId)).toBe(true);
});

test('what Kring erases by itself is recorded without an actor', async () => {
  const contactId = await book.lost('Carl');
  await book.erase(erasesOn);
  const activities = await app.database.query(
    `SELECT verb, actor_id, details, happened_at FROM activities WHERE subject_id = $1 AND verb = 'contact.erased'`,
    [contactId],
  );
  expect(activities).toEqual([
    {
      verb: 'contact.erased',
      actor_id: null,
      details: { because: 'retention' },
      happened_at: new Date('2027-03-06T03:15:00Z'),
    },
  ]);
});

test('a contact who was never referred stays, however long ago it is', async () => {
  const contactId = await book.contact('Carl');
  const introduce = () => book.circle.introduce(world.bram, { contactId }, world.sara);
  await app.at(given, introduce);
  await book.erase(later);
  expect(await book.isErased(contactId)).toBe(false);
});

test('an open referral keeps a contact, also beside one that is closed', async () => {
  const contactId = await book.lost('Carl');
  const second = await book.refer(contactId, world.cleo);
  await book.erase(later);
  expect(await book.isErased(contactId)).toBe(false);
  expect(await book.erasesOn(contactId)).toBeNull();
  await book.lose(second, world.cleo, '2040-01-02T10:00:00Z');
  await book.erase('2041-01-03');
  expect(await book.isErased(contactId)).toBe(true);
});

test('a referral that is taken up again keeps a contact', async () => {
  const contactId = await book.contact('Carl');
  const referralId = await book.refer(contactId);
  await book.lose(referralId);
  const input = { referralId, to: 'PROSPECT', note: 'He called.' };
  await app.at(closed, () => app.act(world.sara, 'moveReferral', input, 'referral { id }'));
  await book.erase(later);
  expect(await book.isErased(contactId)).toBe(false);
});

describe('what happens with a contact puts it off:', () => {
  test('a talk with the owner', async () => {
    const contactId = await book.lost('Carl');
    await book.change(contactId, '2026-09-10T10:00:00Z', { lastSpokenOn: '2026-09-09' });
    expect(await book.erasesOn(contactId)).toBe('2027-09-10');
    await book.erase(erasesOn);
    expect(await book.isErased(contactId)).toBe(false);
    await book.erase('2027-09-10');
    expect(await book.isErased(contactId)).toBe(true);
  });

  test('a deal with him', async () => {
    const contactId = await book.lost('Carl');
    await app.at('2026-06-01T10:00:00Z', () => book.circle.sell(world.sara, { contactId }));
    expect(await book.erasesOn(contactId)).toBe('2027-06-02');
  });

  test('a deal that goes back to his introduction, whoever bought', async () => {
    const contactId = await book.contact('Carl');
    const referralId = await book.refer(contactId);
    await app.at(closed, () => book.circle.sell(world.sara, null, { referralId }));
    const { deal } = await app.at('2026-06-01T10:00:00Z', () => book.circle.sell(world.sara, { contactId }));
    expect(deal.origin).not.toBeNull();
    const otherId = await book.contact('Other');
    await app.database.query('UPDATE deals SET buyer_contact_id = $2 WHERE id = $1', [deal.id, otherId]);
    expect(await book.erasesOn(contactId)).toBe('2027-06-02');
  });

  test('another introduction of him', async () => {
    const contactId = await book.lost('Carl');
    await app.at('2026-06-01T10:00:00Z', () => book.circle.introduce(world.bram, { contactId }, world.cleo));
    expect(await book.erasesOn(contactId)).toBe('2027-06-02');
  });

  test('an introduction that he made', async () => {
    const contactId = await book.lost('Carl');
    const [introduction] = await app.database.query('SELECT id FROM introductions WHERE introduced_contact_id = $1', [
      contactId,
    ]);
    await app.at('2026-06-01T10:00:00Z', () => book.circle.onward(world.sara, introduction.id, contactId, 'Dora'));
    expect(await book.erasesOn(contactId)).toBe('2027-06-02');
  });
});

describe('the time is that of the club of the receiver:', () => {
  test('a club that keeps details longer does so from the day of the rule on', async () => {
    const contactId = await book.lost('Carl');
    await book.rules(world.ghentId, '2026-10-01', 24);
    expect(await book.erasesOn(contactId)).toBe('2028-03-06');
    await book.erase('2028-03-05');
    expect(await book.isErased(contactId)).toBe(false);
  });

  test('a club that keeps them for a shorter time gives 30 days', async () => {
    const contactId = await book.lost('Carl');
    await book.rules(world.ghentId, '2026-10-01', 1);
    await book.erase('2026-10-30');
    expect(await book.isErased(contactId)).toBe(false);
    await book.erase('2026-10-31');
    expect(await book.isErased(contactId)).toBe(true);
  });

  test('those 30 days shorten no time that ends later', async () => {
    const contactId = await book.lost('Carl');
    await book.rules(world.ghentId, '2026-10-01', 10);
    expect(await book.erasesOn(contactId)).toBe('2027-01-06');
  });

  test('of two clubs the longest time counts', async () => {
    await book.rules(world.utrechtId, '2026-01-02', 36);
    const contactId = await book.lost('Carl');
    expect(await book.erasesOn(contactId)).toBe(erasesOn);
    await book.lose(await book.refer(contactId, world.ulf), world.ulf);
    expect(await book.erasesOn(contactId)).toBe('2029-03-06');
  });
});

describe('contacts that were merged', () => {
  let contactId: string;
  let mergedId: string;

  beforeEach(async () => {
    contactId = await book.contact('Carl');
    mergedId = await book.lost('Carl B.');
    await app.database.query('UPDATE contacts SET merged_into_id = $2 WHERE id = $1', [mergedId, contactId]);
  });

  test('are erased together, by the referrals of each', async () => {
    expect(await book.erasesOn(contactId)).toBe(erasesOn);
    // Who names the merged one means the one that stands for it.
    expect(await book.erasesOn(mergedId)).toBe(erasesOn);
    await book.erase(erasesOn);
    expect([await book.isErased(contactId), await book.isErased(mergedId)]).toEqual([true, true]);
  });

  test('are kept by an open referral of any of them', async () => {
    await book.refer(contactId, world.cleo);
    await book.erase(later);
    expect([await book.isErased(contactId), await book.isErased(mergedId)]).toEqual([false, false]);
  });
});

describe('of many', () => {
  /** Contacts with a closed referral each, written straight into the tables. */
  async function many(count: number): Promise<void> {
    const template = await book.lost('Template');
    await app.database.query(
      `WITH made AS (
         INSERT INTO contacts (id, owner_id, name, created_at)
         SELECT gen_random_uuid(), owner_id, 'Many', created_at FROM contacts, generate_series(1, $2) WHERE id = $1
         RETURNING id
       ), introduced AS (
         INSERT INTO introductions SELECT (jsonb_populate_record(i,
           jsonb_build_object('id', gen_random_uuid(), 'introduced_contact_id', made.id))).*
         FROM introductions i, made WHERE i.introduced_contact_id = $1 RETURNING id
       ), referred AS (
         INSERT INTO referrals SELECT (jsonb_populate_record(r,
           jsonb_build_object('id', gen_random_uuid(), 'introduction_id', introduced.id))).*
         FROM referrals r JOIN introductions i ON i.id = r.introduction_id, introduced
         WHERE i.introduced_contact_id = $1 RETURNING id
       )
       INSERT INTO referral_moves SELECT (jsonb_populate_record(m,
         jsonb_build_object('id', gen_random_uuid(), 'referral_id', referred.id))).*
       FROM referral_moves m JOIN referrals r ON r.id = m.referral_id JOIN introductions i ON i.id = r.introduction_id,
         referred
       WHERE i.introduced_contact_id = $1`,
      [template, count],
    );
  }
  const left = async () => {
    const [row] = await app.database.query(
      'SELECT count(*)::int AS count FROM contacts WHERE owner_id = $1 AND erased_at IS NULL',
      [world.bram.personId],
    );
    return row.count;
  };

  test('one and five take the same number of statements', async () => {
    await book.erase(erasesOn);
    await many(0);
    const one = await app.countQueries(() => book.erase(erasesOn));
    await many(4);
    expect(await app.countQueries(() => book.erase(erasesOn))).toBe(one);
    expect(await left()).toBe(0);
  });

  test('they are erased 500 at a time; broken off, it goes on with the rest the next time', async () => {
    await many(1100);
    // The second lot fails as if the process had died.
    await app.database.query(`
      CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF (SELECT count(*) FROM activities WHERE details->>'because' = 'retention'
              AND happened_at = '2027-03-06T03:15:00Z' AND xmin <> pg_current_xact_id()::xid) >= 500
        THEN RAISE EXCEPTION 'broken off'; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER break_off AFTER UPDATE ON contacts FOR EACH STATEMENT EXECUTE FUNCTION break_off()`);
    try {
      await expect(book.erase(erasesOn)).rejects.toThrow('broken off');
      expect(await left()).toBe(601);
    } finally {
      await app.database.query('DROP TRIGGER break_off ON contacts; DROP FUNCTION break_off()');
    }
    await book.erase(erasesOn);
    expect(await left()).toBe(0);
  });

  test('a referral given while they are erased keeps its contact', async () => {
    const contactId = await book.lost('Carl');
    const give = () => book.refer(contactId, world.cleo, '2027-03-06T03:14:00Z');
    const [erased, given] = await Promise.allSettled([book.erase(erasesOn), give()]);
    expect(erased.status).toBe('fulfilled');
    expect(await book.isErased(contactId)).toBe(given.status === 'rejected');
  });
});
