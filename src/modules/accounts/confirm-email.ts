import { maskEmailAddress, readEmailAddress, type EmailAddress } from '../../kernel/email-address.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { once } from '../../platform/database/idempotency.ts';
import { statement } from '../../platform/database/statement.ts';
import { claimSecret, readSecret } from '../../platform/secrets/one-time-secret.ts';
import { emailChanged } from './account.mails.ts';
import { mailToOf, tell } from './account.notices.ts';
import { holdAccount } from './account-state.ts';
import { clientOf } from './actor-of.ts';
import { addVerifiedAddress } from './addresses.ts';
import { confirmationRefusals, type ConfirmationRefusals } from './confirmation-refusals.ts';
import {
  EMAIL_CHANGE,
  EMAIL_CONFIRMATION,
  killOutstandingSecrets,
  type EmailSecretFacts,
} from './email-secrets.ts';
import { WHOLE_REALM } from './sign-in-identifier.entity.ts';

export interface ConfirmEmail {
  readonly token: string;
  readonly idempotencyKey: string | undefined;
}

const dropPrimary = statement<{ normalized: string }>(
  'confirm-email-drop-primary',
  'delete from account_address where account_id = $1 and is_primary returning normalized',
);

const dropIdentifier = statement(
  'confirm-email-drop-identifier',
  `delete from sign_in_identifier where kind = 'EMAIL' and association_id = $1 and value = $2 and account_id = $3`,
);

const makePrimary = statement(
  'confirm-email-make-primary',
  'update account_address set is_primary = true where id = $1',
);

const isPrimary = statement<{ id: string }>(
  'confirm-email-is-primary',
  'select id from account_address where account_id = $1 and normalized = $2 and is_primary',
);

/**
 * Does what a link in a mail promised: the new address takes the place of the primary one, or the primary one is
 * verified. Whoever has the link reads the mail of that address, so nobody need be signed in, and no session ends.
 */
export async function confirmEmail(
  context: Context,
  { token, idempotencyKey: key }: ConfirmEmail,
): Promise<{ readonly address: string }> {
  const refusals = await confirmationRefusals(context);
  const found = await findEither(context, token);
  if (!found) return refusals.UNKNOWN();
  const { purpose, accountId } = found;
  return once(context, { operation: 'confirmEmail', key, input: { token } }, async tx => {
    const account = await holdAccount(tx, accountId);
    const claim = await claimSecret<EmailSecretFacts>(context, tx, purpose, token);
    if (claim.state !== 'USABLE') return refusals[claim.state]();
    if (account.disabledAt !== null) return refusals.UNKNOWN();
    const address = addressIn(claim.facts);

    if (purpose === EMAIL_CHANGE) await replacePrimary(context, tx, accountId, address, refusals);
    else await verifyPrimary(context, tx, accountId, address, refusals);
    await recordAudit(context, tx, {
      act: 'confirmEmail',
      subjectKind: 'Account',
      subjectId: accountId,
      associationId: clientOf(context).associationId,
      after: { purpose, address: maskEmailAddress(address.typed) },
    });
    return { address: address.typed };
  });
}

/** Whose link it is, and for what, without using it up. */
async function findEither(
  context: Context,
  token: string,
): Promise<{ readonly purpose: string; readonly accountId: string } | null> {
  for (const purpose of [EMAIL_CHANGE, EMAIL_CONFIRMATION]) {
    const known = await readSecret(context, purpose, token);
    if (known.state !== 'UNKNOWN') return { purpose, accountId: known.subjectId };
  }
  return null;
}

function addressIn(facts: EmailSecretFacts): EmailAddress {
  const address = readEmailAddress(facts.address);
  if (!address) throw new Error('a confirmation secret holds no address');
  return address;
}

async function replacePrimary(
  context: Context,
  tx: Tx,
  accountId: string,
  address: EmailAddress,
  refusals: ConfirmationRefusals,
): Promise<void> {
  const old = await mailToOf(tx, accountId);
  const [dropped] = await within(tx, dropPrimary, [accountId]);
  if (dropped) await within(tx, dropIdentifier, [WHOLE_REALM, dropped.normalized, accountId]);

  const added = await addVerifiedAddress(context, tx, accountId, address);
  // Another account proved to read this mail first: the link has lost its meaning.
  if (!added) return refusals.UNKNOWN();
  await within(tx, makePrimary, [added.id]);
  await killOutstandingSecrets(context, tx, accountId);
  await tell(context, tx, old, emailChanged, { newAddress: maskEmailAddress(address.typed) });
}

async function verifyPrimary(
  context: Context,
  tx: Tx,
  accountId: string,
  address: EmailAddress,
  refusals: ConfirmationRefusals,
): Promise<void> {
  const [still] = await within(tx, isPrimary, [accountId, address.normalized]);
  if (!still || !(await addVerifiedAddress(context, tx, accountId, address))) return refusals.REPLACED();
}
