import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { toPublicId, type OrganizationId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { Organization } from '../organization.type.ts';
import { organizationAfter } from '../organization-after.ts';
import { decidePrincipalHandover } from './decide-principal-handover.ts';
import { PrincipalHandoverNotFound } from './principal-handover.problems.ts';

export enum HandoverDecision {
  APPROVE = 'APPROVE',
  REFUSE = 'REFUSE',
}
registerEnumType(HandoverDecision, {
  name: 'HandoverDecision',
  description: 'What the association says to a hand-over that both have agreed to.',
  valuesConfig: {
    APPROVE: { description: 'The place passes at once.' },
    REFUSE: { description: 'The principal delegate stays what they are.' },
  },
});

@InputType()
export class DecidePrincipalHandoverInput {
  @Field(() => ID, { description: 'From `Organization.principalHandover`, where it has been accepted.' })
  @Identifier()
  handoverId!: string;

  @Field(() => HandoverDecision)
  decision!: HandoverDecision;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a refusal, for which it must be given: both are told it by mail. Of an approval it is kept on record. One line, at most 500 characters.',
  })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Both were told by mail.' })
export class DecidePrincipalHandoverSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;
}

export const DecidePrincipalHandoverResult = createUnionType({
  name: 'DecidePrincipalHandoverResult',
  types: () =>
    [DecidePrincipalHandoverSuccess, InvalidInput, PrincipalHandoverNotFound, IdempotencyKeyReused] as const,
});

@Resolver()
export class DecidePrincipalHandoverResolver {
  @Policy('STAFF', ClientScope.MEMBERS_WRITE)
  @Mutation(() => DecidePrincipalHandoverResult, {
    description:
      'Approves or refuses a hand-over that was accepted and waits for the association. Once approved, the one before ends and the new one begins at the same instant. Roles ADMIN and MEMBERSHIP, never for an own organization.',
  })
  @AnswerProblems()
  async decidePrincipalHandover(
    @Ctx() context: Context,
    @Arg('input', () => DecidePrincipalHandoverInput)
    { handoverId, decision, reason, idempotencyKey }: DecidePrincipalHandoverInput,
  ): Promise<typeof DecidePrincipalHandoverResult> {
    const { organizationId } = await decidePrincipalHandover(context, {
      handoverId,
      approve: decision === HandoverDecision.APPROVE,
      reason,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const publicId = toPublicId('Organization', organizationId as OrganizationId);
    const organization = await organizationAfter(context, publicId);
    return Object.assign(new DecidePrincipalHandoverSuccess(), { organization });
  }
}
