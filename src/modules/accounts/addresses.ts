import type { EmailAddress } from '../../kernel/email-address.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import type { MailTo } from './account.notices.ts';
import { WHOLE_REALM } from './sign-in-identifier.entity.ts';

export interface OwnAddress {
  readonly id: string;
  readonly address: string;
  readonly normalized: string;
  readonly isPrimary: boolean;
  readonly verifiedAt: Date | null;
  /** The association whose file brought it. */
  readonly importedBy: string | null;
}

export const OWN_ADDRESS_COLUMNS = `id, address, normalized, is_primary as "isPrimary", verified_at as "verifiedAt",
  imported_by as "importedBy"`;

const ofAccount = statement<OwnAddress>(
  'address-of-account',
  `select ${OWN_ADDRESS_COLUMNS} from account_address where account_id = $1 order by is_primary desc, added_at, id`,
);

const signingIn = statement<OwnAddress>(
  'address-signing-in',
  `select ${OWN_ADDRESS_COLUMNS} from account_address d where account_id = $1 and exists (
     select from sign_in_identifier i
     where i.kind = 'EMAIL' and i.association_id = $2 and i.value = d.normalized and i.account_id = d.account_id)
   order by is_primary desc, added_at, id`,
);

const holderOf = statement<MailTo>(
  'address-holder',
  `select d.account_id as "accountId", d.address, a.locale
   from account_address d join account a on a.id = d.account_id where d.normalized = $1`,
);

// Whoever else comes with the same address waits here for the first one's transaction.
const take = statement<OwnAddress>(
  'address-take',
  `insert into account_address (id, account_id, address, normalized, is_primary, added_at, verified_at)
   values ($1, $2, $3, $4, not exists (select from account_address where account_id = $2 and is_primary), $5, $5)
   on conflict (normalized) do update set verified_at = coalesce(account_address.verified_at, excluded.verified_at)
     where account_address.account_id = excluded.account_id
   returning ${OWN_ADDRESS_COLUMNS}`,
);

const identify = statement(
  'address-identify',
  `insert into sign_in_identifier (kind, association_id, value, account_id) values ('EMAIL', $1, $2, $3)
   on conflict do nothing`,
);

export const addressesOnFile = ({ db }: Pick<Context, 'db'>, accountId: string): Promise<OwnAddress[]> =>
  db.read(ofAccount, [accountId]);

/**
 * The addresses to which the account has proved here that it can read mail. What an import says of an address is said
 * by whoever brought the file: it proves nothing to anybody else.
 */
export async function verifiedAddressesOf(
  context: Pick<Context, 'db'>,
  accountId: string,
): Promise<readonly OwnAddress[]> {
  return (await addressesOnFile(context, accountId)).filter(address => address.verifiedAt !== null);
}

/** The same, and those that sign in because an import said so: their owner is shown them, and mail goes there. */
export const addressesThatSignIn = (
  { db }: Pick<Context, 'db'>,
  accountId: string,
): Promise<readonly OwnAddress[]> => db.read(signingIn, [accountId, WHOLE_REALM]);

/** The account that has the address, verified or not. */
export async function holderOfAddress(
  { db }: Pick<Context, 'db'>,
  normalized: string,
): Promise<MailTo | null> {
  const [holder] = await db.read(holderOf, [normalized]);
  return holder ?? null;
}

export const addressHasAccount = async (context: Pick<Context, 'db'>, normalized: string): Promise<boolean> =>
  (await holderOfAddress(context, normalized)) !== null;

/**
 * Gives the account an address of which its owner has just proved to read the mail, and lets it sign in by it.
 * Null when another account has it.
 */
export async function addVerifiedAddress(
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  accountId: string,
  { typed, normalized }: EmailAddress,
): Promise<OwnAddress | null> {
  const [taken] = await within(tx, take, [newId(clock, random), accountId, typed, normalized, clock.now()]);
  if (!taken) return null;
  await within(tx, identify, [WHOLE_REALM, normalized, accountId]);
  return taken;
}
