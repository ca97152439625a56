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
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier, ListSize, PlainText } from '../../../platform/graphql/validators.ts';
import { LONGEST_PURPOSE, recordSharingAgreement } from './record-sharing-agreement.ts';
import { sharingAgreementAfter } from './sharing-agreement.rows.ts';
import { SharingAgreement } from './sharing-agreement.type.ts';
import { SharedKindName } from './sharing.enums.ts';
import { SHARED_KINDS } from './sharing.policy.ts';
import { SharingAgreementStands } from './sharing.problems.ts';

@InputType()
export class RecordSharingAgreementInput {
  @Field(() => ID, { description: 'Whose members are shared, those of the bodies below it included.' })
  @Identifier()
  associationId!: string;

  @Field(() => ID, {
    description: 'Whose staff see them: a body above, which does not reach down here without an agreement.',
  })
  @Identifier()
  toAssociationId!: string;

  @Field(() => [SharedKindName], { description: 'What they see; `MEMBERS` at least.' })
  @ListSize(1, SHARED_KINDS.length)
  kinds!: SharedKindName[];

  @Field(() => String, { description: 'What it is for, in French; at most 500 characters.' })
  @PlainText(LONGEST_PURPOSE)
  purposeFr!: string;

  @Field(() => String, { description: 'What it is for, in English; at most 500 characters.' })
  @PlainText(LONGEST_PURPOSE)
  purposeEn!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Now if left out; never before.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'It does not hold at this instant any more; with no end in sight if left out.',
  })
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'It is on record, and shown to both bodies.' })
export class RecordSharingAgreementSuccess {
  @Field(() => SharingAgreement)
  agreement!: SharingAgreement;
}

export const RecordSharingAgreementResult = createUnionType({
  name: 'RecordSharingAgreementResult',
  types: () =>
    [
      RecordSharingAgreementSuccess,
      InvalidInput,
      SharingAgreementStands,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RecordSharingAgreementResolver {
  @Policy('STAFF')
  @Mutation(() => RecordSharingAgreementResult, {
    description:
      'Lets the staff of a body above see something of the members of an independent one (`sharedMembers`). Role ADMIN of the body that shares, and a sign-in of the last ten minutes.',
  })
  @AnswerProblems()
  async recordSharingAgreement(
    @Ctx() context: Context,
    @Arg('input', () => RecordSharingAgreementInput)
    { from, to, idempotencyKey, ...input }: RecordSharingAgreementInput,
  ): Promise<typeof RecordSharingAgreementResult> {
    const id = await recordSharingAgreement(context, {
      ...input,
      from: from ?? undefined,
      to: to ?? undefined,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new RecordSharingAgreementSuccess(), {
      agreement: await sharingAgreementAfter(context, id),
    });
  }
}
