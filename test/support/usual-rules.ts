/** The rules of a club as an input of `changeClubRules`, but for the club and the first day. */
export const usualRules = {
  firstContactTargetHours: 24,
  formerCustomerAfterMonths: 12,
  absenceAlertCount: 3,
  absenceWindow: 'CONTINUOUS',
  absenceWindowMonths: 6,
  latePerAbsence: 3,
  substituteCap: 8,
  visitorVisitCap: 2,
  officeTermMonths: 12,
  educationUnitsBeforeFeature: '1.0',
  educationWindowMonths: 6,
  contactRetentionMonths: 12,
};
