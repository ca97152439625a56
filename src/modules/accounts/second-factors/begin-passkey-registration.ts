import { generateRegistrationOptions } from '@simplewebauthn/server';
import type { Context } from '../../../platform/context.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { associationById } from '../../associations/index.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { signInNameOf } from '../sign-in-name.ts';
import { demandFreshProof } from './demand-fresh-proof.ts';
import { newPasskeyChallenge } from './passkey-challenge.ts';
import { passkeysOffered } from './passkeys.ts';
import { demandRelyingParty } from './relying-party.ts';

/** What the browser is asked to make a passkey of, as JSON. Nothing is on file until `registerPasskey`. */
export function beginPasskeyRegistration(
  context: Context,
  { idempotencyKey: key }: { readonly idempotencyKey: string | undefined },
): Promise<string> {
  const prepare = async (): Promise<string> => {
    await demandFreshProof(context);
    return optionsFor(context);
  };
  const repeatable = { operation: 'beginPasskeyRegistration', key, input: {} };
  return onceAfter(context, prepare, repeatable, (_, options) => Promise.resolve(options));
}

async function optionsFor(context: Context): Promise<string> {
  const { accountId } = actorOf(context);
  const party = demandRelyingParty(context);
  const [userName, association, existing] = await Promise.all([
    signInNameOf(context, accountId),
    context.load(associationById, clientOf(context).associationId),
    passkeysOffered(context, accountId, party.id),
  ]);
  const options = await generateRegistrationOptions({
    rpID: party.id,
    rpName: (context.locale === 'fr-CA' ? association?.nameFr : association?.nameEn) ?? party.id,
    userName,
    userID: handleOf(accountId),
    challenge: newPasskeyChallenge(context, `REGISTRATION ${accountId}`, party).challenge,
    excludeCredentials: existing,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return JSON.stringify(options);
}

/** The device keeps it beside the passkey: the account's id, which says nothing of the person. */
const handleOf = (accountId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'));
