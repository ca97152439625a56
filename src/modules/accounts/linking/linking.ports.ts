import type { AccountId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { definePort } from '../../../platform/port.ts';

/** Two accounts of one person: the one that stays and the one that is closed. */
export interface Joined {
  readonly kept: AccountId;
  readonly other: AccountId;
}

/** Gives the kept account what a module has of the other one. Answers what the audit trail says of it. */
export type TakeOver = (
  context: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  joined: Joined,
) => Promise<Readonly<Record<string, number>>>;

/** What joining accounts asks of the modules above that keep rows of accounts. */
export interface LinkingPorts {
  readonly takeOver: readonly TakeOver[];
}

export const linkingPorts = definePort<LinkingPorts>('linking');
