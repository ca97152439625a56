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
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { InvitationRunNotFound, InvitationRunOver } from './invitation-run.problems.ts';
import { InvitationRun } from './invitation-run.type.ts';
import { resumeInvitationRun } from './resume-invitation-run.ts';
import { runAfter } from './run-after.ts';

@InputType()
export class ResumeInvitationRunInput {
  @Field(() => ID)
  @Identifier()
  invitationRunId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key resumes once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The run goes on with the rows that wait.' })
export class ResumeInvitationRunSuccess {
  @Field(() => InvitationRun)
  invitationRun!: InvitationRun;
}

export const ResumeInvitationRunResult = createUnionType({
  name: 'ResumeInvitationRunResult',
  types: () =>
    [
      ResumeInvitationRunSuccess,
      InvalidInput,
      InvitationRunNotFound,
      InvitationRunOver,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ResumeInvitationRunResolver {
  @Policy('STAFF', ClientScope.INVITATIONS_WRITE)
  @Mutation(() => ResumeInvitationRunResult, {
    description:
      'Goes on with what is left of a run that was stopped; from then on it is whoever resumes that invites.',
  })
  @AnswerProblems()
  async resumeInvitationRun(
    @Ctx() context: Context,
    @Arg('input', () => ResumeInvitationRunInput)
    { invitationRunId, idempotencyKey }: ResumeInvitationRunInput,
  ): Promise<typeof ResumeInvitationRunResult> {
    const id = await resumeInvitationRun(context, {
      invitationRunId,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new ResumeInvitationRunSuccess(), { invitationRun: await runAfter(context, id) });
  }
}
