import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { ClientScope } from '../../platform/graphql/client-scope.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { ApiLocale, localeOf } from '../../platform/graphql/locale-enum.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Identifier, ListSize } from '../../platform/graphql/validators.ts';
import { StaffRole } from '../associations/index.ts';
import { DelegateRole } from '../organizations/index.ts';
import { invitationsAfter } from './invitation-after.ts';
import { InvitationRowOutcome } from './invitation.enums.ts';
import { Invitation } from './invitation.type.ts';
import { issueInvitations, MOST_ROWS } from './issue-invitations.ts';

@InputType({
  description:
    'One row. `organizationId` with `roles` invites to an organization, `membershipId` to a membership, `staffRole` to the staff, none of them to a record on file. At most one of them.',
})
export class InvitationDraft {
  @Field(() => String, { description: 'The address that is invited.' })
  email!: string;

  @Field(() => ApiLocale, { description: 'The language of the mail.' })
  locale!: ApiLocale;

  @Field(() => ID, {
    nullable: true,
    description: 'Somebody on file; a membership names its holder by itself.',
  })
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With `familyName`: somebody to be put on file. At most 100 characters.',
  })
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  familyName?: string | null;

  @Field(() => ID, { nullable: true })
  organizationId?: string | null;

  @Field(() => [DelegateRole], { nullable: true, description: 'With `organizationId`, at least one.' })
  roles?: DelegateRole[] | null;

  @Field(() => ID, { nullable: true, description: 'An individual membership.' })
  membershipId?: string | null;

  @Field(() => StaffRole, {
    nullable: true,
    description: 'For administrators: a role at the association itself.',
  })
  staffRole?: StaffRole | null;
}

@InputType()
export class IssueInvitationsInput {
  @Field(() => ID, {
    description: 'Whose invitations they are. Everybody and everything in the rows belongs to it.',
  })
  @Identifier()
  associationId!: string;

  @Field(() => [InvitationDraft], { description: '1 to 250 rows.' })
  @ListSize(1, MOST_ROWS)
  invitations!: InvitationDraft[];

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key does the same thing once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What became of one row.' })
export class InvitationRow {
  @Field(() => Int, { description: 'Its place in the list that was sent, from 0.' })
  index!: number;

  @Field(() => InvitationRowOutcome)
  outcome!: InvitationRowOutcome;

  @Field(() => String, { description: 'The outcome in the language of the request.' })
  label!: string;

  @Field(() => Invitation, { nullable: true, description: 'The new one, or the one that was there before.' })
  invitation!: Invitation | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Every row was judged by itself.' })
export class IssueInvitationsSuccess {
  @Field(() => [InvitationRow])
  rows!: readonly InvitationRow[];
}

export const IssueInvitationsResult = createUnionType({
  name: 'IssueInvitationsResult',
  types: () => [IssueInvitationsSuccess, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver()
export class IssueInvitationsResolver {
  @Policy('STAFF', ClientScope.INVITATIONS_WRITE)
  @Mutation(() => IssueInvitationsResult, {
    description:
      'Invites up to 250 people; one result per row. Roles ADMIN and MEMBERSHIP of the association.',
  })
  @AnswerProblems()
  async issueInvitations(
    @Ctx() context: Context,
    @Arg('input', () => IssueInvitationsInput)
    { associationId, invitations, idempotencyKey }: IssueInvitationsInput,
  ): Promise<typeof IssueInvitationsResult> {
    const issued = await issueInvitations(context, {
      associationId,
      invitations: invitations.map(draft => Object.assign({}, draft, { locale: localeOf(draft.locale) })),
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const views = await invitationsAfter(context, issued);
    const rows = issued.map(({ outcome }, index) => {
      const label = context.wording.of(`InvitationRowOutcome.${outcome}`);
      return Object.assign(new InvitationRow(), { index, outcome, label, invitation: views[index] ?? null });
    });
    return Object.assign(new IssueInvitationsSuccess(), { rows });
  }
}
