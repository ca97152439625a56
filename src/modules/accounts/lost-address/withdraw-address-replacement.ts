import type { Context } from '../../../platform/context.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { refuse } from '../../../platform/problem.ts';
import { holderInCare } from '../holder-in-care.ts';
import { AddressReplacementNotFound, OwnAddressKept } from './address-replacement.problems.ts';
import { holdOpenReplacement } from './open-replacement.ts';
import { stopReplacement } from './stop-address-replacement.ts';

export interface WithdrawAddressReplacement {
  readonly personId: string;
  readonly idempotencyKey: string | undefined;
}

/** Staff take back what they asked for, or what a colleague did. */
export async function withdrawAddressReplacement(
  context: Context,
  { personId, idempotencyKey: key }: WithdrawAddressReplacement,
): Promise<void> {
  const act = 'withdrawAddressReplacement';
  await onceAfter(
    context,
    () => holderInCare(context, personId, new OwnAddressKept()),
    { operation: act, key, input: { personId } },
    async (tx, { accountId }) => {
      const open = await holdOpenReplacement(tx, accountId);
      if (!open) return refuse(new AddressReplacementNotFound());
      await stopReplacement(context, tx, open.id, { act, why: 'WITHDRAWN' });
    },
  );
}
