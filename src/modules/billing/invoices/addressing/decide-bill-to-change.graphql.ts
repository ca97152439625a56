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
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { billToChangeAfter } from './bill-to-change-view.ts';
import {
  BillToChangeNeedsSomebodyElse,
  BillToChangeNotFound,
  BillToChangeNotWaiting,
} from './bill-to-change.problems.ts';
import { BillToChange } from './bill-to-change.type.ts';
import { approveBillToChange, declineBillToChange } from './decide-bill-to-change.ts';

@InputType()
export class ApproveBillToChangeInput {
  @Field(() => ID)
  @Identifier()
  billToChangeId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@InputType()
export class DeclineBillToChangeInput {
  @Field(() => ID)
  @Identifier()
  billToChangeId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The document is another version now.' })
export class ApproveBillToChangeSuccess {
  @Field(() => BillToChange)
  change!: BillToChange;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The document stays as it was.' })
export class DeclineBillToChangeSuccess {
  @Field(() => BillToChange)
  change!: BillToChange;
}

export const ApproveBillToChangeResult = createUnionType({
  name: 'ApproveBillToChangeResult',
  types: () =>
    [
      ApproveBillToChangeSuccess,
      InvalidInput,
      BillToChangeNotFound,
      BillToChangeNotWaiting,
      BillToChangeNeedsSomebodyElse,
      IdempotencyKeyReused,
    ] as const,
});

export const DeclineBillToChangeResult = createUnionType({
  name: 'DeclineBillToChangeResult',
  types: () =>
    [
      DeclineBillToChangeSuccess,
      InvalidInput,
      BillToChangeNotFound,
      BillToChangeNotWaiting,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class DecideBillToChangeResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => ApproveBillToChangeResult, {
    description:
      'Approves a change of addressee that somebody else asked for. Role ADMIN or FINANCE of the issuer, never about an invoice of one’s own.',
  })
  @AnswerProblems()
  async approveBillToChange(
    @Ctx() context: Context,
    @Arg('input', () => ApproveBillToChangeInput)
    { billToChangeId, idempotencyKey }: ApproveBillToChangeInput,
  ): Promise<typeof ApproveBillToChangeResult> {
    const { changeId } = await approveBillToChange(context, {
      changeId: billToChangeId,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new ApproveBillToChangeSuccess(), {
      change: await billToChangeAfter(context, changeId),
    });
  }

  @Policy('SIGNED_IN')
  @Mutation(() => DeclineBillToChangeResult, {
    description:
      'Declines a change of addressee that waits, or takes it back. For whoever owes the invoice, and for staff (role ADMIN or FINANCE).',
  })
  @AnswerProblems()
  async declineBillToChange(
    @Ctx() context: Context,
    @Arg('input', () => DeclineBillToChangeInput)
    { billToChangeId, idempotencyKey }: DeclineBillToChangeInput,
  ): Promise<typeof DeclineBillToChangeResult> {
    const { changeId } = await declineBillToChange(context, {
      changeId: billToChangeId,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new DeclineBillToChangeSuccess(), {
      change: await billToChangeAfter(context, changeId),
    });
  }
}
