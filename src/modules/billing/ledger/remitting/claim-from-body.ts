import type { RemittanceBatchId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { refuse } from '../../../../platform/problem.ts';
import { prepareBatch, type PrepareBatch } from './prepare-batch.ts';
import { NothingToClaim } from './remitting.problems.ts';

/** Prepares the claim of what a body was remitted beyond what it is owed. */
export const claimFromBody = (context: Context, input: PrepareBatch): Promise<RemittanceBatchId> =>
  prepareBatch(context, { kind: 'CLAIM', operation: 'claimFromBody' }, input, () =>
    refuse(new NothingToClaim()),
  );
