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
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Identifier } from '../../platform/graphql/validators.ts';
import { ImportKind, ImportMode } from './import.enums.ts';
import { ImportFileNotFound, ImportRunning } from './import.problems.ts';
import { importRunById } from './import-run.rows.ts';
import { ImportRun } from './import-run.type.ts';
import { startImport } from './start-import.ts';

@InputType()
export class StartImportInput {
  @Field(() => ID)
  @Identifier()
  associationId!: string;

  @Field(() => ID, { description: 'An upload for the purpose `IMPORT`, sent by whoever asks.' })
  @Identifier()
  uploadId!: string;

  @Field(() => String, {
    description:
      'The system that the file comes from, which names its ids: letters of the alphabet, digits, dots, dashes and underscores, at most 40 characters. The same source and the same id are the same record.',
  })
  source!: string;

  @Field(() => ImportKind)
  kind!: ImportKind;

  @Field(() => ImportMode)
  mode!: ImportMode;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key starts one import.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The import was asked for. Ask for `importRun` until it is over.',
})
export class StartImportSuccess {
  @Field(() => ImportRun)
  importRun!: ImportRun;
}

export const StartImportResult = createUnionType({
  name: 'StartImportResult',
  types: () =>
    [StartImportSuccess, InvalidInput, ImportFileNotFound, ImportRunning, IdempotencyKeyReused] as const,
});

@Resolver()
export class StartImportResolver {
  @Policy('STAFF', ClientScope.MEMBERS_WRITE)
  @Mutation(() => StartImportResult, {
    description:
      'Reads a file and reports, or writes what it says, all of it or nothing. Roles ADMIN and MEMBERSHIP, through an internal tool; accounts are for ADMIN alone.',
  })
  @AnswerProblems()
  async startImport(
    @Ctx() context: Context,
    @Arg('input', () => StartImportInput) { idempotencyKey, ...input }: StartImportInput,
  ): Promise<typeof StartImportResult> {
    const id = await startImport(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const run = await context.load(importRunById, id);
    if (!run) throw new Error('an import went away between two reads');
    return Object.assign(new StartImportSuccess(), { importRun: new ImportRun(run) });
  }
}
