import type { AccountId, AssociationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { definePort } from '../../platform/port.ts';

/** What accounts asks of modules above it. */
export interface AccountPorts {
  /** The associations that an invitation code leads into; none for a code that leads nowhere, which counts as a guess. */
  readonly associationsOfInvitation: (context: Context, code: string) => Promise<readonly string[]>;
  /** The names of the persons who use an account, so that no password is made of them. */
  readonly namesOfAccount: (context: Context, accountId: string) => Promise<readonly string[]>;
  /** The account of somebody on file, by their public id, and where they are on file; null without an account. */
  readonly holderOf: (
    context: Context,
    personId: string,
  ) => Promise<{ readonly accountId: AccountId; readonly associationId: AssociationId } | null>;
}

/** None holds state of its own: each gets the context. */
export const accountPorts = definePort<AccountPorts>('accounts');
