import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { BoxNotOpened } from '../../../platform/secrets/create-vault.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { clientOf } from '../actor-of.ts';
import type { RelyingParty } from './relying-party.ts';

/** What a passkey signs: nothing is stored of it until it is answered, so that a page may ask for one when it opens. */
export type ChallengePurpose = 'SIGN_IN' | `REGISTRATION ${string}`;

const LIFETIME_MS = 5 * 60_000;

const spend = statement<{ digest: Buffer }>(
  'passkey-challenge-spend',
  `insert into spent_passkey_challenge (digest, expires_at) values ($1, $2) on conflict do nothing returning digest`,
);

type Asking = Pick<Context, 'clock' | 'vault' | 'client'>;

/** Good for this purpose, client and website for five minutes. */
export function newPasskeyChallenge(
  context: Asking,
  purpose: ChallengePurpose,
  party: RelyingParty,
): { readonly challenge: Uint8Array<ArrayBuffer>; readonly expiresAt: Date } {
  const expiresAt = new Date(context.clock.now().getTime() + LIFETIME_MS);
  const box = context.vault.seal(String(expiresAt.getTime()), labelOf(context, purpose, party));
  return { challenge: new Uint8Array(box), expiresAt };
}

/** Until when the challenge is good, in base64url as browsers give it back; null when it never was one, or no longer. */
export function openPasskeyChallenge(
  context: Asking,
  purpose: ChallengePurpose,
  party: RelyingParty,
  challenge: string,
): Date | null {
  try {
    const box = Buffer.from(challenge, 'base64url');
    const expiresAt = new Date(Number(context.vault.open(box, labelOf(context, purpose, party))));
    return context.clock.now() < expiresAt ? expiresAt : null;
  } catch (fault) {
    if (fault instanceof BoxNotOpened) return null;
    throw fault;
  }
}

/** Uses it up: of many that come with the same answer, one is told true. */
export const spendPasskeyChallenge = async (tx: Tx, challenge: string, expiresAt: Date): Promise<boolean> =>
  (await within(tx, spend, [digest(challenge), expiresAt])).length === 1;

const labelOf = (context: Asking, purpose: ChallengePurpose, { origin }: RelyingParty): string =>
  `passkey ${purpose} ${clientOf(context).id} ${origin}`;
