import { ClientScope } from '../../platform/graphql/client-scope.ts';
import type { StaffRole } from './staff.enums.ts';

/** What somebody does as staff of a body. Modules name it; who may do it is said here and nowhere else. */
export type StaffAction =
  | 'READ_RECORDS'
  | 'READ_PEOPLE'
  | 'READ_SHARED_MEMBERS'
  | 'UPDATE_ORGANIZATIONS'
  | 'MANAGE_DELEGATES'
  | 'MERGE_RECORDS'
  | 'APPOINT_PRINCIPAL'
  | 'MANAGE_REPRESENTATIONS'
  | 'INVITE_DELEGATES'
  | 'READ_INVITATIONS'
  | 'INVITE'
  | 'INVITE_STAFF'
  | 'READ_MAILS'
  | 'SEND_MAILS_AGAIN'
  | 'READ_ADDRESS_REPLACEMENTS'
  | 'READ_FACTOR_RESETS'
  | 'HELP_HOLDER'
  | 'READ_FILES'
  | 'SEND_FILES'
  | 'READ_STAFF'
  | 'MANAGE_STAFF'
  | 'READ_SHARING'
  | 'MANAGE_SHARING'
  | 'CHANGE_SETTINGS'
  | 'MANAGE_CLIENTS'
  | 'READ_IMPORTS'
  | 'IMPORT'
  | 'IMPORT_ACCOUNTS'
  | 'READ_AUDIT'
  | 'MANAGE_MEMBERSHIPS'
  | 'READ_PRICES'
  | 'MANAGE_PRICES'
  | 'READ_INVOICES'
  | 'ISSUE_INVOICES'
  | 'APPROVE_BILL_TO_CHANGES'
  | 'CREDIT_INVOICES'
  | 'RECORD_PAYMENTS'
  | 'REFUND'
  | 'APPROVE_REFUNDS'
  | 'READ_LEDGER'
  | 'REMIT'
  | 'APPROVE_REMITTANCES'
  | 'CLOSE_PERIODS';

/** By name, because tests and callers spell it so. */
export type StaffRoleName = `${StaffRole}`;

interface Allowed {
  readonly roles: readonly StaffRoleName[];
  /** What the tool that is used must be registered for. */
  readonly scope: ClientScope;
  /** Whether it extends to the person's own record, household and organization: what is read does, what is done never. */
  readonly own: boolean;
}

const EVERYBODY = ['ADMIN', 'MEMBERSHIP', 'FINANCE', 'LEARNING', 'INSURANCE', 'READER'] as const;
const OFFICE = ['ADMIN', 'MEMBERSHIP'] as const;
const TREASURY = ['ADMIN', 'FINANCE'] as const;
const ADMINS = ['ADMIN'] as const;

const { MEMBERS_READ, MEMBERS_WRITE, INVITATIONS_WRITE, MONEY_READ, MONEY_WRITE, CLIENTS_MANAGE } =
  ClientScope;

const reads = (roles: Allowed['roles']): Allowed => ({ roles, scope: MEMBERS_READ, own: true });
const readsMoney = (roles: Allowed['roles']): Allowed => ({ roles, scope: MONEY_READ, own: true });
const changes = (roles: Allowed['roles'], scope: ClientScope): Allowed => ({ roles, scope, own: false });

export const STAFF_ACTIONS: Readonly<Record<StaffAction, Allowed>> = {
  READ_RECORDS: reads(EVERYBODY),
  READ_PEOPLE: reads(OFFICE),
  READ_SHARED_MEMBERS: reads(OFFICE),
  UPDATE_ORGANIZATIONS: changes(OFFICE, MEMBERS_WRITE),
  MANAGE_DELEGATES: changes(OFFICE, MEMBERS_WRITE),
  MERGE_RECORDS: changes(OFFICE, MEMBERS_WRITE),
  APPOINT_PRINCIPAL: changes(OFFICE, MEMBERS_WRITE),
  MANAGE_REPRESENTATIONS: changes(OFFICE, MEMBERS_WRITE),
  INVITE_DELEGATES: changes(OFFICE, INVITATIONS_WRITE),
  READ_INVITATIONS: reads(OFFICE),
  INVITE: changes(OFFICE, INVITATIONS_WRITE),
  // Whoever could invite to a staff role could give themselves any.
  INVITE_STAFF: changes(ADMINS, INVITATIONS_WRITE),
  READ_MAILS: reads(OFFICE),
  SEND_MAILS_AGAIN: changes(OFFICE, MEMBERS_WRITE),
  READ_ADDRESS_REPLACEMENTS: reads(OFFICE),
  READ_FACTOR_RESETS: reads(ADMINS),
  HELP_HOLDER: changes(ADMINS, MEMBERS_WRITE),
  READ_FILES: reads(OFFICE),
  SEND_FILES: changes(OFFICE, MEMBERS_WRITE),
  READ_STAFF: reads(ADMINS),
  MANAGE_STAFF: changes(ADMINS, MEMBERS_WRITE),
  READ_SHARING: reads(ADMINS),
  MANAGE_SHARING: changes(ADMINS, MEMBERS_WRITE),
  CHANGE_SETTINGS: changes(ADMINS, MEMBERS_WRITE),
  MANAGE_CLIENTS: changes(ADMINS, CLIENTS_MANAGE),
  READ_IMPORTS: reads(OFFICE),
  IMPORT: changes(OFFICE, MEMBERS_WRITE),
  // Whoever brings a password and an address can sign in with them.
  IMPORT_ACCOUNTS: changes(ADMINS, MEMBERS_WRITE),
  READ_AUDIT: reads(ADMINS),
  MANAGE_MEMBERSHIPS: changes(OFFICE, MEMBERS_WRITE),
  READ_PRICES: readsMoney([...OFFICE, 'FINANCE']),
  MANAGE_PRICES: changes(TREASURY, MONEY_WRITE),
  READ_INVOICES: readsMoney([...OFFICE, 'FINANCE']),
  ISSUE_INVOICES: changes(TREASURY, MONEY_WRITE),
  APPROVE_BILL_TO_CHANGES: changes(TREASURY, MONEY_WRITE),
  CREDIT_INVOICES: changes(TREASURY, MONEY_WRITE),
  RECORD_PAYMENTS: changes(TREASURY, MONEY_WRITE),
  REFUND: changes(TREASURY, MONEY_WRITE),
  APPROVE_REFUNDS: changes(TREASURY, MONEY_WRITE),
  READ_LEDGER: readsMoney(TREASURY),
  REMIT: changes(TREASURY, MONEY_WRITE),
  APPROVE_REMITTANCES: changes(TREASURY, MONEY_WRITE),
  CLOSE_PERIODS: changes(TREASURY, MONEY_WRITE),
};

/** What somebody is as staff somewhere, through the client that they use. */
export interface StaffRights {
  readonly staffRoles: readonly StaffRoleName[];
  readonly scopes: readonly ClientScope[];
  /** Whether it is about themselves, somebody of their household, or their organization. */
  readonly isOwn: boolean;
}

export const extendsToOwn = (action: StaffAction): boolean => STAFF_ACTIONS[action].own;

export function mayAct(action: StaffAction, { staffRoles, scopes, isOwn }: StaffRights): boolean {
  const { roles, scope, own } = STAFF_ACTIONS[action];
  return (own || !isOwn) && scopes.includes(scope) && staffRoles.some(role => roles.includes(role));
}
