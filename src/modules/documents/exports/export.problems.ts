import { Field, ID, ObjectType } from 'type-graphql';
import { toPublicId, type ExportJobId } from '../../../kernel/id.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The association is making an export of this kind already: one at a time. Wait for it.',
})
export class ExportRunning extends Problem {
  @Field(() => ID, { description: 'The `ExportJob` that is under way.' })
  readonly exportJobId: string;

  constructor(id: ExportJobId) {
    super();
    this.exportJobId = toPublicId('ExportJob', id);
  }
}
