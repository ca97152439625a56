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
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier, PlainText } from '../../../platform/graphql/validators.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { organizationAfter } from '../organization-after.ts';
import { renameOrganization } from './rename-organization.ts';

const LONGEST_DOCUMENT = 500;

@InputType()
export class RenameOrganizationInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => String, {
    description:
      'As incorporated, in French where it has a version in each language. At most 100 characters.',
  })
  legalName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its English version, where there is one. At most 100 characters.',
  })
  legalNameEn?: string | null;

  @Field(() => DateScalar, {
    description: 'The first day on which it is called so: today or before, and after the last change.',
  })
  from!: LocalDate;

  @Field(() => String, {
    description:
      'What you have on file for it, for the record: which document, of what date, and where it is kept. At most 500 characters.',
  })
  @PlainText(LONGEST_DOCUMENT)
  document!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The document itself, which you have sent by `createUpload` for the same association. Its staff can read it from then on.',
  })
  @Identifier()
  uploadId?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The organization is called so, and still found by its former name. Its public names stay.',
})
export class RenameOrganizationSuccess {
  @Field(() => Organization)
  organization!: Organization;
}

export const RenameOrganizationResult = createUnionType({
  name: 'RenameOrganizationResult',
  types: () => [RenameOrganizationSuccess, InvalidInput, OrganizationNotFound, IdempotencyKeyReused] as const,
});

@Resolver()
export class RenameOrganizationResolver {
  @Policy('STAFF')
  @Mutation(() => RenameOrganizationResult, {
    description:
      'Changes the legal name of an organization as of a day that has come, by a document on file. Roles ADMIN and MEMBERSHIP there; never of one’s own organization. Its public names are changed with `updateOrganizationProfile`.',
  })
  @AnswerProblems()
  async renameOrganization(
    @Ctx() context: Context,
    @Arg('input', () => RenameOrganizationInput) { idempotencyKey, ...input }: RenameOrganizationInput,
  ): Promise<typeof RenameOrganizationResult> {
    await renameOrganization(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const organization = await organizationAfter(context, input.organizationId);
    return Object.assign(new RenameOrganizationSuccess(), { organization });
  }
}
