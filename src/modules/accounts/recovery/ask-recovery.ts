import { readEmailAddress } from '../../../kernel/email-address.ts';
import { newId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import type { Budget } from '../../../platform/http/limits.ts';
import { enqueue } from '../../../platform/jobs/job.ts';
import { refuse } from '../../../platform/problem.ts';
import { clientOf } from '../actor-of.ts';
import { identifierKey } from '../username.ts';
import type { RecoveryKind } from './recovery-request.entity.ts';
import { sealAsked, type RecoveryAsked } from './recovery-asked.ts';

/** The job that finds out who is meant and what to mail. */
export const ANSWER_RECOVERY = 'answer-recovery';

/** When a page offers to send again; the mail itself can take longer. */
export const ASK_AGAIN_SECONDS = 5 * 60;

/** Of one visitor. Offices share an address. */
const PER_VISITOR: Budget = { name: 'recovery-visitor', points: 20, seconds: 15 * 60 };
/** Of what was typed, whether anybody has it or not. */
const PER_IDENTIFIER: Budget = { name: 'recovery-identifier', points: 5, seconds: 60 * 60 };

const ACTS: Record<RecoveryKind, string> = {
  PASSWORD_RESET: 'requestPasswordReset',
  USERNAME_REMINDER: 'requestUsernameReminder',
};

const keep = statement(
  'recovery-request-keep',
  `insert into recovery_request (id, kind, association_id, locale, sealed_claims, asked_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

/**
 * Notes what was asked and looks nobody up: answer, size, time and statements cannot tell who has an account. The job
 * does the rest.
 */
export async function askRecovery(
  context: Context,
  kind: RecoveryKind,
  { idempotencyKey: key, ...asked }: RecoveryAsked & { readonly idempotencyKey: string | undefined },
): Promise<void> {
  const { associationId } = clientOf(context);
  const repeatable = { operation: ACTS[kind], key, input: asked };
  await onceAfter(
    context,
    () => spend(context, kind, asked),
    repeatable,
    async tx => {
      const id = newId(context.clock, context.random);
      const sealed = sealAsked(context, id, asked);
      await within(tx, keep, [id, kind, associationId, context.locale, sealed, context.clock.now()]);
      await enqueue(tx, { name: ANSWER_RECOVERY }, { requestId: id });
      await recordAudit(context, tx, {
        act: ACTS[kind],
        subjectKind: 'RecoveryRequest',
        subjectId: id,
        associationId,
      });
    },
  );
}

async function spend(
  { limits, visitor }: Context,
  kind: RecoveryKind,
  { identifier }: RecoveryAsked,
): Promise<void> {
  const key = readEmailAddress(identifier)?.normalized ?? identifierKey(identifier.trim());
  for (const [budget, of] of [
    [PER_VISITOR, visitor.address],
    [PER_IDENTIFIER, `${kind} ${key}`],
  ] as const) {
    const { allowed, retryAfterSeconds } = await limits.spend(budget, of);
    if (!allowed) refuse(new TooManyAttempts(retryAfterSeconds));
  }
}
