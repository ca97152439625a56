/** What somebody does for an organization. One person may have several roles; there is one principal at a time. */
export const DelegateRole = {
  PRINCIPAL: 'PRINCIPAL',
  DUES: 'DUES',
  VOTING: 'VOTING',
  CONTACT: 'CONTACT',
} as const;
export type DelegateRole = keyof typeof DelegateRole;

export const DELEGATE_ROLES = Object.values(DelegateRole);

/** What the principal gives to others; their own place is handed over. */
export const ROLES_BELOW_PRINCIPAL: readonly DelegateRole[] = ['DUES', 'VOTING', 'CONTACT'];
