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
import { foldedNames } from './names-match.ts';
import { formAsksNames } from './read-names.ts';
import { spendAjar } from './recovery-budgets.ts';
import type { RecoveryKind } from './recovery-request.entity.ts';
import { sealAsked, type RecoveryAsked } from './recovery-asked.ts';

/** The job that finds out who is meant and what to mail. */
export const ANSWER_RECOVERY = 'answer-recovery';

/** When a page offers to send again; the mail itself can take longer. */
export const ASK_AGAIN_SECONDS = 5 * 60;

/** Of one visitor. Offices share an address. */
const PER_VISITOR: Budget = { name: 'recovery-visitor', points: 20, seconds: 15 * 60 };
/**
 * Of what was typed, whether anybody has it or not. Where names are asked for they are part of it: wrong ones close the
 * door to nobody who gives the right ones.
 */
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

async function spend(context: Context, kind: RecoveryKind, asked: RecoveryAsked): Promise<void> {
  const { limits, visitor } = context;
  const visit = await limits.spend(PER_VISITOR, visitor.address);
  if (!visit.allowed) refuse(new TooManyAttempts(visit.retryAfterSeconds));
  const wanted = await spendAjar(limits, PER_IDENTIFIER, await keyOf(context, kind, asked));
  if (!wanted.allowed) refuse(new TooManyAttempts(wanted.retryAfterSeconds));
}

async function keyOf(
  context: Context,
  kind: RecoveryKind,
  { identifier, names }: RecoveryAsked,
): Promise<string> {
  const key = readEmailAddress(identifier)?.normalized ?? identifierKey(identifier.trim());
  const named = names !== null && (await formAsksNames(context)) ? foldedNames(names) : [];
  return JSON.stringify([kind, key, ...named]);
}
