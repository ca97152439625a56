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
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { organizationAfter } from '../organization-after.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { setOrganizationJoining } from './set-organization-joining.ts';

@InputType()
export class SetOrganizationJoiningInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => Boolean, {
    description: 'Whether its public name is shown to signed-in people of this tree, who can ask to join.',
  })
  acceptsRequests!: boolean;

  @Field(() => Boolean, {
    description: 'Whether people with a confirmed address at one of its verified domains join by themselves.',
  })
  acceptsDomains!: boolean;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The ways are as they were asked for.' })
export class SetOrganizationJoiningSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const SetOrganizationJoiningResult = createUnionType({
  name: 'SetOrganizationJoiningResult',
  types: () => [SetOrganizationJoiningSuccess, InvalidInput, OrganizationNotFound] as const,
});

@Resolver()
export class SetOrganizationJoiningResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => SetOrganizationJoiningResult, {
    description:
      'Turns the ways to join an organization on or off: the principal delegate, and staff through an internal tool. Requests that wait are decided as before.',
  })
  @AnswerProblems()
  async setOrganizationJoining(
    @Ctx() context: Context,
    @Arg('input', () => SetOrganizationJoiningInput) input: SetOrganizationJoiningInput,
  ): Promise<typeof SetOrganizationJoiningResult> {
    await setOrganizationJoining(context, input);
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new SetOrganizationJoiningSuccess(), { organization });
  }
}
