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
import type { InvitationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { ApiLocale, localeOf } from '../../platform/graphql/locale-enum.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Identifier, PlainText } from '../../platform/graphql/validators.ts';
import { OrganizationNotFound } from '../organizations/index.ts';
import { appointPrincipal } from './appoint-principal.ts';
import { invitationAfter } from './invitation-after.ts';
import { Invitation } from './invitation.type.ts';

const LONGEST_DOCUMENT = 500;

@InputType()
export class AppointPrincipalInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => String, { description: 'The address that is invited.' })
  email!: string;

  @Field(() => ApiLocale, { description: 'The language of the mail.' })
  locale!: ApiLocale;

  @Field(() => ID, { nullable: true, description: 'Somebody on file, such as another delegate.' })
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With `familyName`: somebody to be put on file. At most 100 characters.',
  })
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  familyName?: string | null;

  @Field(() => String, {
    description:
      'What you have on file for it, for the record: which document, of what date, and where it is kept.',
  })
  @PlainText(LONGEST_DOCUMENT)
  document!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The document itself, which you have sent by `createUpload` for the association of the organization. Its staff can read it from then on.',
  })
  @Identifier()
  uploadId?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The new principal delegate was invited; the one before, who was told, has no rights from now on.',
})
export class AppointPrincipalSuccess {
  @Field(() => Invitation, { nullable: true })
  invitation!: Invitation | null;
}

export const AppointPrincipalResult = createUnionType({
  name: 'AppointPrincipalResult',
  types: () => [AppointPrincipalSuccess, InvalidInput, OrganizationNotFound, IdempotencyKeyReused] as const,
});

@Resolver()
export class AppointPrincipalResolver {
  @Policy('STAFF', ClientScope.MEMBERS_WRITE)
  @Mutation(() => AppointPrincipalResult, {
    description:
      'Puts another principal delegate in the place of one who died, left or does not answer. Until the new one accepts the invitation, the old one stays of record without rights. Roles ADMIN and MEMBERSHIP, never for an own organization.',
  })
  @AnswerProblems()
  async appointPrincipal(
    @Ctx() context: Context,
    @Arg('input', () => AppointPrincipalInput) { idempotencyKey, locale, ...input }: AppointPrincipalInput,
  ): Promise<typeof AppointPrincipalResult> {
    const { invitationId } = await appointPrincipal(context, {
      ...input,
      locale: localeOf(locale),
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const invitation =
      invitationId === null ? null : await invitationAfter(context, invitationId as InvitationId);
    return Object.assign(new AppointPrincipalSuccess(), { invitation });
  }
}
