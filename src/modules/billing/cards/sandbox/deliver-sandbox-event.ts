import type { Parts } from '../../../../platform/context.ts';
import { defineJob } from '../../../../platform/jobs/job.ts';
import { SANDBOX } from './sandbox-gateway.ts';
import { SANDBOX_SIGNATURE, signSandboxEvent } from './sandbox-signature.ts';

export interface SandboxMessage {
  readonly eventId: string;
  readonly kind: string;
  readonly payment: string;
  /** Where this realm takes requests, as the process found it that served the page. */
  readonly to: string;
  readonly forged?: true;
}

const PATIENCE_MS = 20_000;

/** Sends a message over the way that real gateways' come, and, like those, again until it is taken. */
export async function deliverSandboxEvent(
  parts: Pick<Parts, 'vault' | 'clock'>,
  { eventId, kind, payment, to, forged }: SandboxMessage,
): Promise<void> {
  const body = JSON.stringify({ id: eventId, kind, payment });
  const signature = signSandboxEvent(parts, forged ? `${body} ` : body);
  const answer = await fetch(`${to}/webhooks/payments/${SANDBOX}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [SANDBOX_SIGNATURE]: signature },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok && !forged) throw new Error(`the webhook answered ${String(answer.status)}`);
}

export const sandboxDelivery = defineJob<SandboxMessage>('deliver-sandbox-event', deliverSandboxEvent);
