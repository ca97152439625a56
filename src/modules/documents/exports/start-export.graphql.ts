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
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { ExportKind } from './export.enums.ts';
import { ExportRunning } from './export.problems.ts';
import { findExportJob } from './export-job.graphql.ts';
import { ExportJob } from './export-job.type.ts';
import { startExport } from './start-export.ts';

@InputType()
export class StartExportInput {
  @Field(() => ID, { description: 'Of this association; not of the bodies below it.' })
  @Identifier()
  associationId!: string;

  @Field(() => ExportKind)
  kind!: ExportKind;

  @Field(() => ID, {
    nullable: true,
    description:
      'The `RemittanceBatch`, for `REMITTANCE_STATEMENT`; the other kinds are about no single record.',
  })
  subjectId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'What happened from then on; all if left out.',
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'What happened before then; everything up to now if left out or to come.',
  })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key starts one export.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The export was asked for. Ask for `exportJob` until it is over.',
})
export class StartExportSuccess {
  @Field(() => ExportJob)
  exportJob!: ExportJob;
}

export const StartExportResult = createUnionType({
  name: 'StartExportResult',
  types: () => [StartExportSuccess, InvalidInput, ExportRunning, IdempotencyKeyReused] as const,
});

@Resolver()
export class StartExportResolver {
  @Policy('STAFF', ClientScope.MEMBERS_READ)
  @Mutation(() => StartExportResult, {
    description:
      'Has a table made in the language of the request, of what the person may read through an internal tool. It is kept for 7 days. Each kind says whom it is for.',
  })
  @AnswerProblems()
  async startExport(
    @Ctx() context: Context,
    @Arg('input', () => StartExportInput) { subjectId, from, to, idempotencyKey, ...input }: StartExportInput,
  ): Promise<typeof StartExportResult> {
    const id = await startExport(context, {
      ...input,
      subjectId: subjectId ?? null,
      from: from ?? null,
      to: to ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const exportJob = await findExportJob(context, id);
    if (!exportJob) throw new Error('an export went away between two reads');
    return Object.assign(new StartExportSuccess(), { exportJob });
  }
}
