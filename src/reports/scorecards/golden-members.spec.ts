import { done, midJuly, profileOf } from '../../../test/support/scorecard-member.js';
import { score } from './score.js';

/** What he did; the arithmetic of each metric in the order of the profile, "-" for no value; the points and the colour. */
type Member = [deeds: string, arithmetic: string, scored: string];

function scores(id: string, members: Member[]): void {
  test.each(members)(`${id}: %s is %s, so %s`, (deeds, _, scored) => {
    const { metrics, total, colour } = score(profileOf(id), done(deeds), midJuly);
    const points = metrics.map((metric) => rounded(metric.points)).join(' + ');
    expect(`${points} = ${[rounded(total), ...(colour ? [colour.name] : [])].join(' ')}`).toBe(scored);
  });
}

/** To four decimals, for what is in proportion. */
function rounded(points: number): number {
  return Math.round(points * 10_000) / 10_000;
}

// absences, given/week, visitors/week, education, testimonials/week, thanked, late
scores('uk-2012', [
  [
    '26 P, 32 given, 13 visitors, 3 education, 2 testimonials, 5000.01 thanked',
    'A 0, 32/26 = 1.23, 13/26 = .5, 3, 2/26 = .077, 5000.01 > 5000, L 0',
    '15 + 20 + 20 + 15 + 10 + 15 + 5 = 100',
  ],
  [
    '24 P, 1 A, 30 given, 6 visitors, 2 education, 1 testimonials, 5000 thanked',
    'A 1, 30/25 = 1.2, 6/25 = .24, 2, 1/25 = .04, 5000 is not above 5000, L 0',
    '10 + 20 + 10 + 10 + 5 + 10 + 5 = 70',
  ],
  [
    '20 P, 2 A, 2 L, 24 given, 4 visitors, 1 education, 2500 thanked',
    'A 2, 24/24 = 1, 4/24 = .1667 is below .167, 1, none, 2500, L 2',
    '5 + 15 + 5 + 5 + 0 + 10 + 0 = 40',
  ],
  [
    '16 P, 3 A, 1 L, 15 given, 2 visitors, 0.99 education, 1 testimonials, 999.99 thanked',
    'A 3, 15/20 = .75, 2/20 = .1, .99, 1/20 = .05, 999.99, L 1',
    '0 + 10 + 5 + 0 + 5 + 0 + 0 = 20',
  ],
  [
    '16 P, 4 M, 6 S, 13 given, 7 visitors, 2.50 education, 1000 thanked',
    'M 4 and S 6 are weeks but no absences: A 0, 13/26 = .5, 7/26 = .27, 2.5, none, 1000, L 0',
    '15 + 5 + 15 + 10 + 0 + 5 + 5 = 55',
  ],
  [
    '12 P, 5 given, 1 visitors, 1 testimonials',
    'A 0, 5/12 = .42, 1/12 = .0833, none, 1/12 = .083, none, L 0',
    '15 + 0 + 5 + 0 + 10 + 0 + 5 = 35',
  ],
  ['', 'nothing at all: A 0 and L 0', '15 + 0 + 0 + 0 + 0 + 0 + 5 = 20'],
]);

// absences, given/week, visitors/week, education, testimonials/week, thanked, late
scores('in-2025', [
  [
    '26 P, 32 given, 20 visitors, 2.01 education, 2 testimonials, 2000000 thanked',
    'A 0, 32/26 = 1.23, 20/26 = .77, 2.01 > 2, 2/26 = .077, 2M, L 0',
    '15 + 20 + 20 + 15 + 10 + 15 + 5 = 100 green',
  ],
  [
    '19 P, 1 A, 20 given, 10 visitors, 2 education, 1 testimonials, 1000000 thanked',
    'A 1, 20/20 = 1, 10/20 = .5, 2 is not above 2, 1/20 = .05, 1M, L 0',
    '10 + 15 + 15 + 10 + 5 + 10 + 5 = 70 green',
  ],
  [
    '17 P, 2 A, 1 L, 15 given, 10 visitors, 2 education, 2 testimonials, 999999.99 thanked',
    'A 2, 15/20 = .75, 10/20 = .5, 2, 2/20 = .1, 999 999.99, L 1',
    '5 + 10 + 15 + 10 + 10 + 5 + 0 = 55 amber',
  ],
  [
    '24 P, 12 given, 3 visitors, 1 education, 1 testimonials, 500000 thanked',
    'A 0, 12/24 = .5, 3/24 = .125, 1, 1/24 = .04, .5M, L 0',
    '15 + 5 + 5 + 5 + 5 + 5 + 5 = 45 red',
  ],
  [
    '15 P, 3 A, 2 L, 9 given, 2 visitors, 3 education, 499999.99 thanked',
    'A 3, 9/20 = .45, 2/20 = .1, 3, none, 499 999.99, L 2',
    '0 + 0 + 5 + 15 + 0 + 0 + 0 = 20 grey',
  ],
  [
    '26 S, 26 given, 6 visitors, 1500000 thanked',
    'S 26: A 0, 26/26 = 1, 6/26 = .23, none, none, 1.5M, L 0',
    '15 + 15 + 5 + 0 + 0 + 10 + 5 = 50 amber',
  ],
  [
    '3 given, 2 visitors, 2 education, 1 testimonials',
    'no weeks: A 0, -, -, 2, -, none, L 0',
    '15 + 0 + 0 + 10 + 0 + 0 + 5 = 30 red',
  ],
]);

// absences with late, given/week, visitors, one-to-ones/week, education, thanked
scores('tw-kaohsiung-2026', [
  [
    '22 P, 2 L, 36 given, 11 visitors, 48 one-to-ones, 6 education, 2000000 thanked',
    '0 + floor(2/3) = 0, 36/24 = 1.5, 11, 48/24 = 2, 6, 2M',
    '20 + 20 + 15 + 15 + 15 + 15 = 100 green',
  ],
  [
    '22 P, 3 L, 30 given, 10 visitors, 25 one-to-ones, 4 education, 800000 thanked',
    '0 + floor(3/3) = 1, 30/25 = 1.2, 10, 25/25 = 1, 4, .8M',
    '15 + 15 + 10 + 10 + 10 + 10 = 70 green',
  ],
  [
    '19 P, 1 A, 5 L, 20 given, 7 visitors, 13 one-to-ones, 5 education, 400000 thanked',
    '1 + floor(5/3) = 2, 20/25 = .8, 7, 13/25 = .52, 5, .4M',
    '10 + 10 + 10 + 5 + 10 + 5 = 50 amber',
  ],
  [
    '18 P, 1 A, 6 L, 15 given, 6 visitors, 12 one-to-ones, 2 education, 1900000 thanked',
    '1 + floor(6/3) = 3, 15/25 = .6, 6, 12/25 = .48, 2, 1.9M',
    '0 + 5 + 0 + 0 + 5 + 10 = 20 black',
  ],
  [
    '17 P, 3 L, 24 given',
    '0 + floor(3/3) = 1, 24/20 = 1.2, none, none, none, none',
    '15 + 15 + 0 + 0 + 0 + 0 = 30 red',
  ],
  [
    '24 P, 2 A, 15 given, 20 visitors, 30 one-to-ones, 399999.99 thanked',
    '2 + 0 = 2, 15/26 = .58, 20, 30/26 = 1.15, none, 399 999.99',
    '10 + 0 + 15 + 10 + 0 + 0 = 35 red',
  ],
]);

// absences, given/week, visitors/week, one-to-ones/week, education, thanked, late
scores('hk', [
  [
    '26 P, 39 given, 20 visitors, 26 one-to-ones, 2 education, 500000 thanked',
    'A 0, 39/26 = 1.5, 20/26 = .77, 26/26 = 1, 2, 500k, L 0',
    '15 + 20 + 20 + 10 + 10 + 15 + 10 = 100 green',
  ],
  [
    '18 P, 1 A, 1 L, 24 given, 10 visitors, 11 one-to-ones, 2 education, 200000 thanked',
    'A 1, 24/20 = 1.2, 10/20 = .5, 11/20 = .55, 2, 200k, L 1',
    '10 + 15 + 15 + 5 + 10 + 10 + 5 = 70 green',
  ],
  [
    '18 P, 2 A, 20 given, 5 visitors, 10 one-to-ones, 1 education',
    'A 2, 20/20 = 1, 5/20 = .25, 10/20 is not above .5, 1, none, L 0',
    '5 + 10 + 10 + 0 + 5 + 0 + 10 = 40 amber',
  ],
  [
    '15 P, 3 A, 2 L, 15 given, 2 visitors, 20 one-to-ones, 1 education, 100000 thanked',
    'A 3, 15/20 = .75, 2/20 = .1, 20/20 = 1, 1, 100k, L 2',
    '0 + 5 + 5 + 10 + 5 + 5 + 0 = 30 red',
  ],
  [
    '23 P, 1 L, 17 given, 2 visitors, 12 one-to-ones, 0.50 education, 99999.99 thanked',
    'A 0, 17/24 = .71, 2/24 = .083, 12/24 = .5, .5, 99 999.99, L 1',
    '15 + 0 + 0 + 0 + 0 + 0 + 5 = 20 black',
  ],
  [
    '21 P, 2 M, 3 S, 27 given, 4 visitors, 14 one-to-ones, 1.50 education, 199999 thanked',
    'M 2 and S 3: A 0, 27/26 = 1.04, 4/26 = .15, 14/26 = .54, 1.5, 199 999, L 0',
    '15 + 10 + 5 + 5 + 5 + 5 + 10 = 55 amber',
  ],
]);

// absences, given/week, visitors/month, one-to-ones/week, education, thanked
scores('th', [
  [
    '26 P, 52 given, 6 visitors, 52 one-to-ones, 4 education, 500000 thanked',
    'A 0, 52/26 = 2, 6/6 = 1, 52/26 = 2, 4, 500k',
    '15 + 15 + 20 + 15 + 20 + 15 = 100 green',
  ],
  [
    '19 P, 1 A, 20 given, 5 visitors, 20 one-to-ones, 3 education, 200000 thanked',
    'A 1, 20/20 = 1, 5/6 = .83, 20/20 = 1, 3, 200k',
    '10 + 10 + 10 + 10 + 15 + 10 = 65 amber',
  ],
  [
    '20 P, 39 given, 6 visitors, 1 one-to-ones, 2 education, 200000 thanked',
    'A 0, 39/20 = 1.95, 6/6 = 1, 1/20 = .05, 2, 200k',
    '15 + 10 + 20 + 5 + 10 + 10 = 70 green',
  ],
  [
    '18 P, 2 A, 19 given, 1 visitors, 1 education, 100000 thanked',
    'A 2, 19/20 = .95, 1/6 = .17, none, 1, 100k',
    '5 + 0 + 10 + 0 + 5 + 5 = 25 black',
  ],
  [
    '21 P, 3 L, 24 given, 1 education',
    'A 0 and L 3, which counts for nothing here, 24/24 = 1, none, none, 1, none',
    '15 + 10 + 0 + 0 + 5 + 0 = 30 red',
  ],
  [
    '23 P, 3 A, 60 given, 12 visitors, 26 one-to-ones, 0.50 education, 99999 thanked',
    'A 3, 60/26 = 2.31, 12/6 = 2, 26/26 = 1, .5, 99 999',
    '0 + 15 + 20 + 10 + 0 + 0 = 45 red',
  ],
]);

// absences, given, visitors, one-to-ones, education, testimonials, thanked, late
scores('br', [
  [
    '26 P, 27 given, 8 visitors, 22 one-to-ones, 22 education, 2 testimonials, 20000 thanked',
    '15 - 0, 27, 8, 22, 22, 2, 20k, L 0: all full',
    '15 + 20 + 20 + 10 + 10 + 5 + 15 + 5 = 100 green',
  ],
  [
    '26 P, 54 given, 16 visitors, 44 one-to-ones, 44 education, 4 testimonials, 40000 thanked',
    'twice as much earns no more',
    '15 + 20 + 20 + 10 + 10 + 5 + 15 + 5 = 100 green',
  ],
  [
    '24 P, 1 A, 1 L, 9 given, 4 visitors, 11 one-to-ones, 11 education, 1 testimonials, 10000 thanked',
    '15 - 5, 20 x 9/27, 20 x 4/8, 10 x 11/22, 10 x 11/22, 5 x 1/2, 15 x 10k/20k, L 1',
    '10 + 6.6667 + 10 + 5 + 5 + 2.5 + 7.5 + 2 = 48.6667 amber',
  ],
  [
    '20 P, 4 A, 2 L, 27 given, 2 visitors',
    '15 - 20 is nothing, 27, 20 x 2/8, none, none, none, none, L 2',
    '0 + 20 + 5 + 0 + 0 + 0 + 0 + 0 = 25 red',
  ],
  [
    '24 P, 2 A, 18 given, 6 visitors, 22 one-to-ones, 22 education, 2 testimonials, 9000 thanked',
    '15 - 10, 20 x 18/27, 20 x 6/8, 22, 22, 2, 15 x 9k/20k, L 0',
    '5 + 13.3333 + 15 + 10 + 10 + 5 + 6.75 + 5 = 70.0833 green',
  ],
  [
    '24 P, 2 A, 4 visitors, 11 one-to-ones, 22 education, 2 testimonials',
    '15 - 10, none, 20 x 4/8, 10 x 11/22, 22, 2, none, L 0',
    '5 + 0 + 10 + 5 + 10 + 5 + 0 + 5 = 40 amber',
  ],
]);

// absences with late, given/week, contacted, customers, indirect, visitors/month, one-to-ones/week, education, thanked
scores('second-degree', [
  [
    '26 P, 30 given, 27 contacted, 9 customers, 1000 direct, 9000 indirect, 3 visitors, 13 one-to-ones, 3 education, 5000 thanked',
    'A 0, 30/26 = 1.15, 27/30 = .9, 9/30 = .3, 9000/10000 = .9, 3/6 = .5, 13/26 = .5, 3, 5000',
    '10 + 20 + 15 + 10 + 10 + 10 + 10 + 5 + 10 = 100 green',
  ],
  [
    '23 P, 1 A, 18 given, 14 contacted, 4 customers, 2500 direct, 7500 indirect, 2 visitors, 12 one-to-ones, 1 education, 2500 thanked',
    'A 1, 18/24 = .75, 14/18 = .78, 4/18 = .22, 7500/10000 = .75, 2/6 = .33, 12/24 = .5, 1, 2500',
    '7 + 15 + 10 + 7 + 7 + 5 + 10 + 3 + 7 = 71 green',
  ],
  [
    '21 P, 3 L, 12 given, 6 contacted, 1 customers, 500 direct, 500 indirect, 6 one-to-ones, 1000 thanked',
    '0 + floor(3/3) = 1, 12/24 = .5, 6/12 = .5, 1/12 = .08, 500/1000 = .5, none, 6/24 = .25, none, 1000',
    '7 + 10 + 5 + 0 + 4 + 0 + 5 + 0 + 4 = 35 red',
  ],
  [
    '26 P, 1 visitors, 26 one-to-ones, 1 education',
    'A 0, none given, so - and -, no return, so -, 1/6 = .17, 26/26 = 1, 1, none',
    '10 + 0 + 0 + 0 + 0 + 5 + 10 + 3 + 0 = 28 grey',
  ],
  [
    '20 P, 20 given, 20 contacted, 6 customers, 4000 direct',
    'A 0, 20/20 = 1, 20/20 = 1, 6/20 = .3, 0/4000 = 0, none, none, none, none',
    '10 + 20 + 15 + 10 + 0 + 0 + 0 + 0 + 0 = 55 amber',
  ],
  [
    '20 P, 2 A, 11 given, 8 contacted, 2 customers, 100 direct, -100 indirect, 3 visitors, 11 one-to-ones, 3 education, 999.99 thanked',
    'A 2, 11/22 = .5, 8/11 = .73, 2/11 = .18, refunds leave -100/0, 3/6 = .5, 11/22 = .5, 3, 999.99',
    '4 + 10 + 5 + 4 + 0 + 10 + 10 + 5 + 0 = 48 red',
  ],
]);
