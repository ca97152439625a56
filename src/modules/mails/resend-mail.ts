import { maskEmailAddress, readEmailAddress } from '../../kernel/email-address.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { onceAfter } from '../../platform/database/idempotency.ts';
import { statement } from '../../platform/database/statement.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import type { Budget } from '../../platform/http/limits.ts';
import { neverAgain, RESEND_SECONDS, WhyNotAgain, type Sending } from '../../platform/mail/index.ts';
import { refuse } from '../../platform/problem.ts';
import { findMail } from './find-mail.ts';
import type { MailRow } from './mail-rows.ts';
import { MailNotFound, MailNotResendable } from './mails.problems.ts';
import { mailsPorts } from './mails.ports.ts';

export interface ResendMail {
  readonly mailId: string;
  readonly idempotencyKey: string | undefined;
}

/** Of one letter to one mailbox, whoever asks. */
const AGAIN: Budget = { name: 'resend-mail', points: 1, seconds: RESEND_SECONDS };
/** Of one letter about one account, which may go to several mailboxes at once. */
const PER_ACCOUNT: Budget = { name: 'resend-mail-account', points: 1, seconds: RESEND_SECONDS };
const PER_MAILBOX: Budget = { name: 'resend-mail-mailbox', points: 10, seconds: 60 * 60 };

const cancelWaiting = statement(
  'resend-mail-cancel',
  `update mail set state = 'CANCELLED', sealed_secret = null, claimed_until = null, settled_at = $2
   where id = $1 and state in ('QUEUED', 'DEFERRED')`,
);

// One person of a joint account may have died, and the other one reads on.
const RECIPIENTS = `select died_on is not null as died from person
   where merged_into_id is null and (id = $1 or ($1::uuid is null and account_id = $2)) order by id`;
const recipients = statement<Recipient>('resend-mail-recipients', RECIPIENTS);
// Of a death that is recorded meanwhile one waits for the other, which takes back what waits to be sent.
const recipientsHeld = statement<Recipient>('resend-mail-recipients-held', `${RECIPIENTS} for share`);

interface Recipient {
  readonly died: boolean;
}

function refuseToDead(readers: readonly Recipient[]): void {
  if (readers.length > 0 && readers.every(({ died }) => died))
    refuse(new MailNotResendable(WhyNotAgain.DECEASED));
}

/**
 * Sends a mail again, the way its letter says. A mail that still waits is taken back.
 */
export async function resendMail(
  context: Context,
  { mailId, idempotencyKey: key }: ResendMail,
): Promise<{ readonly maskedAddress: string }> {
  const prepare = async (): Promise<{ mail: MailRow; send: Sending }> => {
    const mail = await findMail(context, mailId);
    if (!mail) return refuse(new MailNotFound());
    refuseToDead(await context.db.read(recipients, [mail.personId, mail.accountId]));
    const send = await sendingOf(context, mail);
    if (typeof send === 'string') return refuse(new MailNotResendable(send));
    await spend(context, mail);
    return { mail, send };
  };
  return onceAfter(
    context,
    prepare,
    { operation: 'resendMail', key, input: { mailId } },
    async (tx, { mail, send }) => {
      refuseToDead(await within(tx, recipientsHeld, [mail.personId, mail.accountId]));
      await within(tx, cancelWaiting, [mail.id, context.clock.now()]);
      if (!(await send(tx))) refuse(new MailNotResendable(WhyNotAgain.OVER));
      await recordAudit(context, tx, {
        act: 'resendMail',
        subjectKind: 'Mail',
        subjectId: mail.id,
        associationId: mail.associationId,
        after: { letter: mail.letter },
      });
      return { maskedAddress: maskEmailAddress(mail.to) };
    },
  );
}

const sendingOf = (context: Context, mail: MailRow): Promise<Sending | WhyNotAgain> =>
  (context.ports.of(mailsPorts).sendAgain[mail.letter] ?? neverAgain)(context, mail);

async function spend(
  { clock, limits }: Context,
  { letter, to, accountId, queuedAt }: MailRow,
): Promise<void> {
  const left = RESEND_SECONDS - Math.floor((clock.now().getTime() - queuedAt.getTime()) / 1_000);
  if (left > 0) refuse(new TooManyAttempts(left));
  const mailbox = readEmailAddress(to)?.normalized ?? to;
  for (const [budget, key] of [
    [AGAIN, `${letter} ${mailbox}`],
    [PER_ACCOUNT, `${letter} ${accountId ?? mailbox}`],
    [PER_MAILBOX, mailbox],
  ] as const) {
    const { allowed, retryAfterSeconds } = await limits.spend(budget, key);
    if (!allowed) refuse(new TooManyAttempts(retryAfterSeconds));
  }
}
