import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { StoredPasskey } from './passkeys.ts';
import type { RelyingParty } from './relying-party.ts';

export interface JudgedPasskey {
  readonly signCount: number;
  readonly backedUp: boolean;
}

/** What a signature of the passkey says of its device; null when it is none, or of something else. */
export async function judgePasskey(
  { id: rpId, origin }: RelyingParty,
  passkey: StoredPasskey,
  asked: {
    readonly answer: AuthenticationResponseJSON;
    /** In base64url. */
    readonly challenge: string;
    /** Whether the device must have asked for a finger, a face or a PIN. */
    readonly requireUserVerification: boolean;
  },
): Promise<JudgedPasskey | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: asked.answer,
      expectedChallenge: asked.challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: asked.requireUserVerification,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.signCount,
      },
    });
    const { newCounter, credentialBackedUp } = authenticationInfo;
    return verified ? { signCount: newCounter, backedUp: credentialBackedUp } : null;
  } catch {
    // The library throws whatever is wrong with an answer, and asks nobody but us for anything.
    return null;
  }
}
