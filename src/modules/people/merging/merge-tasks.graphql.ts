import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../platform/graphql/connection.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { bodyForStaff } from '../../associations/index.ts';
import { listMergeTasks, listRecordMerges } from './list-merges.ts';
import { MergeTask } from './merge-task.type.ts';
import { RecordMergeState } from './merging.enums.ts';
import { RecordMerge } from './record-merge.type.ts';

@InputType({ description: 'Which tasks.' })
export class MergeTaskFilter {
  @Field(() => ID, { description: 'Who has both records on file; not the bodies below it.' })
  associationId!: string;
}

@InputType({ description: 'Which merges.' })
export class RecordMergeFilter {
  @Field(() => ID, { description: 'Who has the records on file; not the bodies below it.' })
  associationId!: string;

  @Field(() => RecordMergeState, { nullable: true, description: 'Any state if left out.' })
  state?: RecordMergeState | null;
}

const MergeTaskConnection = connectionOf('MergeTask', () => MergeTask);
const RecordMergeConnection = connectionOf('RecordMerge', () => RecordMerge);

@Resolver()
export class MergesResolver {
  @Policy('STAFF')
  @Query(() => MergeTaskConnection, {
    description:
      'The open questions whether two records are one person, the oldest first. Role ADMIN or MEMBERSHIP there.',
  })
  async mergeTasks(
    @Ctx() context: Context,
    @Arg('filter', () => MergeTaskFilter) { associationId }: MergeTaskFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MergeTask>> {
    const id = await bodyOf(context, associationId);
    return toConnection(MergeTaskConnection, await listMergeTasks(context, id, args));
  }

  @Policy('STAFF')
  @Query(() => RecordMergeConnection, {
    description:
      'What was merged, is prepared to be, or was undone, the latest first. Role ADMIN or MEMBERSHIP there.',
  })
  async recordMerges(
    @Ctx() context: Context,
    @Arg('filter', () => RecordMergeFilter) { associationId, state }: RecordMergeFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<RecordMerge>> {
    const id = await bodyOf(context, associationId);
    return toConnection(RecordMergeConnection, await listRecordMerges(context, id, state ?? null, args));
  }
}

async function bodyOf(context: Context, publicId: string): Promise<string> {
  const id = fromPublicId('Association', publicId);
  const body = id && (await bodyForStaff(context, 'READ_PEOPLE', id));
  if (!body) throw new Forbidden('STAFF');
  return body.id;
}
