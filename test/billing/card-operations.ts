import { fromPublicId, toPublicId, type CardPaymentId, type InvoiceId } from '../../src/kernel/id.ts';
import {
  signSandboxEvent,
  SANDBOX_SIGNATURE,
} from '../../src/modules/billing/cards/sandbox/sandbox-signature.ts';
import type { TestCardName } from '../../src/modules/billing/cards/sandbox/test-cards.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface Started {
  readonly __typename: string;
  readonly message: string;
  readonly reason: string;
  readonly cardPayment: {
    readonly id: string;
    readonly state: string;
    readonly amount: { readonly cents: number };
  };
  readonly checkout: {
    readonly kind: string;
    readonly payAt: string | null;
  };
  readonly next: { readonly kind: string; readonly retryAfterSeconds: number | null };
  readonly parkedReceipt: { readonly id: string; readonly settledHow: string | null };
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

export const { send, perform } = mutationsOf<
  'startCardPayment' | 'settleParkedReceipt' | 'createPayLink',
  Started & { token: string }
>(
  {
    startCardPayment: `... on StartCardPaymentSuccess { cardPayment { id state amount { cents } } checkout { kind payAt } }
      ... on PaymentDeclined { reason } ... on GatewayUnavailable { next { kind retryAfterSeconds } }`,
    settleParkedReceipt: '... on SettleParkedReceiptSuccess { parkedReceipt { id settledHow } }',
    createPayLink: '... on CreatePayLinkSuccess { token }',
  },
  '... on Problem { message } ... on InvalidInput { issues { path message } }',
);

export const referenceIn = ({ checkout }: Pick<Started, 'checkout'>): string =>
  new URL(checkout.payAt ?? '').pathname.split('/').at(-1) ?? '';

/** Chooses a test card on the page of the sandbox, as a browser would. */
export const useCard = (
  portal: Portal,
  started: Pick<Started, 'checkout'>,
  card: TestCardName,
): Promise<Response> =>
  fetch(`${portal.url}${new URL(started.checkout.payAt ?? '').pathname}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ card }),
  });

/** Sends a message to the webhook, signed by the realm unless told otherwise. */
export function tell(
  portal: Portal,
  eventId: string,
  payment: string,
  signature?: string,
): Promise<Response> {
  const body = JSON.stringify({ id: eventId, kind: 'TOLD', payment });
  return fetch(`${portal.url}/webhooks/payments/sandbox`, {
    method: 'POST',
    headers: { [SANDBOX_SIGNATURE]: signature ?? signSandboxEvent(portal.parts, body) },
    body,
  });
}

const rows = statement<Record<string, string | null>>(
  'test-card-payment',
  `select c.outcome, c.dispute, c.decline_reason as decline, c.processing_at is not null as processing,
     i.paid_cents::text as paid, (select count(*)::text from payment p where p.gateway_reference = c.gateway_reference) as payments,
     (select count(*)::text from payment_return r join payment p on p.id = r.payment_id
      where p.gateway_reference = c.gateway_reference) as returns,
     (select string_agg(k.why || ' ' || k.cents || ' ' || k.currency || coalesce(' ' || k.settled_how, ''), ', ')
      from parked_receipt k where k.gateway_reference = c.gateway_reference) as parked
   from card_payment c join invoice i on i.id = c.invoice_id where c.id = $1`,
);

/** What is on file of a card payment, of its invoice and of the money. */
export async function onFile(
  { parts }: Portal,
  { cardPayment }: Pick<Started, 'cardPayment'>,
): Promise<Record<string, string | null>> {
  const id = fromPublicId('CardPayment', cardPayment.id) as CardPaymentId;
  const [row] = await parts.db.read(rows, [id]);
  return row ?? {};
}

const STATE = `query ($id: ID!, $token: String) { cardPayment(id: $id, payLinkToken: $token) { state declineReason } }`;

export const stateOf = async (
  portal: Portal,
  { cardPayment: { id } }: Pick<Started, 'cardPayment'>,
  asked: Asked,
  token?: string,
): Promise<{ readonly state: string; readonly declineReason: string | null } | null> =>
  (
    await portal.graphql<{ cardPayment: { state: string; declineReason: string | null } | null }>(
      STATE,
      { id, token },
      asked,
    )
  ).data.cardPayment;

export const publicInvoice = ({ id }: { readonly id: InvoiceId }): string => toPublicId('Invoice', id);
