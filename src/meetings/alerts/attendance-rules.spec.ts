import { judgeAbsences, judgeSubstitutes } from './attendance-rules.js';
import { type Facts, type LetterFact, pieceKey } from './finding.js';

const rules = {
  absenceWindow: 'continuous' as 'continuous' | 'semesters',
  absenceWindowMonths: 6,
  absenceAlertCount: 3,
  latePerAbsence: 3,
  substituteCap: 2,
};

const letterOf = { A: 'absent', L: 'late', S: 'substitute' } as const;

/** Facts from a line such as `A 2026-01-08, L 2026-01-15`; the meeting of a day is called by it. */
function factsOf(day: string, line: string, excused: string[] = []): Facts {
  const letters = line.split(', ').flatMap((each): LetterFact[] => {
    const [letter = '', on = ''] = each.split(' ');
    return letter === '' ? [] : [factOf(letter as 'A' | 'L' | 'S', on)];
  });
  return { day, letters, visits: [], terms: [], features: [], excused: new Set(excused) };
}

function factOf(letter: 'A' | 'L' | 'S', day: string, membershipId = 'sara'): LetterFact {
  return { membershipId, meetingId: day, day, letter: letterOf[letter] };
}

const twoAbsences = 'A 2026-01-08, A 2026-01-15';

test.each([
  ['the third absence raises an alert', {}, `${twoAbsences}, A 2026-03-05`, 3],
  ['two absences do not', {}, twoAbsences, null],
  ['one more than the limit raises it too', {}, `${twoAbsences}, A 2026-01-22, A 2026-03-05`, 4],
  ['three times late are an absence', {}, `${twoAbsences}, L 2026-01-22, L 2026-01-29, L 2026-02-05`, 3],
  ['twice late are none', {}, `${twoAbsences}, L 2026-01-22, L 2026-01-29`, null],
  [
    'five times late are one, not two',
    {},
    'A 2026-01-08, L 2026-01-15, L 2026-01-22, L 2026-01-29, L 2026-02-05, L 2026-02-12',
    null,
  ],
  ['late counts whole where once is one absence', { latePerAbsence: 1 }, 'L 2026-01-08, L 2026-01-15, A 2026-01-22', 3],
  ['substitutes do not count', {}, `${twoAbsences}, S 2026-01-22`, null],
  ['an absence on the first day of the window counts', {}, 'A 2025-09-06, A 2026-01-08, A 2026-03-05', 3],
  ['one on the day before does not', {}, 'A 2025-09-05, A 2026-01-08, A 2026-03-05', null],
  ["a continuous window goes over the year's end", {}, 'A 2025-11-13, A 2025-12-18, A 2026-01-08', 3],
  ['a semester does not', { absenceWindow: 'semesters' as const }, 'A 2025-11-13, A 2025-12-18, A 2026-01-08', null],
  [
    'a semester begins on its first day',
    { absenceWindow: 'semesters' as const },
    'A 2026-01-01, A 2026-01-08, A 2026-01-15',
    3,
  ],
  ['a club may alert at the first absence', { absenceAlertCount: 1 }, 'A 2026-03-05', 1],
])('%s', (_, changed, letters, measured) => {
  const findings = judgeAbsences({ ...rules, ...changed }, factsOf('2026-03-05', letters));
  expect(findings.map((finding) => finding.measured)).toEqual(measured === null ? [] : [measured]);
});

test('the evidence is the absences and the times late that make up whole ones, the earliest first', () => {
  const letters = 'L 2026-01-08, A 2026-01-15, L 2026-01-22, L 2026-01-29, A 2026-02-05, L 2026-02-12';
  const [finding] = judgeAbsences(rules, factsOf('2026-03-05', letters));
  expect(finding).toMatchObject({ rule: 'absences', membershipId: 'sara', visitorId: null, measured: 3 });
  expect(finding?.evidence.map(({ day, letter }) => `${letter} ${day}`)).toEqual([
    'late 2026-01-08',
    'absent 2026-01-15',
    'late 2026-01-22',
    'late 2026-01-29',
    'absent 2026-02-05',
  ]);
  expect(finding?.lastEvidenceId).toBe('2026-02-05');
});

test('a week later without an absence the last piece of evidence is the same; with one it is another', () => {
  const last = (day: string, letters: string) => judgeAbsences(rules, factsOf(day, letters))[0]?.lastEvidenceId;
  const raised = `${twoAbsences}, A 2026-03-05`;
  expect(last('2026-03-12', raised)).toBe(last('2026-03-05', raised));
  expect(last('2026-03-12', `${raised}, L 2026-03-12`)).toBe(last('2026-03-05', raised));
  expect(last('2026-03-12', `${raised}, A 2026-03-12`)).toBe('2026-03-12');
});

test('excused evidence no longer counts, for that rule and that member', () => {
  const letters = `${twoAbsences}, A 2026-03-05`;
  const excuse = (rule: string, membershipId: string) =>
    judgeAbsences(rules, factsOf('2026-03-05', letters, [pieceKey(rule, membershipId, '2026-01-08')]));
  expect(excuse('absences', 'sara')).toEqual([]);
  expect(excuse('substitutes', 'sara')).toHaveLength(1);
  expect(excuse('absences', 'bram')).toHaveLength(1);
});

test('each member is judged by his own letters', () => {
  const facts = factsOf('2026-03-05', `${twoAbsences}, A 2026-03-05`);
  const others = ['2026-01-08', '2026-01-15'].map((day) => factOf('A', day, 'bram'));
  const findings = judgeAbsences(rules, { ...facts, letters: [...facts.letters, ...others] });
  expect(findings.map(({ membershipId }) => membershipId)).toEqual(['sara']);
});

test.each([
  ['as many substitutes as the cap are allowed', {}, 'S 2026-01-08, S 2026-01-15', null],
  ['one more raises an alert', {}, 'S 2026-01-08, S 2026-01-15, S 2026-01-22', 3],
  ['a club may allow none', { substituteCap: 0 }, 'S 2026-01-08', 1],
  ['a member who sent none is not told of even then', { substituteCap: 0 }, 'A 2026-01-08', null],
  ['one on the first day of the window counts', {}, 'S 2025-09-06, S 2026-01-15, S 2026-01-22', 3],
  ['one on the day before does not', {}, 'S 2025-09-05, S 2026-01-15, S 2026-01-22', null],
  ['absences do not count', {}, 'S 2026-01-08, S 2026-01-15, A 2026-01-22', null],
])('of substitutes: %s', (_, changed, letters, measured) => {
  const findings = judgeSubstitutes({ ...rules, ...changed }, factsOf('2026-03-05', letters));
  expect(findings.map((finding) => finding.measured)).toEqual(measured === null ? [] : [measured]);
});

test('excused substitutes no longer count', () => {
  const letters = 'S 2026-01-08, S 2026-01-15, S 2026-01-22';
  const excused = [pieceKey('substitutes', 'sara', '2026-01-15')];
  expect(judgeSubstitutes(rules, factsOf('2026-03-05', letters))).toHaveLength(1);
  expect(judgeSubstitutes(rules, factsOf('2026-03-05', letters, excused))).toEqual([]);
});
