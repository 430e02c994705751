import type { ClubRules } from '../../clubs/club-rules.entity.js';
import { judgeAbsences, judgeSubstitutes } from './attendance-rules.js';
import { judgeEducation } from './education-rule.js';
import type { Facts, Finding } from './finding.js';
import { judgeOffices } from './office-rule.js';
import { judgeVisits } from './visit-rule.js';

/** All that the rules find in the facts. That the same was found before is left to the key of alerts. */
export function judge(rules: ClubRules, facts: Facts): Finding[] {
  return [judgeAbsences, judgeSubstitutes, judgeVisits, judgeOffices, judgeEducation].flatMap((rule) =>
    rule(rules, facts),
  );
}

/** What a rule of the version allows, as it says it. */
export function limitOf(rules: ClubRules, rule: Finding['rule']): string {
  const limits: Record<Finding['rule'], string | number> = {
    absences: rules.absenceAlertCount,
    substitutes: rules.substituteCap,
    visits: rules.visitorVisitCap,
    office_term: rules.officeTermMonths,
    education: rules.educationUnitsBeforeFeature,
  };
  return String(Number(limits[rule]));
}
