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
import { Identifier, PlainText } from '../../../../platform/graphql/validators.ts';
import type { TaxRegistrationKind } from '../../taxes/index.ts';
import { TAX_REGISTRATION_KINDS } from '../price.enums.ts';
import { PriceVersionStands } from './administration.problems.ts';
import { readPriceList } from './price-list.graphql.ts';
import { PriceList } from './price-list.type.ts';
import { setTaxRegistration } from './set-tax-rules.ts';

@InputType()
export class SetTaxRegistrationInput {
  @Field(() => ID)
  @Identifier()
  associationId!: string;

  @Field(() => TAX_REGISTRATION_KINDS)
  kind!: TaxRegistrationKind;

  @Field(() => String, {
    description:
      'Nine digits, `RT` and four digits for GST and HST; ten digits, `TQ` and four digits for QST.',
  })
  @PlainText(30)
  number!: string;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  from!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last one; with no end in sight if left out.' })
  to?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The tax is collected under that number from its day on.' })
export class SetTaxRegistrationSuccess {
  @Field(() => PriceList)
  priceList!: PriceList;
}

export const SetTaxRegistrationResult = createUnionType({
  name: 'SetTaxRegistrationResult',
  types: () => [SetTaxRegistrationSuccess, InvalidInput, PriceVersionStands, IdempotencyKeyReused] as const,
});

@Resolver()
export class SetTaxRegistrationResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => SetTaxRegistrationResult, {
    description:
      'Says under which number an association collects a tax from a day on; without one it collects none. Role ADMIN or FINANCE there.',
  })
  @AnswerProblems()
  async setTaxRegistration(
    @Ctx() context: Context,
    @Arg('input', () => SetTaxRegistrationInput) { to, idempotencyKey, ...input }: SetTaxRegistrationInput,
  ): Promise<typeof SetTaxRegistrationResult> {
    const id = await setTaxRegistration(context, {
      ...input,
      to: to ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new SetTaxRegistrationSuccess(), { priceList: await readPriceList(context, id) });
  }
}
