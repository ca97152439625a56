import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { OwedSecondFactor } from './owed-factor.type.ts';
import type { OfferedPasskey } from './passkeys.ts';
import { beginPendingSignIn } from './pending-sign-in.ts';
import { relyingPartyOf, type RelyingParty } from './relying-party.ts';
import { SecondFactorKind } from './second-factor.enums.ts';

interface Owing {
  readonly totp: boolean;
  readonly codes: boolean;
  readonly passkeys: number;
  /** Those of this website. */
  readonly offered: readonly OfferedPasskey[];
}

const owing = statement<Owing>(
  'second-factors-owing',
  `select exists (select from totp_factor where account_id = $1 and confirmed_at is not null) as totp,
     exists (select from recovery_code where account_id = $1 and used_at is null) as codes,
     (select count(*)::int from passkey where account_id = $1) as passkeys,
     array(select jsonb_build_object('id', credential_id, 'transports', transports) from passkey
       where account_id = $1 and rp_id = $2 order by added_at, id) as offered`,
);

/** What somebody who gave the right password must show besides; null for an account that has no second factor. */
export async function oweFactor(
  context: Context,
  tx: Tx,
  accountId: string,
): Promise<OwedSecondFactor | null> {
  const party = relyingPartyOf(context);
  const [owed] = await within(tx, owing, [accountId, party?.id ?? null]);
  if (!owed || (!owed.totp && owed.passkeys === 0)) return null;

  const { challenge, expiresAt } = await beginPendingSignIn(context, tx, accountId);
  const passkeyOptions =
    party && owed.offered.length > 0 ? await optionsFor(party, challenge, owed.offered) : null;
  const methods = [
    ...(passkeyOptions === null ? [] : [SecondFactorKind.PASSKEY]),
    ...(owed.totp ? [SecondFactorKind.TOTP] : []),
    ...(owed.codes ? [SecondFactorKind.RECOVERY_CODE] : []),
  ];
  return new OwedSecondFactor({ challenge, expiresAt, methods, passkeyOptions });
}

/** The device signs the very challenge that the sign-in hangs on. */
export const signedChallenge = (challenge: string): string => Buffer.from(challenge).toString('base64url');

async function optionsFor(
  { id: rpID }: RelyingParty,
  challenge: string,
  offered: readonly OfferedPasskey[],
): Promise<string> {
  const options = await generateAuthenticationOptions({
    rpID,
    challenge,
    allowCredentials: [...offered],
    userVerification: 'preferred',
  });
  return JSON.stringify(options);
}
