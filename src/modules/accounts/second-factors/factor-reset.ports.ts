import type { AccountId, AssociationId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { definePort } from '../../../platform/port.ts';

/** What second factors ask of the module that knows people. */
export interface FactorResetPorts {
  /** The account of somebody on file, by their public id, and where they are on file; null without an account. */
  readonly holderOf: (
    context: Context,
    personId: string,
  ) => Promise<{ readonly accountId: AccountId; readonly associationId: AssociationId } | null>;
}

export const factorResetPorts = definePort<FactorResetPorts>('factor-reset');
