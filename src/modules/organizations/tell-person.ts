import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { queueMail, type Letter } from '../../platform/mail/index.ts';
import { mailToPerson } from '../people/index.ts';

interface Notice<Values extends object> {
  readonly personId: string;
  readonly associationId: string;
  readonly letter: Letter<Values>;
  /** In the reader's own language. */
  readonly values: (locale: Locale) => Values;
}

/** Writes to somebody on file. Without an address nobody is told; the organization's page says the same. */
export async function tellPerson<Values extends object>(
  context: Context,
  tx: Tx,
  { personId, associationId, letter, values }: Notice<Values>,
): Promise<void> {
  const reader = await mailToPerson(tx, personId);
  if (reader === null) return;
  const { to, locale } = reader;
  await queueMail(context, tx, { letter, to, locale, associationId, personId, values: values(locale) });
}
