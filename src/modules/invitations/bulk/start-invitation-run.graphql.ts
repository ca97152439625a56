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
import { InvitationSelection } from './invitation-run.enums.ts';
import { InvitationFileNotFound } from './invitation-run.problems.ts';
import { InvitationRun } from './invitation-run.type.ts';
import { runAfter } from './run-after.ts';
import { startInvitationRun } from './start-invitation-run.ts';

@InputType({ description: 'A file or a selection, one of the two.' })
export class StartInvitationRunInput {
  @Field(() => ID, { description: 'Whose invitations they are.' })
  @Identifier()
  associationId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'An upload for the purpose `IMPORT`, sent by whoever asks: a CSV file of at most 20,000 rows. Columns: `courriel`/`email`, `prénom`/`given name`, `nom`/`family name`, `langue`/`language`, `organisation`/`organization` with `rôles`/`roles`, `numéro de membre`/`member number`.',
  })
  uploadId?: string | null;

  @Field(() => InvitationSelection, {
    nullable: true,
    description: 'People on file, as they are when the run begins.',
  })
  selection?: InvitationSelection | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With `selection`: only members of this class today, or delegates of organizations of this class.',
  })
  classCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key starts one run.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The run was asked for. Ask for `invitationRun` until it is over.',
})
export class StartInvitationRunSuccess {
  @Field(() => InvitationRun)
  invitationRun!: InvitationRun;
}

export const StartInvitationRunResult = createUnionType({
  name: 'StartInvitationRunResult',
  types: () =>
    [StartInvitationRunSuccess, InvalidInput, InvitationFileNotFound, IdempotencyKeyReused] as const,
});

@Resolver()
export class StartInvitationRunResolver {
  @Policy('STAFF', ClientScope.INVITATIONS_WRITE)
  @Mutation(() => StartInvitationRunResult, {
    description:
      'Invites up to 20,000 people from a file or a selection; one outcome per row, and one mail per row whatever happens. Roles ADMIN and MEMBERSHIP of the association.',
  })
  @AnswerProblems()
  async startInvitationRun(
    @Ctx() context: Context,
    @Arg('input', () => StartInvitationRunInput)
    { associationId, uploadId, selection, classCode, idempotencyKey }: StartInvitationRunInput,
  ): Promise<typeof StartInvitationRunResult> {
    const id = await startInvitationRun(context, {
      associationId,
      uploadId: uploadId ?? null,
      selection: selection ?? null,
      classCode: classCode ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new StartInvitationRunSuccess(), { invitationRun: await runAfter(context, id) });
  }
}
