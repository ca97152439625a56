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
import { emailAddressAdded } from './addresses/address.mails.ts';
import { takePendingAddress } from './addresses/pending-addresses.ts';
import { addVerifiedAddress } from './addresses.ts';
import { confirmationRefusals, type ConfirmationRefusals } from './confirmation-refusals.ts';
import {
  EMAIL_ADDITION,
  EMAIL_CHANGE,
  EMAIL_CONFIRMATION,
  killOutstandingSecrets,
  type EmailSecretFacts,
} from './email-secrets.ts';
import { dropPrimaryAddress, makePrimaryAddress } from './primary-address.ts';
import { tellEveryAddress } from './tell-every-address.ts';

export interface ConfirmEmail {
  readonly token: string;
  readonly idempotencyKey: string | undefined;
}

const isPrimary = statement<{ id: string }>(
  'confirm-email-is-primary',
  'select id from account_address where account_id = $1 and normalized = $2 and is_primary',
);

/**
 * Does what a link in a mail promised: the new address takes the place of the primary one, or is added to the others,
 * or the primary one is verified. Whoever has the link reads the mail of that address, so nobody need be signed in, and no session ends.
 */
export async function confirmEmail(
  context: Context,
  { token, idempotencyKey: key }: ConfirmEmail,
): Promise<{ readonly address: string }> {
  const refusals = await confirmationRefusals(context);
  const found = await findAny(context, token);
  if (!found) return refusals.UNKNOWN();
  const { purpose, accountId, subjectId } = found;
  return once(context, { operation: 'confirmEmail', key, input: { token } }, async tx => {
    const account = await holdAccount(tx, accountId);
    const claim = await claimSecret<EmailSecretFacts>(context, tx, purpose, token);
    if (claim.state !== 'USABLE') return refusals[claim.state]();
    if (account.disabledAt !== null) return refusals.UNKNOWN();
    const address = addressIn(claim.facts);

    if (purpose === EMAIL_CHANGE) await replacePrimary(context, tx, accountId, address, refusals);
    else if (purpose === EMAIL_CONFIRMATION) await verifyPrimary(context, tx, accountId, address, refusals);
    else await addFurther(context, tx, { accountId, pendingId: subjectId }, address, refusals);
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

interface Found {
  readonly purpose: string;
  readonly accountId: string;
  readonly subjectId: string;
}

/** Whose link it is, and for what, without using it up. */
async function findAny(context: Context, token: string): Promise<Found | null> {
  for (const purpose of [EMAIL_CHANGE, EMAIL_CONFIRMATION, EMAIL_ADDITION]) {
    const known = await readSecret<EmailSecretFacts>(context, purpose, token);
    if (known.state === 'UNKNOWN') continue;
    const { subjectId, facts } = known;
    return { purpose, subjectId, accountId: facts.accountId ?? subjectId };
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
  await dropPrimaryAddress(tx, accountId);
  const added = await addVerifiedAddress(context, tx, accountId, address);
  // Another account proved to read this mail first: the link has lost its meaning.
  if (!added) return refusals.UNKNOWN();
  await makePrimaryAddress(tx, added.id);
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

async function addFurther(
  context: Context,
  tx: Tx,
  { accountId, pendingId }: { readonly accountId: string; readonly pendingId: string },
  address: EmailAddress,
  refusals: ConfirmationRefusals,
): Promise<void> {
  if (!(await takePendingAddress(tx, accountId, pendingId))) return refusals.REPLACED();
  const { associationId } = clientOf(context);
  const values = { address: maskEmailAddress(address.typed) };
  await tellEveryAddress(context, tx, { accountId, associationId }, { letter: emailAddressAdded, values });
  if (!(await addVerifiedAddress(context, tx, accountId, address))) return refusals.UNKNOWN();
}
