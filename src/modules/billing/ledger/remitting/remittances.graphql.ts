import { Arg, Args, Ctx, Field, ID, InputType, Query, registerEnumType, Resolver } from 'type-graphql';
import { fromPublicId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { ConnectionArgs, toConnection } from '../../../../platform/graphql/connection.ts';
import { Forbidden } from '../../../../platform/graphql/faults.ts';
import { nodeSource, type NodeSources } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { bodyForStaff } from '../../../associations/index.ts';
import { findRemittance } from './find-remittance.ts';
import { listRemittances } from './list-remittances.ts';
import { RemittanceBatch, RemittanceBatchConnection } from './remittance.type.ts';

export enum RemittanceSide {
  BOOK = 'BOOK',
  BODY = 'BODY',
}
registerEnumType(RemittanceSide, {
  name: 'RemittanceSide',
  description: 'At which end of a batch an association stands.',
  valuesConfig: {
    BOOK: { description: 'It received the money from members.' },
    BODY: { description: 'The money is handed on to it, or claimed from it.' },
  },
});

@InputType({ description: 'Which batches.' })
export class RemittanceBatchFilter {
  @Field(() => ID)
  associationId!: string;

  @Field(() => RemittanceSide, {
    description: 'Those of its book, or those that concern it in the books of others.',
  })
  side!: RemittanceSide;
}

@Resolver()
export class RemittancesResolver {
  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => RemittanceBatchConnection, {
    description:
      'What an association handed on and claimed, or what was handed on to it and claimed from it, the latest first. Role ADMIN or FINANCE there.',
  })
  async remittanceBatches(
    @Arg('filter', () => RemittanceBatchFilter) filter: RemittanceBatchFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<InstanceType<typeof RemittanceBatchConnection>> {
    const id = fromPublicId('Association', filter.associationId);
    const body = id && (await bodyForStaff(context, 'READ_LEDGER', id));
    if (!body) throw new Forbidden('STAFF');
    const page = await listRemittances(context, filter.side, body.id, args);
    return toConnection(RemittanceBatchConnection, page);
  }

  @Policy('STAFF', ClientScope.MONEY_READ)
  @Query(() => RemittanceBatch, {
    nullable: true,
    description: 'One remittance or claim. Null when absent, or when it concerns no body of yours.',
  })
  async remittanceBatch(
    @Arg('id', () => ID) publicId: string,
    @Ctx() context: Context,
  ): Promise<RemittanceBatch | null> {
    const id = fromPublicId('RemittanceBatch', publicId);
    return id && (await findRemittance(context, id));
  }
}

export const remittanceNodes: NodeSources = [nodeSource('RemittanceBatch', findRemittance)];
