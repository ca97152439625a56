import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../context.ts';
import { within } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { enqueue } from '../jobs/job.ts';
import { DELIVER_MAIL } from './queue-mail.ts';
import { SEND_MS } from './transport.ts';

/** A mail that this worker, and no other, may send until the claim runs out. */
export interface ClaimedMail {
  readonly id: string;
  readonly letter: string;
  readonly to: string;
  readonly locale: Locale;
  readonly associationId: string;
  readonly values: object;
  readonly sealedSecret: Buffer | null;
  readonly messageId: string;
  readonly queuedAt: Date;
  readonly sendBefore: Date | null;
  /** How often it was claimed, this time included. */
  readonly attempts: number;
}

/** Outlasts an attempt; short, because a worker that dies leaves its mail claimed for that long. */
const CLAIM_MS = SEND_MS + 5_000;

const claim = statement<ClaimedMail>(
  'mail-claim',
  `update mail set attempts = attempts + 1, claimed_until = $3
   where id = $1 and state in ('QUEUED', 'DEFERRED') and (claimed_until is null or claimed_until <= $2)
   returning id, letter, to_address as "to", locale, association_id as "associationId", values,
     sealed_secret as "sealedSecret", message_id as "messageId", queued_at as "queuedAt",
     send_before as "sendBefore", attempts`,
);
const look = statement<{ claimedUntil: Date | null; open: boolean }>(
  'mail-look',
  `select claimed_until as "claimedUntil", state in ('QUEUED', 'DEFERRED') as open from mail where id = $1`,
);
const release = statement(
  'mail-release',
  'update mail set claimed_until = null where id = $1 and attempts = $2',
);
const sent = statement(
  'mail-sent',
  `update mail set state = 'SENT', subject = $2, settled_at = $3, sealed_secret = null, claimed_until = null,
     last_fault = null
   where id = $1 and state <> 'SENT'`,
);
const settle = statement(
  'mail-settle',
  `update mail set state = $3, last_fault = coalesce($4, last_fault), settled_at = $5, sealed_secret = null,
     claimed_until = null
   where id = $1 and attempts = $2 and state in ('QUEUED', 'DEFERRED')`,
);
const defer = statement<{ id: string }>(
  'mail-defer',
  `update mail set state = 'DEFERRED', last_fault = $3, next_try_at = $4, claimed_until = null
   where id = $1 and attempts = $2 and state in ('QUEUED', 'DEFERRED')
   returning id`,
);

/** Null when there is nothing to do: sent or given up already, or in the hands of another worker. */
export async function claimMail(parts: Parts, mailId: string): Promise<ClaimedMail | null> {
  const now = parts.clock.now();
  const until = new Date(now.getTime() + CLAIM_MS);
  return parts.db.transaction(async tx => {
    const [claimed] = await within(tx, claim, [mailId, now, until]);
    if (claimed) return claimed;

    const [found] = await within(tx, look, [mailId]);
    if (!found) throw new Error('no such mail');
    // The other worker may be dead: look again when its claim has run out.
    if (found.open && found.claimedUntil) await wakeAt(tx, mailId, found.claimedUntil);
    return null;
  });
}

/** Lets the next attempt begin at once: this one never reached the server. */
export const releaseMail = (parts: Parts, mail: ClaimedMail): Promise<unknown> =>
  parts.db.transaction(tx => within(tx, release, [mail.id, mail.attempts]));

/** Says that it was sent, even when the claim ran out or the mail was cancelled meanwhile: it was. */
export const markSent = (parts: Parts, mail: ClaimedMail, subject: string): Promise<unknown> =>
  parts.db.transaction(tx => within(tx, sent, [mail.id, subject, parts.clock.now()]));

/** The end without hand-over; the secret goes with it. */
export const giveUp = (
  parts: Parts,
  mail: ClaimedMail,
  state: 'BOUNCED' | 'CANCELLED',
  fault: string | null,
): Promise<unknown> =>
  parts.db.transaction(tx => within(tx, settle, [mail.id, mail.attempts, state, fault, parts.clock.now()]));

/** Keeps the mail for a later attempt. */
export const deferMail = (parts: Parts, mail: ClaimedMail, fault: string, until: Date): Promise<void> =>
  parts.db.transaction(async tx => {
    const [deferred] = await within(tx, defer, [mail.id, mail.attempts, fault, until]);
    if (deferred) await wakeAt(tx, mail.id, until);
  });

const wakeAt = (tx: Parameters<typeof enqueue>[0], mailId: string, at: Date): Promise<void> =>
  enqueue(tx, { name: DELIVER_MAIL }, { mailId }, { at, key: `mail:${mailId}` });
