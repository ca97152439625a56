import { maskEmailAddress } from '../../kernel/email-address.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { once } from '../../platform/database/idempotency.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse, type Problem } from '../../platform/problem.ts';
import { lackOfRoomFor } from './delegates/room-for.ts';
import type { HeldInvitation } from './find-invitation.ts';
import { InvitationExpired, InvitationNotReissuable } from './invitation.problems.ts';
import { contactSupport } from './next-steps.ts';
import { prepareMail, sendAfresh } from './send-afresh.ts';
import { holdInvitation } from './rotate-code.ts';
import { isTargetTaken } from './target-taken.ts';
import { inTurn, whileHolding } from './while-holding.ts';
import { problemOf, refuseIf } from './why-unusable.ts';

export interface ReissueExpiredInvitation {
  readonly code: string;
  readonly idempotencyKey?: string | undefined;
}

/** Sends a fresh code to the same address, so that whoever comes late needs nobody's help. */
export function reissueExpiredInvitation(
  context: Context,
  input: ReissueExpiredInvitation,
): Promise<{ readonly maskedAddress: string }> {
  return whileHolding(context, input.code, held =>
    inTurn(context, held, () => reissue(context, input, held)),
  );
}

async function reissue(
  context: Context,
  { code, idempotencyKey: key }: ReissueExpiredInvitation,
  held: HeldInvitation,
): Promise<{ readonly maskedAddress: string }> {
  const [mail, targetTaken] = await Promise.all([
    prepareMail(context, held),
    isTargetTaken(context, held.row),
  ]);
  return once(context, { operation: 'reissueExpiredInvitation', key, input: { code } }, async tx => {
    const row = await holdInvitation(tx, held.row);
    const replaced = held.replaced || !row.codeDigest.equals(held.row.codeDigest);
    refuseIf(whyNotReissuable(context, { ...held, row, replaced }, { targetTaken }));

    const lack = await lackOfRoomFor(context, tx, held.association, row);
    if (lack) refuse(new InvitationNotReissuable(lack.next));

    const sent = await sendAfresh(context, tx, { ...held, row }, { mail, reissues: row.reissues + 1 });
    await recordAudit(context, tx, {
      act: 'reissueExpiredInvitation',
      subjectKind: 'Invitation',
      subjectId: row.id,
      associationId: row.associationId,
      after: { reissues: sent.reissues, expiresAt: sent.expiresAt },
    });
    return { maskedAddress: maskEmailAddress(row.email) };
  });
}

function whyNotReissuable(
  context: Context,
  held: HeldInvitation,
  known: { readonly targetTaken: boolean },
): Problem | null {
  const problem = problemOf(context, held, known);
  if (problem === null) return new InvitationNotReissuable(new NextStep(NextStepKind.OPEN_ACCOUNT));
  if (!(problem instanceof InvitationExpired)) return problem;
  return problem.canReissue ? null : new InvitationNotReissuable(contactSupport(context, held.association));
}
