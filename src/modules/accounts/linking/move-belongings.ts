import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { Joined } from './linking.ports.ts';

const move = (table: string, column = 'account_id'): Statement<never> =>
  statement(`link-move-${table}-${column}`, `update ${table} set ${column} = $2 where ${column} = $1`);

/** Whatever signs in to the other account signs in to the kept one; what was proved or accepted stays so. */
const MOVED: readonly Statement<never>[] = [
  move('sign_in_identifier'),
  move('document_acceptance'),
  move('language_choice'),
  // Two pairs of eyes: what one account has asked for, the same person must not approve from the other.
  move('factor_reset', 'asked_by'),
  move('factor_reset', 'approved_by'),
  move('address_replacement', 'asked_by'),
  move('address_replacement', 'approved_by'),
];

// The primary address of the other account is the kept one's where that had none.
const moveAddresses = statement(
  'link-move-addresses',
  `update account_address set account_id = $2, is_primary = is_primary
     and not exists (select from account_address own where own.account_id = $2 and own.is_primary)
   where account_id = $1`,
);

const copyHoldings = statement(
  'link-copy-holdings',
  `insert into account_holding (account_id, association_id, kind, subject_id, from_at, to_at)
   select $2, association_id, kind, subject_id, from_at, to_at from account_holding where account_id = $1
   on conflict do nothing`,
);
const dropHoldings = statement('link-drop-holdings', 'delete from account_holding where account_id = $1');

const forgetBrowsers = statement('link-forget-browsers', 'delete from known_browser where account_id = $1');

const endFactorResets = statement(
  'link-end-factor-resets',
  'update factor_reset set done_at = $2 where account_id = $1 and contested_at is null and done_at is null',
);

const takeUsername = statement(
  'link-take-username',
  `update account set username = (select username from account where id = $1) where id = $2 and username is null`,
);

const close = statement(
  'link-close',
  `update account set disabled_at = $3, password_hash = null, password_changed_at = $3, linked_into_id = $2
   where id = $1`,
);

/** Moves what this module has of the other account, and closes that one. */
export async function moveBelongings(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  { kept, other }: Joined,
): Promise<void> {
  const now = clock.now();
  for (const one of MOVED) await within(tx, one, [other, kept]);
  await within(tx, moveAddresses, [other, kept]);
  await within(tx, copyHoldings, [other, kept]);
  await within(tx, dropHoldings, [other]);
  await within(tx, forgetBrowsers, [other]);
  await within(tx, endFactorResets, [other, now]);
  await within(tx, takeUsername, [other, kept]);
  await within(tx, close, [other, kept, now]);
}
