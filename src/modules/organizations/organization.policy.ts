import { ClientScope } from '../../platform/graphql/client-scope.ts';
import type { StaffRole } from '../associations/index.ts';
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
  'READ' | 'UPDATE_PROFILE' | 'INVITE_DELEGATES' | 'MANAGE_DELEGATES' | 'HAND_OVER' | 'APPOINT_PRINCIPAL';

interface Allowed {
  readonly delegates: readonly DelegateRole[];
  readonly staff: readonly `${StaffRole}`[];
  /** What the staff's tool must be registered for. */
  readonly scope: ClientScope;
}

const EVERY_DELEGATE = ['PRINCIPAL', 'DUES', 'VOTING', 'CONTACT'] as const;
const EVERY_STAFF = ['ADMIN', 'MEMBERSHIP', 'FINANCE', 'LEARNING', 'INSURANCE', 'READER'] as const;

const ALLOWED: Record<OrganizationAction, Allowed> = {
  READ: { delegates: EVERY_DELEGATE, staff: EVERY_STAFF, scope: ClientScope.MEMBERS_READ },
  UPDATE_PROFILE: {
    delegates: ['PRINCIPAL', 'CONTACT'],
    staff: ['ADMIN', 'MEMBERSHIP'],
    scope: ClientScope.MEMBERS_WRITE,
  },
  MANAGE_DELEGATES: {
    delegates: ['PRINCIPAL'],
    staff: ['ADMIN', 'MEMBERSHIP'],
    scope: ClientScope.MEMBERS_WRITE,
  },
  // Nobody hands over what is another's: staff appoint.
  HAND_OVER: { delegates: ['PRINCIPAL'], staff: [], scope: ClientScope.MEMBERS_WRITE },
  APPOINT_PRINCIPAL: { delegates: [], staff: ['ADMIN', 'MEMBERSHIP'], scope: ClientScope.MEMBERS_WRITE },
  INVITE_DELEGATES: { delegates: [], staff: ['ADMIN', 'MEMBERSHIP'], scope: ClientScope.INVITATIONS_WRITE },
};

/** Nobody changes their own organization as staff: there they are a delegate like any other. */
export function mayOnOrganization(action: OrganizationAction, rights: OrganizationRights): boolean {
  const { delegates, staff, scope } = ALLOWED[action];
  if (rights.delegateRoles.some(role => delegates.includes(role))) return true;

  const staffCounts = rights.scopes.includes(scope) && (action === 'READ' || !rights.isOwn);
  return staffCounts && rights.staffRoles.some(role => staff.includes(role));
}
