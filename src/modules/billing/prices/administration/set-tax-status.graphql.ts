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
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import type { TaxStatusBasis } from '../../taxes/index.ts';
import { TAX_STATUS_BASES } from '../price.enums.ts';
import { PriceVersionStands } from './administration.problems.ts';
import { readPriceList } from './price-list.graphql.ts';
import { PriceList } from './price-list.type.ts';
import { setTaxStatus } from './set-tax-rules.ts';

@InputType()
export class SetTaxStatusInput {
  @Field(() => ID)
  @Identifier()
  associationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The class whose dues they are; if left out, all of which nothing else is said.',
  })
  classId?: string | null;

  @Field(() => TAX_STATUS_BASES)
  basis!: TaxStatusBasis;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  from!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last one; with no end in sight if left out.' })
  to?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The dues are exempt, or taxed, from its day on.' })
export class SetTaxStatusSuccess {
  @Field(() => PriceList)
  priceList!: PriceList;
}

export const SetTaxStatusResult = createUnionType({
  name: 'SetTaxStatusResult',
  types: () => [SetTaxStatusSuccess, InvalidInput, PriceVersionStands, IdempotencyKeyReused] as const,
});

@Resolver()
export class SetTaxStatusResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => SetTaxStatusResult, {
    description:
      'Says by which provision dues are exempt from a day on, or by which election they are taxed. Role ADMIN or FINANCE there.',
  })
  @AnswerProblems()
  async setTaxStatus(
    @Ctx() context: Context,
    @Arg('input', () => SetTaxStatusInput) { classId, to, idempotencyKey, ...input }: SetTaxStatusInput,
  ): Promise<typeof SetTaxStatusResult> {
    const id = await setTaxStatus(context, {
      ...input,
      classId: classId ?? null,
      to: to ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new SetTaxStatusSuccess(), { priceList: await readPriceList(context, id) });
  }
}
