import { readEmailAddress, type EmailAddress } from '../../../kernel/email-address.ts';
import type { AssociationId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Parts } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Budget } from '../../../platform/http/limits.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { ANSWER_RECOVERY } from './ask-recovery.ts';
import { findRecoverable } from './find-recoverable.ts';
import { judgeRecovery, type Judged } from './judge-recovery.ts';
import { mailRecovery } from './mail-recovery.ts';
import { openAsked } from './recovery-asked.ts';
import { recoveryRulesOf } from './recovery-policy.ts';
import type { RecoveryKind } from './recovery-request.entity.ts';
import { recoveryNoAccount } from './recovery.mails.ts';

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

/** Into one mailbox, however many identifiers lead there: beyond it, the last link stays good. */
const PER_MAILBOX: Budget = { name: 'recovery-mailbox', points: 10, seconds: 60 * 60 };
/** To an address that nobody has, whoever types it. */
const NO_ACCOUNT: Budget = { name: 'recovery-no-account', points: 1, seconds: 86_400 };

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
    const tellsStranger = stranger !== null && (await maySend(parts, NO_ACCOUNT, stranger));
    const served = await withinBudget(parts, judged);
    const send = await mailRecovery(parts, kind, served);

    await parts.db.transaction(async tx => {
      // The row decides: of two workers with the same job, one finds it.
      const [closed] = await within(tx, close, [requestId]);
      if (!closed) return;
      await send(tx);
      if (tellsStranger)
        await queueMail(parts, tx, {
          letter: recoveryNoAccount,
          values: { kind },
          to: stranger.typed,
          locale,
          associationId,
        });
    });
  },
);

async function withinBudget(parts: Parts, judged: readonly Judged[]): Promise<readonly Judged[]> {
  const mailboxes = new Map(judged.map(({ to }) => [to.normalized, to]));
  const open = new Set<string>();
  for (const [key, to] of mailboxes) if (await maySend(parts, PER_MAILBOX, to)) open.add(key);
  return judged.filter(({ to }) => open.has(to.normalized));
}

const maySend = async ({ limits }: Parts, budget: Budget, { normalized }: EmailAddress): Promise<boolean> =>
  (await limits.spend(budget, normalized)).allowed;
