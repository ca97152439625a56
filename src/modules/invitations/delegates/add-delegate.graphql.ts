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
import type { InvitationId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { ApiLocale, localeOf } from '../../../platform/graphql/locale-enum.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import {
  DelegateLimitReached,
  DelegateRole,
  Organization,
  organizationAfter,
  OrganizationNotFound,
} from '../../organizations/index.ts';
import { invitationAfter } from '../invitation-after.ts';
import { Invitation } from '../invitation.type.ts';
import { addDelegate } from './add-delegate.ts';

@InputType()
export class AddDelegateInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => ID, { nullable: true, description: 'By staff: somebody on file with the association.' })
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With `familyName`: somebody to be put on file. At most 100 characters.',
  })
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  familyName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The address that is invited. With `recordOnly` where the association writes to, if anywhere.',
  })
  email?: string | null;

  @Field(() => ApiLocale, { description: 'The language of the mail.' })
  locale!: ApiLocale;

  @Field(() => [DelegateRole], { description: 'At least one, and never `PRINCIPAL`, which is handed over.' })
  roles!: DelegateRole[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'By staff: puts somebody who has no account on record. Their roles begin at once, and nobody is written to.',
  })
  recordOnly?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'They were invited, and their roles begin when they accept; or they were recorded.',
})
export class AddDelegateSuccess {
  @Field(() => Organization, { nullable: true })
  organization!: Organization | null;

  @Field(() => Invitation, {
    nullable: true,
    description: 'The new one, or the one that the address had to the same roles; null with `recordOnly`.',
  })
  invitation!: Invitation | null;
}

export const AddDelegateResult = createUnionType({
  name: 'AddDelegateResult',
  types: () =>
    [
      AddDelegateSuccess,
      InvalidInput,
      OrganizationNotFound,
      DelegateLimitReached,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class AddDelegateResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => AddDelegateResult, {
    description:
      'Adds a delegate below the principal: by the principal delegate, and by staff with role ADMIN or MEMBERSHIP through an internal tool. The answer does not tell whether an address is known.',
  })
  @AnswerProblems()
  async addDelegate(
    @Ctx() context: Context,
    @Arg('input', () => AddDelegateInput) { idempotencyKey, locale, recordOnly, ...input }: AddDelegateInput,
  ): Promise<typeof AddDelegateResult> {
    const { invitationId } = await addDelegate(context, {
      ...input,
      locale: localeOf(locale),
      recordOnly: recordOnly ?? false,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const invitation =
      invitationId === null ? null : await invitationAfter(context, invitationId as InvitationId);
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new AddDelegateSuccess(), { organization, invitation });
  }
}
