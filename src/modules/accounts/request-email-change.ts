import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { onceAfter } from '../../platform/database/idempotency.ts';
import { refuse } from '../../platform/problem.ts';
import { emailChangeLink, emailChangeRequested } from './account.mails.ts';
import { CurrentPasswordWrong } from './account.problems.ts';
import { passwordHolds } from './account-state.ts';
import { clientOf } from './actor-of.ts';
import { issueEmailSecret } from './confirmation-mail.ts';
import { demandCurrentPassword } from './current-password.ts';
import { EMAIL_CHANGE } from './email-secrets.ts';
import { mailNewAddress, readNewAddress, wantAddress, type WantedAddress } from './new-address.ts';

export interface RequestEmailChange {
  readonly newAddress: string;
  readonly currentPassword: string;
  readonly idempotencyKey: string | undefined;
}

/**
 * Mails a link to the new address and a notice to the old one; nothing changes until the link is confirmed. When
 * another account has the address the answer is the same, its holder is told, and the link is sent to nobody.
 */
export async function requestEmailChange(
  context: Context,
  { newAddress, currentPassword, idempotencyKey: key }: RequestEmailChange,
): Promise<{ readonly maskedAddress: string }> {
  const field = 'newAddress';
  const address = readNewAddress(context, field, newAddress);
  const prepare = async (): Promise<WantedAddress> => {
    const account = await demandCurrentPassword(context, currentPassword);
    return wantAddress(context, account, address, {
      field,
      isOwn: own => own.isPrimary && own.verifiedAt !== null,
    });
  };
  const repeatable = { operation: 'requestEmailChange', key, input: { newAddress, currentPassword } };
  return onceAfter(context, prepare, repeatable, async (tx, wanted) => {
    const { account } = wanted;
    if (!(await passwordHolds(tx, account))) refuse(new CurrentPasswordWrong());
    const issued = await issueEmailSecret(context, tx, EMAIL_CHANGE, account, address);
    const maskedAddress = await mailNewAddress(context, tx, wanted, {
      link: emailChangeLink,
      notice: emailChangeRequested,
      issued,
    });
    await recordAudit(context, tx, {
      act: 'requestEmailChange',
      subjectKind: 'Account',
      subjectId: account.id,
      associationId: clientOf(context).associationId,
      after: { newAddress: maskedAddress },
    });
    return { maskedAddress };
  });
}
