import type { Parts } from '../../../platform/context.ts';
import { BadRequest, Unauthenticated } from '../../../platform/graphql/faults.ts';
import type { HttpRoutes } from '../../../platform/http/server.ts';
import { describeError } from '../../../platform/log/describe-error.ts';
import { paymentGateway } from '../payment-gateway.ts';
import { handleGatewayEvent, keepGatewayEvent } from './handle-gateway-event.ts';

/** No gateway sends more about one payment. */
const LARGEST_EVENT = 256 * 1_024;

interface Asked {
  Params: { gateway: string };
}

/** `POST /webhooks/payments/:gateway`: where a gateway tells its news. What it has not signed leaves no trace. */
export function webhookRoutes(parts: Parts): HttpRoutes {
  return server => {
    server.removeAllContentTypeParsers();
    // A signature is of the bytes as they came.
    server.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: LARGEST_EVENT },
      (_request, body, done) => done(null, body),
    );

    server.post<Asked>('/webhooks/payments/:gateway', async (request, reply) => {
      const gateway = parts.ports.of(paymentGateway);
      if (gateway?.name !== request.params.gateway) throw new BadRequest('NOT_FOUND', {}, 404);
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const event = await gateway.readEvent(body, request.headers);
      if (event === null) throw new Unauthenticated();

      const key = await keepGatewayEvent(parts, gateway.name, event);
      await handleGatewayEvent(parts, key).catch((error: unknown) => {
        // It is kept: the job that was queued with it tries again.
        const facts = error instanceof Error ? describeError(error) : {};
        parts.log.warn({ requestId: request.id, ...facts }, 'an event of the payment gateway waits');
      });
      return reply.header('cache-control', 'no-store').code(204).send();
    });
  };
}
