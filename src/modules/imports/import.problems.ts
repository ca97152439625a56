import { Field, ID, ObjectType } from 'type-graphql';
import { toPublicId, type ImportRunId } from '../../kernel/id.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Problem } from '../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'No such file, not yours, not received yet, or not sent for an import.',
})
export class ImportFileNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The association is writing another import: one writes at a time. Wait for it, or cancel it.',
})
export class ImportRunning extends Problem {
  @Field(() => ID, { description: 'The `ImportRun` that is under way.' })
  readonly importRunId: string;

  constructor(id: ImportRunId) {
    super();
    this.importRunId = toPublicId('ImportRun', id);
  }
}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'No such import, or not of an association in your care.' })
export class ImportRunNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The import is over: there is nothing left to stop.' })
export class ImportOver extends Problem {}
