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
import { LONGEST_ADDRESS } from '../../../kernel/email-address.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier, PlainText } from '../../../platform/graphql/validators.ts';
import { AccountHolderNotFound, HolderHasRightsElsewhere } from '../account.problems.ts';
import { LONGEST_IDENTITY_CHECK } from '../holder-in-care.ts';
import { AddressReplacementOpen, OwnAddressKept } from './address-replacement.problems.ts';
import { replaceLostAddress } from './replace-lost-address.ts';

@InputType()
export class ReplaceLostAddressInput {
  @Field(() => ID, { description: 'Who has lost their mailbox.' })
  @Identifier()
  personId!: string;

  @Field(() => String, { description: 'Takes the place of the primary address of their account.' })
  @PlainText(LONGEST_ADDRESS)
  newAddress!: string;

  @Field(() => String, {
    description:
      'How you made sure who they are, for the record: what was compared with what, in your own words.',
  })
  @PlainText(LONGEST_IDENTITY_CHECK)
  identityCheck!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The person was told at every address of theirs, with a link by which they can say no, and at the new one.',
})
export class ReplaceLostAddressSuccess {
  @Field(() => DateTimeScalar, {
    description:
      'When the new address takes the place of the old one and every session ends, unless somebody stops it.',
  })
  effectiveAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether that was at once, because another administrator had asked before.',
  })
  done!: boolean;
}

export const ReplaceLostAddressResult = createUnionType({
  name: 'ReplaceLostAddressResult',
  types: () =>
    [
      ReplaceLostAddressSuccess,
      InvalidInput,
      AccountHolderNotFound,
      HolderHasRightsElsewhere,
      OwnAddressKept,
      AddressReplacementOpen,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ReplaceLostAddressResolver {
  @Policy('STAFF')
  @Mutation(() => ReplaceLostAddressResult, {
    description:
      'Gives the account of somebody who has lost their mailbox another primary address: after 72 hours, or at once when a second administrator asks for the same, both having been administrators for 72 hours before. A link mailed to it then confirms it. Role ADMIN, a sign-in of the last ten minutes, and never for oneself.',
  })
  @AnswerProblems()
  async replaceLostAddress(
    @Ctx() context: Context,
    @Arg('input', () => ReplaceLostAddressInput) { idempotencyKey, ...input }: ReplaceLostAddressInput,
  ): Promise<typeof ReplaceLostAddressResult> {
    const { effectiveAt, done } = await replaceLostAddress(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new ReplaceLostAddressSuccess(), { effectiveAt: new Date(effectiveAt), done });
  }
}
