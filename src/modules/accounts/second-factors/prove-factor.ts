import type { AccountId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { judgePasskey } from './judge-passkey.ts';
import { signedChallenge } from './owe-factor.ts';
import { findPasskey, usePasskey } from './passkeys.ts';
import { readPasskeyAnswer } from './read-passkey-answer.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { demandRelyingParty } from './relying-party.ts';
import { openTotpSecret } from './totp-secret.ts';
import { totpStepOf } from './totp.ts';

/** What somebody shows, of which kind. */
export type Proof =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'recoveryCode'; readonly recoveryCode: string }
  | { readonly kind: 'passkey'; readonly passkey: string };

/** Says whether the proof is good, and uses it up in the transaction: of many with the same one, one is told true. */
export type Prove = (tx: Tx) => Promise<boolean>;

const findTotp = statement<{ id: string; sealedSecret: Buffer; lastStep: number | null }>(
  'totp-find',
  `select id, sealed_secret as "sealedSecret", last_step as "lastStep" from totp_factor
   where account_id = $1 and confirmed_at is not null`,
);

const takeStep = statement<{ id: string }>(
  'totp-take-step',
  `update totp_factor set last_step = $2, last_used_at = $3
   where id = $1 and (last_step is null or last_step < $2) returning id`,
);

/** Judges what can be judged without a transaction. */
export async function judgeProof(
  context: Context,
  accountId: AccountId,
  proof: Proof,
  challenge: string,
): Promise<Prove> {
  if (proof.kind === 'recoveryCode') return tx => useRecoveryCode(context, tx, accountId, proof.recoveryCode);
  return proof.kind === 'code'
    ? tx => proveCode(context, tx, accountId, proof.code)
    : judgeSignature(context, accountId, proof.passkey, challenge);
}

async function proveCode(context: Context, tx: Tx, accountId: AccountId, code: string): Promise<boolean> {
  const now = context.clock.now();
  const [totp] = await within(tx, findTotp, [accountId]);
  if (!totp) return false;
  const step = totpStepOf(openTotpSecret(context, totp), code, { now, lastStep: totp.lastStep });
  return step !== null && (await within(tx, takeStep, [totp.id, step, now])).length === 1;
}

async function judgeSignature(
  context: Context,
  accountId: AccountId,
  text: string,
  challenge: string,
): Promise<Prove> {
  const party = demandRelyingParty(context);
  const read = readPasskeyAnswer(text);
  const passkey = read && (await findPasskey(context, read.answer.id, party.id));
  if (!passkey || passkey.accountId !== accountId) return () => Promise.resolve(false);
  const judged = await judgePasskey(party, passkey, {
    answer: read.answer,
    challenge: signedChallenge(challenge),
    // The password was given already: a device that was only touched is a second proof.
    requireUserVerification: false,
  });
  return judged ? tx => usePasskey(context, tx, passkey.id, judged) : () => Promise.resolve(false);
}
