import { newId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../context.ts';
import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { enqueueAll } from '../jobs/job.ts';
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

const queue = statement(
  'mails-queue',
  `insert into mail (id, letter, to_address, locale, association_id, account_id, person_id, values, sealed_secret,
     message_id, state, queued_at, send_before, attempts)
   select m.id, m.letter, m."to", m.locale, m."associationId", m."accountId", m."personId", m.values,
     decode(m.box, 'base64'), m.id, 'QUEUED', $2, m."sendBefore", 0
   from jsonb_to_recordset($1) as m(id uuid, letter text, "to" text, locale text, "associationId" uuid, "accountId" uuid,
     "personId" uuid, values jsonb, box text, "sendBefore" timestamptz)`,
);

type Queueing = Pick<Parts, 'clock' | 'random' | 'vault'>;

/** Puts a mail into the outbox, in the transaction of the change that it tells about. */
export async function queueMail<Values extends object>(
  parts: Queueing,
  tx: Tx,
  order: MailOrder<Values>,
): Promise<{ readonly mailId: string }> {
  const [mailId = ''] = await queueMails(parts, tx, [order]);
  return { mailId };
}

/** The same for many, which takes no longer. The ids stand in the order of the mails. */
export async function queueMails<Values extends object>(
  parts: Queueing,
  tx: Tx,
  orders: readonly MailOrder<Values>[],
): Promise<readonly string[]> {
  if (orders.length === 0) return [];
  const mails = orders.map(({ letter, secret, ...order }) => {
    const id: string = newId(parts.clock, parts.random);
    const box = secret === undefined ? null : parts.vault.seal(secret, `mail:${id}`).toString('base64');
    return { ...order, id, letter: letter.name, box };
  });
  await within(tx, queue, [JSON.stringify(mails), parts.clock.now()]);
  await enqueueAll(
    tx,
    { name: DELIVER_MAIL },
    mails.map(({ id: mailId }) => ({ mailId })),
  );
  return mails.map(({ id }) => id);
}
