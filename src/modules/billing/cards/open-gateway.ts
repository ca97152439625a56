import type { Parts } from '../../../platform/context.ts';
import type { PaymentGateway } from '../payment-gateway.ts';
import { createSandboxGateway } from './sandbox/sandbox-gateway.ts';
import { createStripeGateway, type StripePlace } from './stripe/stripe-gateway.ts';

/** Who takes cards for this installation. */
export type GatewayPlace =
  | { readonly kind: 'NONE' }
  /** The one that comes with the product, in a test realm: no money moves. */
  | { readonly kind: 'SANDBOX' }
  | ({ readonly kind: 'STRIPE' } & StripePlace);

/** `parts` are asked for once they are there: the gateway is one of them. */
export function openGateway(
  place: GatewayPlace,
  clock: Parts['clock'],
  parts: () => Parts,
): PaymentGateway | null {
  if (place.kind === 'NONE') return null;
  return place.kind === 'SANDBOX' ? createSandboxGateway(parts) : createStripeGateway(place, clock);
}
