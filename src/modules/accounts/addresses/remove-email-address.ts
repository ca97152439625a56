import { maskEmailAddress } from '../../../kernel/email-address.ts';
import { fromPublicId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdOwnAccount } from '../account-state.ts';
import { clientOf } from '../actor-of.ts';
import { killSecretsMailedTo } from '../email-secrets.ts';
import { dropEmailIdentifier } from '../primary-address.ts';
import { demandFreshProof } from '../second-factors/demand-fresh-proof.ts';
import { tellEveryAddress } from '../tell-every-address.ts';
import { emailAddressRemoved } from './address.mails.ts';
import { PrimaryAddressKept } from './address.problems.ts';
import { ownAddress } from './own-address.ts';
import { takePendingAddress } from './pending-addresses.ts';

const remove = statement('own-address-remove', 'delete from account_address where id = $1');

/**
 * Takes an address off the account: it neither signs in nor recovers from then on, and what was mailed to it stops
 * working. Every address is told, the removed one too. One that only waits to be added is waited for no longer.
 */
export async function removeEmailAddress(
  context: Context,
  {
    addressId,
    idempotencyKey: key,
  }: { readonly addressId: string; readonly idempotencyKey: string | undefined },
): Promise<void> {
  const { associationId } = clientOf(context);
  await onceAfter(
    context,
    () => demandFreshProof(context),
    { operation: 'removeEmailAddress', key, input: { addressId } },
    async tx => {
      const { id: accountId } = await holdOwnAccount(context, tx);
      const waited = await takePendingAddress(tx, accountId, fromPublicId('AccountAddress', addressId));
      const address = waited?.address ?? (await take(context, tx, accountId, addressId));
      await recordAudit(context, tx, {
        act: 'removeEmailAddress',
        subjectKind: 'Account',
        subjectId: accountId,
        associationId,
        before: { address: maskEmailAddress(address), pending: waited !== null },
      });
    },
  );
}

async function take(context: Context, tx: Tx, accountId: string, addressId: string): Promise<string> {
  const { id, address, normalized, isPrimary } = await ownAddress(tx, accountId, addressId);
  if (isPrimary) refuse(new PrimaryAddressKept());
  const { associationId } = clientOf(context);
  const news = { letter: emailAddressRemoved, values: { address: maskEmailAddress(address) } };
  await tellEveryAddress(context, tx, { accountId, associationId }, news);
  await within(tx, remove, [id]);
  await dropEmailIdentifier(tx, accountId, normalized);
  await killSecretsMailedTo(context, tx, accountId, address);
  return address;
}
