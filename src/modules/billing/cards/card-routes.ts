import type { Parts } from '../../../platform/context.ts';
import type { HttpRoutes } from '../../../platform/http/server.ts';
import { paymentGateway } from '../payment-gateway.ts';
import { SANDBOX } from './sandbox/sandbox-gateway.ts';
import { sandboxPages } from './sandbox/sandbox-page.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** Where gateways tell their news; in a test realm with the sandbox, its page as well. */
export function cardRoutes(parts: Parts): readonly HttpRoutes[] {
  const isSandbox = parts.settings.realmMode === 'TEST' && parts.ports.of(paymentGateway)?.name === SANDBOX;
  return [webhookRoutes(parts), ...(isSandbox ? [sandboxPages(parts)] : [])];
}
