import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdOwnAccount, readAccountNow } from '../account-state.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { issueAdditionSecret } from '../confirmation-mail.ts';
import { mailNewAddress, readNewAddress, wantAddress, type WantedAddress } from '../new-address.ts';
import { demandFreshProof } from '../second-factors/demand-fresh-proof.ts';
import { emailAdditionLink, emailAdditionRequested } from './address.mails.ts';
import { TooManyAddresses } from './address.problems.ts';
import { countAddresses, MOST_ADDRESSES, putPendingAddress } from './pending-addresses.ts';

export interface AddEmailAddress {
  readonly address: string;
  readonly idempotencyKey: string | undefined;
}

/**
 * Mails a link to a further address and a notice to the primary one; the account has the address once the link is
 * confirmed. When another account has it the answer is the same, its holder is told, and the link is sent to nobody.
 */
export async function addEmailAddress(
  context: Context,
  { address: typed, idempotencyKey: key }: AddEmailAddress,
): Promise<{ readonly maskedAddress: string }> {
  const field = 'address';
  const address = readNewAddress(context, field, typed);
  const prepare = async (): Promise<WantedAddress> => {
    await demandFreshProof(context);
    const account = await readAccountNow(context, actorOf(context).accountId);
    return wantAddress(context, account, address, { field, isOwn: own => own.verifiedAt !== null });
  };
  const repeatable = { operation: 'addEmailAddress', key, input: { address: typed } };
  return onceAfter(context, prepare, repeatable, async (tx, wanted) => {
    const account = await holdOwnAccount(context, tx);
    const pendingId = await putPendingAddress(context, tx, account.id, address);
    if ((await countAddresses(tx, account.id)) > MOST_ADDRESSES) refuse(new TooManyAddresses());
    const maskedAddress = await mailNewAddress(context, tx, wanted, {
      link: emailAdditionLink,
      notice: emailAdditionRequested,
      issued: await issueAdditionSecret(context, tx, pendingId, account.id, address.typed),
    });
    await recordAudit(context, tx, {
      act: 'addEmailAddress',
      subjectKind: 'Account',
      subjectId: account.id,
      associationId: clientOf(context).associationId,
      after: { address: maskedAddress },
    });
    return { maskedAddress };
  });
}
