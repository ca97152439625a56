import { ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Somebody has changed the settings since they were read. Read them again, and decide again. Nothing was done.',
})
export class AssociationSettingsChanged extends Problem {}
