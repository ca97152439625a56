import { newId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../context.ts';
import type { Tx } from '../database/database.ts';
import { enqueue } from '../jobs/job.ts';
import type { Letter } from './letter.ts';

export interface MailOrder<Values extends object> {
  readonly letter: Letter<Values>;
  readonly to: string;
  /** The reader's stored language, not the request's. */
  readonly locale: Locale;
  /** Whose brand the letter wears. */
  readonly associationId: string;
  readonly values: Values;
  readonly secret?: string;
  /** When the secret dies: a later mail would only disappoint. */
  readonly sendBefore?: Date;
  readonly accountId?: string;
  readonly personId?: string;
}

export const DELIVER_MAIL = 'deliver-mail';

/** Puts a mail into the outbox, in the transaction of the change that it tells about. */
export async function queueMail<Values extends object>(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  order: MailOrder<Values>,
): Promise<{ readonly mailId: string }> {
  const mailId: string = newId(parts.clock, parts.random);
  const box = order.secret === undefined ? null : parts.vault.seal(order.secret, `mail:${mailId}`);
  await tx.query(
    `insert into mail (id, letter, to_address, locale, association_id, account_id, person_id, values, sealed_secret,
       message_id, state, queued_at, send_before, attempts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'QUEUED', $11, $12, 0)`,
    [
      mailId,
      order.letter.name,
      order.to,
      order.locale,
      order.associationId,
      order.accountId ?? null,
      order.personId ?? null,
      order.values,
      box,
      mailId,
      parts.clock.now(),
      order.sendBefore ?? null,
    ],
  );
  await enqueue(tx, { name: DELIVER_MAIL }, { mailId });
  return { mailId };
}
