import { readEmailAddress } from '../../../kernel/email-address.ts';
import type { AssociationId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { createLimits } from '../../../platform/http/attempt-limits.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { ANSWER_RECOVERY } from './ask-recovery.ts';
import { findRecoverable } from './find-recoverable.ts';
import { judgeRecovery } from './judge-recovery.ts';
import { mailRecovery } from './mail-recovery.ts';
import { openAsked } from './recovery-asked.ts';
import { mailBudgets } from './recovery-budgets.ts';
import { recoveryRulesOf } from './recovery-policy.ts';
import type { RecoveryKind } from './recovery-request.entity.ts';
import { recoveryNoAccount } from './recovery.mails.ts';

const DAY_MS = 86_400_000;

interface Request {
  readonly kind: RecoveryKind;
  readonly associationId: AssociationId;
  readonly locale: Locale;
  readonly sealedClaims: Buffer;
}

const read = statement<Request>(
  'recovery-request-read',
  `select kind, association_id as "associationId", locale, sealed_claims as "sealedClaims"
   from recovery_request where id = $1`,
);

const close = statement<{ id: string }>(
  'recovery-request-close',
  'delete from recovery_request where id = $1 returning id',
);

/** Mails what was asked for to the addresses on file, and forgets who asked for what. */
export const answerRecovery = defineJob<{ requestId: string }>(
  ANSWER_RECOVERY,
  async (parts, { requestId }) => {
    const [request] = await parts.db.read(read, [requestId]);
    if (!request) return;
    const { kind, associationId, locale } = request;
    const typed = openAsked(parts, requestId, request.sealedClaims);
    const asked = await recoveryRulesOf(parts, associationId);
    const accounts = await findRecoverable(parts, kind, typed.identifier, asked);
    const judged = judgeRecovery(kind, accounts, typed, asked);
    const stranger = accounts.length === 0 ? readEmailAddress(typed.identifier) : null;

    await parts.db.transaction(async tx => {
      // The row decides: of two workers with the same job, one finds it, and spends.
      const [closed] = await within(tx, close, [requestId]);
      if (!closed) return;
      const joined = joining(parts, tx);
      const budgets = mailBudgets(joined);
      const send = await mailRecovery(joined, kind, await budgets.open(kind, judged));
      await send(tx);
      if (stranger !== null && (await budgets.opensStranger(stranger)))
        await tellStranger(parts, tx, { kind, to: stranger.typed, locale, associationId });
    });
  },
);

/**
 * What the mails cost is spent with their queueing, or not at all: a job that runs again would find the budget spent, and
 * mail nobody.
 */
function joining(parts: Parts, tx: Tx): Parts {
  const db = parts.db.joining(tx);
  return { ...parts, db, limits: createLimits(db, parts.clock) };
}

/** A day later it helps nobody: it is settled by then, and deleted soon after (`forgetRecoveryRequests`). */
const tellStranger = (
  parts: Parts,
  tx: Tx,
  { kind, ...mail }: Pick<Request, 'kind' | 'associationId' | 'locale'> & { readonly to: string },
): Promise<unknown> =>
  queueMail(parts, tx, {
    ...mail,
    letter: recoveryNoAccount,
    values: { kind },
    sendBefore: new Date(parts.clock.now().getTime() + DAY_MS),
  });
