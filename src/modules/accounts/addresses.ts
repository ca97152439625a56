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
}

const columns = `id, address, normalized, is_primary as "isPrimary", verified_at as "verifiedAt"`;

const ofAccount = statement<OwnAddress>(
  'address-of-account',
  `select ${columns} from account_address where account_id = $1 order by is_primary desc, added_at, id`,
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
   returning ${columns}`,
);

const identify = statement(
  'address-identify',
  `insert into sign_in_identifier (kind, association_id, value, account_id) values ('EMAIL', $1, $2, $3)
   on conflict do nothing`,
);

export const addressesOnFile = ({ db }: Pick<Context, 'db'>, accountId: string): Promise<OwnAddress[]> =>
  db.read(ofAccount, [accountId]);

/** The addresses to which the account has proved that it can read mail. */
export async function verifiedAddressesOf(
  context: Pick<Context, 'db'>,
  accountId: string,
): Promise<readonly OwnAddress[]> {
  return (await addressesOnFile(context, accountId)).filter(address => address.verifiedAt !== null);
}

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
