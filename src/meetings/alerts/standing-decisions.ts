/** Of each alert the decision that stands: the latest. For the statements that need it. */
export const standingDecisions = `
  (SELECT DISTINCT ON (alert_id) alert_id, decision, probation_until FROM alert_decisions
   ORDER BY alert_id, decided_at DESC, id DESC)`;
