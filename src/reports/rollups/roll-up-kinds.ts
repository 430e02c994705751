/** The kinds of sums in `club_months`; of each, `<kind>_of_months` answers in the database what is true. */
export const countKinds = [
  'letters',
  'visitors',
  'given',
  'received',
  'one_to_ones',
  'education',
  'testimonials',
  'seats',
] as const;

/** Those in `club_month_returns`. */
export const returnKinds = ['deals', 'adjustments'] as const;
