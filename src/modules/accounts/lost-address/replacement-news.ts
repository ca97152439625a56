import { maskEmailAddress, readEmailAddress } from '../../../kernel/email-address.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { MailTo } from '../account.notices.ts';
import { everyAddressOf, tellAddresses, tellEveryAddress } from '../tell-every-address.ts';
import { addressNotReplaced, addressReplacementStopped, type StoppedValues } from './lost-address.mails.ts';
import type { OpenReplacement } from './open-replacement.ts';

type Telling = Pick<Parts, 'clock' | 'random' | 'vault'>;

/** The mailboxes that it concerns: those of the account, and the new one where it is none of them yet. */
export async function mailboxesConcerned(
  tx: Tx,
  { accountId, newAddress, newNormalized, locale }: OpenReplacement,
): Promise<{ readonly own: readonly MailTo[]; readonly others: readonly MailTo[] }> {
  const own = await everyAddressOf(tx, accountId);
  const isOwn = own.some(({ address }) => readEmailAddress(address)?.normalized === newNormalized);
  return { own, others: isOwn ? [] : [{ accountId, address: newAddress, locale }] };
}

/** Says to everybody concerned that the address stays, and to who asked unless they stopped it themselves. */
export async function tellStopped(
  parts: Telling,
  tx: Tx,
  replacement: OpenReplacement,
  { why, by }: Pick<StoppedValues, 'why'> & { readonly by: string | null },
): Promise<void> {
  const { associationId, askedBy } = replacement;
  const values = { newAddress: maskEmailAddress(replacement.newAddress), why };
  const { own, others } = await mailboxesConcerned(tx, replacement);
  const concerned = { associationId, mailboxes: [...own, ...others] };
  await tellAddresses(parts, tx, concerned, { letter: addressReplacementStopped, values });
  if (by === askedBy) return;
  const asker = { accountId: askedBy, associationId };
  await tellEveryAddress(parts, tx, asker, { letter: addressNotReplaced, values });
}
