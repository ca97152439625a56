import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { fromPublicId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../../platform/graphql/connection.ts';
import { Forbidden } from '../../../../platform/graphql/faults.ts';
import { readWalk } from '../../../../platform/graphql/instant-walk.ts';
import { nodeSource, type NodeSources } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { bodyForStaff } from '../../../associations/index.ts';
import { readerOf } from '../invoice-rights.ts';
import { Invoice } from '../invoice.type.ts';
import { billToChangeView, findBillToChange } from './bill-to-change-view.ts';
import { changesOfIssuer, waitingChangeOfInvoice } from './bill-to-change.rows.ts';
import { BillToChange } from './bill-to-change.type.ts';

export const BillToChangeConnection = connectionOf<BillToChange>('BillToChange', () => BillToChange);

@InputType({ description: 'Which changes of addressee; what is left out is not asked.' })
export class BillToChangeFilter {
  @Field(() => ID, { description: 'Who issued the invoices.' })
  @Identifier()
  associationId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Only those that wait for a second person.' })
  awaitingApproval?: boolean | null;
}

@Resolver(() => Invoice)
export class BillToChangesResolver {
  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => BillToChangeConnection, {
    description:
      'The changes of addressee that needed a second person, the latest first. Role ADMIN, MEMBERSHIP or FINANCE there.',
  })
  async billToChanges(
    @Ctx() context: Context,
    @Arg('filter', () => BillToChangeFilter) { associationId, awaitingApproval }: BillToChangeFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<BillToChange>> {
    const id = fromPublicId('Association', associationId);
    const body = id && (await bodyForStaff(context, 'READ_INVOICES', id));
    if (!body) throw new Forbidden('STAFF');
    const values = [body.id, awaitingApproval ?? false];
    const page = await readWalk(context, changesOfIssuer, values, args, row =>
      billToChangeView(context, row),
    );
    return toConnection(BillToChangeConnection, page);
  }

  @FieldResolver(() => BillToChange, {
    nullable: true,
    description:
      'The change of addressee that waits for a second person; null where none does, and for whoever does not see `billTo`.',
  })
  async billToChange(@Root() { facts }: Invoice, @Ctx() context: Context): Promise<BillToChange | null> {
    const reader = await readerOf(context, facts);
    if (reader === null || reader === 'MEMBER') return null;
    const waiting = await context.load(waitingChangeOfInvoice, facts.id);
    return waiting && billToChangeView(context, waiting);
  }
}

export const billToChangeNodes: NodeSources = [nodeSource('BillToChange', findBillToChange)];
