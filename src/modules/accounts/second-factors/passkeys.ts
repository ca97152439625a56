import type { AuthenticatorTransport } from '@simplewebauthn/server';
import type { AccountId, SecondFactorId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

/** A passkey as it is offered to a browser. */
export interface OfferedPasskey {
  readonly id: string;
  readonly transports: AuthenticatorTransport[];
}

/** A passkey as its signatures are judged. */
export interface StoredPasskey {
  readonly id: SecondFactorId;
  readonly accountId: AccountId;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
}

const offered = statement<OfferedPasskey>(
  'passkeys-offered',
  'select credential_id as id, transports from passkey where account_id = $1 and rp_id = $2 order by added_at, id',
);

const find = statement<StoredPasskey>(
  'passkey-find',
  `select id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey",
     sign_count::float8 as "signCount"
   from passkey where credential_id = $1 and rp_id = $2`,
);

// The count of a passkey that syncs stays zero; any other must grow, or there are two of it.
const use = statement<{ id: string }>(
  'passkey-use',
  `update passkey set sign_count = $2, backed_up = $3, last_used_at = $4
   where id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0)) returning id`,
);

/** Those of the account that work on this website. */
export const passkeysOffered = (
  { db }: Pick<Context, 'db'>,
  accountId: string,
  rpId: string,
): Promise<OfferedPasskey[]> => db.read(offered, [accountId, rpId]);

export async function findPasskey(
  { db }: Pick<Context, 'db'>,
  credentialId: string,
  rpId: string,
): Promise<StoredPasskey | null> {
  const [found] = await db.read(find, [credentialId, rpId]);
  return found ?? null;
}

/** Notes what a signature said of its device. False when the passkey went meanwhile, or its count did not grow. */
export const usePasskey = async (
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  id: SecondFactorId,
  { signCount, backedUp }: { readonly signCount: number; readonly backedUp: boolean },
): Promise<boolean> => (await within(tx, use, [id, signCount, backedUp, clock.now()])).length === 1;
