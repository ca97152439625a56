import type { Context } from '../../platform/context.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import type { SecretState } from '../../platform/secrets/one-time-secret.ts';
import {
  ConfirmationTokenExpired,
  ConfirmationTokenReplaced,
  ConfirmationTokenUnknown,
  ConfirmationTokenUsed,
} from '../accounts/index.ts';
import type { FoundInvitation } from './find-invitation.ts';
import { contactSupport, contactSupportOfClient } from './next-steps.ts';

export const LONGEST_TOKEN = 256;

/** Never a token, one of another purpose, or one that belongs to another tree. */
export async function unknownToken(context: Context): Promise<never> {
  refuse(new ConfirmationTokenUnknown(await contactSupportOfClient(context)));
}

export function refuseUnusableToken(
  context: Context,
  state: SecretState['state'],
  { association }: FoundInvitation,
): void {
  switch (state) {
    case 'USABLE':
      return;
    case 'UNKNOWN':
      return refuse(new ConfirmationTokenUnknown(contactSupport(context, association)));
    case 'USED':
      return refuse(new ConfirmationTokenUsed(new NextStep(NextStepKind.SIGN_IN)));
    case 'REPLACED':
      return refuse(new ConfirmationTokenReplaced(new NextStep(NextStepKind.USE_NEWEST_MAIL)));
    case 'EXPIRED':
      return refuse(new ConfirmationTokenExpired(contactSupport(context, association)));
  }
}
