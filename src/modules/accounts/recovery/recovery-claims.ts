import type { EmailAddress } from '../../../kernel/email-address.ts';
import type { AccountId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { definePort } from '../../../platform/port.ts';

/** Somebody who uses an account or stands for its holder, as one association has them on file. */
export interface RecoveryPerson {
  readonly accountId: AccountId;
  /** Who has them on file, and says where they are written to. */
  readonly associationId: string;
  /** Of the tree that has them on file: no other learns of them. */
  readonly rootId: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Where to write to; several people may share it, and nobody signs in with it. */
  readonly contactEmail: string | null;
  /** Stands for the holder today: their names serve, and no mail calls the account by them. */
  readonly represents?: true;
}

/** What recovery asks of the modules that know people. */
export interface RecoveryClaims {
  /** Whose names open the account again: both persons of a joint one, then whoever represents the holder today.
   * The longest on file first. */
  readonly personsOf: (
    parts: Pick<Parts, 'db' | 'clock'>,
    accountIds: readonly string[],
  ) => Promise<readonly RecoveryPerson[]>;
  /** The accounts of the people who are written to at this address. */
  readonly accountsAt: (parts: Pick<Parts, 'db'>, address: EmailAddress) => Promise<readonly AccountId[]>;
}

export const recoveryClaims = definePort<RecoveryClaims>('recovery-claims');
