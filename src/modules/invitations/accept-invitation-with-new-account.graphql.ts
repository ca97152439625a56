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
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { FlowStep } from '../../platform/graphql/form.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { ApiLocale, localeOf } from '../../platform/graphql/locale-enum.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { ListSize, Secret } from '../../platform/graphql/validators.ts';
import {
  Account,
  AddressHasAccount,
  LONGEST_TYPED_PASSWORD,
  Session,
  UsernameTaken,
} from '../accounts/index.ts';
import { DelegateSuspended } from '../organizations/index.ts';
import { acceptInvitationWithNewAccount } from './accept-invitation-with-new-account.ts';
import { accountOf } from './account-of.ts';
import { LONGEST_TYPED_CODE } from './invitation-code.ts';
import { invitationSteps } from './invitation-form.ts';
import {
  DocumentsNotAccepted,
  InvitationCodeUnknown,
  InvitationDeclined,
  InvitationExpired,
  InvitationReplaced,
  InvitationNeedsOwnAccount,
  InvitationTargetTaken,
  InvitationUsed,
  InvitationWithdrawn,
} from './invitation.problems.ts';

export const MOST_DOCUMENTS = 20;

@InputType({ description: 'The address is not asked for: the mailed code proves it.' })
export class AcceptInvitationWithNewAccountInput {
  @Field(() => String, { description: 'As mailed or typed: case, spaces and dashes do not matter.' })
  @Secret(LONGEST_TYPED_CODE)
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Left out where the association signs people in with their address.',
  })
  username?: string | null;

  @Field(() => String, { description: 'Keeps the rules of `passwordPolicy(invitationCode:)`.' })
  @Secret(LONGEST_TYPED_PASSWORD)
  password!: string;

  @Field(() => ApiLocale, { description: 'The language that the person chose expressly.' })
  locale!: ApiLocale;

  @Field(() => [ID], {
    description: 'The ids of the documents that the person accepted: all those in force.',
  })
  @ListSize(0, MOST_DOCUMENTS)
  acceptedDocuments!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key does the same thing once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The account is open, its address is verified, and the person is signed in.',
})
export class AcceptInvitationWithNewAccountSuccess {
  @Field(() => Session)
  session!: Session;

  @Field(() => Account)
  account!: Account;

  @Field(() => [FlowStep], { description: 'Where the person stands now: the account is done.' })
  steps!: readonly FlowStep[];

  @Field(() => NextStep)
  next!: NextStep;
}

export const AcceptInvitationWithNewAccountResult = createUnionType({
  name: 'AcceptInvitationWithNewAccountResult',
  types: () =>
    [
      AcceptInvitationWithNewAccountSuccess,
      InvalidInput,
      UsernameTaken,
      AddressHasAccount,
      DocumentsNotAccepted,
      InvitationCodeUnknown,
      InvitationUsed,
      InvitationWithdrawn,
      InvitationDeclined,
      InvitationReplaced,
      InvitationExpired,
      InvitationNeedsOwnAccount,
      InvitationTargetTaken,
      DelegateSuspended,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class AcceptInvitationWithNewAccountResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => AcceptInvitationWithNewAccountResult, {
    description:
      'Uses an invitation to open an account, and signs it in. A refusal leaves the invitation as it was.',
  })
  @AnswerProblems()
  async acceptInvitationWithNewAccount(
    @Ctx() context: Context,
    @Arg('input', () => AcceptInvitationWithNewAccountInput) input: AcceptInvitationWithNewAccountInput,
  ): Promise<typeof AcceptInvitationWithNewAccountResult> {
    const opened = await acceptInvitationWithNewAccount(context, {
      code: input.code,
      username: input.username ? input.username : null,
      password: input.password,
      locale: localeOf(input.locale),
      acceptedDocuments: input.acceptedDocuments,
      idempotencyKey: input.idempotencyKey ?? undefined,
    });
    return Object.assign(new AcceptInvitationWithNewAccountSuccess(), {
      session: new Session({
        ...opened.session,
        accessTokenExpiresAt: new Date(opened.session.accessTokenExpiresAt),
      }),
      account: await accountOf(context, opened.accountId),
      steps: invitationSteps(context.wording, 'profile'),
      next: new NextStep(NextStepKind.COMPLETE_PROFILE),
    });
  }
}
