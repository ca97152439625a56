import type { Context } from '../../../platform/context.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { ASK_AGAIN_SECONDS } from './ask-recovery.ts';

/** What whoever asked is told: the same for everybody, so that it tells nothing. */
export const recoveryAskedAnswer = ({
  wording,
}: Pick<Context, 'wording'>): { readonly message: string; readonly next: NextStep } => ({
  message: wording.of('accounts.recovery.asked', { minutes: ASK_AGAIN_SECONDS / 60 }),
  next: new NextStep(NextStepKind.CHECK_MAIL, { retryAfterSeconds: ASK_AGAIN_SECONDS }),
});
