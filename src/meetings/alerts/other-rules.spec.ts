import { judgeEducation } from './education-rule.js';
import { type Facts, type FeatureFact, pieceKey, type TermFact, type VisitFact } from './finding.js';
import { judgeOffices } from './office-rule.js';
import { judgeVisits } from './visit-rule.js';

const facts: Facts = { day: '2026-03-05', letters: [], visits: [], terms: [], features: [], excused: new Set() };

describe('visits', () => {
  /** Visits of the human who came as the visitor v to the last of the meetings. */
  const visits = (...rows: [visitId: string, day: string][]): VisitFact[] =>
    rows.map(([visitId, day]) => ({ visitorId: 'v', visitId, meetingId: day, day }));
  const twice = visits(['first', '2026-02-19'], ['v', '2026-03-05']);
  const thrice = [...visits(['zeroth', '2025-02-06']), ...twice];

  test.each([
    ['as many meetings as the cap are allowed', twice, 2, null],
    ['one more raises an alert, however long ago the first was', thrice, 2, 3],
    ['a club may allow a single visit', twice, 1, 2],
    ['two rows of one human at one meeting are one visit', [...visits(['twin', '2026-02-19']), ...twice], 2, null],
  ])('%s', (_, rows, visitorVisitCap, measured) => {
    const findings = judgeVisits({ visitorVisitCap }, { ...facts, visits: rows });
    expect(findings.map((finding) => finding.measured)).toEqual(measured === null ? [] : [measured]);
  });

  test('the evidence is each meeting he came to, and the last of it his visit', () => {
    const [finding] = judgeVisits({ visitorVisitCap: 2 }, { ...facts, visits: thrice });
    expect(finding).toMatchObject({ rule: 'visits', membershipId: null, visitorId: 'v', lastEvidenceId: 'v' });
    expect(finding?.evidence).toMatchObject([
      { day: '2025-02-06', visitorId: 'zeroth' },
      { day: '2026-02-19', visitorId: 'first' },
      { day: '2026-03-05', visitorId: 'v' },
    ]);
  });

  test('who stands in the meeting by two rows is told of once', () => {
    const rows = [...thrice, ...visits(['twin', '2026-03-05'])];
    const both = [...rows, ...rows.map((row) => ({ ...row, visitorId: 'twin' }))];
    expect(judgeVisits({ visitorVisitCap: 2 }, { ...facts, visits: both })).toHaveLength(1);
  });

  test('an excused visit no longer counts, by whichever row it was excused', () => {
    const rows = [...visits(['twin', '2026-02-19']), ...thrice];
    for (const visit of ['twin', 'first']) {
      const excused = new Set([pieceKey('visits', null, visit)]);
      expect(judgeVisits({ visitorVisitCap: 2 }, { ...facts, visits: rows, excused })).toEqual([]);
    }
  });
});

describe('terms of office', () => {
  const term = (officeId: string, startsOn: string, endsOn: string | null): TermFact => ({
    ...{ membershipId: 'pia', name: 'president', officeId, startsOn, endsOn },
  });

  test.each([
    ['twelve months to the day are allowed', [term('a', '2025-03-06', null)], null],
    ['a day more raises an alert', [term('a', '2025-03-05', null)], 13],
    ['terms that join are one', [term('a', '2024-03-05', '2025-09-01'), term('b', '2025-09-01', null)], 25],
    ['a day between them begins anew', [term('a', '2024-03-05', '2025-09-01'), term('b', '2025-09-02', null)], null],
    ['a term that has an end to come counts', [term('a', '2025-01-01', '2026-03-06')], 15],
    ['a term that is over does not', [term('a', '2024-01-01', '2026-03-05')], null],
  ])('%s', (_, terms, measured) => {
    const findings = judgeOffices({ officeTermMonths: 12 }, { ...facts, terms });
    expect(findings.map((finding) => finding.measured)).toEqual(measured === null ? [] : [measured]);
  });

  test('the evidence is the terms that join, and the last of it the one that holds', () => {
    const terms = [
      term('a', '2023-01-01', '2023-06-01'),
      term('b', '2024-01-01', '2025-01-01'),
      term('c', '2025-01-01', null),
    ];
    const [finding] = judgeOffices({ officeTermMonths: 12 }, { ...facts, terms });
    expect(finding).toMatchObject({ rule: 'office_term', membershipId: 'pia', lastEvidenceId: 'c' });
    expect(finding?.evidence).toMatchObject([
      { day: '2024-01-01', officeId: 'b' },
      { day: '2025-01-01', officeId: 'c' },
    ]);
  });

  test('another office of his and the same office of another are terms of their own', () => {
    const first = term('a', '2025-01-01', '2025-09-01');
    const second = term('b', '2025-09-01', null);
    for (const change of [{ name: 'education' as const }, { membershipId: 'vik' }]) {
      const terms = [first, { ...second, ...change }];
      expect(judgeOffices({ officeTermMonths: 12 }, { ...facts, terms })).toEqual([]);
    }
  });

  test('an excused term no longer counts', () => {
    const terms = [term('a', '2024-01-01', '2025-09-01'), term('b', '2025-09-01', null)];
    const excused = new Set([pieceKey('office_term', 'pia', 'a')]);
    expect(judgeOffices({ officeTermMonths: 12 }, { ...facts, terms, excused })).toEqual([]);
  });
});

describe('education', () => {
  const rules = { educationUnitsBeforeFeature: '1.0', educationWindowMonths: 6 };
  const feature = (day: string | null, units: string | null): FeatureFact => ({
    ...{ membershipId: 'sara', meetingId: 'm', day, units },
  });

  test.each([
    ['no units are too few', [feature(null, null)], 0],
    ['as many as asked for are enough', [feature('2026-01-10', '0.50'), feature('2026-02-10', '0.50')], null],
    ['a hundredth less is not', [feature('2026-01-10', '0.49'), feature('2026-02-10', '0.50')], 0.99],
    [
      'decimals add up exactly',
      [feature('2026-01-10', '0.10'), feature('2026-01-11', '0.20'), feature('2026-01-12', '0.70')],
      null,
    ],
    ['those of the first day of the window count', [feature('2025-09-06', '1.00')], null],
    ['those of the day before do not', [feature('2025-09-05', '1.00')], 0],
    ['a correction takes away', [feature('2026-01-10', '1.50'), feature('2026-01-12', '-1.00')], 0.5],
  ])('%s', (_, features, measured) => {
    const findings = judgeEducation(rules, { ...facts, features });
    expect(findings.map((finding) => finding.measured)).toEqual(measured === null ? [] : [measured]);
  });

  test('the evidence is the units that counted, and the last of it the presentation', () => {
    const [finding] = judgeEducation(rules, {
      ...facts,
      features: [feature('2025-01-01', '1.00'), feature('2026-01-10', '0.50')],
    });
    expect(finding).toMatchObject({ rule: 'education', membershipId: 'sara', lastEvidenceId: 'm' });
    expect(finding?.evidence).toMatchObject([
      { day: '2026-01-10', units: '0.50' },
      { day: '2026-03-05', meetingId: 'm', units: null },
    ]);
  });

  test('where no units are asked for nobody has too few', () => {
    const none = { ...rules, educationUnitsBeforeFeature: '0.0' };
    expect(judgeEducation(none, { ...facts, features: [feature(null, null)] })).toEqual([]);
  });

  test('an excused presentation is not told of again', () => {
    const excused = new Set([pieceKey('education', 'sara', 'm')]);
    expect(judgeEducation(rules, { ...facts, features: [feature(null, null)], excused })).toEqual([]);
  });
});
