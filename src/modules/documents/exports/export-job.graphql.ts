import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { nodeSource, type NodeSources } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { mayAsStaff } from '../../associations/index.ts';
import { EXPORT_ACTIONS, exportJobById } from './export-job.rows.ts';
import { ExportJob } from './export-job.type.ts';

/** An export that the signed-in person may read; absent and not theirs are the same answer. */
export async function findExportJob(context: Context, id: string): Promise<ExportJob | null> {
  const row = await context.load(exportJobById, id);
  const mayRead = row && (await mayAsStaff(context, EXPORT_ACTIONS[row.kind], row.associationId));
  return mayRead ? new ExportJob(row, context.clock.now()) : null;
}

@Resolver()
export class ExportJobResolver {
  @Policy('SIGNED_IN')
  @Query(() => ExportJob, {
    nullable: true,
    description:
      'An export, as far as it is. Null when absent, or when what it holds is not for you. Ask again until it is over.',
  })
  async exportJob(@Arg('id', () => ID) publicId: string, @Ctx() context: Context): Promise<ExportJob | null> {
    const id = fromPublicId('ExportJob', publicId);
    return id && findExportJob(context, id);
  }
}

export const exportNodes: NodeSources = [nodeSource('ExportJob', findExportJob)];
