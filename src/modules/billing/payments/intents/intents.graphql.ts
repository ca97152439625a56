import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import type { IntentToPayId, InvoiceId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { defineLoader, type Loader } from '../../../../platform/database/loader.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant } from '../../../../platform/graphql/instant-walk.ts';
import { nodeSource, type NodeSources } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { findInvoice } from '../../invoices/invoice-view.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import { bodyInCare } from '../staff-invoices.ts';
import { IntentToPay, type IntentFacts } from './intent-to-pay.type.ts';

export const IntentToPayConnection = connectionOf<IntentToPay>('IntentToPay', () => IntentToPay);

const COLUMNS = `t.id, t.invoice_id as "invoiceId", t.method, t.expected_on::text as "expectedOn",
  t.stated_at as "statedAt", t.deadline_at as "deadlineAt", t.ended_at as "endedAt", t.ended_why as "endedWhy"`;

const ofInvoices = statement<IntentFacts>(
  'intents-of-invoices',
  `select distinct on (t.invoice_id) ${COLUMNS} from intent_to_pay t where t.invoice_id = any ($1::uuid[])
   order by t.invoice_id, t.stated_at desc, t.id desc`,
);
const byId = statement<IntentFacts>('intent-by-id', `select ${COLUMNS} from intent_to_pay t where t.id = $1`);

const latestIntent: Loader<InvoiceId, IntentFacts | null> = defineLoader(
  async ({ db }, ids: readonly InvoiceId[]) => {
    const rows = new Map((await db.read(ofInvoices, [ids])).map(row => [row.invoiceId, row]));
    return ids.map(id => rows.get(id) ?? null);
  },
);

// The task closes by itself, once the invoice is paid or credited or somebody states an intent anew.
const overdue = walkByInstant<IntentFacts>('overdue-intents', {
  columns: COLUMNS,
  from: `from intent_to_pay t join invoice i on i.id = t.invoice_id
    where t.issuer_id = $1 and t.deadline_at < $2 and (t.ended_at is null or t.ended_why = 'EXPIRED')
      and i.paid_cents + i.credited_cents < i.total_cents
      and not exists (
        select from intent_to_pay later where later.invoice_id = t.invoice_id and later.stated_at > t.stated_at)`,
  values: 2,
  instant: 't.deadline_at',
  id: 't.id',
  order: 'asc',
});

@InputType({ description: 'Whose invoices.' })
export class OverdueIntentFilter {
  @Field(() => ID, { description: 'Who issued them; not the bodies below it.' })
  @Identifier()
  associationId!: string;
}

/** The view of an intent for whoever reads its invoice: ask before. */
const intentView = (context: Context, facts: IntentFacts): IntentToPay =>
  new IntentToPay(facts, context, async () => {
    const invoice = await findInvoice(context, facts.invoiceId);
    if (!invoice) throw new Error('an intent is shown to somebody who does not read its invoice');
    return invoice;
  });

async function findIntent(context: Context, id: string): Promise<IntentToPay | null> {
  const [facts] = await context.db.read(byId, [id as IntentToPayId]);
  return facts && (await findInvoice(context, facts.invoiceId)) ? intentView(context, facts) : null;
}

@Resolver()
export class OverdueIntentsResolver {
  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => IntentToPayConnection, {
    description:
      'What was announced and did not come, the oldest deadline first: until the invoice is paid or credited, or somebody states an intent anew. Role ADMIN, MEMBERSHIP or FINANCE there.',
  })
  async overdueIntents(
    @Ctx() context: Context,
    @Arg('filter', () => OverdueIntentFilter) { associationId }: OverdueIntentFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<IntentToPay>> {
    const body = await bodyInCare(context, 'READ_INVOICES', associationId);
    const values = [body.id, context.clock.now()];
    const page = await readWalk(context, overdue, values, args, facts => intentView(context, facts));
    return toConnection(IntentToPayConnection, page);
  }
}

@Resolver(() => Invoice)
export class InvoiceIntentResolver {
  @FieldResolver(() => IntentToPay, {
    nullable: true,
    description: 'The last one that was stated, whether it stands or not; null where nobody stated one.',
  })
  async intentToPay(
    @Root() { facts: { id } }: Invoice,
    @Ctx() context: Context,
  ): Promise<IntentToPay | null> {
    const facts = await context.load(latestIntent, id);
    return facts && intentView(context, facts);
  }
}

export const intentNodes: NodeSources = [nodeSource('IntentToPay', findIntent)];
