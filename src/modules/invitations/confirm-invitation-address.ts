import type { AccountId, InvitationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { once } from '../../platform/database/idempotency.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import { claimSecret, readSecret } from '../../platform/secrets/one-time-secret.ts';
import { accountById, ConfirmationTokenReplaced } from '../accounts/index.ts';
import { acceptAs } from './accept-as.ts';
import { ADDRESS_CONFIRMATION, type AddressConfirmationFacts } from './ask-invited-address.ts';
import { claimInvitation } from './claim-invitation.ts';
import { findInvitation } from './find-invitation.ts';
import { prepareAcceptance } from './prepare-acceptance.ts';
import { refuseUnusableToken, unknownToken } from './refuse-token.ts';
import { holdInvitation } from './rotate-code.ts';

/** The invited address agrees: the account that asked gets what the invitation gives. */
export async function confirmInvitationAddress(
  context: Context,
  { token, idempotencyKey: key }: { readonly token: string; readonly idempotencyKey: string | undefined },
): Promise<NextStep> {
  const known = await readSecret<AddressConfirmationFacts & object>(context, ADDRESS_CONFIRMATION, token);
  if (known.state === 'UNKNOWN') return unknownToken(context);
  const found = await findInvitation(context, known.subjectId as InvitationId);
  if (!found) return unknownToken(context);

  const accountId = known.facts.accountId as AccountId;
  const account = await context.load(accountById, accountId);
  const operation = 'confirmInvitationAddress';
  const acceptance = await prepareAcceptance(context, found, operation);
  await once(context, { operation, key, input: { token } }, async tx => {
    const claimed = await claimSecret(context, tx, ADDRESS_CONFIRMATION, token);
    refuseUnusableToken(context, claimed.state, found);
    if (account?.disabledAt !== null)
      refuse(new ConfirmationTokenReplaced(new NextStep(NextStepKind.SIGN_IN)));
    // Whatever code was mailed since: the invited address has agreed to this account.
    const row = await holdInvitation(tx, found.row);
    await claimInvitation(context, tx, { ...found, row, replaced: false });
    await acceptAs(context, tx, found, accountId, acceptance);
  });
  return new NextStep(NextStepKind.SIGN_IN);
}
