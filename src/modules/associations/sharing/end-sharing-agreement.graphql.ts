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
import { Identifier } from '../../../platform/graphql/validators.ts';
import { endSharingAgreement } from './end-sharing-agreement.ts';
import { sharingAgreementAfter } from './sharing-agreement.rows.ts';
import { SharingAgreement } from './sharing-agreement.type.ts';
import { SharingAgreementEnded, SharingAgreementNotFound } from './sharing.problems.ts';

@InputType()
export class EndSharingAgreementInput {
  @Field(() => ID)
  @Identifier()
  sharingAgreementId!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Now if left out; never before.' })
  at?: Date | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nothing is seen by it from then on.' })
export class EndSharingAgreementSuccess {
  @Field(() => SharingAgreement)
  agreement!: SharingAgreement;
}

export const EndSharingAgreementResult = createUnionType({
  name: 'EndSharingAgreementResult',
  types: () =>
    [
      EndSharingAgreementSuccess,
      InvalidInput,
      SharingAgreementNotFound,
      SharingAgreementEnded,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class EndSharingAgreementResolver {
  @Policy('STAFF')
  @Mutation(() => EndSharingAgreementResult, {
    description:
      'Ends what a body lets one above it see, now or later; one that has not begun never does. Role ADMIN of the body that shares, and a sign-in of the last ten minutes.',
  })
  @AnswerProblems()
  async endSharingAgreement(
    @Ctx() context: Context,
    @Arg('input', () => EndSharingAgreementInput) { at, idempotencyKey, ...input }: EndSharingAgreementInput,
  ): Promise<typeof EndSharingAgreementResult> {
    const id = await endSharingAgreement(context, {
      ...input,
      at: at ?? undefined,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new EndSharingAgreementSuccess(), {
      agreement: await sharingAgreementAfter(context, id),
    });
  }
}
