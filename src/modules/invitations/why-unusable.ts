import { maskEmailAddress } from '../../kernel/email-address.ts';
import type { Context } from '../../platform/context.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse, type Problem } from '../../platform/problem.ts';
import type { FoundInvitation, HeldInvitation } from './find-invitation.ts';
import { InvitationState } from './invitation.enums.ts';
import {
  InvitationDeclined,
  InvitationExpired,
  InvitationReplaced,
  InvitationUsed,
  InvitationWithdrawn,
} from './invitation.problems.ts';
import { isReissuable, stateOf } from './invitation.ts';
import { contactSupport } from './next-steps.ts';
import { isTargetTaken } from './target-taken.ts';

/** Why a code that was good once cannot be used now, with the way forward; null when it can be used. */
export async function whyUnusable(context: Context, held: HeldInvitation): Promise<Problem | null> {
  const expired = stateOf(held.row, context.clock.now()) === InvitationState.EXPIRED;
  return problemOf(context, held, { targetTaken: expired && (await isTargetTaken(context, held.row)) });
}

/** The same for transactions, which read nothing on the side. */
export function problemOf(
  context: Context,
  held: HeldInvitation,
  { targetTaken }: { readonly targetTaken: boolean },
): Problem | null {
  const settled = whySettled(context, held);
  if (settled) return settled;
  if (held.replaced) return new InvitationReplaced(new NextStep(NextStepKind.USE_NEWEST_MAIL));

  const { row, association } = held;
  const now = context.clock.now();
  if (stateOf(row, now) === InvitationState.PENDING) return null;
  const canReissue = !targetTaken && isReissuable(row, now, association.timeZone);
  const maskedAddress = maskEmailAddress(row.email);
  const next = canReissue
    ? new NextStep(NextStepKind.REQUEST_NEW_INVITATION, { maskedAddress })
    : contactSupport(context, association);
  return new InvitationExpired({ expiredAt: row.expiresAt, maskedAddress, canReissue, next });
}

/** Whether somebody has decided about the invitation for good. */
export function whySettled(context: Context, { row, association }: FoundInvitation): Problem | null {
  switch (stateOf(row, context.clock.now())) {
    case InvitationState.ACCEPTED:
      return new InvitationUsed(new NextStep(NextStepKind.SIGN_IN));
    case InvitationState.REVOKED:
      return new InvitationWithdrawn(contactSupport(context, association));
    case InvitationState.DECLINED:
      return new InvitationDeclined(contactSupport(context, association));
    case InvitationState.PENDING:
    case InvitationState.EXPIRED:
      return null;
  }
}

export function refuseIf(problem: Problem | null): void {
  if (problem) refuse(problem);
}
