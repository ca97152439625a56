import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../platform/graphql/connection.ts';
import { nodeSource, type NodeSources } from '../../../platform/graphql/node.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { InvitationRowOutcome } from '../invitation.enums.ts';
import { InvitationRun, InvitationRunRow } from './invitation-run.type.ts';
import { listInvitationRuns } from './list-invitation-runs.ts';
import { listRunRows } from './list-run-rows.ts';
import { readableRun } from './run-in-care.ts';

const InvitationRunConnection = connectionOf('InvitationRun', () => InvitationRun);
const InvitationRunRowConnection = connectionOf('InvitationRunRow', () => InvitationRunRow);

const findRun = async (context: Context, id: string): Promise<InvitationRun | null> => {
  const run = await readableRun(context, id);
  return run && new InvitationRun(run);
};

@Resolver(() => InvitationRun)
export class InvitationRunResolver {
  @Policy('SIGNED_IN')
  @Query(() => InvitationRun, {
    nullable: true,
    description:
      'A run of invitations, as far as it is. Null when absent or not of an association in your care.',
  })
  async invitationRun(
    @Arg('id', () => ID) publicId: string,
    @Ctx() context: Context,
  ): Promise<InvitationRun | null> {
    const id = fromPublicId('InvitationRun', publicId);
    return id && findRun(context, id);
  }

  @Policy('STAFF')
  @Query(() => InvitationRunConnection, {
    description: 'The runs of an association, the latest first. Roles ADMIN and MEMBERSHIP.',
  })
  async invitationRuns(
    @Ctx() context: Context,
    @Arg('associationId', () => ID) associationId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<InvitationRun>> {
    return toConnection(InvitationRunConnection, await listInvitationRuns(context, associationId, args));
  }

  @FieldResolver(() => InvitationRunRowConnection, { description: 'By row.' })
  async rows(
    @Root() { facts }: InvitationRun,
    @Ctx() context: Context,
    @Arg('outcome', () => InvitationRowOutcome, {
      nullable: true,
      description: 'Only those that came to this; all of them, and those that wait, if left out.',
    })
    outcome: InvitationRowOutcome | null | undefined,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<InvitationRunRow>> {
    return toConnection(InvitationRunRowConnection, await listRunRows(context, facts, outcome ?? null, args));
  }
}

export const invitationRunNodes: NodeSources = [nodeSource('InvitationRun', findRun)];
