import type { Context } from '../../platform/context.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import { associationById, supportOf } from '../associations/index.ts';
import { clientOf } from './actor-of.ts';
import {
  ConfirmationTokenExpired,
  ConfirmationTokenReplaced,
  ConfirmationTokenUnknown,
  ConfirmationTokenUsed,
} from './confirmation-token.problems.ts';

/** How a token that does not confirm is refused, by its state, each with the way on. */
export type ConfirmationRefusals = Readonly<Record<'UNKNOWN' | 'USED' | 'REPLACED' | 'EXPIRED', () => never>>;

/** Reads what the refusals say before a transaction begins. */
export async function confirmationRefusals(context: Context): Promise<ConfirmationRefusals> {
  const association = await context.load(associationById, clientOf(context).associationId);
  const support = association ? { support: supportOf(association, context.wording) } : {};
  const signIn = new NextStep(NextStepKind.SIGN_IN);
  return {
    UNKNOWN: () => refuse(new ConfirmationTokenUnknown(new NextStep(NextStepKind.CONTACT_SUPPORT, support))),
    USED: () => refuse(new ConfirmationTokenUsed(signIn)),
    REPLACED: () => refuse(new ConfirmationTokenReplaced(signIn)),
    EXPIRED: () => refuse(new ConfirmationTokenExpired(signIn)),
  };
}
