import type { ClientScope } from '../../platform/graphql/client-scope.ts';
import { mayAct, type StaffAction, type StaffRole } from '../associations/index.ts';
import type { DelegateRole } from './delegate-role.ts';

/** What a person is to an organization, through the client that they use. */
export interface OrganizationRights {
  /** The roles that they hold for it now, without those that are suspended. */
  readonly delegateRoles: readonly DelegateRole[];
  /** Whether it is their own: they are a delegate of record, suspended or not. */
  readonly isOwn: boolean;
  /** What they are on the staff of its association, or above where that reaches. */
  readonly staffRoles: readonly `${StaffRole}`[];
  /** For what the client that they use is registered. */
  readonly scopes: readonly ClientScope[];
}

export type OrganizationAction =
  | 'READ'
  | 'UPDATE_PROFILE'
  | 'RENAME'
  | 'SET_SECTIONS'
  | 'RECORD_PAST_SECTIONS'
  | 'INVITE_DELEGATES'
  | 'MANAGE_DELEGATES'
  | 'MERGE'
  | 'HAND_OVER'
  | 'APPOINT_PRINCIPAL'
  | 'DECIDE_HANDOVER'
  | 'VERIFY_DOMAINS'
  | 'MANAGE_REPRESENTATIONS';

interface Allowed {
  readonly delegates: readonly DelegateRole[];
  /** What it is to staff, whose own table says who of them may; null where nobody does it as staff. */
  readonly staff: StaffAction | null;
}

const EVERY_DELEGATE = ['PRINCIPAL', 'DUES', 'VOTING', 'CONTACT'] as const;

const ALLOWED: Record<OrganizationAction, Allowed> = {
  READ: { delegates: EVERY_DELEGATE, staff: 'READ_RECORDS' },
  UPDATE_PROFILE: { delegates: ['PRINCIPAL', 'CONTACT'], staff: 'UPDATE_ORGANIZATIONS' },
  // What it is incorporated as is the association's to record.
  RENAME: { delegates: [], staff: 'UPDATE_ORGANIZATIONS' },
  SET_SECTIONS: { delegates: ['PRINCIPAL', 'CONTACT'], staff: 'UPDATE_ORGANIZATIONS' },
  // What was is the association's to say.
  RECORD_PAST_SECTIONS: { delegates: [], staff: 'UPDATE_ORGANIZATIONS' },
  MANAGE_DELEGATES: { delegates: ['PRINCIPAL'], staff: 'MANAGE_DELEGATES' },
  MERGE: { delegates: [], staff: 'MERGE_RECORDS' },
  // Nobody hands over what is another's: staff appoint.
  HAND_OVER: { delegates: ['PRINCIPAL'], staff: null },
  APPOINT_PRINCIPAL: { delegates: [], staff: 'APPOINT_PRINCIPAL' },
  DECIDE_HANDOVER: { delegates: [], staff: 'APPOINT_PRINCIPAL' },
  // An organization does not say itself which addresses are its own.
  VERIFY_DOMAINS: { delegates: [], staff: 'MANAGE_DELEGATES' },
  // What a court, a deed or a register says is the association's to record.
  MANAGE_REPRESENTATIONS: { delegates: [], staff: 'MANAGE_REPRESENTATIONS' },
  INVITE_DELEGATES: { delegates: [], staff: 'INVITE_DELEGATES' },
};

/** Nobody changes their own organization as staff: there they are a delegate like any other. */
export function mayOnOrganization(action: OrganizationAction, rights: OrganizationRights): boolean {
  const { delegates, staff } = ALLOWED[action];
  if (rights.delegateRoles.some(role => delegates.includes(role))) return true;
  return staff !== null && mayAct(staff, rights);
}
