import { TestApp } from '../../support/test-app.js';
import { type CastMember, World } from '../../support/world.js';
import { MeetingDay } from '../meeting-day.js';
import { Guests } from './guests.js';

let app: TestApp;
let world: World;
let meetingId: string;

beforeAll(async () => {
  app = await TestApp.start();
  world = await World.build(app.database);
  const meetings = new MeetingDay(app, world);
  meetingId = await meetings.planned();
  await new Guests(app, meetings).invited(world.bram, meetingId, 'Carl Baert', 'carl@client.example');
  await app.database.query(`UPDATE contacts SET phone = '+32470000000', company = 'Baert & Co' WHERE owner_id = $1`, [
    world.bram.personId,
  ]);
});
afterAll(() => app.stop());

const officer = async (office: string, trade: string) => {
  const member = await world.member('Olga', 'Nys', world.ghentId, trade);
  await world.office(member, world.ghentId, office);
  return member;
};
const details = async (actor: CastMember) =>
  (
    await app.query(
      actor,
      'query ($id: UUID!) { meeting(id: $id) { visitors { nodes { name contactDetails { email phone company } } } } }',
      { id: meetingId },
    )
  ).meeting.visitors.nodes;
const all = { email: 'carl@client.example', phone: '+32470000000', company: 'Baert & Co' };

test('whoever invited a visitor and the offices that follow him up see how to reach him', async () => {
  const host = await officer('visitor_host', 'Baker');
  const committee = await officer('membership_committee', 'Tailor');
  for (const actor of [world.bram, world.pia, world.vik, host, committee]) {
    expect(await details(actor)).toEqual([{ name: 'Carl Baert', contactDetails: all }]);
  }
});

test('the other offices and the other members see his name only', async () => {
  const treasurer = await officer('secretary_treasurer', 'Optician');
  const education = await officer('education', 'Gardener');
  for (const actor of [world.sara, treasurer, education]) {
    expect(await details(actor)).toEqual([{ name: 'Carl Baert', contactDetails: null }]);
  }
});

test('an office of another club opens nothing', async () => {
  const seat = await world.seat(world.tess.personId, world.ghentId, 'Jeweller');
  expect(await details(world.tess)).toEqual([{ name: 'Carl Baert', contactDetails: null }]);
  await app.database.query(`UPDATE memberships SET left_on = '2026-01-02' WHERE id = $1`, [seat]);
});
