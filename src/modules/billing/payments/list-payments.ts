import { readPublicId, type AssociationId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { plannedAnew } from '../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant, type InstantWalk } from '../../../platform/graphql/instant-walk.ts';
import { PAYMENT_COLUMNS, PAYMENT_JOINS, type PaymentFacts } from './payment-facts.ts';
import { paymentView } from './payment-view.ts';
import type { Payment } from './payment.type.ts';
import type { PaymentMethod } from './payment-words.ts';

/** Which payments of a body; what is null is not asked. */
export interface WantedPayments {
  readonly receiverId: AssociationId;
  readonly method: PaymentMethod | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly payerId: string | null;
  readonly returned: boolean | null;
}

/** The payments that a body received, the latest first. Whoever asks judges who may see them. */
export function listPayments(
  context: Context,
  wanted: WantedPayments,
  args: ConnectionArgs,
): Promise<Page<Payment>> {
  const values: unknown[] = [wanted.receiverId];
  const bind = (value: unknown): string => `$${String(values.push(value))}`;
  const conditions = ['p.receiver_id = $1'];
  if (wanted.method !== null) conditions.push(`p.method = ${bind(wanted.method)}`);
  if (wanted.from !== null) conditions.push(`p.received_on >= ${bind(wanted.from)}`);
  if (wanted.to !== null) conditions.push(`p.received_on <= ${bind(wanted.to)}`);
  if (wanted.payerId !== null) conditions.push(payerIs(wanted.payerId, bind));
  if (wanted.returned !== null)
    conditions.push(`back.payment_id is ${wanted.returned ? 'not null' : 'null'}`);

  const walk = walkByInstant<PaymentFacts>('payments', {
    columns: PAYMENT_COLUMNS,
    from: `from payment p ${PAYMENT_JOINS} where ${conditions.join(' and ')}`,
    values: values.length,
    instant: 'p.received_at',
    id: 'p.id',
  });
  return readWalk(context, anew(walk), values, args, facts => paymentView(context, facts));
}

const COLUMN_OF_PAYER: ReadonlyMap<string, string> = new Map([
  ['Person', 'payer_person_id'],
  ['Organization', 'payer_organization_id'],
  ['Association', 'payer_association_id'],
]);

function payerIs(publicId: string, bind: (value: unknown) => string): string {
  const payer = readPublicId(publicId);
  const column = payer && COLUMN_OF_PAYER.get(payer.kind);
  return payer && column ? `p.${column} = ${bind(payer.id)}` : 'false';
}

/** Put together from what was asked: no connection keeps a plan for every combination. */
const anew = ({ forwards, backwards, count }: InstantWalk<PaymentFacts>): InstantWalk<PaymentFacts> => ({
  forwards: plannedAnew(forwards.text),
  backwards: plannedAnew(backwards.text),
  count: plannedAnew(count.text),
});
