import type { SecondFactorId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdAccount } from '../account-state.ts';
import { actorOf } from '../actor-of.ts';
import { waysToEnroll } from '../ways-on.ts';
import { demandFreshProof } from './demand-fresh-proof.ts';
import { noteFactor } from './note-factor.ts';
import { SecondFactorKind } from './second-factor.enums.ts';
import { SecondFactorExpired, SecondFactorRefused } from './second-factor.problems.ts';
import { openTotpSecret } from './totp-secret.ts';
import { totpStepOf } from './totp.ts';

const LIFETIME_MS = 60 * 60_000;

const unconfirmed = statement<{ id: SecondFactorId; sealedSecret: Buffer }>(
  'totp-unconfirmed',
  `select id, sealed_secret as "sealedSecret" from totp_factor
   where account_id = $1 and confirmed_at is null and enrolled_at > $2`,
);
const dropConfirmed = statement(
  'totp-drop-confirmed',
  'delete from totp_factor where account_id = $1 and confirmed_at is not null',
);
const confirm = statement(
  'totp-confirm',
  'update totp_factor set confirmed_at = $2, last_step = $3 where id = $1',
);

/** Takes the first code of the app that was enrolled. From now on it is asked for, in the place of an earlier app. */
export async function confirmTotp(
  context: Context,
  { idempotencyKey: key, code }: { readonly code: string; readonly idempotencyKey: string | undefined },
): Promise<string[] | null> {
  return onceAfter(
    context,
    () => demandFreshProof(context),
    { operation: 'confirmTotp', key, input: { code } },
    async tx => {
      const id = await takeFirstCode(context, tx, code);
      return noteFactor(context, tx, 'confirmTotp', { id, kind: SecondFactorKind.TOTP, name: null });
    },
  );
}

async function takeFirstCode(context: Context, tx: Tx, code: string): Promise<SecondFactorId> {
  const { accountId } = actorOf(context);
  const now = context.clock.now();
  await holdAccount(tx, accountId);
  const [enrolled] = await within(tx, unconfirmed, [accountId, new Date(now.getTime() - LIFETIME_MS)]);
  if (!enrolled) return refuse(new SecondFactorExpired(NextStepKind.ENROLL_SECOND_FACTOR, waysToEnroll));

  const step = totpStepOf(openTotpSecret(context, enrolled), code, { now, lastStep: null });
  if (step === null) return refuse(new SecondFactorRefused('code', waysToEnroll));
  await within(tx, dropConfirmed, [accountId]);
  await within(tx, confirm, [enrolled.id, now, step]);
  return enrolled.id;
}
