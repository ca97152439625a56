import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { newId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdAccount } from '../account-state.ts';
import { actorOf } from '../actor-of.ts';
import { waysToEnroll } from '../ways-on.ts';
import { demandFreshProof } from './demand-fresh-proof.ts';
import { noteFactor } from './note-factor.ts';
import { openPasskeyChallenge, spendPasskeyChallenge } from './passkey-challenge.ts';
import { readPasskeyAnswer, type ReadAnswer } from './read-passkey-answer.ts';
import { demandRelyingParty, type RelyingParty } from './relying-party.ts';
import { SecondFactorKind } from './second-factor.enums.ts';
import { SecondFactorExpired, SecondFactorRefused } from './second-factor.problems.ts';

export interface RegisterPasskey {
  /** What the browser answered, as JSON. */
  readonly passkey: string;
  readonly name: string;
  readonly idempotencyKey: string | undefined;
}

type Registration = NonNullable<Awaited<ReturnType<typeof verifyRegistrationResponse>>['registrationInfo']>;

interface Judged {
  readonly made: Registration;
  readonly party: RelyingParty;
  readonly challenge: string;
  readonly expiresAt: Date;
}

const TRANSPORT = /^[a-z-]{1,20}$/;
const MOST_TRANSPORTS = 10;

// A device that has a passkey for this website already does not make a second one; the answer was sent before.
const insert = statement<{ id: string }>(
  'passkey-insert',
  `insert into passkey
     (id, account_id, rp_id, credential_id, public_key, sign_count, transports, backed_up, name, added_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (credential_id) do nothing returning id`,
);

/** Adds the passkey that a device made. From now on it is asked for, or signs in by itself. */
export async function registerPasskey(
  context: Context,
  { idempotencyKey: key, ...input }: RegisterPasskey,
): Promise<string[] | null> {
  const { accountId } = actorOf(context);
  const name = input.name.normalize('NFC').trim();
  return onceAfter(
    context,
    () => judgeRegistration(context, input.passkey),
    { operation: 'registerPasskey', key, input },
    async (tx, { made, party, challenge, expiresAt }) => {
      await holdAccount(tx, accountId);
      const { credential, credentialBackedUp } = made;
      const id = newId<'SecondFactor'>(context.clock, context.random);
      if (!(await spendPasskeyChallenge(tx, challenge, expiresAt))) return refuseExpired();
      const [added] = await within(tx, insert, [
        id,
        accountId,
        party.id,
        credential.id,
        Buffer.from(credential.publicKey),
        credential.counter,
        transportsOf(credential.transports),
        credentialBackedUp,
        name,
        context.clock.now(),
      ]);
      if (!added) return refuse(new SecondFactorRefused('passkey', waysToEnroll));
      return noteFactor(context, tx, 'registerPasskey', { id, kind: SecondFactorKind.PASSKEY, name });
    },
  );
}

async function judgeRegistration(context: Context, text: string): Promise<Judged> {
  await demandFreshProof(context);
  const { accountId } = actorOf(context);
  const party = demandRelyingParty(context);
  const read = readPasskeyAnswer(text);
  if (!read) return refuse(new SecondFactorRefused('passkey', waysToEnroll));
  const { challenge } = read;
  const expiresAt = openPasskeyChallenge(context, `REGISTRATION ${accountId}`, party, challenge);
  if (!expiresAt) return refuseExpired();
  const made = await verify(party, read);
  return made
    ? { made, party, challenge, expiresAt }
    : refuse(new SecondFactorRefused('passkey', waysToEnroll));
}

async function verify(
  { id, origin }: RelyingParty,
  { answer, challenge }: ReadAnswer,
): Promise<Registration | null> {
  try {
    const judged = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
    });
    return judged.registrationInfo ?? null;
  } catch {
    // The library throws whatever is wrong with an answer, and asks nobody but us for anything.
    return null;
  }
}

/** Hints that go back to the browser as they came: words of its own, and no more of them than there are. */
const transportsOf = (transports: readonly string[] = []): string[] =>
  transports.filter(one => TRANSPORT.test(one)).slice(0, MOST_TRANSPORTS);

const refuseExpired = (): never =>
  refuse(new SecondFactorExpired(NextStepKind.ENROLL_SECOND_FACTOR, waysToEnroll));
