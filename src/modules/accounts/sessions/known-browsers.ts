import type { Context, Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { digest } from '../../../platform/secrets/digest.ts';

const KEPT_MS = 400 * 86_400_000;
/** Programs that forget their token are a new browser each time: the latest of an account count. */
const MOST_PER_ACCOUNT = 20;

/** Of a token as a browser sends it back. */
export const LONGEST_DEVICE_TOKEN = 256;

const find = statement<{ digest: Buffer }>(
  'known-browser-find',
  'select digest from known_browser where digest = $1 and account_id = $2 and last_used_at > $3',
);

const remember = statement<{ known: boolean }>(
  'known-browser-remember',
  `with renewed as (
     update known_browser set last_used_at = $4 where digest = $1 and account_id = $3 and last_used_at > $5
     returning digest
   ), added as (
     insert into known_browser (digest, account_id, last_used_at)
     select $2::bytea, $3::uuid, $4::timestamptz where not exists (select from renewed)
   ), dropped as (
     delete from known_browser where account_id = $3 and digest not in (
       select digest from known_browser where account_id = $3 order by last_used_at desc limit $6
     ) and digest <> $1
   )
   select exists (select from renewed) as known`,
);

const forget = statement('known-browser-forget', 'delete from known_browser where last_used_at <= $1');

/**
 * Under what the guesses of a browser are counted that signed in to this account before; null for any other. It is
 * looked for whoever the account is, nobody's included, so that looking tells nothing.
 */
export async function knownBrowser(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  accountId: string | null,
  deviceToken: string | null,
): Promise<string | null> {
  if (deviceToken === null) return null;
  const [known] = await db.read(find, [digest(deviceToken), accountId, since(clock)]);
  return known ? known.digest.toString('hex') : null;
}

/** Notes that the browser signed in to the account, and gives the token by which it is known from now on. */
export async function rememberBrowser(
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  accountId: string,
  deviceToken: string | null,
): Promise<string> {
  const fresh = `affilia_bt_${Buffer.from(random(32)).toString('base64url')}`;
  const sent = deviceToken ?? fresh;
  const values = [digest(sent), digest(fresh), accountId, clock.now(), since(clock), MOST_PER_ACCOUNT - 1];
  const [browser] = await within(tx, remember, values);
  return browser?.known ? sent : fresh;
}

/** Removes the browsers that nobody has signed in from for so long. */
export const forgetOldBrowsers = ({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<unknown> =>
  db.transaction(tx => within(tx, forget, [since(clock)]));

const since = (clock: Context['clock']): Date => new Date(clock.now().getTime() - KEPT_MS);
