import { maskEmailAddress, type EmailAddress } from '../../../kernel/email-address.ts';
import { newId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { enqueue } from '../../../platform/jobs/job.ts';
import { issueSecret } from '../../../platform/secrets/one-time-secret.ts';
import { actorOf } from '../actor-of.ts';
import type { HolderInCare } from '../holder-in-care.ts';
import { tellAddresses } from '../tell-every-address.ts';
import { FINISH_ADDRESS_REPLACEMENT } from './finish-address-replacement.ts';
import { addressReplacementAnnounced, addressReplacementAsked } from './lost-address.mails.ts';
import { REPLACEMENT_COLUMNS, type OpenReplacement } from './open-replacement.ts';
import { mailboxesConcerned } from './replacement-news.ts';

export const ADDRESS_REPLACEMENT_CONTEST = 'ADDRESS_REPLACEMENT_CONTEST';
/** How long the person has to say no: mail is read less often than a telephone is at hand. */
export const ADDRESS_CONTEST_HOURS = 72;

export interface WantedReplacement extends HolderInCare {
  readonly address: EmailAddress;
  readonly oldNormalized: string | null;
}

const insert = statement<OpenReplacement>(
  'address-replacement-insert',
  `insert into address_replacement (id, account_id, association_id, old_normalized, new_address, new_normalized,
     asked_by, asked_at, effective_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${REPLACEMENT_COLUMNS}`,
);

/** Notes what is to come, and tells the person at every address of theirs, with a link to say no, and at the new one. */
export async function askReplacement(
  context: Context,
  tx: Tx,
  wanted: WantedReplacement,
): Promise<OpenReplacement> {
  const { accountId, associationId, address, oldNormalized } = wanted;
  const askedAt = context.clock.now();
  const [replacement] = await within(tx, insert, [
    newId(context.clock, context.random),
    accountId,
    associationId,
    oldNormalized,
    address.typed,
    address.normalized,
    actorOf(context).accountId,
    askedAt,
    new Date(askedAt.getTime() + ADDRESS_CONTEST_HOURS * 3_600_000),
  ]);
  if (!replacement) throw new Error('what was inserted is not there');
  const { id, effectiveAt } = replacement;
  await enqueue(tx, { name: FINISH_ADDRESS_REPLACEMENT }, { replacementId: id }, { at: effectiveAt });
  await tellAsked(context, tx, replacement, wanted);
  return replacement;
}

async function tellAsked(
  context: Context,
  tx: Tx,
  replacement: OpenReplacement,
  { page, timeZone }: WantedReplacement,
): Promise<void> {
  const { id, associationId, newAddress, effectiveAt } = replacement;
  const issued = await issueSecret(context, tx, {
    purpose: ADDRESS_REPLACEMENT_CONTEST,
    subjectId: id,
    facts: {},
    lifetimeSeconds: ADDRESS_CONTEST_HOURS * 3_600,
  });
  const values = {
    newAddress: maskEmailAddress(newAddress),
    effectiveAt: effectiveAt.toISOString(),
    timeZone,
  };
  const { own, others } = await mailboxesConcerned(tx, replacement);
  const warning = { letter: addressReplacementAsked, values: { ...values, page }, issued };
  await tellAddresses(context, tx, { associationId, mailboxes: own }, warning);
  const announcement = { letter: addressReplacementAnnounced, values };
  await tellAddresses(context, tx, { associationId, mailboxes: others }, announcement);
}
