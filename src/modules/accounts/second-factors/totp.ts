import { ScureBase32Plugin } from 'otplib';
import { generateURI, verifySync } from 'otplib/functional';
import type { Random } from '../../../kernel/random.ts';

const SECRET_BYTES = 20;
/** A clock that is wrong by as much is forgiven. */
const TOLERANCE_SECONDS = 30;
const CODE = /^\d{6}$/;

const base32 = new ScureBase32Plugin();

/** As people type it into an app that cannot see the picture. */
export const newTotpSecret = (random: Random): string =>
  base32.encode(random(SECRET_BYTES), { padding: false });

/** What the picture says: whose login it is, for the list in the app. */
export const totpUri = (secret: string, { issuer, label }: { issuer: string; label: string }): string =>
  generateURI({ issuer, label, secret });

/** The time step whose code was typed, later than the last one that was taken; null when it is no such code. */
export function totpStepOf(
  secret: string,
  typed: string,
  { now, lastStep }: { readonly now: Date; readonly lastStep: number | null },
): number | null {
  const token = typed.normalize('NFKC').replace(/\s/g, '');
  if (!CODE.test(token)) return null;
  const judged = verifySync({
    secret,
    token,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
    ...(lastStep !== null && { afterTimeStep: lastStep }),
  });
  return judged.valid && 'timeStep' in judged ? judged.timeStep : null;
}
