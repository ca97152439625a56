import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { newPasskeyChallenge } from './passkey-challenge.ts';
import { relyingPartyOf } from './relying-party.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What a browser signs to sign somebody in by a passkey alone.',
})
export class PasskeySignInOptions {
  @Field(() => String, { description: 'JSON for `PublicKeyCredential.parseRequestOptionsFromJSON`.' })
  readonly json: string;

  @Field(() => DateTimeScalar)
  readonly expiresAt: Date;

  constructor(json: string, expiresAt: Date) {
    this.json = json;
    this.expiresAt = expiresAt;
  }
}

/** For `signInWithPasskey`; null where no page of a website asks. Nothing is stored, so a page may ask as it opens. */
export async function passkeySignInOptions(context: Context): Promise<PasskeySignInOptions | null> {
  const party = relyingPartyOf(context);
  if (!party) return null;
  const { challenge, expiresAt } = newPasskeyChallenge(context, 'SIGN_IN', party);
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    challenge,
    // The finger, the face or the PIN stands for the password.
    userVerification: 'required',
  });
  return new PasskeySignInOptions(JSON.stringify(options), expiresAt);
}
