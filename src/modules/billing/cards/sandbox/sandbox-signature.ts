import { timingSafeEqual } from 'node:crypto';
import { secondsOf } from '../../../../kernel/clock.ts';
import type { Parts } from '../../../../platform/context.ts';

export const SANDBOX_SIGNATURE = 'affilia-sandbox-signature';

/** As long as real gateways' are believed; each message is signed anew when it is sent. */
const BELIEVED_SECONDS = 300;

type Signing = Pick<Parts, 'vault' | 'clock'>;

const digestOf = ({ vault }: Signing, body: string, at: number): Buffer =>
  vault.derive(`${String(at)}.${body}`, 'sandbox-webhook');

/** Under a key of the realm: whoever does not have it signs nothing. */
export function signSandboxEvent(parts: Signing, body: string): string {
  const at = secondsOf(parts.clock.now());
  return `t=${String(at)},v1=${digestOf(parts, body, at).toString('hex')}`;
}

export function isSandboxSignature(parts: Signing, body: string, signature: string): boolean {
  const [, time = '', digest = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  const at = Number(time);
  if (time === '' || Math.abs(secondsOf(parts.clock.now()) - at) > BELIEVED_SECONDS) return false;
  return timingSafeEqual(digestOf(parts, body, at), Buffer.from(digest, 'hex'));
}
