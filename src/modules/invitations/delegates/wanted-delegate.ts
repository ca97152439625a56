import type { Locale } from '../../../kernel/locale.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import type { DelegateRole, OrganizationEntity } from '../../organizations/index.ts';

export interface AddDelegate {
  readonly organizationId: string;
  /** By staff: somebody on file; else the names of somebody who is to be. */
  readonly personId?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly locale: Locale;
  readonly roles: readonly DelegateRole[];
  /** By staff: the roles begin at once, without an account and without a mail. */
  readonly recordOnly: boolean;
  readonly idempotencyKey: string | undefined;
}

export type WantedDelegate = Omit<AddDelegate, 'idempotencyKey'>;

/** Where a delegate is to be added, and by whom. */
export interface Adding {
  readonly organization: OrganizationEntity;
  readonly association: AssociationEntity;
  /** By the principal; otherwise by staff of the association. */
  readonly byPrincipal: boolean;
}
