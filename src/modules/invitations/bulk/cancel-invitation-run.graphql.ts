import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { cancelInvitationRun } from './cancel-invitation-run.ts';
import { InvitationRunNotFound, InvitationRunOver } from './invitation-run.problems.ts';
import { InvitationRun } from './invitation-run.type.ts';
import { runAfter } from './run-after.ts';

@InputType()
export class CancelInvitationRunInput {
  @Field(() => ID)
  @Identifier()
  invitationRunId!: string;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The run is stopped: what was sent is sent, and nothing more is.',
})
export class CancelInvitationRunSuccess {
  @Field(() => InvitationRun)
  invitationRun!: InvitationRun;
}

export const CancelInvitationRunResult = createUnionType({
  name: 'CancelInvitationRunResult',
  types: () => [CancelInvitationRunSuccess, InvalidInput, InvitationRunNotFound, InvitationRunOver] as const,
});

@Resolver()
export class CancelInvitationRunResolver {
  @Policy('STAFF', ClientScope.INVITATIONS_WRITE)
  @Mutation(() => CancelInvitationRunResult, {
    description: 'Stops a run that is not over; `resumeInvitationRun` goes on with it.',
  })
  @AnswerProblems()
  async cancelInvitationRun(
    @Ctx() context: Context,
    @Arg('input', () => CancelInvitationRunInput) { invitationRunId }: CancelInvitationRunInput,
  ): Promise<typeof CancelInvitationRunResult> {
    const id = await cancelInvitationRun(context, invitationRunId);
    return Object.assign(new CancelInvitationRunSuccess(), { invitationRun: await runAfter(context, id) });
  }
}
