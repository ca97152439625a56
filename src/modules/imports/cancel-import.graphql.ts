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
import { forgetLoaded } from '../../platform/database/loader.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../platform/graphql/client-scope.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Identifier } from '../../platform/graphql/validators.ts';
import { cancelImport } from './cancel-import.ts';
import { ImportOver, ImportRunNotFound } from './import.problems.ts';
import { importRunById } from './import-run.rows.ts';
import { ImportRun } from './import-run.type.ts';

@InputType()
export class CancelImportInput {
  @Field(() => ID)
  @Identifier()
  importRunId!: string;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The import is over; it wrote nothing.' })
export class CancelImportSuccess {
  @Field(() => ImportRun)
  importRun!: ImportRun;
}

export const CancelImportResult = createUnionType({
  name: 'CancelImportResult',
  types: () => [CancelImportSuccess, InvalidInput, ImportRunNotFound, ImportOver] as const,
});

@Resolver()
export class CancelImportResolver {
  @Policy('STAFF', ClientScope.MEMBERS_WRITE)
  @Mutation(() => CancelImportResult, {
    description: 'Stops an import that is not over. Whoever may start it may stop it.',
  })
  @AnswerProblems()
  async cancelImport(
    @Ctx() context: Context,
    @Arg('input', () => CancelImportInput) { importRunId }: CancelImportInput,
  ): Promise<typeof CancelImportResult> {
    const id = await cancelImport(context, importRunId);
    forgetLoaded(context);
    const run = await context.load(importRunById, id);
    if (!run) throw new Error('an import went away between two reads');
    return Object.assign(new CancelImportSuccess(), { importRun: new ImportRun(run) });
  }
}
