import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../../platform/context.ts';
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

/**
 * Writes to somebody on file; answers whether. Without an address nobody is told; the organization's page says the same.
 */
export async function tellPerson<Values extends object>(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  { personId, associationId, letter, values }: Notice<Values>,
): Promise<boolean> {
  const reader = await mailToPerson(tx, personId);
  if (reader === null) return false;
  const { to, locale } = reader;
  await queueMail(parts, tx, { letter, to, locale, associationId, personId, values: values(locale) });
  return true;
}
