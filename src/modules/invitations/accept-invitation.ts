import { maskEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { onceAfter } from '../../platform/database/idempotency.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import { actorOf, addressesThatSignIn, type OwnAddress } from '../accounts/index.ts';
import { nameOnFile } from '../people/index.ts';
import { acceptAs, refuseRepresented } from './accept-as.ts';
import { askInvitedAddress, nextConfirmationIn, spendConfirmationMail } from './ask-invited-address.ts';
import { claimInvitation } from './claim-invitation.ts';
import type { HeldInvitation } from './find-invitation.ts';
import { judgeAddress } from './invitation.policy.ts';
import { InvitationAddressMismatch } from './invitation.problems.ts';
import { afterAcceptance, contactSupport } from './next-steps.ts';
import { prepareAcceptance } from './prepare-acceptance.ts';
import { inTurn, whileHolding } from './while-holding.ts';
import { refuseIf, whyUnusable } from './why-unusable.ts';

export interface AcceptInvitation {
  readonly code: string;
  readonly idempotencyKey?: string | undefined;
}

export interface Accepted {
  readonly accountId: AccountId;
  /** False while the invited address has to confirm first. */
  readonly accepted: boolean;
  readonly next: NextStep;
}

/** Adds what the invitation gives to the account that is signed in. */
export function acceptInvitation(context: Context, input: AcceptInvitation): Promise<Accepted> {
  return whileHolding(context, input.code, held => inTurn(context, held, () => accept(context, input, held)));
}

async function accept(
  context: Context,
  { code, idempotencyKey: key }: AcceptInvitation,
  held: HeldInvitation,
): Promise<Accepted> {
  const { row, association } = held;
  const accountId = actorOf(context).accountId as AccountId;
  const own = await addressesThatSignIn(context, accountId);
  const verified = own.filter(({ verifiedAt }) => verifiedAt !== null);
  const verdict = judgeAddress(association.invitationMismatch, row.emailNormalized, own);
  const problem = await whyUnusable(context, held);
  const acceptance = await prepareAcceptance(context, held, 'acceptInvitation');
  const accepter = (await nameOnFile(context, association.id, accountId)) ?? maskedAddressOf(verified);

  const prepare = async (): Promise<void> => {
    if (verdict === 'CONFIRM_FIRST') await spendConfirmationMail(context, held);
  };
  const repeatable = { operation: 'acceptInvitation', key, input: { code } };
  const { accepted } = await onceAfter(context, prepare, repeatable, async tx => {
    refuseIf(problem);
    if (verdict === 'REFUSE') refuseMismatch(context, held);
    if (verdict === 'CONFIRM_FIRST') {
      await refuseRepresented(context, tx, held, accountId, acceptance);
      await askInvitedAddress(context, tx, held, { accountId, accepter, readers: acceptance.readers });
      return { accepted: false };
    }
    await claimInvitation(context, tx, held);
    await acceptAs(context, tx, held, accountId, acceptance);
    return { accepted: true };
  });
  if (accepted) return { accountId, accepted, next: afterAcceptance(row) };
  const maskedAddress = maskEmailAddress(row.email);
  const retryAfterSeconds = await nextConfirmationIn(context, held);
  const next = new NextStep(NextStepKind.CONFIRM_EMAIL, { maskedAddress, retryAfterSeconds });
  return { accountId, accepted, next };
}

const maskedAddressOf = ([first]: readonly OwnAddress[]): string | null =>
  first ? maskEmailAddress(first.address) : null;

function refuseMismatch(context: Context, { row, association }: HeldInvitation): never {
  refuse(new InvitationAddressMismatch(maskEmailAddress(row.email), contactSupport(context, association)));
}
