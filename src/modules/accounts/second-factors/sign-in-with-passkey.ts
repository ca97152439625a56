import type { Context } from '../../../platform/context.ts';
import { NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse } from '../../../platform/problem.ts';
import { accountIsOpen } from '../account-state.ts';
import { clientOf } from '../actor-of.ts';
import { startSession } from '../start-session.ts';
import { waysToSignIn } from '../ways-on.ts';
import { judgePasskey } from './judge-passkey.ts';
import { openPasskeyChallenge, spendPasskeyChallenge } from './passkey-challenge.ts';
import { findPasskey, usePasskey } from './passkeys.ts';
import { readPasskeyAnswer } from './read-passkey-answer.ts';
import { demandRelyingParty } from './relying-party.ts';
import { SecondFactorExpired, SecondFactorRefused } from './second-factor.problems.ts';
import type { FactorVerified } from './verify-second-factor.ts';

/**
 * Signs in by a passkey alone: the device asked for a finger, a face or a PIN, so that it is both factors. Nothing of
 * it can be guessed, so it works while an account is throttled.
 */
export async function signInWithPasskey(
  context: Context,
  { passkey: text, deviceToken = null }: { readonly passkey: string; readonly deviceToken?: string | null },
): Promise<FactorVerified> {
  const party = demandRelyingParty(context);
  const read = readPasskeyAnswer(text);
  if (!read) return refusePasskey();
  const { answer, challenge } = read;
  const expiresAt = openPasskeyChallenge(context, 'SIGN_IN', party, challenge);
  if (!expiresAt) return refuse(new SecondFactorExpired(NextStepKind.SIGN_IN, waysToSignIn));
  const passkey = await findPasskey(context, answer.id, party.id);
  if (!passkey) return refusePasskey();
  const judged = await judgePasskey(party, passkey, { answer, challenge, requireUserVerification: true });
  if (!judged) return refusePasskey();

  const { accountId } = passkey;
  return context.db.transaction(async tx => {
    const good =
      (await accountIsOpen(tx, accountId)) &&
      (await spendPasskeyChallenge(tx, challenge, expiresAt)) &&
      (await usePasskey(context, tx, passkey.id, judged));
    if (!good) return refusePasskey();
    const factorAt = context.clock.now();
    const { associationId } = clientOf(context);
    const start = { associationId, factorAt, deviceToken };
    const session = await startSession(context, tx, { id: accountId }, start);
    return { accountId, session, factorAt };
  });
}

const refusePasskey = (): never => refuse(new SecondFactorRefused('passkey', waysToSignIn));
