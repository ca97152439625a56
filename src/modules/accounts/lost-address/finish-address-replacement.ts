import { maskEmailAddress } from '../../../kernel/email-address.ts';
import { newId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { queueMail } from '../../../platform/mail/queue-mail.ts';
import { issueSecret } from '../../../platform/secrets/one-time-secret.ts';
import { pageUrl } from '../../integrations/index.ts';
import { emailConfirmationLink } from '../account.mails.ts';
import { holdAccount } from '../account-state.ts';
import { EMAIL_CONFIRMATION, EMAIL_SECRET_SECONDS, killOutstandingSecrets } from '../email-secrets.ts';
import { endOtherSessions } from '../end-session.ts';
import { dropPrimaryAddress, makePrimaryAddress } from '../primary-address.ts';
import { tellAddresses } from '../tell-every-address.ts';
import { addressReplaced } from './lost-address.mails.ts';
import { REPLACEMENT_COLUMNS, type OpenReplacement } from './open-replacement.ts';
import { mailboxesConcerned, tellStopped } from './replacement-news.ts';
import { endReplacement } from './stop-address-replacement.ts';

export const FINISH_ADDRESS_REPLACEMENT = 'finish-address-replacement';

type Finishing = Pick<Parts, 'clock' | 'random' | 'vault'>;

interface NewPrimary {
  readonly id: string;
  readonly verifiedAt: Date | null;
}

const find = statement<OpenReplacement>(
  'address-replacement-find',
  `select ${REPLACEMENT_COLUMNS} from address_replacement where id = $1`,
);

const holdDue = statement<OpenReplacement>(
  'address-replacement-hold-due',
  `select ${REPLACEMENT_COLUMNS} from address_replacement where id = $1 and ended_at is null and effective_at <= $2
   for no key update`,
);

const primaryOf = statement<{ normalized: string }>(
  'address-replacement-primary',
  'select normalized from account_address where account_id = $1 and is_primary',
);

// Whoever else comes with the same address waits here for the first one's transaction.
const take = statement<NewPrimary>(
  'address-replacement-take',
  `insert into account_address (id, account_id, address, normalized, is_primary, added_at, verified_at)
   values ($1, $2, $3, $4, false, $5, null)
   on conflict (normalized) do update set address = account_address.address
     where account_address.account_id = excluded.account_id
   returning id, verified_at as "verifiedAt"`,
);

/**
 * Puts the new address in the place of the old one. Nobody has shown yet that they read its mail: it is where mails go,
 * and signs in once the link that is mailed to it, or one to set a password, was used. `NOT_DUE`: it had ended, or is
 * not due.
 */
export async function finishAddressReplacement(
  parts: Finishing,
  tx: Tx,
  { id, accountId, page }: Pick<OpenReplacement, 'id' | 'accountId'> & { readonly page: string },
): Promise<'DONE' | 'IMPOSSIBLE' | 'NOT_DUE'> {
  await holdAccount(tx, accountId);
  const [due] = await within(tx, holdDue, [id, parts.clock.now()]);
  if (!due) return 'NOT_DUE';
  const { own, others } = await mailboxesConcerned(tx, due);
  const taken = (await isOldStillPrimary(tx, due)) ? await takeNew(parts, tx, due) : null;
  const why = taken ? 'DONE' : 'IMPOSSIBLE';
  await endReplacement(parts, tx, id, why);
  const sessionsEnded = taken ? await moveIn(parts, tx, due, taken) : 0;
  await recordAudit(parts, tx, {
    act: 'finishAddressReplacement',
    subjectKind: 'Account',
    subjectId: accountId,
    associationId: due.associationId,
    after: { replacementId: id, why, newAddress: maskEmailAddress(due.newAddress), sessionsEnded },
  });
  if (taken) {
    const concerned = { associationId: due.associationId, mailboxes: [...own, ...others] };
    const values = { newAddress: maskEmailAddress(due.newAddress) };
    await tellAddresses(parts, tx, concerned, { letter: addressReplaced, values });
    if (taken.verifiedAt === null) await askToConfirm(parts, tx, due, page);
  } else await tellStopped(parts, tx, due, { why: 'IMPOSSIBLE', by: null });
  return why;
}

async function isOldStillPrimary(tx: Tx, { accountId, oldNormalized }: OpenReplacement): Promise<boolean> {
  const [primary] = await within(tx, primaryOf, [accountId]);
  return (primary?.normalized ?? null) === oldNormalized;
}

/** Null when another account has it. */
async function takeNew(
  { clock, random }: Finishing,
  tx: Tx,
  { accountId, newAddress, newNormalized }: OpenReplacement,
): Promise<NewPrimary | null> {
  const values = [newId(clock, random), accountId, newAddress, newNormalized, clock.now()];
  const [taken] = await within(tx, take, values);
  return taken ?? null;
}

/** Nothing that was mailed before, and no session, outlives the old address. */
async function moveIn(
  parts: Finishing,
  tx: Tx,
  { accountId }: OpenReplacement,
  { id }: NewPrimary,
): Promise<number> {
  await dropPrimaryAddress(tx, accountId);
  await makePrimaryAddress(tx, id);
  await killOutstandingSecrets(parts, tx, accountId);
  return endOtherSessions(parts, tx, { accountId, sessionId: null, why: 'REVOKED' });
}

async function askToConfirm(
  parts: Finishing,
  tx: Tx,
  { accountId, associationId, newAddress, locale }: OpenReplacement,
  page: string,
): Promise<void> {
  const issued = await issueSecret(parts, tx, {
    purpose: EMAIL_CONFIRMATION,
    subjectId: accountId,
    facts: { address: newAddress },
    lifetimeSeconds: EMAIL_SECRET_SECONDS,
  });
  await queueMail(parts, tx, {
    letter: emailConfirmationLink,
    values: { page },
    to: newAddress,
    locale,
    accountId,
    associationId,
    secret: issued.secret,
    sendBefore: issued.expiresAt,
  });
}

export const finishAddressReplacementJob = defineJob<{ readonly replacementId: string }>(
  FINISH_ADDRESS_REPLACEMENT,
  async (parts, { replacementId }) => {
    const [asked] = await parts.db.read(find, [replacementId]);
    if (!asked) return;
    const page = await pageUrl(parts, asked.associationId, 'EMAIL_CONFIRMATION', asked.locale);
    await parts.db.transaction(tx => finishAddressReplacement(parts, tx, { ...asked, page }));
  },
);
