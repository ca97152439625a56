import type { RemittanceBatchId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { refuse } from '../../../../platform/problem.ts';
import { prepareBatch, type PrepareBatch } from './prepare-batch.ts';
import { BodyOwesMore, NothingToRemit } from './remitting.problems.ts';

/** Prepares what a body is to be paid. Where it owes more than it is owed, that is carried, and nothing prepared. */
export const prepareRemittance = (context: Context, input: PrepareBatch): Promise<RemittanceBatchId> =>
  prepareBatch(context, { kind: 'REMITTANCE', operation: 'prepareRemittance' }, input, net =>
    refuse(net < 0n ? new BodyOwesMore(-net, context.locale) : new NothingToRemit()),
  );
