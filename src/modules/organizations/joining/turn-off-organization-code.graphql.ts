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
import { turnOffOrganizationCode } from './turn-off-organization-code.ts';

@InputType()
export class TurnOffOrganizationCodeInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nobody joins by a code any more. Whoever has stays.' })
export class TurnOffOrganizationCodeSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const TurnOffOrganizationCodeResult = createUnionType({
  name: 'TurnOffOrganizationCodeResult',
  types: () => [TurnOffOrganizationCodeSuccess, InvalidInput, OrganizationNotFound] as const,
});

@Resolver()
export class TurnOffOrganizationCodeResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => TurnOffOrganizationCodeResult, {
    description:
      'Ends the code of an organization: the principal delegate, and staff through an internal tool.',
  })
  @AnswerProblems()
  async turnOffOrganizationCode(
    @Ctx() context: Context,
    @Arg('input', () => TurnOffOrganizationCodeInput) input: TurnOffOrganizationCodeInput,
  ): Promise<typeof TurnOffOrganizationCodeResult> {
    await turnOffOrganizationCode(context, input);
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new TurnOffOrganizationCodeSuccess(), { organization });
  }
}
