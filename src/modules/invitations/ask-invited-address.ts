import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import type { Budget } from '../../platform/http/limits.ts';
import { RESEND_SECONDS } from '../../platform/mail/index.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { refuse } from '../../platform/problem.ts';
import { issueSecret } from '../../platform/secrets/one-time-secret.ts';
import type { NewsReader } from './acceptance-news.ts';
import type { FoundInvitation } from './find-invitation.ts';
import { confirmationLetter } from './invitation.mails.ts';

/** Of the secret with which the invited address agrees; its subject is the invitation. */
export const ADDRESS_CONFIRMATION = 'INVITATION_ADDRESS';

export interface AddressConfirmationFacts {
  readonly accountId: string;
}

const THREE_DAYS = 3 * 86_400;
const MAILS: Budget = { name: 'invitation-confirmation-mail', points: 5, seconds: 3_600 };

/** Whoever holds a code must not be able to flood the invited mailbox. */
export async function spendConfirmationMail({ limits }: Context, { row }: FoundInvitation): Promise<void> {
  const { allowed, retryAfterSeconds } = await limits.spend(MAILS, row.id);
  if (!allowed) refuse(new TooManyAttempts(retryAfterSeconds));
}

/** When a page may offer the next question. */
export const nextConfirmationIn = async ({ limits }: Context, { row }: FoundInvitation): Promise<number> =>
  Math.max(RESEND_SECONDS, await limits.wait(MAILS, row.id));

/** Policy VERIFY: asks the invited address whether this account may accept. Nothing is given until it agrees. */
export async function askInvitedAddress(
  context: Context,
  tx: Tx,
  { row }: FoundInvitation,
  {
    accountId,
    accepter,
    readers,
  }: {
    readonly accountId: string;
    /** As whom the invited address may know the account; null when there is nothing to show. */
    readonly accepter: string | null;
    readonly readers: readonly NewsReader[];
  },
): Promise<void> {
  const [invitee] = readers;
  if (!invitee) throw new Error('the invited address is always told');

  const leftSeconds = Math.floor((row.expiresAt.getTime() - context.clock.now().getTime()) / 1000);
  const facts: AddressConfirmationFacts = { accountId };
  const { secret, expiresAt } = await issueSecret(context, tx, {
    purpose: ADDRESS_CONFIRMATION,
    subjectId: row.id,
    facts,
    lifetimeSeconds: Math.min(THREE_DAYS, leftSeconds),
  });
  const { association, target, page } = invitee.values;
  await queueMail(context, tx, {
    letter: confirmationLetter,
    to: row.email,
    locale: row.locale,
    associationId: row.associationId,
    personId: row.personId,
    values: { invitationId: row.id, association, target, page, accepter },
    secret,
    sendBefore: expiresAt,
  });
  await recordAudit(context, tx, {
    act: 'acceptInvitation',
    subjectKind: 'Invitation',
    subjectId: row.id,
    associationId: row.associationId,
    after: { accountId, awaitsConfirmation: true },
  });
}
