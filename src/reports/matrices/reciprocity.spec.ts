import type { SeatRow } from '../counts/seats-in-period.sql.js';
import { reciprocityOf } from './reciprocity.js';

const seat = (membershipId: string, personId = membershipId): SeatRow => ({
  place: 0,
  membershipId,
  personId,
  givenName: '',
  familyName: '',
  profession: '',
});
const seats = { A: seat('A'), B: seat('B'), C: seat('C'), again: seat('again', 'A'), D: seat('D') };
type Name = keyof typeof seats;

/** From "A>B 1+2": a gave B one inside and two outside. */
const reciprocity = (...givings: string[]) =>
  reciprocityOf(
    Object.values(seats),
    givings.map((text) => {
      const [, from = 'A', to = 'A', inside, outside] = /^(\w+)>(\w+) (\d)\+(\d)$/.exec(text) ?? [];
      const [giver, receiver] = [seats[from as Name], seats[to as Name]];
      return { giver, receiver, inside: Number(inside), outside: Number(outside) };
    }),
  );
const told = (...givings: string[]) =>
  reciprocity(...givings).pairs.map(
    ({ oneSeat, otherSeat, given, givenBack, oneWay }) =>
      `${oneSeat.membershipId}${oneWay ? '>' : '='}${otherSeat.membershipId} ${given.inside}+${given.outside} ${givenBack.inside}+${givenBack.outside}`,
  );

test('nobody who gave to none has a share, nor has a club without pairs', () => {
  expect(reciprocity().ofPerson('A')).toEqual({ gaveTo: 0, gaveBack: 0, share: null });
  expect(reciprocity().ofClub).toEqual({ pairs: 0, mutualPairs: 0, share: null });
  expect(reciprocity('B>A 1+0').ofPerson('A')).toEqual({ gaveTo: 0, gaveBack: 0, share: null });
});

test('of the members he gave to, it counts those who gave to him, however much', () => {
  const { ofPerson, ofClub } = reciprocity('A>B 9+0', 'B>A 0+1', 'A>C 0+1', 'D>A 1+1');
  expect(ofPerson('A')).toEqual({ gaveTo: 2, gaveBack: 1, share: 0.5 });
  expect(ofPerson('B')).toEqual({ gaveTo: 1, gaveBack: 1, share: 1 });
  expect(ofPerson('D')).toEqual({ gaveTo: 1, gaveBack: 0, share: 0 });
  expect(ofClub).toEqual({ pairs: 3, mutualPairs: 1, share: 1 / 3 });
});

test('a pair is told once: those that go one way first, then those with most referrals, then in the order of seats', () => {
  expect(told('B>A 1+2', 'A>B 2+0', 'D>C 1+0', 'C>B 0+3', 'B>D 1+0')).toEqual([
    'C>B 0+3 0+0',
    'B>D 1+0 0+0',
    'D>C 1+0 0+0',
    'B=again 1+2 2+0',
  ]);
});

test('who left and came back is one, and stands for himself with his last seat', () => {
  const { ofPerson, ofClub } = reciprocity('A>B 1+0', 'again>B 0+1', 'B>again 1+0');
  expect(ofPerson('A')).toEqual({ gaveTo: 1, gaveBack: 1, share: 1 });
  expect(ofClub).toEqual({ pairs: 1, mutualPairs: 1, share: 1 });
  expect(told('A>B 1+0', 'again>B 0+1', 'B>again 1+0')).toEqual(['B=again 1+0 1+1']);
});
