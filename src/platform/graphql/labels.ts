import { GraphQLEnumType, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Policy } from './policy.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The wording of one enum value.' })
export class Label {
  @Field(() => String, { description: 'The value as the API spells it.' })
  readonly value: string;

  @Field(() => String, { description: 'In the language of the request, safe to show.' })
  readonly label: string;

  constructor(value: string, label: string) {
    this.value = value;
    this.label = label;
  }
}

@Resolver()
export class LabelsResolver {
  @Query(() => [Label], {
    description: 'The labels of an enum of this schema, in its order; empty for a name that is no such enum.',
  })
  @Policy('CLIENT')
  labels(
    @Arg('enum', () => String, { description: 'The name of the enum, e.g. `NextStepKind`.' }) name: string,
    @Ctx() { wording }: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ): Label[] {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLEnumType)) return [];
    return type
      .getValues()
      .filter(({ name: value }) => wording.has(`${type.name}.${value}`))
      .map(({ name: value }) => new Label(value, wording.of(`${type.name}.${value}`)));
  }
}
