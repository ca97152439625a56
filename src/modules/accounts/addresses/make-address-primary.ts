import { maskEmailAddress } from '../../../kernel/email-address.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { refuse } from '../../../platform/problem.ts';
import { mailToOf, tell } from '../account.notices.ts';
import { holdOwnAccount } from '../account-state.ts';
import { clientOf } from '../actor-of.ts';
import { killOutstandingSecrets } from '../email-secrets.ts';
import { dismissPrimaryAddress, makePrimaryAddress } from '../primary-address.ts';
import { demandFreshProof } from '../second-factors/demand-fresh-proof.ts';
import { primaryAddressChanged } from './address.mails.ts';
import { EmailAddressUnverified } from './address.problems.ts';
import { ownAddress } from './own-address.ts';

/** Mails go to another verified address of the account from now on. Both addresses are told. */
export async function makeAddressPrimary(
  context: Context,
  {
    addressId,
    idempotencyKey: key,
  }: { readonly addressId: string; readonly idempotencyKey: string | undefined },
): Promise<void> {
  await onceAfter(
    context,
    () => demandFreshProof(context),
    { operation: 'makeAddressPrimary', key, input: { addressId } },
    async tx => {
      const { id: accountId, locale } = await holdOwnAccount(context, tx);
      const { id, address, isPrimary, verified } = await ownAddress(tx, accountId, addressId);
      if (isPrimary) return;
      if (!verified) refuse(new EmailAddressUnverified());
      const before = await mailToOf(tx, accountId);
      await dismissPrimaryAddress(tx, accountId);
      await makePrimaryAddress(tx, id);
      // A link that replaces the primary address was asked for while that was another one.
      await killOutstandingSecrets(context, tx, accountId);
      const masked = maskEmailAddress(address);
      for (const to of [before, { accountId, address, locale }])
        await tell(context, tx, to, primaryAddressChanged, { address: masked });
      await recordAudit(context, tx, {
        act: 'makeAddressPrimary',
        subjectKind: 'Account',
        subjectId: accountId,
        associationId: clientOf(context).associationId,
        before: { address: before && maskEmailAddress(before.address) },
        after: { address: masked },
      });
    },
  );
}
