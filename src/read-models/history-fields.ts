/** The fields of a `Membership` that depend on its affiliations, terms and holds. */
export const HISTORY_FIELDS = [
  'class',
  'affiliations',
  'terms',
  'holds',
  'status',
  'continuousSince',
] as const;
